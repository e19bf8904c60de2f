import type { Reader } from '../../platform/database';
import { badUserInput, notFound, readKey, tryReadGlobalId } from '../../platform/graphql';
import { parameter } from './query-parameters';

/** What a feed or a calendar is about; all null: everything. */
export interface PlaceFilter {
  /** Path of the region, which those below it begin with. */
  regionPath: string | null;
  unitKey: number | null;
  planKey: number | null;
}

/** Reads `?region=CODE`, `?unit=ID` and `?plan=ID`. BAD_USER_INPUT where one is no code or id, NOT_FOUND where it names nothing public. */
export async function readPlaceFilter(reader: Reader, query: unknown): Promise<PlaceFilter> {
  const [region, unit, plan] = ['region', 'unit', 'plan'].map((name) => parameter(query, name));
  return {
    regionPath: region == null ? null : await regionPathOf(reader, region),
    unitKey: unit == null ? null : await keyIn(reader, 'unit', readKey(unit, 'Unit')),
    planKey: plan == null ? null : await planKeyOf(reader, plan),
  };
}

async function regionPathOf(reader: Reader, code: string): Promise<string> {
  const [row] = await reader.rows<{ path: string }>('select path from region where stable_id = $1', [safe(code)]);
  if (!row) throw badUserInput('`region` is no code of a region, such as 511700. / 参数 region 不是区域代码，应如 511700。');
  return row.path;
}

async function keyIn(reader: Reader, table: 'unit' | 'plan', key: number): Promise<number> {
  const found = await reader.rows(`select 1 from ${table} where id = $1`, [key]);
  if (found.length === 0) throw notFound();
  return key;
}

/** By id, or by the name in the address of its page. */
async function planKeyOf(reader: Reader, plan: string): Promise<number> {
  if (tryReadGlobalId(plan)) return keyIn(reader, 'plan', readKey(plan, 'Plan'));
  const [row] = await reader.rows<{ id: number }>('select id from plan where slug = $1', [safe(plan)]);
  if (!row) throw notFound();
  return row.id;
}

/** PostgreSQL refuses NUL. */
function safe(text: string): string {
  if (text.includes('\0')) throw badUserInput('The address holds a NUL. / 地址中含有空字符。');
  return text;
}
