import type DataLoader from 'dataloader';
import { join, raw, type Sql } from '../database/sql';
import type { RequestContext } from './context';

/**
 * A record that each row of a list belongs to, such as a task's plan. Where the operation asks for it, it comes along in the
 * list's own statement and is handed to its loader, which has no need to ask again.
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
  hand(context: RequestContext, row: object): void;
}

interface CompanionParts<T> {
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

export function companion<T>({ table, alias, key, columns, toNode, loader, ...parts }: CompanionParts<T>): Companion {
  return {
    ...parts,
    join: raw(`left join ${table} ${alias} on ${alias}.id = ${key}`),
    columns: columns.replaceAll(/\b[a-z]\./gu, `${alias}.`),
    hand: (context, row) => loader(context).prime((row as { id: number }).id, toNode(row)),
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
  companions: readonly Companion[];
  /** Their columns beside the list's own, each under a name of its own. */
  columns: Sql;
  joins: Sql;
  /** Names of the columns of each, as its loader reads them and as the statement gives them. */
  names: readonly (readonly (readonly [own: string, given: string])[])[];
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
    const columns = asked.map((one) => columnsOf(usefulColumns(context, one.columns, one.optional)));
    return {
      companions: asked,
      columns: raw(columns.flatMap((own, at) => own.map(({ expression, name }) => `, ${expression} as "${at}.${name}"`)).join('')),
      joins: join(
        asked.map((one) => one.join),
        ' ',
      ),
      names: columns.map((own, at) => own.map(({ name }) => [name, `${at}.${name}`] as const)),
    };
  });
}

function askedFor(context: RequestContext, companions: readonly Companion[] = []): Companion[] {
  return companions.filter(({ field }) => context.selected.has(field)).flatMap((one) => [one, ...askedFor(context, one.companions)]);
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

/** Hands every companion of the rows to its loader, each once. */
export function handOver(context: RequestContext, { companions, names }: Along, rows: readonly object[]): void {
  for (const [at, one] of companions.entries()) {
    const handed = new Set<unknown>();
    for (const row of rows as readonly Record<string, unknown>[]) {
      const id = row[`${at}.id`];
      if (id === null || handed.has(id)) continue;
      handed.add(id);
      one.hand(context, Object.fromEntries(names[at]!.map(([own, given]) => [own, row[given]])));
    }
  }
}
