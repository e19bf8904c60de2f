import { allOf, raw, sql, type Sql } from '../../platform/database';
import {
  paginate,
  paginateBelow,
  readKeys,
  type ConnectionArgs,
  type OrderTerm,
  type Page,
  type RequestContext,
} from '../../platform/graphql';
import { taskConditions, taskFacts, type Obligation } from '../../plans';
import { regionKeys, regionPath, withinPath } from '../../regions';
import { unitCompanion } from '../../units';
import type { ObligationFilter, ObligationOrder, ObligationOrderField } from './obligation.inputs';
import { obligationColumns, optionalObligationColumns, toObligation } from './obligation.loaders';

const orderTerms: Record<ObligationOrderField, (direction: 'ASC' | 'DESC') => OrderTerm[]> = {
  TASK: (direction) => [
    { expression: 'o.task_id', type: 'integer', direction },
    { expression: 'o.unit_id', type: 'integer', direction },
  ],
  DUE_ON: (direction) => [{ expression: 'o.due_on', type: 'date', direction, nullable: true }],
  UPDATED_AT: (direction) => [{ expression: 'o.updated_at', type: 'timestamptz', direction }],
};

const companions = [unitCompanion({ field: 'Obligation.unit', alias: 'o_unit', key: 'o.unit_id' })];

/** The record below which obligations are listed. */
export type ObligationParent = 'Plan' | 'Task' | 'Unit';

const parentColumns: Record<ObligationParent, string> = { Plan: 'o.plan_id', Task: 'o.task_id', Unit: 'o.unit_id' };

export async function listObligations(
  context: RequestContext,
  args: ConnectionArgs,
  filter: ObligationFilter | null,
  order: ObligationOrder | null,
): Promise<Page<Obligation>> {
  return paginate(context, args, { ...list(order), where: await obligationConditions(context, filter) });
}

export async function listObligationsBelow(
  context: RequestContext,
  [parent, key]: [ObligationParent, number],
  args: ConnectionArgs,
  filter: ObligationFilter | null,
  order: ObligationOrder | null,
): Promise<Page<Obligation>> {
  const below = { column: parentColumns[parent], key, field: `${parent}.obligations`, variant: filter };
  return paginateBelow(context, args, below, { ...list(order), where: await obligationConditions(context, filter) });
}

/** What is collected, due within some days from today, and not complete, by day. */
export function listDueSoon(
  context: RequestContext,
  args: ConnectionArgs,
  filter: ObligationFilter | null,
  days: number,
): Promise<Page<Obligation>> {
  return listNotices(context, args, filter, `due soon:${days}`, [
    sql`o.due_on between (select shanghai_today()) and (select shanghai_today()) + ${days}::int`,
    sql`${raw(statusOfObligation)} in ('NOT_REPORTED', 'IN_PROGRESS')`,
  ]);
}

export function listOverdue(context: RequestContext, args: ConnectionArgs, filter: ObligationFilter | null): Promise<Page<Obligation>> {
  return listNotices(context, args, filter, 'overdue', [overdue(true)]);
}

async function listNotices(
  context: RequestContext,
  args: ConnectionArgs,
  filter: ObligationFilter | null,
  name: string,
  conditions: readonly Sql[],
): Promise<Page<Obligation>> {
  const { viewer } = context;
  const own = viewer?.role === 'REPORTER' ? [sql`o.unit_id = any(${viewer.unitKeys}::int[])`] : [];
  const where = [...(await obligationConditions(context, filter)), ...conditions, ...own];
  return paginate(context, args, { ...list({ field: 'DUE_ON', direction: 'ASC' }), list: name, where });
}

function list(order: ObligationOrder | null) {
  const { field, direction } = order ?? { field: 'TASK', direction: 'ASC' };
  return {
    list: `obligations:${field}:${direction}`,
    columns: obligationColumns,
    optional: optionalObligationColumns,
    companions,
    from: raw('obligation o'),
    order: [...orderTerms[field](direction), { expression: 'o.id', type: 'integer', direction: 'ASC' } as OrderTerm],
    toNode: toObligation,
  };
}

/** How far an obligation `o` is. */
const statusOfObligation = 'obligation_status(o.progress, o.due_on, o.ledger_since, shanghai_today())';

/** The conditions of a filter on `obligation o`. */
export async function obligationConditions(context: RequestContext, filter: ObligationFilter | null): Promise<Sql[]> {
  const holds = raw(filter?.ended ? 'o.ended_on is not null' : 'o.ended_on is null');
  if (!filter) return [holds];
  return [
    holds,
    ...(filter.planIds ? [sql`o.plan_id = any(${readKeys(filter.planIds, 'Plan')}::int[])`] : []),
    ...(filter.taskIds ? [sql`o.task_id = any(${readKeys(filter.taskIds, 'Task')}::int[])`] : []),
    ...(filter.unitIds ? [sql`o.unit_id = any(${readKeys(filter.unitIds, 'Unit')}::int[])`] : []),
    ...(filter.roles ? [sql`o.role = any(${filter.roles}::text[])`] : []),
    ...(filter.statuses ? [sql`${raw(statusOfObligation)} = any(${filter.statuses}::text[])`] : []),
    ...(filter.dueFrom ? [sql`o.due_on >= ${filter.dueFrom}::date`] : []),
    ...(filter.dueTo ? [sql`o.due_on <= ${filter.dueTo}::date`] : []),
    ...(filter.updatedSince ? [sql`o.updated_at >= ${filter.updatedSince}`] : []),
    ...(filter.overdueOnly == null ? [] : [overdue(filter.overdueOnly)]),
    ...(await unitConditions(context, filter)),
    ...(await taskConditionsOf(context, filter)),
  ];
}

/** Only what was due before today can be overdue: the index on the date finds it. */
function overdue(isWanted: boolean): Sql {
  const isOverdue = raw(`o.due_on < (select shanghai_today()) and ${statusOfObligation} = 'OVERDUE'`);
  return isWanted ? isOverdue : sql`(${isOverdue}) is not true`;
}

async function unitConditions(context: RequestContext, filter: ObligationFilter): Promise<Sql[]> {
  const conditions = [
    ...(filter.functionLines ? [sql`u.function_line = any(${filter.functionLines}::text[])`] : []),
    ...(filter.regionCodes ? [sql`u.region_id = any(${await regionKeys(context, filter.regionCodes)}::int[])`] : []),
    ...(filter.withinRegion != null ? [withinPath('r.path', await regionPath(context, filter.withinRegion))] : []),
    ...(filter.levels ? [sql`r.level = any(${filter.levels}::text[])`] : []),
  ];
  return conditions.length === 0
    ? []
    : [sql`o.unit_id in (select u.id from unit u join region r on r.id = u.region_id where ${allOf(conditions)})`];
}

async function taskConditionsOf(context: RequestContext, { years, topicCodes, deadlineKinds }: ObligationFilter): Promise<Sql[]> {
  const conditions = await taskConditions(context, { years, topicCodes, deadlineKinds });
  return conditions.length === 0 ? [] : [sql`o.task_id in (select f.task_id from ${taskFacts(context)} where ${allOf(conditions)})`];
}
