import { raw } from '../platform/database';
import { paginateBelow, type ConnectionArgs, type Page, type RequestContext } from '../platform/graphql';
import { planDerivationColumns, toPlanDerivation } from './derivation.loaders';
import type { PlanDerivation } from './plan-derivation';

/** Plans that derive from a plan, by the codes of their regions. */
export function listLowerPlans(context: RequestContext, planKey: number, args: ConnectionArgs): Page<PlanDerivation> {
  return paginateBelow(
    context,
    args,
    { column: 'd.upper_plan_id', key: planKey, field: 'Plan.downstream' },
    {
      list: 'lower plans',
      columns: planDerivationColumns,
      from: raw('plan_derivation d join plan l on l.id = d.lower_plan_id join region r on r.id = l.region_id'),
      where: [raw('d.published')],
      order: [
        { expression: 'r.stable_id', type: 'text', direction: 'ASC' },
        { expression: 'd.id', type: 'integer', direction: 'ASC' },
      ],
      toNode: toPlanDerivation,
    },
  );
}
