import { raw, type Sql } from '../platform/database';
import type { RequestContext } from '../platform/graphql';
import { keptFigures } from '../plans';
import type { TaskDimension } from './statistics.inputs';
import type { StatisticsRequest } from './task-statistics.read-model';

/** What the kept figures tell apart: over all plans, and plan by plan; and the task's status, where tasks alone are counted. */
const ofTotals: readonly TaskDimension[] = ['LEVEL', 'YEAR', 'DEADLINE_KIND', 'DUE_MONTH'];
const ofPlans: readonly TaskDimension[] = ['REGION', 'PLAN'];

/**
 * The kept figures, as `f`, where they add up to what is asked; null where rows have to be counted. Distinct units never add
 * up: they are counted apart.
 */
export function addedUp(
  context: RequestContext,
  { filter, groupBy }: StatisticsRequest,
  asked: { byPlan: boolean; withObligations: boolean },
): Sql | null {
  const known = [...ofTotals, ...ofPlans, ...(asked.withObligations ? [] : ['STATUS' as const])];
  if (!groupBy.every((dimension) => known.includes(dimension))) return null;
  return keptFigures(context, filter, { ...asked, byPlan: asked.byPlan || groupBy.some((dimension) => ofPlans.includes(dimension)) });
}

/** The same measures as those of single rows, from their sums. */
export function keptMeasures(): Sql {
  return raw(`coalesce(sum(f.task_count), 0)::int as "taskCount", coalesce(sum(f.obligation_count), 0)::int as "obligationCount",
      ${sumOfObligations("<> 'NOT_COLLECTED'")} as collected,
      ${keptProgress}`);
}

/** How many obligations of kept figures `f` are how far. */
export const keptProgress = `${sumOfObligations("= 'COMPLETED'")} as completed,
      ${sumOfObligations("= 'OVERDUE'")} as overdue,
      ${sumOfObligations("= 'COMPLETED' and f.is_dated")} as dated,
      ${sumOfObligations("= 'COMPLETED' and f.is_on_time")} as "onTime"`;

/** Figures keep what the status follows from, not the status: it turns with the day. */
export function sumOfObligations(ofStatus: string): string {
  return `coalesce(sum(f.obligation_count) filter (where obligation_status(f.progress, f.open_due_on, f.ledger_since, clock.today) ${ofStatus}), 0)::int`;
}
