import { sql, type Sql } from '../../platform/database';
import { haveWords, paginate, type ConnectionArgs, type OrderTerm, type Page, type RequestContext } from '../../platform/graphql';
import { targetColumns } from '../columns';
import { toTarget } from '../rows';
import type { Target } from '../target';
import { taskConditions, taskFacts } from '../task.filter';
import type { TargetFilter, TargetOrder, TargetOrderField } from './target.inputs';

const orderTerms: Record<TargetOrderField, (direction: 'ASC' | 'DESC') => OrderTerm[]> = {
  VALUE: (direction) => [{ expression: 'x.comparable_value', type: 'double precision', direction, nullable: true }],
  TASK: (direction) => [
    { expression: 'f.plan_id', type: 'integer', direction },
    { expression: 'f.number', type: 'integer', direction },
    { expression: 'x.position', type: 'integer', direction },
  ],
};

/** Promises across all plans. */
export async function listTargets(
  context: RequestContext,
  args: ConnectionArgs,
  filter: TargetFilter | null,
  order: TargetOrder | null,
): Promise<Page<Target>> {
  const { field, direction } = order ?? { field: 'TASK', direction: 'ASC' };
  return paginate(context, args, {
    list: `targets:${field}:${direction}`,
    columns: targetColumns,
    from: sql`${taskFacts(context)} join target x on x.task_id = f.task_id`,
    where: await conditions(context, filter),
    order: [...orderTerms[field](direction), { expression: 'x.id', type: 'integer', direction: 'ASC' }],
    toNode: toTarget,
  });
}

async function conditions(context: RequestContext, filter: TargetFilter | null): Promise<Sql[]> {
  if (!filter) return [];
  const { planIds, regionCodes, withinRegion, levels, years, topicCodes } = filter;
  return [
    ...(await taskConditions(context, { planIds, regionCodes, withinRegion, levels, years, topicCodes })),
    ...(filter.text ? haveWords(filter.text, ['x.phrase']) : []),
    ...(filter.metricCodes ? [sql`x.metric_code = any(${filter.metricCodes}::text[])`] : []),
    ...(filter.comparators ? [sql`x.comparator = any(${filter.comparators}::text[])`] : []),
    ...(filter.periods ? [sql`x.period = any(${filter.periods}::text[])`] : []),
    ...(filter.comparableUnits ? [sql`x.comparable_unit = any(${filter.comparableUnits}::text[])`] : []),
    ...(filter.valueFrom == null ? [] : [sql`x.comparable_value >= ${filter.valueFrom}`]),
    ...(filter.valueTo == null ? [] : [sql`x.comparable_value <= ${filter.valueTo}`]),
  ];
}
