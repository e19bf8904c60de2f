import type { Snapshot } from '../../platform/database';
import { globalId } from '../../platform/graphql';
import type { Cell, Dataset, Field, Row } from './field';

/** The public rows of a dataset, some at a time, in the order of their keys. */
export async function* rowsOf(dataset: Dataset, snapshot: Snapshot): AsyncIterable<Row[]> {
  const columns = dataset.fields.map(({ name, column }) => `${column} as "${name}"`).join(', ');
  for await (const batch of snapshot.batches<Record<string, unknown>>(`select ${columns} from ${dataset.source}`)) {
    yield batch.map((row) => Object.fromEntries(dataset.fields.map((field) => [field.name, cellOf(field, row[field.name])])));
  }
}

function cellOf({ type, idOf }: Field, value: unknown): Cell {
  if (value === null) return null;
  if (type === 'id') return globalId(idOf!, value as number);
  if (type === 'instant') return (value as Date).toISOString();
  return value as Cell;
}
