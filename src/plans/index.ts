import './member-change';

export { Category } from './category';
export { referenceKey, type NamedBodies } from './content/task-content';
export { insertTasks } from './content/insert-tasks';
export { loadContent } from './content/load-content';
export type { PlanContent } from './content/plan-content';
export { writeAnnexes, writeBasis } from './content/write-facts';
export { Correction } from './edit/correction';
export { UnitMatch, UnitMatchCandidate, type MatchReason } from './unit-match/unit-match';
export { unitMatchesOfPlan } from './unit-match/unit-match.loaders';
export { UnitMatchMutations } from './unit-match/unit-match.mutations';
export { PlanUnitMatchesResolver, UnitMatchCandidateResolver, UnitMatchResolver } from './unit-match/unit-match.resolver';
export { saveUnitMatches, type FoundMatch } from './unit-match/save-unit-matches';
export { CorrectionResolver, PlanCorrectionsResolver, TaskCorrectionsResolver } from './edit/correction.resolver';
export { EditMutations } from './edit/edit.mutations';
export { CategoryResolver } from './category.resolver';
export { normaliseDocumentNumber } from './document-number';
export { Annex, Plan, PlanBasis } from './plan';
export { PlanPayload } from './plan-payload';
export { loadMetrics } from './metrics/load-metrics';
export { Metric } from './metrics/metric';
export { ComparableTargetResolver, MetricResolver } from './metrics/metric.resolver';
export { readSeedMetrics } from './metrics/read-metrics';
export { UnitForm } from './metrics/unit-form';
export { ListedMember, listMembers } from './listed-member';
export { publishPlan, withdrawPlan } from './plan.commands';
export * from './plan.enums';
export { runPlanSteps, whenPlanIs } from './plan-steps';
export { categoryByKey, planByKey, responsibilitiesOfTask, targetsOfTask, sourceDocumentByKey } from './plan.loaders';
export { taskByKey } from './task.loaders';
export { PlanBasisResolver, PlanResolver, RegionPlansResolver } from './plan.resolver';
export { Responsibility } from './responsibility';
export { SourceDocument } from './source-document';
export { Target } from './target';
export { Task } from './task';
export { keptFigures } from './kept-figures';
export { responsibleUnitConditions, taskConditions, taskFacts } from './task.filter';
export { TaskFilter } from './task.inputs';
export { Deadline, noDeadline } from './deadline';
export { DeadlineResolver, ResponsibilityResolver, TargetResolver, TaskResolver } from './task.resolver';
export { TaskTopic } from './task-topic';
export { Obligation } from './obligation';
export { lockMemberships } from '../units';
export { expandObligations, wantedObligations } from './obligation.commands';
export { Topic } from './topic';
export { topicByKey } from './topic.loaders';
export { TopicResolver } from './topic.resolver';
export { UnitTasksResolver } from './unit-tasks.resolver';
export { RefusedTopic } from './topics/refused-topic';
export { TopicMutations } from './topics/topic.mutations';
export { proposeTopics } from './topics/assign-topics';
export { readSeedTopics } from './topics/read-topics';
export { loadTopics } from './topics/load-topics';
export { WithdrawnPlan } from './withdrawn-plan';
export { WithdrawnPlanResolver } from './withdrawn-plan.resolver';
export { addVersion, keepFirstReading, type AddedVersion } from './versions/plan-version.commands';
export { pairTasks } from './versions/pair-tasks';
export { referredUnits } from './versions/named-bodies';
export { PlanVersion } from './versions/plan-version';
export { asIfPublished } from './versions/publish-version';
export { planVersionByKey } from './versions/plan-version.loaders';
export { PlanVersionMutations } from './versions/plan-version.mutations';
export {
  PlanVersionResolver,
  PlanVersionsResolver,
  VersionChangeResolver,
  VersionConflictResolver,
  VersionDiffResolver,
} from './versions/plan-version.resolver';
export { VersionChange, VersionDiff, VersionReading } from './versions/version-diff';
