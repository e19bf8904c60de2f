import type { EntityManager } from 'typeorm';
import type { MemberSelector } from '../collective-rule';
import { selectedBy } from '../unit-group.commands';

interface Group {
  id: number;
  regionId: number;
  selectors: MemberSelector[] | null;
}

/**
 * Brings the memberships of units in line with what the units now are: in collectives with a rule they are members where it
 * selects them, for as long as they exist; in listed ones they stay until they end. Gives the collectives in which they were
 * or are.
 */
export async function followUnits(manager: EntityManager, unitIds: readonly number[]): Promise<number[]> {
  const groups = await manager.query<Group[]>(
    `select g.id, g.region_id as "regionId", g.selectors from unit_group g join region home on home.id = g.region_id
     where exists (select from unit_group_member m where m.group_id = g.id and m.unit_id = any($1))
       or (g.selectors is not null and exists (select from unit u join region r on r.id = u.region_id where u.id = any($1) and r.path like home.path || '%'))
     order by g.id`,
    [unitIds],
  );
  for (const group of groups) {
    const hasChanged = group.selectors ? await followRule(manager, group, unitIds) : await endListed(manager, group.id, unitIds);
    if (hasChanged) await manager.query('update unit_group set updated_at = now() where id = $1', [group.id]);
  }
  return groups.map(({ id }) => id);
}

async function followRule(manager: EntityManager, group: Group, unitIds: readonly number[]): Promise<boolean> {
  const selected = new Set<number>();
  for (const selector of group.selectors ?? []) {
    const [where, parameters] = selectedBy(selector);
    const rows = await manager.query<{ id: number }[]>(
      `select u.id from region home, unit u join region r on r.id = u.region_id where home.id = $2 and ${where} and u.id = any($1)`,
      [unitIds, group.regionId, ...parameters],
    );
    for (const { id } of rows) selected.add(id);
  }
  const keys = [...selected];
  const left = await changed(
    manager,
    `delete from unit_group_member where group_id = $1 and unit_id = any($2) and unit_id <> all($3) returning 1`,
    [group.id, unitIds, keys],
  );
  const joined = await changed(
    manager,
    `insert into unit_group_member as m (group_id, unit_id, valid_from, valid_to)
     select $1, u.id, u.valid_from, u.valid_to from unit u where u.id = any($2)
       and (u.published or exists (select from unit_group_member x where x.group_id = $1 and x.unit_id = u.id))
     on conflict (group_id, unit_id) do update set valid_from = excluded.valid_from, valid_to = excluded.valid_to
     where (m.valid_from, m.valid_to) is distinct from (excluded.valid_from, excluded.valid_to)
     returning 1`,
    [group.id, keys],
  );
  return left || joined;
}

/** Nobody is a member for longer than they exist. */
async function endListed(manager: EntityManager, groupId: number, unitIds: readonly number[]): Promise<boolean> {
  const never = await changed(
    manager,
    `delete from unit_group_member m using unit u where u.id = m.unit_id and m.group_id = $1 and u.id = any($2) and m.valid_from > u.valid_to returning 1`,
    [groupId, unitIds],
  );
  const shorter = await changed(
    manager,
    `update unit_group_member m set valid_to = u.valid_to from unit u where u.id = m.unit_id and m.group_id = $1 and u.id = any($2)
       and u.valid_to is not null and (m.valid_to is null or m.valid_to > u.valid_to) returning 1`,
    [groupId, unitIds],
  );
  return never || shorter;
}

/** Whether a statement that returns what it touched touched anything. */
async function changed(manager: EntityManager, statement: string, parameters: unknown[]): Promise<boolean> {
  const [{ count }] = await manager.query<[{ count: number }]>(
    `with touched as (${statement}) select count(*)::int as count from touched`,
    parameters,
  );
  return count > 0;
}
