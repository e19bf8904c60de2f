import { isOneOf, raw, sql } from '../database/sql';
import { handOver, takenAlong, usefulColumns, type Companion, type OptionalColumns } from './companion';
import { loaderIn, type LoaderOf } from './loader';

interface RecordParts<T> {
  /** `task t`: the table under the alias that its columns have. */
  from: string;
  columns: string;
  /** Columns left out where the operation does not ask for them: for what nothing but its own fields reads. */
  optional?: OptionalColumns;
  /** What comes along with the records where the operation asks for it. */
  companions: () => readonly Companion[];
  toNode: (row: object) => T;
}

/** A loader for one record by its `id`, in one statement with what it belongs to; a key without a row gives null. */
export function loadRecord<T extends { id: number }>(parts: RecordParts<T>): LoaderOf<number, T | null> {
  const slot = Symbol();
  const key = `${parts.from.split(' ').at(-1)}.id`;
  return (context) =>
    loaderIn<number, T | null>(context, slot, async (keys) => {
      const along = takenAlong(context, parts.companions());
      const columns = raw(parts.optional ? usefulColumns(context, parts.columns, parts.optional) : parts.columns);
      const { text, values } =
        sql`select ${columns}${along.columns} from ${raw(parts.from)} ${along.joins} where ${isOneOf(key, keys)}`.compile();
      const rows = await context.reader.rows<object>(text, values);
      const records = rows.map(parts.toNode);
      handOver(context, along, rows, records);
      const byKey = new Map(records.map((record) => [record.id, record]));
      return keys.map((each) => byKey.get(each) ?? null);
    });
}
