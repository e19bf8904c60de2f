import { forOffices, raw, type Reader } from '../../platform/database';
import { hydrate, loadMany, paginateBelow, type ConnectionArgs, type Page, type RequestContext } from '../../platform/graphql';
import { Correction } from './correction';

const columns = (reader: Pick<Reader, 'audience'>): string =>
  `k.id, k.plan_id as "planId", k.task_id as "taskId", k.field, k.before, k.after, k.reason, ${forOffices(reader, 'k.actor')} as actor, k.created_at as "createdAt", k.published`;

const toCorrection = (row: object): Correction => hydrate(Correction, row);

/** The newest first. */
export const correctionsOfTask = loadMany<number, Correction>(
  async (reader, tasks) =>
    (
      await reader.rows<object>(`select ${columns(reader)} from correction k where k.task_id = any($1) order by k.task_id, k.id desc`, [
        tasks,
      ])
    ).map(toCorrection),
  (correction) => correction.taskId!,
);

/** Those of a plan and of its tasks, the newest first. */
export function listCorrectionsOfPlan(context: RequestContext, planKey: number, args: ConnectionArgs): Page<Correction> {
  return paginateBelow(
    context,
    args,
    { column: 'k.plan_id', key: planKey, field: 'Plan.corrections' },
    {
      list: 'corrections',
      columns: columns(context.reader),
      from: raw('correction k'),
      where: [],
      order: [{ expression: 'k.id', type: 'integer', direction: 'DESC' }],
      toNode: toCorrection,
    },
  );
}
