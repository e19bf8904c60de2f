export { FunctionLine } from './function-line';
export { Unit } from './unit';
export { Roster, UnitKind, UnitSuccession } from './unit.enums';
export { UnitGroup, UnitGroupMember } from './unit-group';
export { UnitGroupResolver } from './unit-group.resolver';
export { functionLineByCode, toUnit, unitByKey, unitColumns, unitGroupByKey } from './unit.loaders';
export { RegionUnitsResolver, UnitConnection, UnitResolver } from './unit.resolver';
