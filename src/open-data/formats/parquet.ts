import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import type { Cell, Dataset, Field, Row } from '../fields';
import type { Format } from './format';

type SchemaElement = NonNullable<Parameters<typeof parquetWriteRows>[0]['schema']>[number];

const rowsPerGroup = 20_000;

/** Columns of their own types, compressed by Snappy; a list is a list, a day a DATE, a moment a TIMESTAMP in UTC. */
export const parquet: Format = {
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  title: 'Apache Parquet',
  encode({ fields }: Dataset, batches: AsyncIterable<readonly Row[]>) {
    const output = new PassThrough();
    const write = parquetWriteRows({
      writer: new StreamWriter(output),
      rows: valuesOf(fields, batches),
      columns: fields.map(({ name }) => ({ name })),
      schema: [{ name: 'root', num_children: fields.length }, ...fields.flatMap(schemaOf)],
      rowGroupSize: rowsPerGroup,
      createdBy: 'gongkai',
    });
    void Promise.resolve(write).catch((error: Error) => output.destroy(error));
    return output;
  },
};

/** Hands on what is written after every group of rows, and waits until it is taken. */
class StreamWriter extends ByteWriter {
  constructor(private readonly output: PassThrough) {
    super(1 << 20);
  }

  async flush(): Promise<void> {
    const bytes = this.getBytes().slice();
    this.index = 0;
    if (!this.output.write(bytes)) await once(this.output, 'drain');
  }

  override finish(): void {
    this.output.end(this.getBytes());
  }
}

function schemaOf(field: Field): SchemaElement[] {
  const repetition_type = field.absent ? 'OPTIONAL' : 'REQUIRED';
  const { name } = field;
  if (field.type !== 'texts') return [{ name, repetition_type, ...physical[field.type] }];
  return [
    { name, repetition_type, converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...text },
  ];
}

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;

const physical = {
  id: text,
  text,
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
} as const;

async function* valuesOf(fields: readonly Field[], batches: AsyncIterable<readonly Row[]>): AsyncIterable<Record<string, unknown>> {
  for await (const rows of batches) {
    for (const row of rows) yield Object.fromEntries(fields.map(({ name, type }) => [name, valueOf(type, row[name]!)]));
  }
}

function valueOf(type: Field['type'], cell: Cell): unknown {
  if (cell === null) return null;
  return type === 'date' || type === 'instant' ? new Date(cell as string) : cell;
}
