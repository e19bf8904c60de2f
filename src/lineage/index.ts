import './lineage-steps';

export { Derivation } from './derivation';
export { lineageResolvers } from './lineage-resolvers';
export { lineageRules } from './lineage-rules';
export { PlanDerivation } from './plan-derivation';
export { RefusedPair } from './refused-pair';
