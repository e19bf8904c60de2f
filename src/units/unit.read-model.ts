import { raw, sql, type Sql } from '../platform/database';
import {
  haveWords,
  paginate,
  paginateBelow,
  readKeys,
  type ConnectionArgs,
  type OrderTerm,
  type Page,
  type RequestContext,
} from '../platform/graphql';
import { regionKeys, regionPath, withinPath } from '../regions';
import type { Unit } from './unit';
import type { UnitGroup } from './unit-group';
import type { UnitFilter, UnitOrder, UnitOrderField } from './unit.inputs';
import { unitCompanions } from './unit.companions';
import { optionalUnitColumns, toUnit, unitColumns } from './unit.loaders';

const orderTerms: Record<UnitOrderField, (direction: 'ASC' | 'DESC') => OrderTerm[]> = {
  NAME: (direction) => [{ expression: 'u.name', type: 'text', direction }],
  REGION: (direction) => [
    { expression: 'r.stable_id', type: 'text', direction },
    { expression: 'u.name', type: 'text', direction },
  ],
  UPDATED_AT: (direction) => [{ expression: 'u.updated_at', type: 'timestamptz', direction }],
};

export async function listUnits(
  context: RequestContext,
  args: ConnectionArgs,
  filter: UnitFilter | null,
  order: UnitOrder | null,
): Promise<Page<Unit>> {
  return paginate(context, args, { ...list(order), where: await conditions(context, filter) });
}

/** Units of one region itself, not of those below it. */
export function listUnitsOfRegion(context: RequestContext, regionKey: number, args: ConnectionArgs, order: UnitOrder | null): Page<Unit> {
  return paginateBelow(context, args, { column: 'u.region_id', key: regionKey, field: 'Region.units' }, { ...list(order), where: [] });
}

/** Members of a collective on a day. */
export function listMembers(context: RequestContext, group: UnitGroup, asOf: string, args: ConnectionArgs): Page<Unit> {
  const members = list(null);
  return paginateBelow(
    context,
    args,
    { column: 'm.group_id', key: group.id, field: 'UnitGroup.members', variant: asOf },
    {
      ...members,
      list: `members:${members.list}`,
      from: sql`unit_group_member m join unit u on u.id = m.unit_id join region r on r.id = u.region_id`,
      where: [sql`(m.valid_from is null or m.valid_from <= ${asOf}::date) and (m.valid_to is null or m.valid_to >= ${asOf}::date)`],
    },
  );
}

function list(order: UnitOrder | null) {
  const { field, direction } = order ?? { field: 'REGION', direction: 'ASC' };
  return {
    list: `units:${field}:${direction}`,
    columns: unitColumns,
    optional: optionalUnitColumns,
    companions: unitCompanions('u'),
    from: raw('unit u join region r on r.id = u.region_id'),
    order: [...orderTerms[field](direction), { expression: 'u.id', type: 'integer', direction: 'ASC' } as OrderTerm],
    toNode: toUnit,
  };
}

async function conditions(context: RequestContext, filter: UnitFilter | null): Promise<Sql[]> {
  if (!filter) return [];
  const found: Sql[] = [];
  if (filter.text) found.push(...haveWords(filter.text, ['u.name'], ['u.aliases']));
  if (filter.regionCodes) found.push(sql`u.region_id = any(${await regionKeys(context, filter.regionCodes)}::int[])`);
  if (filter.withinRegion != null) found.push(withinPath('r.path', await regionPath(context, filter.withinRegion)));
  if (filter.kinds) found.push(sql`u.kind = any(${filter.kinds}::text[])`);
  if (filter.functionLines) found.push(sql`u.function_line = any(${filter.functionLines}::text[])`);
  if (filter.unitGroupIds) {
    const groups = readKeys(filter.unitGroupIds, 'UnitGroup');
    found.push(sql`exists (select from unit_group_member m where m.unit_id = u.id and m.group_id = any(${groups}::int[]))`);
  }
  return found;
}
