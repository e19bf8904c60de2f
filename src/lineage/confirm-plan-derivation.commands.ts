import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../audit';
import { CommandRefusal, globalId, notFound, readKey } from '../platform/graphql';
import type { PlanDerivationState } from './lineage.enums';
import type { ConfirmPlanDerivationInput } from './lineage.inputs';
import { lockLineage } from './lineage-steps';
import { proposeBases } from './propose-bases';
import { alignNewBases, realignPair } from './store-alignment';

interface State {
  id: number;
  rule: string;
  reason: string;
  state: PlanDerivationState;
}

/** Settles whether a plan derives from another one; what was proposed for the lower plan follows. */
export async function confirmPlanDerivation(
  manager: EntityManager,
  input: ConfirmPlanDerivationInput,
  actor: string,
): Promise<{ planDerivationKey: number }> {
  const [upper, lower] = [readKey(input.upperPlanId, 'Plan'), readKey(input.lowerPlanId, 'Plan')];
  await assertPublic(manager, upper, lower);
  await lockLineage(manager);
  if (input.decision === 'CONFIRM') await assertNoCircle(manager, upper, lower);
  const before = await stateOf(manager, upper, lower);
  await manager.query(
    `insert into plan_derivation (upper_plan_id, lower_plan_id, rule, reason, state) values ($1, $2, 'PERSON', coalesce($3, '人工认定。 / A person said so.'), $4)
     on conflict (upper_plan_id, lower_plan_id) do update set state = excluded.state, reason = coalesce($3, plan_derivation.reason)`,
    [upper, lower, input.reason?.trim() || null, input.decision === 'CONFIRM' ? 'CONFIRMED' : 'REJECTED'],
  );
  const after = (await stateOf(manager, upper, lower))!;
  await realignPair(manager, after.id);
  await proposeBases(manager, [lower]);
  await alignNewBases(manager, [lower]);
  await appendAuditEvent(manager, {
    actor,
    action: 'planDerivation.confirm',
    subject: globalId('PlanDerivation', after.id),
    payload: { upperPlan: input.upperPlanId, lowerPlan: input.lowerPlanId, before: before && payloadOf(before), after: payloadOf(after) },
  });
  return { planDerivationKey: after.id };
}

const payloadOf = ({ rule, reason, state }: State) => ({ rule, reason, state });

async function stateOf(manager: EntityManager, upper: number, lower: number): Promise<State | null> {
  const [row] = await manager.query<State[]>(
    'select id, rule, reason, state from plan_derivation where upper_plan_id = $1 and lower_plan_id = $2',
    [upper, lower],
  );
  return row ?? null;
}

async function assertPublic(manager: EntityManager, upper: number, lower: number): Promise<void> {
  if (upper === lower)
    throw new CommandRefusal('SAME_PLAN', '一份要点不能以自身为上级。 A plan does not derive from itself.', ['upperPlanId']);
  const plans = await manager.query<{ published: boolean }[]>('select published from plan where id = any($1)', [[upper, lower]]);
  if (plans.length < 2) throw notFound('There is no such plan. / 没有这份要点。');
  if (plans.some(({ published }) => !published)) {
    throw new CommandRefusal(
      'PLAN_NOT_PUBLIC',
      '两份要点都公开后才能认定上下位关系。 Both plans must be public before this can be settled.',
    );
  }
}

async function assertNoCircle(manager: EntityManager, upper: number, lower: number): Promise<void> {
  const [{ circular }] = await manager.query<[{ circular: boolean }]>(
    `with recursive above as (
       select upper_plan_id as id from plan_derivation where lower_plan_id = $1 and state <> 'REJECTED'
       union select d.upper_plan_id from above join plan_derivation d on d.lower_plan_id = above.id and d.state <> 'REJECTED')
     select exists (select from above where id = $2) as circular`,
    [upper, lower],
  );
  if (circular) {
    throw new CommandRefusal(
      'CIRCLE',
      '该上级要点本身承自这份下级要点，请先否定那一关系。 The upper plan derives from the lower one; reject that first.',
    );
  }
}
