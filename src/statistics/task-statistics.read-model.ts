import { allOf, raw, sql, type Sql } from '../platform/database';
import { hydrate, loaderIn, regroup, type RequestContext } from '../platform/graphql';
import { responsibleUnitConditions, taskConditions, taskFacts, type TaskFilter } from '../plans';
import { countedRows, groupedRows, groupedRowsWith, type Measure } from './counted-rows';
import { dimensions, type FanOut } from './dimensions';
import { checkGrouping, keysOf, mostRows, orderOfRows } from './grouping';
import type { StatisticsOrder, TaskDimension } from './statistics.inputs';
import { addedUp, keptMeasures } from './published-figures';
import { TaskStatistics, TaskStatisticsRow } from './task-statistics';

export interface StatisticsRequest {
  filter: TaskFilter | null;
  groupBy: TaskDimension[];
  order: StatisticsOrder | null;
  first: number | null;
}

/** Figures of what hangs on one record. The conditions speak of it as `parent.key`. */
export interface StatisticsScope {
  name: string;
  /** Which tasks. */
  tasks: Sql;
  /** Which of their units, where not all. */
  units?: Sql;
}

interface FigureRow {
  values: (string | null)[];
  totalRows: number;
  taskCount: number;
  obligationCount: number;
  unitCount: number;
  collected: number;
  completed: number;
  overdue: number;
  dated: number;
  onTime: number;
}

/** Figures over the tasks of a filter. One statement, and one per kind of record that the rows are about. */
export async function taskStatistics(context: RequestContext, request: StatisticsRequest): Promise<TaskStatistics> {
  checkGrouping(request);
  const { text, values } = (await statement(context, request, null)).compile();
  return toStatistics(context, request, await context.reader.rows<FigureRow>(text, values));
}

/** The same below one record, such as a plan. Records of one request that ask alike are served by one statement together. */
export async function taskStatisticsBelow(
  context: RequestContext,
  key: number,
  scope: StatisticsScope,
  request: StatisticsRequest,
): Promise<TaskStatistics> {
  checkGrouping(request);
  const figures = loaderIn<number, FigureRow[]>(context, `statistics ${scope.name} ${JSON.stringify(request)}`, async (keys) => {
    const inner = await statement(context, request, scope);
    const { text, values } =
      sql`select parent.key as parent_key, figure.* from unnest(${keys}::int[]) as parent(key) cross join lateral (${inner}) figure`.compile();
    return regroup(keys, await context.reader.rows<FigureRow & { parent_key: number }>(text, values), (row) => row.parent_key);
  });
  return toStatistics(context, request, await figures.load(key));
}

function toStatistics(context: RequestContext, { groupBy }: StatisticsRequest, figures: readonly FigureRow[]): TaskStatistics {
  const rows = figures.map((figure) => toRow(context, groupBy, figure));
  return hydrate(TaskStatistics, { asOf: new Date(), rows, totalRows: figures[0]?.totalRows ?? 0 });
}

async function statement(context: RequestContext, request: StatisticsRequest, scope: StatisticsScope | null): Promise<Sql> {
  const { filter, groupBy, order, first } = request;
  const needs = (fanOut: FanOut) => groupBy.some((dimension) => dimensions[dimension].needs === fanOut);
  const conditions = [...(await taskConditions(context, filter)), ...(scope ? [scope.tasks] : [])];
  // Grouped by unit, a task without one still shows, under null; but where units are asked for, only these are rows.
  const namesUnits = filter?.unitIds ?? filter?.functionLines ?? scope?.units;
  if (needs('units') && namesUnits) conditions.push(raw('tu.unit_id is not null'));
  // So it is with a task that nobody bears, and with parts.
  if (needs('responsibilities') && (namesUnits || filter?.roles)) conditions.push(raw('b.id is not null'));
  const withObligations = needsObligations(context, groupBy, order);
  const kept = scope?.units ? null : addedUp(context, request, { byPlan: scope !== null, withObligations });
  const facts = sql`${taskFacts(context)}
    ${withObligations ? responsible(needs('responsibilities'), filter, scope) : raw('')}
    ${needs('topics') ? raw('left join task_topic k on k.task_id = f.task_id') : raw('')}`;
  const within = (source: Sql) => sql`(select shanghai_today() as today offset 0) clock cross join ${source} where ${allOf(conditions)}`;
  const wanted = measures(context, request, withObligations);
  const apart = wanted.find(({ name, count }) => name === '"unitCount"' && count !== null && !groupBy.includes('UNIT'));
  const counted = (some: readonly Measure[]) => countedRows(within(facts), groupBy, dimensions, some);
  const grouping = kept
    ? { rows: within(kept), grouped: dimensions, figures: keptMeasures() }
    : counted(wanted.filter((measure) => measure !== apart));
  const limit = first ?? mostRows;
  if (!apart) return groupedRows(grouping, groupBy, orderOfRows(order, groupBy, grouping.grouped), limit);
  const direction = order?.field === 'UNIT_COUNT' ? order.direction : null;
  const others = orderOfRows(direction ? null : order, groupBy, grouping.grouped);
  return groupedRowsWith({ name: apart.name, grouping: counted([apart]), direction }, grouping, groupBy, others, limit);
}

/**
 * Who bears each task. A responsibility has the pairs that came about through it; one whose collective's members nobody
 * knows has none, and counts as a part in the task all the same.
 */
function responsible(byResponsibility: boolean, filter: TaskFilter | null, scope: StatisticsScope | null): Sql {
  const units = [...responsibleUnitConditions(filter), ...(scope?.units ? [scope.units] : [])];
  const pairs = raw('(obligation tu join unit tuu on tuu.id = tu.unit_id and tu.ended_on is null)');
  if (!byResponsibility) return sql`left join ${pairs} on tu.task_id = f.task_id and ${allOf(units)}`;
  const roles = filter?.roles ? [sql`b.role = any(${filter.roles}::text[])`] : [];
  const namesUnits = filter?.unitIds ?? filter?.functionLines ?? scope?.units;
  return sql`left join (responsibility b left join ${pairs} on tu.responsibility_id = b.id) on b.task_id = f.task_id and ${allOf(namesUnits ? units : roles)}`;
}

/** Without them nothing but tasks is counted, and the many rows of obligations are left alone. */
function needsObligations({ selected }: RequestContext, groupBy: readonly TaskDimension[], order: StatisticsOrder | null): boolean {
  const fields = ['obligationCount', 'unitCount', 'completedCount', 'overdueCount', 'completionRate', 'onTimeRate'];
  return (
    fields.some((field) => selected.has(`TaskStatisticsRow.${field}`)) ||
    groupBy.some((dimension) => dimensions[dimension].needs === 'units' || dimensions[dimension].needs === 'responsibilities') ||
    (order !== null && order.field !== 'KEY' && order.field !== 'TASK_COUNT')
  );
}

/** A task stands in a row once where its units are not told apart, or each has a row of its own; a pair stands in one row ever. */
function measures({ selected }: RequestContext, { groupBy, order }: StatisticsRequest, withObligations: boolean): Measure[] {
  const status = 'obligation_status(tu.progress, tu.due_on, tu.ledger_since, clock.today)';
  const isAsked = (...fields: string[]) => fields.some((field) => selected.has(`TaskStatisticsRow.${field}`));
  const isTaskOnce = !withObligations || (groupBy.includes('UNIT') && !groupBy.includes('ROLE'));
  const isTaskAsked = isAsked('taskCount') || order?.field === 'TASK_COUNT';
  const isUnitAsked = withObligations && (isAsked('unitCount') || order?.field === 'UNIT_COUNT');
  const pairs = (name: string, condition: string, isWanted: boolean): Measure => ({
    name,
    count: withObligations && isWanted ? `(count(tu.id) filter (where ${condition}))::int` : null,
  });
  return [
    isTaskOnce
      ? { name: '"taskCount"', count: isTaskAsked ? 'count(f.task_id)::int' : null }
      : { name: '"taskCount"', count: isTaskAsked ? 'count(distinct f.task_id)::int' : null, distinct: 'f.task_id' },
    pairs('"obligationCount"', 'tu.id is not null', isAsked('obligationCount') || order?.field === 'OBLIGATION_COUNT'),
    { name: '"unitCount"', count: isUnitAsked ? 'count(distinct tu.unit_id)::int' : null, distinct: 'tu.unit_id' },
    pairs('collected', `${status} <> 'NOT_COLLECTED'`, isAsked('completedCount', 'overdueCount', 'completionRate')),
    pairs('completed', `${status} = 'COMPLETED'`, isAsked('completedCount', 'completionRate')),
    pairs('overdue', `${status} = 'OVERDUE'`, isAsked('overdueCount')),
    pairs('dated', `${status} = 'COMPLETED' and tu.due_on is not null`, isAsked('onTimeRate')),
    pairs('"onTime"', `${status} = 'COMPLETED' and tu.completed_on <= tu.due_on`, isAsked('onTimeRate')),
  ];
}

function toRow(context: RequestContext, groupBy: readonly TaskDimension[], figure: FigureRow): TaskStatisticsRow {
  const isCollected = figure.collected > 0;
  return hydrate(TaskStatisticsRow, {
    keys: keysOf(context, groupBy, figure.values),
    taskCount: figure.taskCount,
    obligationCount: figure.obligationCount,
    unitCount: figure.unitCount,
    completedCount: isCollected ? figure.completed : null,
    overdueCount: isCollected ? figure.overdue : null,
    completionRate: isCollected ? figure.completed / figure.collected : null,
    onTimeRate: figure.dated > 0 ? figure.onTime / figure.dated : null,
  });
}
