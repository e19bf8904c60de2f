import { companion, lasting, type Companion } from '../platform/graphql';
import { optionalRegionColumns, regionByKey, regionColumns, toRegion } from '../regions';
import { optionalUnitColumns, toUnit, unitByKey, unitColumns } from './unit.loaders';

/** The unit that a row names. */
export function unitCompanion(parts: { field: string; alias: string; key: string }): Companion {
  return companion({
    ...parts,
    table: 'unit',
    columns: unitColumns,
    optional: optionalUnitColumns,
    companions: unitCompanions(parts.alias),
    toNode: toUnit,
    loader: unitByKey,
  });
}

/** What comes along with units, under the alias they have in the statement. */
export const unitCompanions = lasting((alias) => [
  companion({
    field: 'Unit.region',
    table: 'region',
    alias: `${alias}_region`,
    key: `${alias}.region_id`,
    columns: regionColumns,
    optional: optionalRegionColumns,
    toNode: toRegion,
    loader: regionByKey,
  }),
]);
