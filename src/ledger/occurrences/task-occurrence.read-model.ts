import { sql } from '../../platform/database';
import {
  badUserInput,
  hydrate,
  loadOne,
  paginate,
  registerNode,
  type ConnectionArgs,
  type Page,
  type RequestContext,
} from '../../platform/graphql';
import { taskConditions, taskFacts, type TaskFilter } from '../../plans';
import { TaskOccurrence } from './task-occurrence';

const columns = `c.id, c.plan_id as "planId", c.task_id as "taskId", c.due_on as "dueOn", c.starts_on as "startsOn", c.period, c.quota, c.published,
  c.updated_at as "updatedAt"`;

const toOccurrence = (row: object): TaskOccurrence => hydrate(TaskOccurrence, row);

const occurrenceByKey = loadOne<number, TaskOccurrence>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${columns} from task_occurrence c where c.id = any($1)`, [keys])).map(toOccurrence),
  (occurrence) => occurrence.id,
);

/** What falls due in a span of days, by day. BAD_USER_INPUT where it ends before it begins. */
export async function listDeadlines(
  context: RequestContext,
  [from, to]: [string, string],
  args: ConnectionArgs,
  filter: TaskFilter | null,
): Promise<Page<TaskOccurrence>> {
  if (to < from) throw badUserInput('`to` must not be before `from`. / 结束日不得早于起始日。');
  return paginate(context, args, {
    list: 'deadlines',
    columns,
    from: sql`task_occurrence c join ${taskFacts(context)} on f.task_id = c.task_id`,
    where: [sql`c.due_on between ${from}::date and ${to}::date`, ...(await taskConditions(context, filter))],
    order: [
      { expression: 'c.due_on', type: 'date', direction: 'ASC' },
      { expression: 'c.task_id', type: 'integer', direction: 'ASC' },
    ],
    toNode: toOccurrence,
  });
}

registerNode('TaskOccurrence', (context, key) => occurrenceByKey(context).load(key));
