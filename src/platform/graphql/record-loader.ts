import { raw, sql } from '../database/sql';
import { askedFor, companionColumns, handOver, type Companion } from './companion';
import { loaderIn, type LoaderOf } from './loader';

interface RecordParts<T> {
  /** `task t`: the table under the alias that its columns have. */
  from: string;
  columns: string;
  /** What comes along with the records where the operation asks for it. */
  companions: () => readonly Companion[];
  toNode: (row: object) => T;
}

/** A loader for one record by its `id`, in one statement with what it belongs to; a key without a row gives null. */
export function loadRecord<T extends { id: number }>({ from, columns, companions, toNode }: RecordParts<T>): LoaderOf<number, T | null> {
  const slot = Symbol();
  const key = raw(`${from.split(' ').at(-1)}.id`);
  return (context) =>
    loaderIn<number, T | null>(context, slot, async (keys) => {
      const asked = askedFor(context, companions());
      const joined = asked.reduce((so, { join }) => sql`${so} ${join}`, raw(from));
      const { text, values } =
        sql`select ${raw(columns)}${companionColumns(context, asked)} from ${joined} where ${key} = any(${keys}::int[])`.compile();
      const rows = await context.reader.rows<object>(text, values);
      handOver(context, asked, rows);
      const byKey = new Map(rows.map(toNode).map((record) => [record.id, record]));
      return keys.map((each) => byKey.get(each) ?? null);
    });
}
