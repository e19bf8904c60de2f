import type { ObligationFilter } from '../ledger';
import { allOf, raw, sql, type Sql } from '../platform/database';
import { readKeys, type RequestContext } from '../platform/graphql';
import { regionKeys, regionPath, withinPath } from '../regions';
import type { Dimension } from './dimensions';
import type { ObligationStatisticsRequest } from './obligation-statistics.read-model';
import { keptProgress, sumOfObligations } from './published-figures';
import type { TaskDimension } from './statistics.inputs';

const status = 'obligation_status(f.progress, f.open_due_on, f.ledger_since, clock.today)';

/** What the kept figures tell obligations apart by, over all plans. */
const ofTotals: Partial<Record<TaskDimension, Pick<Dimension, 'expression' | 'sortedBy'>>> = {
  LEVEL: { expression: 'f.unit_level collate "C"' },
  YEAR: { expression: 'f.year' },
  ROLE: { expression: 'f.role collate "C"' },
  DEADLINE_KIND: { expression: 'f.deadline_kind collate "C"' },
  DUE_MONTH: { expression: "to_char(f.open_due_on, 'YYYY-MM')" },
  STATUS: { expression: `(${status}) collate "C"` },
};
/** Those of single plans know these too. */
const ofPlans: typeof ofTotals = {
  REGION: { expression: 'f.unit_region_id', sortedBy: '(select stable_id collate "C" from region where id = f.unit_region_id)' },
  PLAN: { expression: 'f.plan_id' },
};
const filtersOfTotals: readonly (keyof ObligationFilter)[] = [
  ...(['levels', 'roles', 'statuses', 'deadlineKinds', 'dueFrom', 'dueTo', 'years', 'overdueOnly'] as const),
];
const filtersOfPlans: readonly (keyof ObligationFilter)[] = ['planIds', 'regionCodes', 'withinRegion'];

/** Where kept figures answer: their rows `f`, what they are grouped by, and the conditions of the filter on them. */
export interface ObligationFigures {
  rows: Sql;
  grouped: Readonly<Record<TaskDimension, Pick<Dimension, 'expression' | 'sortedBy'>>>;
  where: Sql;
}

/** Null where rows have to be counted: distinct tasks and units do not add up, and no figures are kept by them or by function line. */
export async function keptObligationFigures(
  context: RequestContext,
  { filter, groupBy, order }: ObligationStatisticsRequest,
): Promise<ObligationFigures | null> {
  const countsRecords = ['taskCount', 'unitCount'].some((field) => context.selected.has(`ObligationStatisticsRow.${field}`));
  if (context.audience !== 'public' || countsRecords || (order && !['KEY', 'OBLIGATION_COUNT'].includes(order.field))) return null;
  const asked = Object.entries(filter ?? {}).flatMap(([name, value]) => (value == null ? [] : [name as keyof ObligationFilter]));
  const grouped = { ...ofTotals, ...ofPlans } as ObligationFigures['grouped'];
  if (!asked.every((name) => filtersOfTotals.includes(name) || filtersOfPlans.includes(name))) return null;
  if (!groupBy.every((dimension) => grouped[dimension] !== undefined)) return null;
  const isOfPlans = groupBy.some((dimension) => ofPlans[dimension]) || asked.some((name) => filtersOfPlans.includes(name));
  const rows = raw(isOfPlans ? 'published_figure f' : 'published_total f');
  return { rows, grouped, where: allOf([raw('f.obligation_count <> 0'), ...(await conditions(context, filter ?? {}))]) };
}

async function conditions(context: RequestContext, filter: Partial<ObligationFilter>): Promise<Sql[]> {
  const overdue = raw(`${status} = 'OVERDUE'`);
  return [
    ...(filter.planIds ? [sql`f.plan_id = any(${readKeys(filter.planIds, 'Plan')}::int[])`] : []),
    ...(filter.regionCodes ? [sql`f.unit_region_id = any(${await regionKeys(context, filter.regionCodes)}::int[])`] : []),
    ...(filter.withinRegion == null
      ? []
      : [
          sql`f.unit_region_id in (select r.id from region r where ${withinPath('r.path', await regionPath(context, filter.withinRegion))})`,
        ]),
    ...(filter.levels ? [sql`f.unit_level = any(${filter.levels}::text[])`] : []),
    ...(filter.roles ? [sql`f.role = any(${filter.roles}::text[])`] : []),
    ...(filter.statuses ? [sql`${raw(status)} = any(${filter.statuses}::text[])`] : []),
    ...(filter.deadlineKinds ? [sql`f.deadline_kind = any(${filter.deadlineKinds}::text[])`] : []),
    ...(filter.dueFrom ? [sql`f.open_due_on >= ${filter.dueFrom}::date`] : []),
    ...(filter.dueTo ? [sql`f.open_due_on <= ${filter.dueTo}::date`] : []),
    ...(filter.years ? [sql`f.year = any(${filter.years}::int[])`] : []),
    ...(filter.overdueOnly == null ? [] : [filter.overdueOnly ? overdue : sql`(${overdue}) is not true`]),
  ];
}

/** The measures of obligations that add up. */
export function keptObligationMeasures(): Sql {
  return raw(`0 as "taskCount", coalesce(sum(f.obligation_count), 0)::int as "obligationCount", 0 as "unitCount",
      ${sumOfObligations("<> 'NOT_COLLECTED'")} as "collectedCount",
      ${keptProgress},
      coalesce(sum(f.obligation_count) filter (where f.is_roster_known), 0)::int as "knownRosterCount"`);
}
