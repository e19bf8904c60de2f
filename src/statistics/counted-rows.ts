import { join, raw, sql, type Sql } from '../platform/database';
import type { Dimension } from './dimensions';
import type { TaskDimension } from './statistics.inputs';

/** One figure of a row. */
export interface Measure {
  name: string;
  /** The aggregate that counts it; null where nobody asks for it. */
  count: string | null;
  /** The column whose values it counts once each. */
  distinct?: string;
}

type Grouped = Readonly<Partial<Record<TaskDimension, Pick<Dimension, 'expression' | 'sortedBy'>>>>;

/** Rows to group, by what, and the figures of each group. */
export interface Grouping {
  rows: Sql;
  grouped: Grouped;
  figures: Sql;
}

/**
 * Counting each value of a column once takes a sorting of all rows. Where one column alone is counted so, rows are first brought
 * together by it, and then counted: half the time over a country.
 */
export function countedRows(rows: Sql, groupBy: readonly TaskDimension[], dimensions: Grouped, measures: readonly Measure[]): Grouping {
  const columns = [...new Set(measures.flatMap(({ count, distinct }) => (count !== null && distinct ? [distinct] : [])))];
  const only = columns.length === 1 ? columns[0]! : null;
  if (only === null) return { rows, grouped: dimensions, figures: named(measures.map(({ name, count }) => [count ?? '0', name])) };
  const keys = groupBy.map((dimension, at) => `${dimensions[dimension]!.expression} as k${at}`);
  const parts = measures.flatMap(({ name, count, distinct }) => (count === null || distinct ? [] : [`${count} as ${name}`]));
  const inner = sql`select ${raw([...keys, `${only} as counted`, ...parts].join(', '))} from ${rows}
    group by ${raw([...groupBy.map((dimension) => dimensions[dimension]!.expression), only].join(', '))}`;
  const figures = measures.map(({ name, count, distinct }) => [outerOf(name, count, distinct), name] as const);
  return { rows: sql`(${inner}) f`, grouped: outside(groupBy, dimensions), figures: named(figures) };
}

function outerOf(name: string, count: string | null, distinct: string | undefined): string {
  if (count === null) return '0';
  return distinct ? 'count(f.counted)::int' : `coalesce(sum(f.${name}), 0)::int`;
}

/** The dimensions as the brought together rows have them. */
function outside(groupBy: readonly TaskDimension[], dimensions: Grouped): Grouped {
  return Object.fromEntries(
    groupBy.map((dimension, at) => {
      const { expression, sortedBy } = dimensions[dimension]!;
      return [dimension, { expression: `f.k${at}`, sortedBy: sortedBy?.replaceAll(expression, `f.k${at}`) }];
    }),
  );
}

function named(figures: readonly (readonly [expression: string, name: string])[]): Sql {
  return raw(figures.map(([expression, name]) => `${expression} as ${name}`).join(', '));
}

/** The statement: a row per group with its values as text, the number of all groups beside each. Null: in any order; all. */
export function groupedRows(
  { rows, grouped, figures }: Grouping,
  groupBy: readonly TaskDimension[],
  order: Sql | null,
  first: number | null,
): Sql {
  const keys = groupBy.map((dimension) => raw(grouped[dimension]!.expression));
  const values = keys.map((key) => sql`(${key})::text`);
  return sql`
    select array[${join(values, ', ')}]::text[] as values, (count(*) over ())::int as "totalRows", ${figures}
    from ${rows}
    ${keys.length > 0 ? sql`group by ${join(keys, ', ')}` : raw('')}
    ${order ? sql`order by ${order}` : raw('')}
    ${first === null ? raw('') : sql`limit ${first}`}`;
}

/**
 * The same with one figure of the groups that is counted by itself, because it cannot be counted along with the others without
 * a sorting of all rows. Where rows are sorted by it, `direction` says how.
 */
export function groupedRowsWith(
  apart: { name: string; grouping: Grouping; direction: 'ASC' | 'DESC' | null },
  main: Grouping,
  groupBy: readonly TaskDimension[],
  order: Sql,
  first: number,
): Sql {
  const ranked = { ...main, figures: sql`${main.figures}, (row_number() over (order by ${order}))::int as at` };
  const counted = groupedRows(apart.grouping, groupBy, null, null);
  const figure = raw(`coalesce(b.${apart.name}, 0)`);
  return sql`
    select a.*, ${figure} as ${raw(apart.name)}
    from (${groupedRows(ranked, groupBy, order, apart.direction ? null : first)}) a left join (${counted}) b on b.values = a.values
    order by ${apart.direction ? sql`${figure} ${raw(apart.direction)}, ` : raw('')}a.at
    limit ${first}`;
}
