import { raw, sql, type Sql } from '../platform/database';
import {
  haveWords,
  paginate,
  paginateBelow,
  readKey,
  tryReadGlobalId,
  type ConnectionArgs,
  type OrderTerm,
  type Page,
  type RequestContext,
} from '../platform/graphql';
import type { Region } from './region';
import type { RegionFilter, RegionOrder, RegionOrderField } from './region.inputs';
import { optionalRegionColumns, regionByKey, regionByStableId, regionColumns, toRegion } from './region.loaders';

const byId: OrderTerm = { expression: 'r.id', type: 'integer', direction: 'ASC' };

const orderTerms: Record<RegionOrderField, (direction: 'ASC' | 'DESC') => OrderTerm[]> = {
  CODE: (direction) => [
    { expression: 'r.code', type: 'text', direction, nullable: true },
    { expression: 'r.stable_id', type: 'text', direction },
  ],
  NAME: (direction) => [{ expression: 'r.name', type: 'text', direction }],
  LEVEL: (direction) => [
    { expression: 'r.level_rank', type: 'integer', direction },
    { expression: 'r.stable_id', type: 'text', direction },
  ],
};

/** The region of a code, a zone's stable id or a global id; null where there is none. */
export function findRegion(context: RequestContext, reference: string): Promise<Region | null> {
  return tryReadGlobalId(reference) ? regionByKey(context).load(readKey(reference, 'Region')) : regionByStableId(context).load(reference);
}

/** Keys of the regions that exist among the references. */
export async function regionKeys(context: RequestContext, references: readonly string[]): Promise<number[]> {
  const regions = await Promise.all(references.map((reference) => findRegion(context, reference)));
  return regions.flatMap((region) => (region ? [region.id] : []));
}

/** Paths of the regions that exist among the references; a row lies within one when its path starts with it. */
export async function regionPath(context: RequestContext, reference: string): Promise<string | null> {
  return (await findRegion(context, reference))?.path ?? null;
}

/** The condition "this path column lies within that region"; nothing lies within a region that does not exist. */
export function withinPath(column: string, path: string | null): Sql {
  return path === null ? raw('false') : sql`${raw(column)} like ${`${path}%`}`;
}

export async function listRegions(
  context: RequestContext,
  args: ConnectionArgs,
  filter: RegionFilter | null,
  order: RegionOrder | null,
): Promise<Page<Region>> {
  return paginate(context, args, { ...list(order), where: await conditions(context, filter) });
}

export async function listChildren(
  context: RequestContext,
  region: Region,
  args: ConnectionArgs,
  order: RegionOrder | null,
): Promise<Page<Region>> {
  return paginateBelow(context, args, { column: 'r.parent_id', key: region.id, field: 'Region.children' }, { ...list(order), where: [] });
}

function list(order: RegionOrder | null) {
  const { field, direction } = order ?? { field: 'CODE', direction: 'ASC' };
  return {
    list: `regions:${field}:${direction}`,
    columns: regionColumns,
    optional: optionalRegionColumns,
    from: raw('region r'),
    order: [...orderTerms[field](direction), byId],
    toNode: toRegion,
  };
}

async function conditions(context: RequestContext, filter: RegionFilter | null): Promise<Sql[]> {
  if (!filter) return [];
  const found: Sql[] = [];
  if (filter.text) found.push(...haveWords(filter.text, ['r.name'], ['r.aliases']));
  if (filter.codes) found.push(sql`r.id = any(${await regionKeys(context, filter.codes)}::int[])`);
  if (filter.withinRegion != null) found.push(withinPath('r.path', await regionPath(context, filter.withinRegion)));
  if (filter.parent != null) found.push(sql`r.parent_id = ${(await findRegion(context, filter.parent))?.id ?? 0}`);
  if (filter.levels) found.push(sql`r.level = any(${filter.levels}::text[])`);
  if (filter.kinds) found.push(sql`r.kind = any(${filter.kinds}::text[])`);
  return found;
}
