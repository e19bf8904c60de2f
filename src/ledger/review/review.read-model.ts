import { allOf, join, raw, sql, type Sql } from '../../platform/database';
import { paginate, readKeys, type ConnectionArgs, type Page, type RequestContext, type Viewer } from '../../platform/graphql';
import { regionPath, withinPath } from '../../regions';
import type { ReviewQueueFilter } from './review.inputs';
import { submissionColumns, toSubmission } from './review.loaders';
import type { ReviewSubmission } from './review-submission';
import type { ReviewItem } from './submission-store';

/** Rounds of review that wait for somebody, the oldest first. A reporter sees those of the units it writes for. */
export async function listReviewQueue(
  context: RequestContext,
  args: ConnectionArgs,
  filter: ReviewQueueFilter | null,
): Promise<Page<ReviewSubmission>> {
  return paginate(context, args, {
    list: 'review queue',
    columns: submissionColumns,
    from: raw('review_submission s join region r on r.id = s.region_id'),
    where: [raw(`s.state = 'OPEN'`), ...ownConditions(context.viewer), ...(filter ? await queueConditions(context, filter) : [])],
    order: [
      { expression: 's.submitted_at', type: 'timestamptz', direction: 'ASC' },
      { expression: 's.id', type: 'integer', direction: 'ASC' },
    ],
    toNode: toSubmission,
  });
}

/** Every round of one record, the latest first. */
export async function reviewsOf(context: RequestContext, { type, id }: ReviewItem): Promise<ReviewSubmission[]> {
  const { text, values } =
    sql`select ${raw(submissionColumns)} from review_submission s where s.subject_type = ${type} and s.subject_id = ${id} and ${allOf(ownConditions(context.viewer))} order by s.round desc`.compile();
  return (await context.reader.rows<object>(text, values)).map(toSubmission);
}

function ownConditions(viewer: Viewer | null): Sql[] {
  return viewer?.role === 'REPORTER' ? [sql`s.unit_id = any(${viewer.unitKeys}::int[])`] : [];
}

async function queueConditions(context: RequestContext, filter: ReviewQueueFilter): Promise<Sql[]> {
  const stage = [
    ...(filter.stageKinds ? [sql`v.kind = any(${filter.stageKinds}::text[])`] : []),
    ...(filter.stages ? [sql`v.position = any(${filter.stages}::int[])`] : []),
  ];
  return [
    ...(filter.subjectTypes ? [sql`s.subject_type = any(${filter.subjectTypes}::text[])`] : []),
    ...(filter.withinRegion != null ? [withinPath('r.path', await regionPath(context, filter.withinRegion))] : []),
    ...(filter.unitIds ? [sql`s.unit_id = any(${readKeys(filter.unitIds, 'Unit')}::int[])`] : []),
    ...(stage.length > 0 ? [openStage(stage)] : []),
    ...(filter.waitingForMe == null ? [] : [waitingFor(context.viewer, filter.waitingForMe)]),
  ];
}

function openStage(conditions: readonly Sql[]): Sql {
  return sql`exists (select from review v where v.submission_id = s.id and v.step = s.step and v.decision is null and ${allOf(conditions)})`;
}

function waitingFor(viewer: Viewer | null, wanted: boolean): Sql {
  if (viewer?.role !== 'REVIEWER') return raw(wanted ? 'false' : 'true');
  const units = viewer.unitKey === null ? viewer.unitKeys : [viewer.unitKey, ...viewer.unitKeys];
  const waits = join(
    [
      sql`${viewer.subject} <> all (s.authors)`,
      sql`not exists (select from review v where v.submission_id = s.id and v.reviewer = ${viewer.subject})`,
      openStage([sql`v.unit_id is null or v.unit_id = any(${units}::int[])`]),
    ],
    ' and ',
  );
  return wanted ? waits : sql`not (${waits})`;
}
