import type { EntityManager } from 'typeorm';
import type { Region } from '../../regions';
import type { KnownUnit, ScopeRegion, UnitScope } from './known-unit';

interface UnitRow extends Omit<KnownUnit, 'region'> {
  regionId: number;
}

const regionColumns = `r.id, r.stable_id as "stableId", r.name, r.aliases, r.path, r.kind = 'ZONE' as "isZone"`;

/** The name that a unit bore on a day: of those that it bore since, the first to end, else its present one. */
const nameOn = (day: string) =>
  `coalesce((select f ->> 'name' from jsonb_array_elements(u.former_names) f where (f ->> 'until')::date >= ${day} order by f ->> 'until' limit 1), u.name)`;

/** The unit of a day into which an ended one was merged, by however many steps. */
const heirOn = (day: string) => `(
  with recursive line as (
    select s.id, s.valid_to, s.successor_id, s.succession from unit s where s.id = u.successor_id and u.succession = 'MERGED' and u.valid_to < ${day}
    union select s.id, s.valid_to, s.successor_id, s.succession from line l join unit s on s.id = l.successor_id where l.succession = 'MERGED' and l.valid_to < ${day}
  ) select line.id from line where valid_to is null or valid_to >= ${day} limit 1)`;

/**
 * What is known around the issuing region: its own bodies and those of the regions above it, zones around it, regions below
 * that one of the names opens with, and whoever bears one of the names, below it or in the reference data. Names are those of the
 * day of the document, today's where it has none: one that was merged by then stands for the unit that it became part of.
 */
export async function loadScope(
  manager: EntityManager,
  region: Region,
  names: readonly string[],
  day: string | null = null,
): Promise<UnitScope> {
  const regions = await manager.query<ScopeRegion[]>(
    `select ${regionColumns} from region r left join region host on host.id = r.parent_id
     where $1 like r.path || '%'
       or (r.kind = 'ZONE' and (r.path like $1 || '%' or $1 like host.path || '%'))
       or (r.path like $1 || '%' and exists (select from unnest($2::text[]) printed where starts_with(printed, r.name)))
     order by r.path`,
    [region.path, names],
  );
  const rows = await manager.query<(UnitRow & { bearer: ScopeRegion })[]>(
    `select coalesce(heir.id, u.id) as id, u.region_id as "regionId", ${nameOn('day')} as name, array_append(u.aliases, u.name) as aliases,
       u.canonical_key as "canonicalKey", u.kind, u.function_line as "functionLine", u.is_reference as "isReference",
       case when heir.id is not null then 'SUCCEEDED' when u.valid_to < day or u.valid_from > day then 'ABSENT' end as absence,
       jsonb_build_object('id', r.id, 'stableId', r.stable_id, 'name', r.name, 'aliases', r.aliases, 'path', r.path, 'isZone', r.kind = 'ZONE') as bearer
     from coalesce($4::date, shanghai_today()) as day cross join unit u join region r on r.id = u.region_id left join lateral ${heirOn('day')} heir on true
     where (u.region_id = any($1) or ((u.is_reference or r.path like $2 || '%') and (u.name = any($3) or u.aliases && $3::text[])))`,
    [regions.map(({ id }) => id), region.path, names, day],
  );
  const byId = new Map(regions.map((one) => [one.id, one]));
  return {
    region: byId.get(region.id)!,
    regions,
    units: rows.map(({ regionId, bearer, ...unit }) => ({ ...unit, region: byId.get(regionId) ?? bearer })),
  };
}
