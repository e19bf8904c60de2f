import type { EntityManager } from 'typeorm';
import { collectiveRule, type MemberSelector } from './collective-rule';
import { UnitGroup } from './unit-group';

/** The collectives of one region under the expressions that a document prints; those not met before are made. */
export async function ensureGroups(manager: EntityManager, regionId: number, expressions: readonly string[]): Promise<Map<string, number>> {
  const distinct = [...new Set(expressions)];
  if (distinct.length === 0) return new Map();
  await manager
    .createQueryBuilder()
    .insert()
    .into(UnitGroup)
    .values(
      distinct.map((expression) => ({ regionId, expression, ...collectiveRule(expression), published: false, updatedAt: () => 'now()' })),
    )
    .orIgnore()
    .execute();
  const groups = await manager
    .createQueryBuilder(UnitGroup, 'g')
    .where('g.regionId = :regionId and g.expression = any(:distinct)', { regionId, distinct })
    .getMany();
  return new Map(groups.map((group) => [group.expression, group.id]));
}

/**
 * Adds to every collective of a region, and of the regions above it, the units that its rule selects; who has been a member is never taken out. Units
 * that are not public yet are left out, so that a draft does not show through the collectives of a published plan.
 */
export async function refreshMembers(manager: EntityManager, regionId: number): Promise<void> {
  const groups = await manager
    .createQueryBuilder(UnitGroup, 'g')
    .innerJoin('region', 'home', 'home.id = g.regionId')
    .where(`(select path from region where id = :regionId) like home.path || '%'`, { regionId })
    .getMany();
  for (const group of groups) {
    for (const selector of group.selectors ?? []) {
      const [where, parameters] = selectedBy(selector);
      await manager.query(
        `with added as (
           insert into unit_group_member (group_id, unit_id, valid_from, valid_to)
           select $1, u.id, u.valid_from, u.valid_to
           from region home, unit u join region r on r.id = u.region_id
           where home.id = $2 and u.published and ${where}
           on conflict do nothing
           returning 1
         )
         update unit_group set updated_at = now() where id = $1 and exists (select from added)`,
        [group.id, group.regionId, ...parameters],
      );
    }
  }
}

/** Which units `u` of regions `r` a selector of a collective of the region `home` selects; its parameters begin with $3. */
export function selectedBy(selector: MemberSelector): [where: string, parameters: unknown[]] {
  if ('line' in selector) return [`r.path like home.path || '%' and u.function_line = $3`, [selector.line]];
  if ('own' in selector) return ['u.region_id = home.id and u.kind = any($3)', [selector.own]];
  const below = `r.path like home.path || '%' and r.id <> home.id`;
  if (selector.below === 'ZONE') return [`${below} and r.kind = 'ZONE' and u.kind = 'ZONE_COMMITTEE'`, []];
  const endings = selector.nameEndings.length > 0 ? selector.nameEndings.map((ending) => `%${ending}`) : ['%'];
  return [
    `${below} and r.kind = 'DIVISION' and r.level = $3 and u.is_reference and u.kind in ('GOVERNMENT', 'SUBDISTRICT_OR_TOWNSHIP') and r.name like any($4)`,
    [selector.below, endings],
  ];
}
