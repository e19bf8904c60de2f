import type { EntityManager } from 'typeorm';
import { canonicalUnitKey } from './canonical-unit-key';
import type { SeedFunctionLine } from './function-lines';
import type { SeedUnit } from './read-units';

/** Writes the function lines of the reference data, and renews those already there. */
export async function loadFunctionLines(manager: EntityManager, lines: readonly SeedFunctionLine[]): Promise<void> {
  await manager.query(
    `insert into function_line (code, title_zh, title_en, position)
     select code, "titleZh", "titleEn", position from jsonb_to_recordset($1) as x (code text, "titleZh" text, "titleEn" text, position integer)
     on conflict (code) do update set title_zh = excluded.title_zh, title_en = excluded.title_en, position = excluded.position`,
    [JSON.stringify(lines.map(({ code, titleZh, titleEn }, index) => ({ code, titleZh, titleEn, position: index + 1 })))],
  );
}

/** Writes the units of the reference data that are not there yet, under this name or renamed since. */
export async function loadUnits(
  manager: EntityManager,
  units: readonly SeedUnit[],
  regionNames: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = units.map((unit) => ({ ...unit, canonicalKey: canonicalUnitKey(unit.name, regionNames.get(unit.regionStableId)) }));
  await manager.query(
    `insert into unit (region_id, name, canonical_key, kind, function_line, aliases, source, source_date, is_reference, published)
     select r.id, x.name, x."canonicalKey", x.kind, x."functionLine", x.aliases, x.source, x."sourceDate", true, true
     from jsonb_to_recordset($1) as x ("regionStableId" text, name text, "canonicalKey" text, kind text, "functionLine" text, aliases text[],
       source text, "sourceDate" date)
     join region r on r.stable_id = x."regionStableId"
     where not exists (select from unit u where u.region_id = r.id and x.name = any(u.aliases))
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
