import type { EntityManager } from 'typeorm';
import { Unit } from '../../units';
import type { FieldChange } from '../edit/change-plan';
import { changeLines, linesOf } from '../edit/responsibility-list';
import { Plan } from '../plan';
import { UnitMatch } from './unit-match';

/** A unit that a person takes for a name that a plan prints. */
export interface NameDecision {
  name: string;
  unitId: number;
  actor: string;
}

/** Takes a unit for a printed name throughout a plan: in its tasks, as its issuer, in the lists of its annexes. */
export async function decideName(manager: EntityManager, plan: Plan, decision: NameDecision): Promise<FieldChange[]> {
  const { name, unitId, actor } = decision;
  const match = await manager.findOneBy(UnitMatch, { planId: plan.id, name });
  const changes = [...(await takeInTasks(manager, plan.id, name, unitId)), ...(await takeAsIssuer(manager, plan, decision))];
  if (match) {
    if (match.unitId !== unitId) await takeInLists(manager, match, unitId);
    const chosen = match.unitId === unitId ? {} : { confidence: null, reason: null };
    const decided = { ...chosen, unitId, state: 'CONFIRMED' as const, decidedBy: actor, decidedAt: () => 'now()' };
    await manager.update(UnitMatch, { planId: plan.id, name }, decided);
  }
  await manager.query('update unit set proposed = false where id = $1 and proposed', [unitId]);
  return changes;
}

/** Where a task names the unit already, the line falls together with it. */
async function takeInTasks(manager: EntityManager, planId: number, name: string, unitId: number): Promise<FieldChange[]> {
  const tasks = await manager.query<{ id: number; planId: number }[]>(
    `select distinct task_id as id, plan_id as "planId" from responsibility
     where plan_id = $1 and printed_unit = $2 and unit_id <> $3 order by task_id`,
    [planId, name, unitId],
  );
  const changes: FieldChange[] = [];
  for (const task of tasks) {
    const before = await linesOf(manager, task.id);
    const isNamed = before.some((line) => line.unitId === unitId);
    const after = before.flatMap((line) => {
      if (line.printedUnit !== name || line.unitId === unitId) return [line];
      return isNamed ? [] : [{ ...line, id: null, unitId, rule: 'corrected' }];
    });
    changes.push(...(await changeLines(manager, task, before, after)));
  }
  return changes;
}

async function takeAsIssuer(manager: EntityManager, plan: Plan, { name, unitId }: NameDecision): Promise<FieldChange[]> {
  if (plan.issuerText !== name || plan.issuingUnitId === unitId) return [];
  const nameOf = async (id: number | null) => (id === null ? null : (await manager.findOneByOrFail(Unit, { id })).name);
  await manager.update(Plan, plan.id, { issuingUnitId: unitId });
  return [{ taskId: null, field: 'issuingUnit', before: await nameOf(plan.issuingUnitId), after: await nameOf(unitId) }];
}

/** A list does not keep the name under which it has a unit: it follows where no other name means that unit. */
async function takeInLists(manager: EntityManager, { planId, name, unitId }: UnitMatch, chosen: number): Promise<void> {
  await manager.query(
    `update listed_member l set unit_id = $3 where plan_id = $1 and unit_id = $2
       and not exists (select from unit_match m where m.plan_id = $1 and m.unit_id = $2 and m.name <> $4)
       and not exists (select from listed_member o where o.plan_id = $1 and o.group_id = l.group_id and o.unit_id = $3)`,
    [planId, unitId, chosen, name],
  );
}

/** A name that means another unit in every task that prints it, one by one, means it in the plan. */
export async function noteChosenUnit(manager: EntityManager, planId: number, name: string, actor: string): Promise<void> {
  await manager.query(
    `update unit_match m set unit_id = c.unit_id, state = 'CONFIRMED', confidence = null, reason = null, decided_by = $3, decided_at = now()
     from (select min(unit_id) as unit_id from responsibility where plan_id = $1 and printed_unit = $2 having count(distinct unit_id) = 1) c
     where m.plan_id = $1 and m.name = $2 and m.unit_id <> c.unit_id`,
    [planId, name, actor],
  );
}
