import { raw, type Sql } from '../platform/database';
import type { RequestContext } from '../platform/graphql';
import type { TaskFilter } from './task.inputs';

/** What the sums over all plans can be filtered by. */
const ofTotals: readonly (keyof TaskFilter)[] = ['levels', 'years', 'deadlineKinds', 'dueFrom', 'dueTo'];
/** The figures of single plans know these too. */
const ofPlans: readonly (keyof TaskFilter)[] = ['planIds', 'regionCodes', 'withinRegion'];

export interface FiguresWanted {
  /** Whether plans or their regions are told apart, beside what the filter says of them. */
  byPlan?: boolean;
  /** Whether obligations are counted beside tasks. The status of a task is kept where they are not. */
  withObligations?: boolean;
}

/**
 * The figures kept beside the public rows, as `f`, where they can answer for the tasks of a filter: then its conditions hold on
 * them as they are, and `task_count` adds up. Null where rows have to be counted.
 */
export function keptFigures(context: RequestContext, filter: TaskFilter | null, wanted: FiguresWanted = {}): Sql | null {
  if (context.audience !== 'public') return null;
  const asked = Object.entries(filter ?? {}).flatMap(([name, value]) => (value == null ? [] : [name as keyof TaskFilter]));
  const isOfPlans = wanted.byPlan === true || asked.some((name) => ofPlans.includes(name));
  const known = [...ofTotals, ...ofPlans, ...(wanted.withObligations ? [] : ['statuses' as const])];
  if (!asked.every((name) => known.includes(name))) return null;
  const table = isOfPlans ? 'published_figure' : 'published_total';
  return raw(
    wanted.withObligations
      ? `${table} f`
      : `(select *, obligation_status(progress, open_due_on, ledger_since, shanghai_today()) as status from ${table} where task_count <> 0) f`,
  );
}
