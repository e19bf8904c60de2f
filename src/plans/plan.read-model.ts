import { allOf, containing, raw, sql, type Sql } from '../platform/database';
import {
  haveWords,
  paginate,
  paginateBelow,
  readKeys,
  type ConnectionArgs,
  type OrderTerm,
  type Page,
  type RequestContext,
} from '../platform/graphql';
import { regionKeys, regionPath, withinPath } from '../regions';
import { planColumns } from './columns';
import { optionalPlanColumns, planCompanions } from './companions';
import { normaliseDocumentNumber } from './document-number';
import type { Plan } from './plan';
import type { PlanFilter, PlanOrder, PlanOrderField } from './plan.inputs';
import { toPlan } from './rows';

const orderTerms: Record<PlanOrderField, (direction: 'ASC' | 'DESC') => OrderTerm[]> = {
  REGION: (direction) => [
    { expression: 'r.stable_id', type: 'text', direction },
    { expression: 'p.year', type: 'integer', direction: 'DESC', nullable: true },
  ],
  YEAR: (direction) => [{ expression: 'p.year', type: 'integer', direction, nullable: true }],
  ISSUED_ON: (direction) => [{ expression: 'p.issued_on', type: 'date', direction, nullable: true }],
  UPDATED_AT: (direction) => [{ expression: 'p.updated_at', type: 'timestamptz', direction }],
};

export async function listPlans(
  context: RequestContext,
  args: ConnectionArgs,
  filter: PlanFilter | null,
  order: PlanOrder | null,
): Promise<Page<Plan>> {
  return paginate(context, args, { ...list(order), where: await planConditions(context, filter) });
}

export function listPlansOfRegion(context: RequestContext, regionKey: number, args: ConnectionArgs, order: PlanOrder | null): Page<Plan> {
  return paginateBelow(context, args, { column: 'p.region_id', key: regionKey, field: 'Region.plans' }, { ...list(order), where: [] });
}

function list(order: PlanOrder | null) {
  const { field, direction } = order ?? { field: 'REGION', direction: 'ASC' };
  return {
    list: `plans:${field}:${direction}`,
    columns: planColumns,
    optional: optionalPlanColumns,
    companions: planCompanions('p'),
    from: raw('plan p join region r on r.id = p.region_id'),
    order: [...orderTerms[field](direction), { expression: 'p.id', type: 'integer', direction: 'ASC' } as OrderTerm],
    toNode: toPlan,
  };
}

async function planConditions(context: RequestContext, filter: PlanFilter | null): Promise<Sql[]> {
  if (!filter) return [];
  return [
    ...(filter.text ? [textCondition(filter.text)] : []),
    ...(filter.updatedSince ? [sql`p.updated_at >= ${filter.updatedSince}`] : []),
    ...(filter.regionCodes ? [sql`p.region_id = any(${await regionKeys(context, filter.regionCodes)}::int[])`] : []),
    ...(filter.withinRegion != null ? [withinPath('r.path', await regionPath(context, filter.withinRegion))] : []),
    ...(filter.levels ? [sql`r.level = any(${filter.levels}::text[])`] : []),
    ...(filter.years ? [sql`p.year = any(${filter.years}::int[])`] : []),
    ...(filter.kinds ? [sql`p.kind = any(${filter.kinds}::text[])`] : []),
    ...(filter.topicCodes ? [withTopics(filter.topicCodes)] : []),
    ...(filter.issuingUnitIds ? [sql`p.issuing_unit_id = any(${readKeys(filter.issuingUnitIds, 'Unit')}::int[])`] : []),
    ...(filter.issuedFrom ? [sql`p.issued_on >= ${filter.issuedFrom}::date`] : []),
    ...(filter.issuedTo ? [sql`p.issued_on <= ${filter.issuedTo}::date`] : []),
    ...(filter.states ? [sql`p.state = any(${filter.states}::text[])`] : []),
  ];
}

function withTopics(codes: string[]): Sql {
  return sql`exists (
    select from task t join task_topic k on k.task_id = t.id join topic o on o.id = k.topic_id left join topic above on above.id = o.parent_id
    where t.plan_id = p.id and (o.code = any(${codes}::text[]) or above.code = any(${codes}::text[])))`;
}

/** A document number is found whatever brackets its year stands in. */
function textCondition(text: string): Sql {
  const words = allOf(haveWords(text, ['p.title', 'p.document_number']));
  return sql`(${words}) or p.document_number like ${containing(normaliseDocumentNumber(text))}`;
}
