import { raw, type Sql } from '../platform/database';
import type { RequestContext } from '../platform/graphql';
import { areFiguresKept } from '../plans';
import type { TaskDimension } from './statistics.inputs';
import type { StatisticsRequest } from './task-statistics.read-model';

/** What the kept figures know of: the plan, its region and year, and the deadline. */
const keptDimensions: readonly TaskDimension[] = ['REGION', 'LEVEL', 'YEAR', 'PLAN', 'DEADLINE_KIND', 'DUE_MONTH'];
/** Distinct units cannot be added up: where they are asked for, rows are counted. */
export function canAddUp(context: RequestContext, { filter, groupBy, order }: StatisticsRequest): boolean {
  const countsUnits = context.selected.has('TaskStatisticsRow.unitCount') || order?.field === 'UNIT_COUNT';
  return !countsUnits && areFiguresKept(context, filter) && groupBy.every((dimension) => keptDimensions.includes(dimension));
}

/** The same measures as those of single rows, from their sums. */
export function keptMeasures(): Sql {
  const status = 'obligation_status(f.progress, f.open_due_on, f.ledger_since, clock.today)';
  const obligations = (condition: string) =>
    `coalesce(sum(f.obligation_count) filter (where f.obligation_count > 0 and ${condition}), 0)::int`;
  return raw(`coalesce(sum(f.task_count), 0)::int as "taskCount",
      coalesce(sum(f.obligation_count), 0)::int as "obligationCount",
      0 as "unitCount",
      ${obligations(`${status} <> 'NOT_COLLECTED'`)} as collected,
      ${obligations(`${status} = 'COMPLETED'`)} as completed,
      ${obligations(`${status} = 'OVERDUE'`)} as overdue,
      ${obligations(`${status} = 'COMPLETED' and f.is_dated`)} as dated,
      ${obligations(`${status} = 'COMPLETED' and f.is_on_time`)} as "onTime"`);
}
