import type { EntityManager } from 'typeorm';
import type { Region } from '../../regions';
import type { KnownUnit, ScopeRegion, UnitScope } from './known-unit';

interface UnitRow extends Omit<KnownUnit, 'region'> {
  regionId: number;
}

const regionColumns = `r.id, r.stable_id as "stableId", r.name, r.aliases, r.path, r.kind = 'ZONE' as "isZone"`;

/**
 * What is known around the issuing region: its own bodies and those of the regions above it, zones around it, regions below
 * that one of the names opens with, and whoever bears one of the names, below it or in the reference data.
 */
export async function loadScope(manager: EntityManager, region: Region, names: readonly string[]): Promise<UnitScope> {
  const regions = await manager.query<ScopeRegion[]>(
    `select ${regionColumns} from region r left join region host on host.id = r.parent_id
     where $1 like r.path || '%'
       or (r.kind = 'ZONE' and (r.path like $1 || '%' or $1 like host.path || '%'))
       or (r.path like $1 || '%' and exists (select from unnest($2::text[]) printed where starts_with(printed, r.name)))
     order by r.path`,
    [region.path, names],
  );
  const rows = await manager.query<(UnitRow & { bearer: ScopeRegion })[]>(
    `select u.id, u.region_id as "regionId", u.name, u.aliases, u.canonical_key as "canonicalKey", u.kind, u.function_line as "functionLine",
       u.is_reference as "isReference",
       jsonb_build_object('id', r.id, 'stableId', r.stable_id, 'name', r.name, 'aliases', r.aliases, 'path', r.path, 'isZone', r.kind = 'ZONE') as bearer
     from unit u join region r on r.id = u.region_id
     where u.valid_to is null
       and (u.region_id = any($1) or ((u.is_reference or r.path like $2 || '%') and (u.name = any($3) or u.aliases && $3::text[])))`,
    [regions.map(({ id }) => id), region.path, names],
  );
  const byId = new Map(regions.map((one) => [one.id, one]));
  return {
    region: byId.get(region.id)!,
    regions,
    units: rows.map(({ regionId, bearer, ...unit }) => ({ ...unit, region: byId.get(regionId) ?? bearer })),
  };
}
