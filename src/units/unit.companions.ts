import { companion, type Companion } from '../platform/graphql';
import { regionByKey, regionColumns, toRegion } from '../regions';

/** What comes along with units, under the alias they have in the statement. */
export function unitCompanions(alias: string): readonly Companion[] {
  return [
    companion({
      field: 'Unit.region',
      table: 'region',
      alias: `${alias}_region`,
      key: `${alias}.region_id`,
      columns: regionColumns,
      toNode: toRegion,
      loader: regionByKey,
    }),
  ];
}
