import type { Reader } from '../database/reader';
import { allOf, raw, sql, type Sql } from '../database/sql';
import { Page, readPageRequest, type ConnectionArgs, type Edge, type PageRequest } from './connection';
import type { RequestContext } from './context';
import { loaderIn, regroup } from './loader';
import { beyond, cursorColumns, orderBy, type OrderTerm } from './order';

/** A list of rows that can be paged through, over the whole table or below one parent. */
export interface ListQuery<T> {
  /** Name of the list with its order, such as `tasks:NUMBER_ASC`; cursors are bound to it. */
  list: string;
  columns: string;
  from: Sql;
  where: readonly Sql[];
  order: readonly OrderTerm[];
  /** Makes the node of a row. */
  toNode: (row: object) => T;
}

type PageRow = object & { parent_key: number; cursor_values: (string | null)[] };

/** One page of a list. One statement; a second one where the total is asked for. */
export async function paginate<T>(context: RequestContext, args: ConnectionArgs, query: ListQuery<T>): Promise<Page<T>> {
  const request = readPageRequest(args);
  const rows = await select<PageRow>(context.reader, pageStatement(context, request, query));
  const count = once(async () => {
    const [row] = await select<{ total: number }>(context.reader, sql`select count(*)::int as total from ${query.from} where ${allOf(query.where)}`);
    return row!.total;
  });
  return toPage(context, request, query, rows, count);
}

/**
 * The page of a list below one parent, such as the tasks of a plan. Parents of one request that ask with the same
 * arguments are served by one statement together. `parentColumn` is the column of the list that names the parent.
 */
export async function paginateBelow<T>(
  context: RequestContext,
  args: ConnectionArgs,
  parent: { column: string; key: number; signature: string },
  query: ListQuery<T>,
): Promise<Page<T>> {
  const request = readPageRequest(args);
  const slot = JSON.stringify([query.list, parent.signature, request]);
  const pages = loaderIn<number, PageRow[]>(context, `page ${slot}`, async (keys) => {
    const inner = pageStatement(context, request, query, sql`${raw(parent.column)} = parent.key`);
    const rows = await select<PageRow>(
      context.reader,
      sql`select parent.key as parent_key, page.* from unnest(${keys}::int[]) with ordinality as parent(key, at) cross join lateral (${inner}) page order by parent.at`,
    );
    return regroup(keys, rows, (row) => row.parent_key);
  });
  const totals = loaderIn<number, number>(context, `total ${slot}`, async (keys) => {
    const rows = await select<{ key: number; total: number }>(
      context.reader,
      sql`select ${raw(parent.column)} as key, count(*)::int as total from ${query.from} where ${raw(parent.column)} = any(${keys}::int[]) and ${allOf(query.where)} group by 1`,
    );
    const byKey = new Map(rows.map((row) => [row.key, row.total]));
    return keys.map((key) => byKey.get(key) ?? 0);
  });
  return toPage(context, request, query, await pages.load(parent.key), () => totals.load(parent.key));
}

function pageStatement<T>(context: RequestContext, request: PageRequest, query: ListQuery<T>, parent?: Sql): Sql {
  const conditions = [...query.where, ...(parent ? [parent] : [])];
  if (request.after !== null) conditions.push(beyond(query.order, context.cursors.decode(query.list, request.after), false));
  if (request.before !== null) conditions.push(beyond(query.order, context.cursors.decode(query.list, request.before), true));
  return sql`select ${raw(query.columns)}, ${cursorColumns(query.order)} from ${query.from} where ${allOf(conditions)} order by ${orderBy(query.order, request.backward)} limit ${request.size + 1}`;
}

function toPage<T>(context: RequestContext, request: PageRequest, query: ListQuery<T>, found: PageRow[], count: () => Promise<number>): Page<T> {
  const more = found.length > request.size;
  const rows = found.slice(0, request.size);
  if (request.backward) rows.reverse();
  const edges: Edge<T>[] = rows.map((row) => ({ cursor: context.cursors.encode(query.list, row.cursor_values), node: query.toNode(row) }));
  return new Page(
    edges,
    {
      hasNextPage: request.backward ? request.before !== null : more,
      hasPreviousPage: request.backward ? more : request.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count,
  );
}

function select<R>(reader: Reader, statement: Sql): Promise<R[]> {
  const { text, values } = statement.compile();
  return reader.rows<R>(text, values);
}

function once<R>(run: () => Promise<R>): () => Promise<R> {
  let result: Promise<R> | undefined;
  return () => (result ??= run());
}
