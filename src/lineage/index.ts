import './lineage-steps';

export { ComparisonRowResolver, PlanComparisonResolver } from './comparison/comparison.resolver';
export { Derivation } from './derivation';
export { DerivationResolver, PlanDerivationResolver } from './derivation.resolver';
export { PlanLineageResolver, TaskLineageResolver } from './lineage-fields.resolver';
export { PlanDerivation } from './plan-derivation';
export { RefusedPair } from './refused-pair';
export { LineageMutations } from './lineage.mutations';
export { lineageRules } from './lineage-rules';
