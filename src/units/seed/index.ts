export { canonicalUnitKey } from './canonical-unit-key';
export { functionLineOf } from './function-line';
export { readFunctionLines, type SeedFunctionLine } from './function-lines';
export { readSeedUnits, type SeedUnit } from './read-units';
export { unitKindOf } from './unit-kind';
export { loadFunctionLines, loadUnits } from './load-units';
