import type { Reader } from '../database/reader';
import { allOf, isOneOf, raw, sql, type Sql } from '../database/sql';
import { Page, readPageRequest, type ConnectionArgs, type PageRequest, type PageRows } from './connection';
import { handOver, takenAlong, usefulColumns, type Companion, type OptionalColumns } from './companion';
import type { RequestContext } from './context';
import { loaderIn, regroup } from './loader';
import { beyond, cursorColumns, orderBy, type OrderTerm } from './order';

/** A list of rows that can be paged through, over the whole table or below one parent. */
export interface ListQuery<T extends object> {
  /** Name of the list with its order, such as `tasks:NUMBER:ASC`; cursors are bound to it. */
  list: string;
  columns: string;
  /** Columns left out where the operation does not ask for them. */
  optional?: OptionalColumns;
  from: Sql;
  /** Records that come along with each row where they are asked for. */
  companions?: readonly Companion[];
  /** The statement for `totalCount`, giving `total`, where it is not to count the rows of `from`. */
  total?: Sql;
  where: readonly Sql[];
  order: readonly OrderTerm[];
  /** Makes the node of a row. */
  toNode: (row: object) => T;
}

/** The record below which a list stands. */
export interface ListParent {
  /** The column of the list that names the parent. */
  column: string;
  key: number;
  /** The field that is asked, such as `Plan.tasks`. Cursors are bound to it and to the parent. */
  field: string;
  /** What else tells two questions to the field apart: its filter, or a day. */
  variant?: unknown;
}

type PageRow = object & { cursor_values: (string | null)[] };

/** One page of a list. One statement for the rows, and one for the total, each only where it is asked for. */
export async function paginate<T extends object>(context: RequestContext, args: ConnectionArgs, query: ListQuery<T>): Promise<Page<T>> {
  const request = readPageRequest(args);
  const statement = pageStatement(context, request, query, withinCursors(context, request, query, query.list));
  const rows = async () => toRows(context, request, query, query.list, await select<PageRow>(context.reader, statement));
  const count = async () => {
    const [row] = await select<{ total: number }>(
      context.reader,
      query.total ?? sql`select count(*)::int as total from ${query.from} where ${allOf(query.where)}`,
    );
    return row!.total;
  };
  return new Page(rows, count);
}

/**
 * The page of a list below one parent, such as the tasks of a plan. Parents of one request that ask with the same
 * arguments are served by one statement together.
 */
export function paginateBelow<T extends object>(
  context: RequestContext,
  args: ConnectionArgs,
  parent: ListParent,
  query: ListQuery<T>,
): Page<T> {
  const request = readPageRequest(args);
  const list = `${query.list} of ${parent.field} ${parent.key}`;
  const slot = JSON.stringify([query.list, parent.field, parent.variant]);
  const cursors = withinCursors(context, request, query, list);
  const pages = loaderIn<number, PageRow[]>(context, `page ${slot} ${JSON.stringify(request)}`, async (keys) => {
    const pageOf = (condition: Sql) => pageStatement(context, request, query, [...cursors, condition]);
    if (keys.length === 1) return [await select<PageRow>(context.reader, pageOf(isOneOf(parent.column, keys)))];
    const inner = pageOf(sql`${raw(parent.column)} = parent.key`);
    const rows = await select<PageRow & { parent_key: number }>(
      context.reader,
      sql`select parent.key as parent_key, page.* from unnest(${keys}::int[]) with ordinality as parent(key, at) cross join lateral (${inner}) page order by parent.at`,
    );
    return regroup<number, PageRow & { parent_key: number }>(keys, rows, (row) => row.parent_key);
  });
  const totals = loaderIn<number, number>(context, `total ${slot}`, async (keys) => {
    const rows = await select<{ key: number; total: number }>(
      context.reader,
      sql`select ${raw(parent.column)} as key, count(*)::int as total from ${query.from} where ${raw(parent.column)} = any(${keys}::int[]) and ${allOf(query.where)} group by 1`,
    );
    const byKey = new Map(rows.map((row) => [row.key, row.total]));
    return keys.map((key) => byKey.get(key) ?? 0);
  });
  const rows = async () => toRows(context, request, query, list, await pages.load(parent.key));
  return new Page(rows, () => totals.load(parent.key));
}

/** The conditions that the cursors of a request set. BAD_USER_INPUT where one is not of this list. */
function withinCursors<T extends object>(
  { cursors }: RequestContext,
  { after, before }: PageRequest,
  { order }: ListQuery<T>,
  list: string,
): Sql[] {
  return [
    ...(after === null ? [] : [beyond(order, cursors.decode(list, after), false)]),
    ...(before === null ? [] : [beyond(order, cursors.decode(list, before), true)]),
  ];
}

function pageStatement<T extends object>(
  context: RequestContext,
  request: PageRequest,
  query: ListQuery<T>,
  conditions: readonly Sql[],
): Sql {
  const along = takenAlong(context, query.companions);
  const columns = sql`${raw(usefulColumns(context, query.columns, query.optional))}${along.columns}${raw(needsCursors(context) ? ', ' : '')}${needsCursors(context) ? cursorColumns(query.order) : raw('')}`;
  const from = sql`${query.from} ${along.joins}`;
  return sql`select ${columns} from ${from} where ${allOf([...query.where, ...conditions])} order by ${orderBy(query.order, request.backward)} limit ${limitOf(request)}`;
}

/** Sizes of page that are often asked for. */
const usualSizes: ReadonlySet<number> = new Set([1, 5, 10, 20, 50, 100]);

/**
 * One row more than the page holds, to see whether there are more. Usual sizes stand in the text: a limit that PostgreSQL does not know when it plans keeps it from
 * planning once for all pages.
 */
function limitOf({ size }: PageRequest): Sql {
  return usualSizes.has(size) ? raw(String(size + 1)) : sql`${size + 1}`;
}

/** Whether the operation asks for a cursor anywhere. */
function needsCursors({ selected }: RequestContext): boolean {
  if (selected.has('PageInfo.startCursor') || selected.has('PageInfo.endCursor')) return true;
  for (const field of selected) if (field.endsWith('Edge.cursor')) return true;
  return false;
}

function toRows<T extends object>(
  context: RequestContext,
  request: PageRequest,
  query: ListQuery<T>,
  list: string,
  found: readonly PageRow[],
): PageRows<T> {
  const rows = found.slice(0, request.size);
  if (request.backward) rows.reverse();
  const nodes = rows.map(query.toNode);
  handOver(context, takenAlong(context, query.companions), rows, nodes);
  const hasMore = found.length > request.size;
  return {
    nodes,
    cursorAt: (index) => context.cursors.encode(list, rows[index]!.cursor_values),
    hasNextPage: request.backward ? request.before !== null : hasMore,
    hasPreviousPage: request.backward ? hasMore : request.after !== null,
  };
}

function select<R>(reader: Reader, statement: Sql): Promise<R[]> {
  const { text, values } = statement.compile();
  return reader.rows<R>(text, values);
}
