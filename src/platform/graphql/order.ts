import { allOf, join, raw, sql, type Sql } from '../database/sql';
import type { CursorValue } from './cursor';

/** One sort key. The last of a list must be unique, so that order is total. Nulls come last, whatever the direction. */
export interface OrderTerm {
  /** A column or expression over the query's tables. */
  expression: string;
  /** Its PostgreSQL type, to which a cursor's text is cast back. */
  type: 'integer' | 'text' | 'date' | 'timestamptz' | 'real' | 'numeric' | 'double precision';
  direction: 'ASC' | 'DESC';
  nullable?: boolean;
}

/** `order by` for a page; backward pages are read from the end and turned round afterwards. */
export function orderBy(terms: readonly OrderTerm[], backward: boolean): Sql {
  return raw(
    terms
      .map((term) => {
        const descending = (term.direction === 'DESC') !== backward;
        const nulls = term.nullable ? (backward ? ' nulls first' : ' nulls last') : '';
        return `${term.expression} ${descending ? 'desc' : 'asc'}${nulls}`;
      })
      .join(', '),
  );
}

/** The sort values of a row as one JSON array of texts: what its cursor holds. */
export function cursorColumns(terms: readonly OrderTerm[]): Sql {
  return raw(`array[${terms.map((term) => `(${term.expression})::text`).join(', ')}] as cursor_values`);
}

/** Rows after (or, backward, before) the row whose sort values are given. */
export function beyond(terms: readonly OrderTerm[], values: readonly CursorValue[], backward: boolean): Sql {
  const alternatives = terms.map((term, index) => {
    const equalSoFar = terms.slice(0, index).map((earlier, at) => equals(earlier, values[at] ?? null));
    return allOf([...equalSoFar, further(term, values[index] ?? null, backward)]);
  });
  return join(
    alternatives.map((alternative) => sql`(${alternative})`),
    ' or ',
  );
}

function equals(term: OrderTerm, value: CursorValue): Sql {
  return value === null ? raw(`${term.expression} is null`) : sql`${raw(term.expression)} = ${value}::text::${raw(term.type)}`;
}

function further(term: OrderTerm, value: CursorValue, backward: boolean): Sql {
  const expression = raw(term.expression);
  if (value === null) return backward ? sql`${expression} is not null` : raw('false');
  const operator = raw((term.direction === 'DESC') !== backward ? '<' : '>');
  const past = sql`${expression} ${operator} ${value}::text::${raw(term.type)}`;
  return term.nullable && !backward ? sql`(${past} or ${expression} is null)` : past;
}
