import { allOf, raw, sql } from '../platform/database';
import { paginate, paginateBelow, type ConnectionArgs, type OrderTerm, type Page, type RequestContext } from '../platform/graphql';
import { optionalUnitColumns, toUnit, unitColumns, unitCompanions, type Unit } from '../units';
import { memberOnDayOfPlan, responsibilityColumns, taskColumns } from './columns';
import type { Responsibility } from './responsibility';
import { optionalTaskColumns, taskCompanions } from './companions';
import { keptFigures } from './kept-figures';
import { toResponsibility, toTask } from './rows';
import type { Task } from './task';
import { isOfTasksAlone, taskConditions, taskFacts, tasksAlone } from './task.filter';
import type { TaskFilter, TaskOrder, TaskOrderField } from './task.inputs';

const orderTerms: Record<TaskOrderField, (direction: 'ASC' | 'DESC') => OrderTerm[]> = {
  NUMBER: (direction) => [
    { expression: 'f.plan_id', type: 'integer', direction },
    { expression: 'f.number', type: 'integer', direction },
  ],
  DUE_ON: (direction) => [{ expression: 'f.due_on', type: 'date', direction, nullable: true }],
  UPDATED_AT: (direction) => [{ expression: 'f.updated_at', type: 'timestamptz', direction }],
};

export async function listTasks(
  context: RequestContext,
  args: ConnectionArgs,
  filter: TaskFilter | null,
  order: TaskOrder | null,
): Promise<Page<Task>> {
  const where = await taskConditions(context, filter);
  // The table of tasks has an index by plan and number alone.
  const isOfPlans = isOfTasksAlone(filter) && (!filter || filter.planIds != null) && (!order || order.field === 'NUMBER');
  const kept = keptFigures(context, filter);
  const total = kept ? sql`select coalesce(sum(f.task_count), 0)::int as total from ${kept} where ${allOf(where)}` : undefined;
  return paginate(context, args, { ...list(context, order, isOfPlans), where, total });
}

export async function listTasksOfPlan(
  context: RequestContext,
  planKey: number,
  args: ConnectionArgs,
  filter: TaskFilter | null,
  order: TaskOrder | null,
): Promise<Page<Task>> {
  const parent = { column: 'f.plan_id', key: planKey, field: 'Plan.tasks', variant: filter };
  return paginateBelow(context, args, parent, {
    ...list(context, order, isOfTasksAlone(filter)),
    where: await taskConditions(context, filter),
  });
}

function list(context: RequestContext, order: TaskOrder | null, isAlone = false) {
  const { field, direction } = order ?? { field: 'NUMBER', direction: 'ASC' };
  return {
    list: `tasks:${field}:${direction}`,
    columns: taskColumns,
    optional: optionalTaskColumns,
    companions: taskCompanions('t'),
    from: isAlone ? tasksAlone : sql`${taskFacts(context)} join task t on t.id = f.task_id`,
    order: [...orderTerms[field](direction), { expression: 'f.task_id', type: 'integer', direction: 'ASC' } as OrderTerm],
    toNode: toTask,
  };
}

export function listTasksOfCategory(context: RequestContext, categoryKey: number, args: ConnectionArgs): Page<Task> {
  return paginateBelow(
    context,
    args,
    { column: 'f.category_id', key: categoryKey, field: 'Category.tasks' },
    { ...list(context, null), where: [] },
  );
}

/** Tasks that fall to a unit, named or through a collective. */
export async function listTasksOfUnit(
  context: RequestContext,
  unitKey: number,
  args: ConnectionArgs,
  filter: TaskFilter | null,
  order: TaskOrder | null,
): Promise<Page<Task>> {
  const tasks = list(context, order);
  const parent = { column: 'own.unit_id', key: unitKey, field: 'Unit.tasks', variant: filter };
  return paginateBelow(context, args, parent, {
    ...tasks,
    from: sql`obligation own join ${taskFacts(context)} on f.task_id = own.task_id and own.ended_on is null join task t on t.id = f.task_id`,
    where: await taskConditions(context, filter),
  });
}

/**
 * How tasks fall to a unit: every responsibility that names it, or names a collective of which it is a member on the plan's
 * day. A unit that is named beside its collective has both.
 */
export function listResponsibilitiesOfUnit(context: RequestContext, unitKey: number, args: ConnectionArgs): Page<Responsibility> {
  return paginateBelow(
    context,
    args,
    { column: 'own.unit_id', key: unitKey, field: 'Unit.responsibilities' },
    {
      list: 'responsibilities',
      columns: responsibilityColumns,
      from: sql`obligation own join task t on t.id = own.task_id and own.ended_on is null join plan p on p.id = t.plan_id join responsibility b on b.task_id = own.task_id`,
      where: [
        sql`b.id = own.responsibility_id or b.unit_id = own.unit_id
        or exists (select from unit_group_member m where m.group_id = b.group_id and m.unit_id = own.unit_id and ${raw(memberOnDayOfPlan)})`,
      ],
      order: [
        { expression: 't.plan_id', type: 'integer', direction: 'ASC' },
        { expression: 't.number', type: 'integer', direction: 'ASC' },
        { expression: 'b.position', type: 'integer', direction: 'ASC' },
        { expression: 'b.id', type: 'integer', direction: 'ASC' },
      ],
      toNode: toResponsibility,
    },
  );
}

/** Units to which a task falls, in the order of the printed list: those named, and (expanded) the members of collectives. */
export function listUnitsOfTask(context: RequestContext, taskKey: number, args: ConnectionArgs, expanded: boolean): Page<Unit> {
  return paginateBelow(
    context,
    args,
    { column: 'own.task_id', key: taskKey, field: 'Task.units', variant: expanded },
    {
      list: expanded ? 'units' : 'named units',
      columns: unitColumns,
      optional: optionalUnitColumns,
      companions: unitCompanions('u'),
      from: expanded
        ? sql`obligation own join responsibility b on b.id = own.responsibility_id and own.ended_on is null join unit u on u.id = own.unit_id`
        : sql`(select distinct on (task_id, unit_id) task_id, unit_id, position from responsibility where unit_id is not null
          order by task_id, unit_id, position) own join unit u on u.id = own.unit_id`,
      where: [],
      order: [
        { expression: expanded ? 'b.position' : 'own.position', type: 'integer', direction: 'ASC' },
        { expression: 'u.id', type: 'integer', direction: 'ASC' },
      ],
      toNode: toUnit,
    },
  );
}
