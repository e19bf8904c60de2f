import { eachForItsField, hydrate, loadMany, loadOne, registerNode, type RequestContext } from '../platform/graphql';
import { FunctionLine } from './function-line';
import { Unit } from './unit';
import { UnitGroup } from './unit-group';

/** Columns of a unit under the property names of its class. */
export const unitColumns = `u.id, u.region_id as "regionId", u.name, u.canonical_key as "canonicalKey", u.kind,
  u.function_line as "functionLineCode", u.aliases, u.valid_from as "validFrom", u.valid_to as "validTo",
  u.former_names as "formerNames", u.successor_id as "successorId", u.succession, u.source, u.source_date as "sourceDate", u.proposed, u.published,
  u.updated_at as "updatedAt"`;

export const optionalUnitColumns = eachForItsField('Unit', [
  ...['kind', 'aliases', 'validFrom', 'validTo', 'formerNames', 'succession', 'source', 'sourceDate', 'proposed', 'updatedAt'],
]);

const functionLineColumns = 'code, title_zh as "titleZh", title_en as "titleEn", position';

export const toUnit = (row: object): Unit => hydrate(Unit, row);

const groupColumns = `g.id, g.region_id as "regionId", g.expression, g.rule, g.selectors, g.roster, g.published, g.updated_at as "updatedAt"`;

export const unitByKey = loadOne<number, Unit>(
  async (reader, keys) => (await reader.rows<object>(`select ${unitColumns} from unit u where u.id = any($1)`, [keys])).map(toUnit),
  (unit) => unit.id,
);

/** Units that became part of a unit. */
export const predecessorsOfUnit = loadMany<number, Unit>(
  async (reader, keys) =>
    (
      await reader.rows<object>(`select ${unitColumns} from unit u where u.successor_id = any($1) order by u.valid_to, u.name, u.id`, [
        keys,
      ])
    ).map(toUnit),
  (unit) => unit.successorId!,
);

export const unitGroupByKey = loadOne<number, UnitGroup>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${groupColumns} from unit_group g where g.id = any($1)`, [keys])).map((row) =>
      hydrate(UnitGroup, row),
    ),
  (group) => group.id,
);

export const functionLineByCode = loadOne<string, FunctionLine>(
  async (reader, codes) =>
    (await reader.rows<object>(`select ${functionLineColumns} from function_line where code = any($1)`, [codes])).map((row) =>
      hydrate(FunctionLine, row),
    ),
  (line) => line.code,
);

/** All lines in their own order; few enough to be read at once. */
export async function allFunctionLines(context: RequestContext): Promise<FunctionLine[]> {
  const rows = await context.reader.rows<object>(`select ${functionLineColumns} from function_line order by position`);
  return rows.map((row) => hydrate(FunctionLine, row));
}

registerNode('Unit', (context, key) => unitByKey(context).load(key));
registerNode('UnitGroup', (context, key) => unitGroupByKey(context).load(key));
