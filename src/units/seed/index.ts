export { canonicalUnitKey } from './canonical-unit-key';
export { functionLineOf } from './function-line';
export { readFunctionLines } from './function-lines';
export { readSeedUnits } from './read-units';
export { unitKindOf } from './unit-kind';
export { loadFunctionLines, loadUnits } from './load-units';
