import { eachForItsField, hydrate, loadOne, registerNode } from '../platform/graphql';
import { Region } from './region';

/** Columns of a region under the property names of its class. */
export const regionColumns = `r.id, r.stable_id as "stableId", r.code, r.name, r.aliases, r.level, r.kind, r.parent_id as "parentId", r.path,
  r.source, r.source_date as "sourceDate", r.updated_at as "updatedAt"`;

export const optionalRegionColumns = eachForItsField('Region', ['code', 'aliases', 'level', 'kind', 'source', 'sourceDate', 'updatedAt']);

export const toRegion = (row: object): Region => hydrate(Region, row);

export const regionByKey = loadOne<number, Region>(
  async (reader, keys) => (await reader.rows<object>(`select ${regionColumns} from region r where r.id = any($1)`, [keys])).map(toRegion),
  (region) => region.id,
);

/** By code of a division or stable id of a zone. */
export const regionByStableId = loadOne<string, Region>(
  async (reader, ids) =>
    (await reader.rows<object>(`select ${regionColumns} from region r where r.stable_id = any($1)`, [ids])).map(toRegion),
  (region) => region.stableId,
);

registerNode('Region', (context, key) => regionByKey(context).load(key));
