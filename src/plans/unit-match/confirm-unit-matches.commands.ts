import type { EntityManager } from 'typeorm';
import { CommandRefusal, globalId, readKey } from '../../platform/graphql';
import { changePlan, type FieldChange, type PlanChange } from '../edit/change-plan';
import { findUnit } from '../edit/responsibility-list';
import type { ConfirmUnitMatchesInput } from './confirm-unit-matches.inputs';
import { decideName } from './decide-name';
import { UnitMatch } from './unit-match';

interface Decision {
  match: UnitMatch;
  /** The unit that the name means from now on. */
  unitId: number;
}

/** Confirms or chooses the units that names of a plan mean. Gives the plan's key. */
export async function confirmUnitMatches(
  manager: EntityManager,
  input: ConfirmUnitMatchesInput,
  actor: string,
): Promise<{ planKey: number }> {
  const planKey = readKey(input.planId, 'Plan');
  const act: PlanChange = { planId: planKey, actor, reason: input.reason, action: 'plan.confirm-units' };
  await changePlan(manager, act, async (plan) => {
    const decisions = await readDecisions(manager, planKey, input);
    act.details = { decisions: decisions.map(told) };
    const changes: FieldChange[] = [];
    for (const { match, unitId } of decisions) changes.push(...(await decideName(manager, plan, { name: match.name, unitId, actor })));
    return changes;
  });
  return { planKey };
}

async function readDecisions(manager: EntityManager, planId: number, { decisions }: ConfirmUnitMatchesInput): Promise<Decision[]> {
  const matches = await manager.findBy(UnitMatch, { planId });
  if (!decisions) {
    const open = matches.filter(({ state }) => state === 'DOUBTFUL' || state === 'PROPOSED');
    return open.map((match) => ({ match, unitId: match.unitId }));
  }
  const found: Decision[] = [];
  for (const { name, unitId } of decisions) {
    const match = matches.find((one) => one.name === name);
    if (!match) throw new CommandRefusal('NO_NAME', `本要点没有写“${name}”。 The plan prints no body “${name}”.`, ['decisions', 'name']);
    found.push({ match, unitId: unitId == null ? match.unitId : (await findUnit(manager, unitId)).id });
  }
  return found;
}

function told({ match, unitId }: Decision): object {
  return {
    name: match.name,
    before: { unit: globalId('Unit', match.unitId), state: match.state },
    after: { unit: globalId('Unit', unitId), state: 'CONFIRMED' },
  };
}
