import { obligationConditions, type ObligationFilter } from '../ledger';
import { allOf, join, raw, sql, type Sql } from '../platform/database';
import { hydrate, type RequestContext } from '../platform/graphql';
import { taskFacts } from '../plans';
import { dimensions, type Dimension } from './dimensions';
import { checkGrouping, keysOf, mostRows, orderOfRows } from './grouping';
import { keptObligationFigures, keptObligationMeasures, type ObligationFigures } from './obligation-figures';
import { ObligationStatistics, ObligationStatisticsRow } from './obligation-statistics';
import type { StatisticsOrder, TaskDimension } from './statistics.inputs';

export interface ObligationStatisticsRequest {
  filter: ObligationFilter | null;
  groupBy: TaskDimension[];
  order: StatisticsOrder | null;
  first: number | null;
}

/** How far an obligation is; today is looked up once. */
const status = 'obligation_status(o.progress, o.due_on, o.ledger_since, clock.today)';

/** Where a dimension of obligations is another thing than that of tasks: over the obligations `o`, their units `u` with region `r`. */
const grouped: Readonly<Record<TaskDimension, Pick<Dimension, 'expression' | 'sortedBy' | 'needs'>>> = {
  ...dimensions,
  REGION: { expression: 'u.region_id', sortedBy: '(select stable_id collate "C" from region where id = u.region_id)' },
  LEVEL: { expression: 'r.level', sortedBy: 'r.level collate "C"' },
  UNIT: { expression: 'o.unit_id' },
  FUNCTION_LINE: { expression: 'u.function_line', sortedBy: 'u.function_line collate "C"' },
  ROLE: { expression: 'o.role', sortedBy: 'o.role collate "C"' },
  DUE_MONTH: { expression: "to_char(o.due_on, 'YYYY-MM')" },
  STATUS: { expression: status, sortedBy: `(${status}) collate "C"` },
};

interface FigureRow {
  values: (string | null)[];
  totalRows: number;
  taskCount: number;
  obligationCount: number;
  unitCount: number;
  collectedCount: number;
  completed: number;
  overdue: number;
  dated: number;
  onTime: number;
  rosterKnownOnly: boolean;
}

/** Figures over the obligations of a filter. One statement, and one per kind of record that the rows are about. */
export async function obligationStatistics(context: RequestContext, request: ObligationStatisticsRequest): Promise<ObligationStatistics> {
  checkGrouping(request);
  const { text, values } = (await statement(context, request)).compile();
  const figures = await context.reader.rows<FigureRow>(text, values);
  const rows = figures.map((figure) => toRow(context, request.groupBy, figure));
  return hydrate(ObligationStatistics, { asOf: new Date(), rows, totalRows: figures[0]?.totalRows ?? 0 });
}

async function statement(context: RequestContext, request: ObligationStatisticsRequest): Promise<Sql> {
  const kept = await keptObligationFigures(context, request);
  if (kept) return grouping(request, { ...kept, measures: keptObligationMeasures() });
  // An obligation stands in one row only, unless its task has several topics and these are asked for.
  const byTopic = request.groupBy.includes('TOPIC');
  return grouping(request, {
    grouped,
    measures: measures(context, request.order, raw(byTopic ? 'count(distinct o.id)' : 'count(*)')),
    rows: sql`obligation o
    join ${taskFacts(context)} on f.task_id = o.task_id
    join unit u on u.id = o.unit_id
    join region r on r.id = u.region_id
    left join unit_group g on g.id = o.group_id
    ${raw(byTopic ? 'left join task_topic k on k.task_id = o.task_id' : '')}`,
    where: allOf(await obligationConditions(context, request.filter)),
  });
}

function grouping(
  { groupBy, order, first }: ObligationStatisticsRequest,
  { rows, grouped: by, where, measures: figures }: ObligationFigures & { measures: Sql },
): Sql {
  const keys = groupBy.map((dimension) => raw(by[dimension].expression));
  const values = keys.map((key) => sql`(${key})::text`);
  return sql`
    select array[${join(values, ', ')}]::text[] as values, (count(*) over ())::int as "totalRows", ${figures}
    from (select shanghai_today() as today offset 0) clock cross join ${rows}
    where ${where}
    ${keys.length > 0 ? sql`group by ${join(keys, ', ')}` : raw('')}
    order by ${orderOfRows(order, groupBy, by)}
    limit ${first ?? mostRows}`;
}

function measures({ selected }: RequestContext, order: StatisticsOrder | null, own: Sql): Sql {
  const is = raw(status);
  // Distinct rows take a sorting of all of them.
  const distinct = (column: string, field: string, isSortedBy: boolean) =>
    raw(isSortedBy || selected.has(`ObligationStatisticsRow.${field}`) ? `count(distinct ${column})::int` : '0');
  return sql`${distinct('o.task_id', 'taskCount', order?.field === 'TASK_COUNT')} as "taskCount",
      ${own}::int as "obligationCount",
      ${distinct('o.unit_id', 'unitCount', order?.field === 'UNIT_COUNT')} as "unitCount",
      (${own} filter (where ${is} <> 'NOT_COLLECTED'))::int as "collectedCount",
      (${own} filter (where ${is} = 'COMPLETED'))::int as completed,
      (${own} filter (where ${is} = 'OVERDUE'))::int as overdue,
      (${own} filter (where ${is} = 'COMPLETED' and o.due_on is not null))::int as dated,
      (${own} filter (where ${is} = 'COMPLETED' and o.completed_on <= o.due_on))::int as "onTime",
      coalesce(bool_or(g.roster = 'KNOWN'), false) as "rosterKnownOnly"`;
}

function toRow(context: RequestContext, groupBy: readonly TaskDimension[], figure: FigureRow): ObligationStatisticsRow {
  const { taskCount, obligationCount, unitCount, collectedCount, completed, overdue, dated, onTime, rosterKnownOnly } = figure;
  const isCollected = collectedCount > 0;
  return hydrate(ObligationStatisticsRow, {
    keys: keysOf(context, groupBy, figure.values),
    ...{ taskCount, obligationCount, unitCount, collectedCount, rosterKnownOnly },
    completedCount: isCollected ? completed : null,
    overdueCount: isCollected ? overdue : null,
    completionRate: isCollected ? completed / collectedCount : null,
    onTimeRate: dated > 0 ? onTime / dated : null,
  });
}
