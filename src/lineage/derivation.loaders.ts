import { hydrate, loadMany, loadOne, registerNode } from '../platform/graphql';
import { Derivation } from './derivation';
import { PlanDerivation } from './plan-derivation';

/** Columns under the property names of their classes. */
export const planDerivationColumns = `d.id, d.upper_plan_id as "upperPlanId", d.lower_plan_id as "lowerPlanId", d.rule, d.reason, d.state,
  d.aligned_sha256 as "alignedSha256", d.published, d.updated_at as "updatedAt"`;

const derivationColumns = `x.id, x.plan_derivation_id as "planDerivationId", x.upper_plan_id as "upperPlanId", x.lower_plan_id as "lowerPlanId",
  x.upper_task_id as "upperTaskId", x.lower_task_id as "lowerTaskId", x.relation, x.similarity, x.reason, x.reason_by as "reasonBy", x.confirmed,
  x.published, x.updated_at as "updatedAt"`;

/** What a person rejected, and what hangs on a plan that is not public, is no lineage. */
const derivationRows = `select ${derivationColumns} from derivation x join plan_derivation d on d.id = x.plan_derivation_id and d.published`;

export const toPlanDerivation = (row: object): PlanDerivation => hydrate(PlanDerivation, row);
const toDerivation = (row: object): Derivation => hydrate(Derivation, row);

export const planDerivationByKey = loadOne<number, PlanDerivation>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${planDerivationColumns} from plan_derivation d where d.id = any($1)`, [keys])).map(
      toPlanDerivation,
    ),
  (derivation) => derivation.id,
);

/** Where plans derive from: those that are cited first, then by their ids. */
export const basesOfPlan = loadMany<number, PlanDerivation>(
  async (reader, plans) =>
    (
      await reader.rows<object>(
        `select ${planDerivationColumns} from plan_derivation d where d.published and d.lower_plan_id = any($1)
         order by array_position(array['CITED', 'PERSON', 'ABOVE'], d.rule), d.upper_plan_id`,
        [plans],
      )
    ).map(toPlanDerivation),
  (derivation) => derivation.lowerPlanId,
);

export const derivationByKey = loadOne<number, Derivation>(
  async (reader, keys) => (await reader.rows<object>(`${derivationRows} where x.id = any($1)`, [keys])).map(toDerivation),
  (derivation) => derivation.id,
);

/** Where tasks come from, by the plan above, then in its order. */
export const upstreamOfTask = loadMany<number, Derivation>(
  async (reader, tasks) =>
    (
      await reader.rows<object>(
        `${derivationRows} left join task u on u.id = x.upper_task_id where x.lower_task_id = any($1) order by x.upper_plan_id, u.number, x.id`,
        [tasks],
      )
    ).map(toDerivation),
  (derivation) => derivation.lowerTaskId!,
);

/** What became of tasks, by the plan below, then in its order. */
export const downstreamOfTask = loadMany<number, Derivation>(
  async (reader, tasks) =>
    (
      await reader.rows<object>(
        `${derivationRows} left join task l on l.id = x.lower_task_id where x.upper_task_id = any($1) order by x.lower_plan_id, l.number, x.id`,
        [tasks],
      )
    ).map(toDerivation),
  (derivation) => derivation.upperTaskId!,
);

/** Whole alignments of lower plans with their bases: in the lower plan's order, what was dropped behind in the upper one's. */
export const derivationsOfPlan = loadMany<number, Derivation>(
  async (reader, plans) =>
    (
      await reader.rows<object>(
        `${derivationRows} left join task u on u.id = x.upper_task_id left join task l on l.id = x.lower_task_id
         where x.lower_plan_id = any($1) order by x.lower_plan_id, x.upper_plan_id, l.number nulls last, u.number, x.id`,
        [plans],
      )
    ).map(toDerivation),
  (derivation) => derivation.lowerPlanId,
);

registerNode('PlanDerivation', (context, key) => planDerivationByKey(context).load(key));
registerNode('Derivation', (context, key) => derivationByKey(context).load(key));
