import { today } from '../../platform/calendar';
import { raw, sql, type Sql } from '../../platform/database';
import {
  haveWords,
  hydrate,
  loadMany,
  loadOne,
  paginate,
  paginateBelow,
  readKeys,
  registerNode,
  type ConnectionArgs,
  type OrderTerm,
  type Page,
  type RequestContext,
} from '../../platform/graphql';
import { regionPath, withinPath } from '../../regions';
import { Rectification, RectificationStep } from './rectification';
import type { RectificationFilter, RectificationOrder, RectificationOrderField } from './rectification.inputs';

const columns = `c.id, c.unit_id as "unitId", c.plan_id as "planId", c.task_id as "taskId", c.obligation_id as "obligationId", c.source, c.finding,
  c.demanded_measures as "demandedMeasures", c.due_on as "dueOn", c.opened_on as "openedOn", c.state, c.measures, c.result,
  c.closed_on as "closedOn", c.reopenings, c.disclosure, c.published, c.updated_at as "updatedAt"`;

const toRectification = (row: object): Rectification => hydrate(Rectification, row);

export const rectificationByKey = loadOne<number, Rectification>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${columns} from rectification c where c.id = any($1)`, [keys])).map(toRectification),
  (rectification) => rectification.id,
);

export const stepsOfRectification = loadMany<number, RectificationStep>(
  async (reader, keys) =>
    (
      await reader.rows<object>(
        `select rectification_id as "rectificationId", position, kind, text, actor, happened_at as "happenedAt"
         from rectification_step where rectification_id = any($1) order by rectification_id, position`,
        [keys],
      )
    ).map((row) => hydrate(RectificationStep, row)),
  (step) => step.rectificationId,
);

registerNode('Rectification', (context, key) => rectificationByKey(context).load(key));

const orderTerms: Record<RectificationOrderField, (direction: 'ASC' | 'DESC') => OrderTerm> = {
  DUE_ON: (direction) => ({ expression: 'c.due_on', type: 'date', direction }),
  OPENED_ON: (direction) => ({ expression: 'c.opened_on', type: 'date', direction }),
  UPDATED_AT: (direction) => ({ expression: 'c.updated_at', type: 'timestamptz', direction }),
};

export async function listRectifications(
  context: RequestContext,
  args: ConnectionArgs,
  filter: RectificationFilter | null,
  order: RectificationOrder | null,
): Promise<Page<Rectification>> {
  return paginate(context, args, { ...list(order), where: await conditions(context, filter) });
}

export async function listRectificationsOfUnit(
  context: RequestContext,
  unitKey: number,
  args: ConnectionArgs,
  filter: RectificationFilter | null,
  order: RectificationOrder | null,
): Promise<Page<Rectification>> {
  const parent = { column: 'c.unit_id', key: unitKey, field: 'Unit.rectifications', variant: filter };
  return paginateBelow(context, args, parent, { ...list(order), where: await conditions(context, filter) });
}

function list(order: RectificationOrder | null) {
  const { field, direction } = order ?? { field: 'DUE_ON', direction: 'ASC' };
  return {
    list: `rectifications:${field}:${direction}`,
    columns,
    // A finding of a unit that the public does not see is there all the same.
    from: raw('rectification c left join unit u on u.id = c.unit_id left join region r on r.id = u.region_id'),
    order: [orderTerms[field](direction), { expression: 'c.id', type: 'integer', direction: 'ASC' } as OrderTerm],
    toNode: toRectification,
  };
}

async function conditions(context: RequestContext, filter: RectificationFilter | null): Promise<Sql[]> {
  if (!filter) return [];
  return [
    ...(filter.text ? haveWords(filter.text, ['c.finding']) : []),
    ...(filter.sources ? [sql`c.source = any(${filter.sources}::text[])`] : []),
    ...(filter.states ? [sql`c.state = any(${filter.states}::text[])`] : []),
    ...(filter.unitIds ? [sql`c.unit_id = any(${readKeys(filter.unitIds, 'Unit')}::int[])`] : []),
    ...(filter.withinRegion != null ? [withinPath('r.path', await regionPath(context, filter.withinRegion))] : []),
    ...(filter.planIds ? [sql`c.plan_id = any(${readKeys(filter.planIds, 'Plan')}::int[])`] : []),
    ...(filter.taskIds ? [sql`c.task_id = any(${readKeys(filter.taskIds, 'Task')}::int[])`] : []),
    ...(filter.overdue == null ? [] : [sql`(c.due_on < coalesce(c.closed_on, ${today()}::date)) = ${filter.overdue}`]),
    ...(filter.dueFrom ? [sql`c.due_on >= ${filter.dueFrom}::date`] : []),
    ...(filter.dueTo ? [sql`c.due_on <= ${filter.dueTo}::date`] : []),
    ...(filter.updatedSince ? [sql`c.updated_at >= ${filter.updatedSince}`] : []),
  ];
}
