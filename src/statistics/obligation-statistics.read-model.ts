import { obligationConditions, type ObligationFilter } from '../ledger';
import { allOf, raw, sql, type Sql } from '../platform/database';
import { hydrate, type RequestContext } from '../platform/graphql';
import { taskFacts } from '../plans';
import { countedRows, groupedRows, type Measure } from './counted-rows';
import { dimensions, type Dimension } from './dimensions';
import { checkGrouping, keysOf, mostRows, orderOfRows } from './grouping';
import { keptObligationFigures, keptObligationMeasures } from './obligation-figures';
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
  LEVEL: { expression: 'r.level collate "C"' },
  UNIT: { expression: 'o.unit_id' },
  FUNCTION_LINE: { expression: 'u.function_line collate "C"' },
  ROLE: { expression: 'o.role collate "C"' },
  DUE_MONTH: { expression: "to_char(o.due_on, 'YYYY-MM')" },
  STATUS: { expression: `(${status}) collate "C"` },
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
  /** How many come through a collective whose roster is only known. */
  knownRosterCount: number;
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
  const { filter, groupBy, order, first } = request;
  const kept = await keptObligationFigures(context, request);
  const clock = raw('(select shanghai_today() as today offset 0) clock cross join');
  const grouping = kept
    ? { grouped: kept.grouped, figures: keptObligationMeasures(), rows: sql`${clock} ${kept.rows} where ${kept.where}` }
    : countedRows(
        sql`${clock} obligation o
        join ${taskFacts(context)} on f.task_id = o.task_id
        join unit u on u.id = o.unit_id
        join region r on r.id = u.region_id
        left join unit_group g on g.id = o.group_id
        ${raw(groupBy.includes('TOPIC') ? 'left join task_topic k on k.task_id = o.task_id' : '')}
        where ${allOf(await obligationConditions(context, filter))}`,
        groupBy,
        grouped,
        measures(context, request),
      );
  return groupedRows(grouping, groupBy, orderOfRows(order, groupBy, grouping.grouped), first ?? mostRows);
}

/** An obligation stands in one row, or in one for each topic of its task. */
function measures({ selected }: RequestContext, { order }: ObligationStatisticsRequest): Measure[] {
  const isAsked = (...fields: string[]) => fields.some((field) => selected.has(`ObligationStatisticsRow.${field}`));
  const distinct = (name: string, column: string, isWanted: boolean): Measure => ({
    name,
    count: isWanted ? `count(distinct ${column})::int` : null,
    distinct: column,
  });
  const count = (name: string, condition: string, isWanted: boolean): Measure => ({
    name,
    count: isWanted ? `(count(*) filter (where ${condition}))::int` : null,
  });
  return [
    distinct('"taskCount"', 'o.task_id', isAsked('taskCount') || order?.field === 'TASK_COUNT'),
    distinct('"unitCount"', 'o.unit_id', isAsked('unitCount') || order?.field === 'UNIT_COUNT'),
    count('"obligationCount"', 'true', true),
    count(
      '"collectedCount"',
      `${status} <> 'NOT_COLLECTED'`,
      isAsked('collectedCount', 'completedCount', 'overdueCount', 'completionRate'),
    ),
    count('completed', `${status} = 'COMPLETED'`, isAsked('completedCount', 'completionRate')),
    count('overdue', `${status} = 'OVERDUE'`, isAsked('overdueCount')),
    count('dated', `${status} = 'COMPLETED' and o.due_on is not null`, isAsked('onTimeRate')),
    count('"onTime"', `${status} = 'COMPLETED' and o.completed_on <= o.due_on`, isAsked('onTimeRate')),
    count('"knownRosterCount"', `g.roster = 'KNOWN'`, isAsked('rosterKnownOnly')),
  ];
}

function toRow(context: RequestContext, groupBy: readonly TaskDimension[], figure: FigureRow): ObligationStatisticsRow {
  const { taskCount, obligationCount, unitCount, collectedCount, completed, overdue, dated, onTime, knownRosterCount } = figure;
  const isCollected = collectedCount > 0;
  return hydrate(ObligationStatisticsRow, {
    keys: keysOf(context, groupBy, figure.values),
    ...{ taskCount, obligationCount, unitCount, collectedCount },
    rosterKnownOnly: knownRosterCount > 0,
    completedCount: isCollected ? completed : null,
    overdueCount: isCollected ? overdue : null,
    completionRate: isCollected ? completed / collectedCount : null,
    onTimeRate: dated > 0 ? onTime / dated : null,
  });
}
