import { sql } from '../platform/database';
import { paginate, paginateBelow, type ConnectionArgs, type OrderTerm, type Page, type RequestContext } from '../platform/graphql';
import { toUnit, unitColumns, type Unit } from '../units';
import { responsibilityColumns, taskColumns } from './columns';
import type { Responsibility } from './responsibility';
import { toResponsibility, toTask } from './rows';
import type { Task } from './task';
import { taskConditions, taskFacts } from './task.filter';
import type { TaskFilter, TaskOrder, TaskOrderField } from './task.inputs';

const orderTerms: Record<TaskOrderField, (direction: 'ASC' | 'DESC') => OrderTerm[]> = {
  NUMBER: (direction) => [
    { expression: 'f.plan_id', type: 'integer', direction },
    { expression: 'f.number', type: 'integer', direction },
  ],
  DUE_ON: (direction) => [{ expression: 'f.due_on', type: 'date', direction, nullable: true }],
  UPDATED_AT: (direction) => [{ expression: 'f.updated_at', type: 'timestamptz', direction }],
};

export async function listTasks(context: RequestContext, args: ConnectionArgs, filter: TaskFilter | null, order: TaskOrder | null): Promise<Page<Task>> {
  return paginate(context, args, { ...list(context, order), where: await taskConditions(context, filter) });
}

export async function listTasksOfPlan(
  context: RequestContext,
  planKey: number,
  args: ConnectionArgs,
  filter: TaskFilter | null,
  order: TaskOrder | null,
): Promise<Page<Task>> {
  const parent = { column: 'f.plan_id', key: planKey, signature: `Plan.tasks ${JSON.stringify(filter)}` };
  return paginateBelow(context, args, parent, { ...list(context, order), where: await taskConditions(context, filter) });
}

function list(context: RequestContext, order: TaskOrder | null) {
  const { field, direction } = order ?? { field: 'NUMBER', direction: 'ASC' };
  return {
    list: `tasks:${field}:${direction}`,
    columns: taskColumns,
    from: sql`${taskFacts(context)} join task t on t.id = f.task_id`,
    order: [...orderTerms[field](direction), { expression: 'f.task_id', type: 'integer', direction: 'ASC' } as OrderTerm],
    toNode: toTask,
  };
}

export function listTasksOfCategory(context: RequestContext, categoryKey: number, args: ConnectionArgs): Promise<Page<Task>> {
  return paginateBelow(context, args, { column: 'f.category_id', key: categoryKey, signature: 'Category.tasks' }, { ...list(context, null), where: [] });
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
  const parent = { column: 'own.unit_id', key: unitKey, signature: `Unit.tasks ${JSON.stringify(filter)}` };
  return paginateBelow(context, args, parent, {
    ...tasks,
    from: sql`task_unit own join ${taskFacts(context)} on f.task_id = own.task_id join task t on t.id = f.task_id`,
    where: await taskConditions(context, filter),
  });
}

/** How tasks fall to a unit: the responsibilities that name it or a collective of which it is a member. */
export function listResponsibilitiesOfUnit(context: RequestContext, unitKey: number, args: ConnectionArgs): Promise<Page<Responsibility>> {
  return paginateBelow(context, args, { column: 'own.unit_id', key: unitKey, signature: 'Unit.responsibilities' }, {
    list: 'responsibilities',
    columns: responsibilityColumns,
    from: sql`task_unit own join responsibility b on b.id = own.responsibility_id join task t on t.id = own.task_id`,
    where: [],
    order: [
      { expression: 't.plan_id', type: 'integer', direction: 'ASC' },
      { expression: 't.number', type: 'integer', direction: 'ASC' },
      { expression: 'b.id', type: 'integer', direction: 'ASC' },
    ],
    toNode: toResponsibility,
  });
}

/** Units to which a task falls, in the order of the printed list. */
export function listUnitsOfTask(context: RequestContext, taskKey: number, args: ConnectionArgs, expanded: boolean): Promise<Page<Unit>> {
  return paginateBelow(context, args, { column: 'own.task_id', key: taskKey, signature: `Task.units ${expanded}` }, {
    list: 'units of a task',
    columns: unitColumns,
    from: sql`task_unit own join responsibility b on b.id = own.responsibility_id join unit u on u.id = own.unit_id`,
    where: expanded ? [] : [sql`own.group_id is null`],
    order: [
      { expression: 'b.position', type: 'integer', direction: 'ASC' },
      { expression: 'u.id', type: 'integer', direction: 'ASC' },
    ],
    toNode: toUnit,
  });
}
