import type { EntityManager } from 'typeorm';
import { ensureGroups } from '../../units';
import { referenceKey, type NamedBodies, type TaskContent, type UnitReference } from '../content/task-content';
import type { Plan } from '../plan';
import { UnitMatch } from '../unit-match/unit-match';

/** Which bodies the names of some tasks mean, by what was found or chosen for the names of their plan. */
export async function namedBodies(manager: EntityManager, plan: Plan, tasks: readonly TaskContent[]): Promise<NamedBodies> {
  const responsibilities = tasks.flatMap((task) => task.responsibilities);
  const matches = await manager.findBy(UnitMatch, { planId: plan.id });
  const references = responsibilities.flatMap(({ body }) => body ?? []);
  const groupIds = await ensureGroups(
    manager,
    plan.regionId,
    responsibilities.flatMap(({ group }) => group ?? []),
  );
  return {
    unitIds: new Map(matches.map(({ name, unitId }) => [name, unitId])),
    referredIds: await referredUnits(manager, references),
    groupIds,
  };
}

/** The units that are named by their region and name; those that are not here are absent. */
export async function referredUnits(manager: EntityManager, references: readonly UnitReference[]): Promise<Map<string, number>> {
  if (references.length === 0) return new Map();
  const rows = await manager.query<({ id: number } & UnitReference)[]>(
    `select u.id, r.stable_id as "regionCode", u.name from unit u join region r on r.id = u.region_id
     where (r.stable_id, u.name) in (select * from unnest($1::text[], $2::text[]))`,
    [references.map(({ regionCode }) => regionCode), references.map(({ name }) => name)],
  );
  return new Map(rows.map((row) => [referenceKey(row), row.id]));
}
