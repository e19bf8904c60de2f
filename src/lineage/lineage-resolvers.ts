import { ComparisonRowResolver, PlanComparisonResolver } from './comparison/comparison.resolver';
import {
  CoverageListsResolver,
  PlanCoverageResolver,
  RegionCoverageResolver,
  TaskCoverageResolver,
  TaskRegionCoverageResolver,
} from './coverage/coverage.resolver';
import { DerivationResolver, PlanDerivationResolver } from './derivation.resolver';
import { PlanLineageResolver, TaskLineageResolver } from './lineage-fields.resolver';
import { LineageMutations } from './lineage.mutations';

/** What answers questions about the lineage, and what changes it. */
export const lineageResolvers: readonly (new () => object)[] = [
  DerivationResolver,
  PlanDerivationResolver,
  PlanLineageResolver,
  TaskLineageResolver,
  LineageMutations,
  PlanComparisonResolver,
  ComparisonRowResolver,
  PlanCoverageResolver,
  CoverageListsResolver,
  RegionCoverageResolver,
  TaskCoverageResolver,
  TaskRegionCoverageResolver,
];
