import { raw, sql, type Sql } from '../../platform/database';
import {
  haveWords,
  paginate,
  paginateBelow,
  readKeys,
  type ConnectionArgs,
  type OrderTerm,
  type Page,
  type RequestContext,
} from '../../platform/graphql';
import { regionPath, withinPath } from '../../regions';
import type { Evaluation } from './evaluation';
import type { EvaluationScheme } from './evaluation-scheme';
import type { EvaluationFilter, EvaluationOrder, EvaluationOrderField, EvaluationSchemeFilter } from './evaluation.list-inputs';
import { evaluationColumns, schemeColumns, toEvaluation, toScheme } from './evaluation.loaders';

const orderTerms: Record<EvaluationOrderField, (direction: 'ASC' | 'DESC') => OrderTerm> = {
  PERIOD: (direction) => ({ expression: 'v.period_end', type: 'date', direction }),
  TOTAL: (direction) => ({ expression: 'v.total', type: 'numeric', direction }),
  UPDATED_AT: (direction) => ({ expression: 'v.updated_at', type: 'timestamptz', direction }),
};

export async function listEvaluations(
  context: RequestContext,
  args: ConnectionArgs,
  filter: EvaluationFilter | null,
  order: EvaluationOrder | null,
): Promise<Page<Evaluation>> {
  return paginate(context, args, { ...list(order), where: await conditions(context, filter) });
}

export async function listEvaluationsOfUnit(
  context: RequestContext,
  unitKey: number,
  args: ConnectionArgs,
  filter: EvaluationFilter | null,
  order: EvaluationOrder | null,
): Promise<Page<Evaluation>> {
  const parent = { column: 'v.unit_id', key: unitKey, field: 'Unit.evaluations', variant: filter };
  return paginateBelow(context, args, parent, { ...list(order), where: await conditions(context, filter) });
}

function list(order: EvaluationOrder | null) {
  const { field, direction } = order ?? { field: 'PERIOD', direction: 'DESC' };
  return {
    list: `evaluations:${field}:${direction}`,
    columns: evaluationColumns,
    from: raw(
      'evaluation v join evaluation_scheme s on s.id = v.scheme_id left join unit u on u.id = v.unit_id left join region r on r.id = u.region_id',
    ),
    order: [orderTerms[field](direction), { expression: 'v.id', type: 'integer', direction: 'ASC' } as OrderTerm],
    toNode: toEvaluation,
  };
}

async function conditions(context: RequestContext, filter: EvaluationFilter | null): Promise<Sql[]> {
  if (!filter) return [];
  return [
    ...(filter.unitIds ? [sql`v.unit_id = any(${readKeys(filter.unitIds, 'Unit')}::int[])`] : []),
    ...(filter.withinRegion != null ? [withinPath('r.path', await regionPath(context, filter.withinRegion))] : []),
    ...(filter.schemeIds ? [sql`v.scheme_id = any(${readKeys(filter.schemeIds, 'EvaluationScheme')}::int[])`] : []),
    ...(filter.years ? [sql`s.year = any(${filter.years}::int[])`] : []),
    ...(filter.evaluatorKinds ? [sql`v.evaluator_kind = any(${filter.evaluatorKinds}::text[])`] : []),
    ...(filter.outcomes ? [sql`v.outcome = any(${filter.outcomes}::text[])`] : []),
    ...(filter.states ? [sql`v.state = any(${filter.states}::text[])`] : []),
    ...(filter.periodFrom ? [sql`v.period_end >= ${filter.periodFrom}::date`] : []),
    ...(filter.periodTo ? [sql`v.period_end <= ${filter.periodTo}::date`] : []),
    ...(filter.updatedSince ? [sql`v.updated_at >= ${filter.updatedSince}`] : []),
  ];
}

/** Schemes, the latest year first. To the public those by which something public was scored. */
export async function listSchemes(
  context: RequestContext,
  args: ConnectionArgs,
  filter: EvaluationSchemeFilter | null,
): Promise<Page<EvaluationScheme>> {
  return paginate(context, args, {
    list: 'evaluation schemes',
    columns: schemeColumns,
    from: raw('evaluation_scheme s join region r on r.id = s.region_id'),
    where: [
      ...(filter?.text ? haveWords(filter.text, ['s.title']) : []),
      ...(filter?.years ? [sql`s.year = any(${filter.years}::int[])`] : []),
      ...(filter?.withinRegion != null ? [withinPath('r.path', await regionPath(context, filter.withinRegion))] : []),
    ],
    order: [
      { expression: 's.year', type: 'integer', direction: 'DESC' },
      { expression: 's.id', type: 'integer', direction: 'ASC' },
    ],
    toNode: toScheme,
  });
}
