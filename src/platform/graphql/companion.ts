import type DataLoader from 'dataloader';
import { join, raw, type Sql } from '../database/sql';
import type { RequestContext } from './context';

/**
 * A record that each row of a list belongs to, such as a task's plan. Where the operation asks for it, it comes along in the
 * list's own statement: compiled queries take it from its owner, and its loader has no need to ask again. Whoever may read
 * the owner may read it too.
 */
export interface Companion {
  /** The field that leads to it, such as `Task.plan`. */
  field: string;
  /** `left join plan p on p.id = t.plan_id`: the list's own alias, and one that nothing else of the statement uses. */
  join: Sql;
  /** Its columns, for its own alias. */
  columns: string;
  optional?: OptionalColumns;
  /** Its companions, joined after it. */
  companions?: readonly Companion[];
  /** Makes the record of its columns, and tells its loader. */
  take(context: RequestContext, row: object): object;
}

interface CompanionParts<T extends { id: number }> {
  field: string;
  table: string;
  /** One that nothing else of the statement uses. */
  alias: string;
  /** The column that names it: `t.plan_id`. */
  key: string;
  /** Its columns as its loader reads them, under whatever alias of one letter. */
  columns: string;
  optional?: OptionalColumns;
  companions?: readonly Companion[];
  toNode: (row: object) => T;
  loader: (context: RequestContext) => DataLoader<number, T | null>;
}

export function companion<T extends { id: number }>({
  table,
  alias,
  key,
  columns,
  toNode,
  loader,
  ...parts
}: CompanionParts<T>): Companion {
  return {
    ...parts,
    join: raw(`left join ${table} ${alias} on ${alias}.id = ${key}`),
    columns: columns.replaceAll(/\b[a-z]\./gu, `${alias}.`),
    take: (context, row) => {
      const record = toNode(row);
      loader(context).prime(record.id, record);
      return record;
    },
  };
}

/** Companions by the alias of their list, made once for each: what follows from them is kept by them. */
export function lasting(make: (alias: string) => readonly Companion[]): (alias: string) => readonly Companion[] {
  const made = new Map<string, readonly Companion[]>();
  return (alias) => {
    if (!made.has(alias)) made.set(alias, make(alias));
    return made.get(alias)!;
  };
}

/** What an operation takes along of a list's companions; the same for every run of its document. */
export interface Along {
  /** Those that it asks for, each after the one that leads to it. */
  taken: readonly Taken[];
  /** Their columns beside the list's own, each under a name of its own. */
  columns: Sql;
  joins: Sql;
}

interface Taken {
  companion: Companion;
  /** The companion that leads to it, by its place among those taken; null: the list's own record does. */
  owner: number | null;
  /** The field of its owner. */
  property: string;
  /** The column that holds its id, as the statement gives it. */
  id: string;
  /** Names of its columns, as its loader reads them and as the statement gives them. */
  names: readonly (readonly [own: string, given: string])[];
}

const known = new WeakMap<ReadonlySet<string>, Map<unknown, unknown>>();

/** Reckoned once per document: the set of its fields stays the same object. */
function oncePerDocument<T>({ selected }: RequestContext, about: unknown, reckon: () => T): T {
  let found = known.get(selected);
  if (!found) known.set(selected, (found = new Map()));
  if (!found.has(about)) found.set(about, reckon());
  return found.get(about) as T;
}

const none: readonly Companion[] = [];

/** The companions must be one lasting array for each list. */
export function takenAlong(context: RequestContext, companions: readonly Companion[] = none): Along {
  return oncePerDocument(context, companions, () => {
    const asked = askedFor(context, companions);
    const columns = asked.map(({ companion }) => columnsOf(usefulColumns(context, companion.columns, companion.optional)));
    return {
      taken: asked.map((one, at) => ({
        ...one,
        property: one.companion.field.split('.')[1]!,
        id: `${at}.id`,
        names: columns[at]!.map(({ name }) => [name, `${at}.${name}`] as const),
      })),
      columns: raw(columns.flatMap((own, at) => own.map(({ expression, name }) => `, ${expression} as "${at}.${name}"`)).join('')),
      joins: join(
        asked.map(({ companion }) => companion.join),
        ' ',
      ),
    };
  });
}

type Asked = Pick<Taken, 'companion' | 'owner'>;

function askedFor(context: RequestContext, companions: readonly Companion[], owner: number | null = null, found: Asked[] = []): Asked[] {
  for (const one of companions) {
    if (!context.selected.has(one.field)) continue;
    const at = found.push({ companion: one, owner }) - 1;
    askedFor(context, one.companions ?? none, at, found);
  }
  return found;
}

interface Column {
  name: string;
  expression: string;
}

const split = new Map<string, readonly Column[]>();

/** `p.id, p.region_id as "regionId", days(p.due_on, p.year) as days` as its parts. */
function columnsOf(text: string): readonly Column[] {
  let columns = split.get(text);
  if (!columns) {
    columns = partsOf(text).map((part) => {
      const [, expression, name] = /^\s*(.+?)(?:\s+as\s+"?(\w+)"?)?\s*$/su.exec(part) ?? [];
      const plainName = /^(?:\w+\.)?(\w+)$/u.exec(expression ?? '')?.[1];
      if (expression === undefined || (name ?? plainName) === undefined) throw new Error(`A column without a name: ${part}`);
      return { expression, name: name ?? plainName! };
    });
    split.set(text, columns);
  }
  return columns;
}

/** Cut at commas; one inside brackets separates arguments. */
function partsOf(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
  }
  return parts;
}

/** Columns that are of no use unless one of these fields is asked for, by property. */
export type OptionalColumns = Readonly<Record<string, readonly string[]>>;

/** Columns that are of use to the field of their own name alone. */
export function eachForItsField(type: string, names: readonly string[]): OptionalColumns {
  return Object.fromEntries(names.map((name) => [name, [`${type}.${name}`]]));
}

/** The columns without those that this operation has no use for. */
export function usefulColumns(context: RequestContext, columns: string, optional: OptionalColumns = {}): string {
  return oncePerDocument(context, columns, () =>
    columnsOf(columns)
      .filter(({ name }) => optional[name]?.some((field) => context.selected.has(field)) ?? true)
      .map(({ name, expression }) => `${expression} as "${name}"`)
      .join(', '),
  );
}

const companionsOf = Symbol('companions');

interface Owner {
  [companionsOf]?: Record<string, object>;
}

/** The record that came along with its owner for a field; undefined where none did. */
export function companionOf(owner: unknown, field: string): object | undefined {
  return (owner as Owner | null | undefined)?.[companionsOf]?.[field];
}

/** Hands every companion of the rows to its owner and to its loader; the same record is made once. */
export function handOver(context: RequestContext, { taken }: Along, rows: readonly object[], nodes: readonly object[]): void {
  const made = taken.map(() => new Map<unknown, object>());
  for (const [index, row] of (rows as readonly Record<string, unknown>[]).entries()) {
    const records: object[] = [];
    for (const [at, { companion, owner, property, id, names }] of taken.entries()) {
      const key = row[id];
      if (key === null) continue;
      let record = made[at]!.get(key);
      if (!record) {
        record = companion.take(context, Object.fromEntries(names.map(([own, given]) => [own, row[given]])));
        made[at]!.set(key, record);
      }
      records[at] = record;
      const holder = (owner === null ? nodes[index] : records[owner]) as Owner;
      (holder[companionsOf] ??= {})[property] = record;
    }
  }
}
