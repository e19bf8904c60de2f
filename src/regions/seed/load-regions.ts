import type { EntityManager } from 'typeorm';
import type { SeedRegion } from './seed-region';

/**
 * Writes the regions of the reference data that are not there yet, parents before children. Keys are given out here, since
 * a path needs those of all regions above.
 */
export async function loadRegions(manager: EntityManager, regions: readonly SeedRegion[]): Promise<void> {
  const known = await manager.query<{ id: number; stable_id: string; path: string }[]>('select id, stable_id, path from region');
  const byStableId = new Map(known.map(({ id, stable_id, path }) => [stable_id, { id, path }]));
  let nextId = Math.max(0, ...known.map(({ id }) => id)) + 1;
  const rows = regions.flatMap((region) => {
    if (byStableId.has(region.stableId)) return [];
    const parent = region.parentStableId === null ? null : byStableId.get(region.parentStableId)!;
    const id = nextId++;
    const path = `${parent?.path ?? '/'}${id}/`;
    byStableId.set(region.stableId, { id, path });
    return [{ ...region, id, path, parentId: parent?.id ?? null }];
  });
  if (rows.length === 0) return;
  await manager.query(
    `insert into region (id, stable_id, code, name, aliases, level, kind, parent_id, path, source, source_date)
     select id, "stableId", code, name, aliases, level, kind, "parentId", path, source, "sourceDate"
     from jsonb_to_recordset($1) as x (id integer, "stableId" text, code text, name text, aliases text[], level text, kind text, "parentId" integer,
       path text, source text, "sourceDate" date)`,
    [JSON.stringify(rows)],
  );
  await manager.query(`select setval(pg_get_serial_sequence('region', 'id'), (select max(id) from region))`);
}
