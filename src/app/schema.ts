import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type AuthChecker, type NonEmptyArray } from 'type-graphql';
import {
  callDirectly,
  checkInput,
  DateTimeScalar,
  demandRole,
  derivePublicSchema,
  NodeResolver,
  RateLimitResolver,
  type RequestContext,
  type Role,
} from '../platform/graphql';
import { IssuedTokenResolver, TokenMutations, UserAccountMutations, UserAccountResolver, ViewerResolver } from '../accounts';
import { AuditResolver } from '../audit';
import { ImportResolver } from '../intake';
import {
  PlanPublicationMutations,
  PlanReceiptResolver,
  EvaluationMutations,
  EvaluationResolver,
  EvaluationSchemeResolver,
  LedgerSummaryResolver,
  RegionSummariesResolver,
  RectificationMutations,
  RectificationResolver,
  ReviewChainResolver,
  ReviewChainStageResolver,
  ReviewResolver,
  ReviewStageResolver,
  UnitEvaluationsResolver,
  UnitSummariesResolver,
  UnitRectificationsResolver,
} from '../ledger';
import { lineageResolvers } from '../lineage';
import { problemReportResolvers, ReleaseFileResolver, ReleaseResolver, SourceDocumentResolver } from '../open-data';
import {
  DeadlineExtensionResolver,
  EntryMutations,
  ImportLedgerMutations,
  LedgerEntryResolver,
  EvidenceResolver,
  ObligationWithdrawalsResolver,
  UnitWithdrawalsResolver,
  ObligationEntriesResolver,
  ObligationExtensionsResolver,
  NoticeResolver,
  WebhookResolver,
  ObligationMutations,
  ObligationResolver,
  PlanObligationsResolver,
  TaskObligationsResolver,
  TaskOccurrenceResolver,
  UnitObligationsResolver,
} from '../ledger';
import {
  CategoryResolver,
  ComparableTargetResolver,
  CorrectionResolver,
  DeadlineResolver,
  EditMutations,
  MetricResolver,
  PlanBasisResolver,
  PlanCorrectionsResolver,
  PlanResolver,
  PlanVersionMutations,
  PlanVersionResolver,
  PlanVersionsResolver,
  RegionPlansResolver,
  ResponsibilityResolver,
  TargetResolver,
  TaskCorrectionsResolver,
  TaskResolver,
  TopicMutations,
  TopicResolver,
  UnitTasksResolver,
  VersionChangeResolver,
  VersionConflictResolver,
  VersionDiffResolver,
  WithdrawnPlanResolver,
  PlanUnitMatchesResolver,
  UnitMatchCandidateResolver,
  UnitMatchMutations,
  UnitMatchResolver,
} from '../plans';
import { RegionResolver } from '../regions';
import { SearchResolver } from '../search';
import {
  ObligationStatisticsResolver,
  PlanStatisticsResolver,
  RegionStatisticsResolver,
  TaskStatisticsResolver,
  UnitStatisticsResolver,
} from '../statistics';
import { FunctionLineResolver, RegionUnitsResolver, UnitGroupMutations, UnitGroupResolver, UnitMutations, UnitResolver } from '../units';

const resolvers: NonEmptyArray<() => object> = [
  NodeResolver,
  RateLimitResolver,
  RegionResolver,
  UnitResolver,
  FunctionLineResolver,
  RegionUnitsResolver,
  UnitGroupResolver,
  UnitMutations,
  UnitGroupMutations,
  AuditResolver,
  ViewerResolver,
  UserAccountResolver,
  IssuedTokenResolver,
  UserAccountMutations,
  TokenMutations,
  PlanResolver,
  PlanBasisResolver,
  RegionPlansResolver,
  CategoryResolver,
  TaskResolver,
  DeadlineResolver,
  ResponsibilityResolver,
  TargetResolver,
  ComparableTargetResolver,
  MetricResolver,
  TopicResolver,
  TopicMutations,
  UnitTasksResolver,
  ObligationResolver,
  ObligationEntriesResolver,
  LedgerEntryResolver,
  EvidenceResolver,
  ObligationWithdrawalsResolver,
  UnitWithdrawalsResolver,
  EntryMutations,
  ImportLedgerMutations,
  DeadlineExtensionResolver,
  ObligationExtensionsResolver,
  ObligationMutations,
  NoticeResolver,
  WebhookResolver,
  PlanObligationsResolver,
  TaskObligationsResolver,
  UnitObligationsResolver,
  TaskOccurrenceResolver,
  ...lineageResolvers,
  SearchResolver,
  TaskStatisticsResolver,
  ObligationStatisticsResolver,
  PlanStatisticsResolver,
  RegionStatisticsResolver,
  UnitStatisticsResolver,
  ReleaseResolver,
  ReleaseFileResolver,
  SourceDocumentResolver,
  ...problemReportResolvers,
  WithdrawnPlanResolver,
  ReviewChainResolver,
  ReviewChainStageResolver,
  ReviewResolver,
  ReviewStageResolver,
  PlanReceiptResolver,
  PlanPublicationMutations,
  RectificationResolver,
  UnitRectificationsResolver,
  RectificationMutations,
  EvaluationResolver,
  EvaluationSchemeResolver,
  UnitEvaluationsResolver,
  EvaluationMutations,
  LedgerSummaryResolver,
  UnitSummariesResolver,
  RegionSummariesResolver,
  ImportResolver,
  CorrectionResolver,
  TaskCorrectionsResolver,
  PlanCorrectionsResolver,
  EditMutations,
  PlanVersionMutations,
  PlanVersionResolver,
  PlanVersionsResolver,
  VersionChangeResolver,
  VersionConflictResolver,
  VersionDiffResolver,
  UnitMatchMutations,
  UnitMatchResolver,
  UnitMatchCandidateResolver,
  PlanUnitMatchesResolver,
] as never;

/** What follows its owner into the public schema though the public must not see it. */
const internalOnly = [
  'PlanState.DRAFT',
  'PlanState.IN_REVIEW',
  'PlanVersionState.PENDING',
  'PlanVersionState.DISCARDED',
  // What is public has passed: no other outcome reaches a receipt.
  'ReviewDecision.RETURN',
  'ReviewDecision.DISCLOSE_ON_APPLICATION',
  'ReviewDecision.DO_NOT_DISCLOSE',
  'ReviewDecision.REDACT',
  'EvaluationFilter.states',
];

/**
 * `@Authorized('PLANNER')`: which roles may run a mutation or read a field; none named: everyone signed in. It stands on every
 * mutation and on every query that the public does not have; test/fixtures/role-matrix.txt is what comes of all of them.
 */
const authChecker: AuthChecker<RequestContext, Role> = ({ context: { viewer } }, allowed) => demandRole(viewer, allowed) !== null;

let built: { internal: GraphQLSchema; public: GraphQLSchema } | undefined;

/** Both schemas, built once: the internal one from the classes, the public one from its marks. */
export function schemas(): { internal: GraphQLSchema; public: GraphQLSchema } {
  if (!built) {
    const internal = buildSchemaSync({
      resolvers,
      validate: true,
      validateFn: checkInput,
      authChecker,
      scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    });
    callDirectly(internal);
    internal.getMutationType()!.description = 'All that can be changed. (变更入口)';
    internal.getQueryType()!.description = 'All that can be asked. (查询入口)';
    built = { internal, public: derivePublicSchema(internal, { internalOnly }) };
  }
  return built;
}
