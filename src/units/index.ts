export { collectiveRule } from './collective-rule';
export { FunctionLine } from './function-line';
export { Unit } from './unit';
export { UnitGroup, UnitGroupMember } from './unit-group';
export { UnitGroupResolver } from './unit-group.resolver';
export { functionLineByCode, toUnit, unitByKey, unitColumns, unitGroupByKey } from './unit.loaders';
export { FunctionLineResolver, RegionUnitsResolver, UnitConnection, UnitResolver } from './unit.resolver';
export { ensureGroups, refreshMembers } from './unit-group.commands';
export { canonicalUnitKey, functionLineOf, loadFunctionLines, loadUnits, readFunctionLines, readSeedUnits, unitKindOf } from './seed';
