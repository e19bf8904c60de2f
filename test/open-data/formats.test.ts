import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readWorkbook from 'read-excel-file/node';
import { csv } from '../../src/open-data/formats/csv';
import { datasets, rowsOf, type Dataset, type Field, type Row } from '../../src/open-data/fields';
import { formats, jsonLines, readJsonLines, type Format } from '../../src/open-data/formats';
import { collect } from '../support/collect';
import { useTestDatabase } from '../support/database';

const database = useTestDatabase({ seeded: true });

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await collect(pieces));
}

async function* some(rows: readonly Row[]): AsyncIterable<readonly Row[]> {
  for (let start = 0; start < rows.length; start += 7) yield rows.slice(start, start + 7);
}

const fileOf = (format: Format, dataset: Dataset, rows: readonly Row[]) => bytesOf(format.encode(dataset, some(rows)));

type Cells = Record<string, unknown>;

/** A text cell as the type of its field, the way a user of the dictionary would read it. */
function readCell({ type }: Field, cell: string): unknown {
  if (cell === '') return null;
  if (type === 'integer' || type === 'number') return Number(cell);
  if (type === 'boolean') return cell === 'true';
  return type === 'texts' ? JSON.parse(cell) : cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');
}

const readers: Record<Format['extension'], (file: Buffer, dataset: Dataset) => Promise<Cells[]>> = {
  jsonl: async (file) => (await collect(readJsonLines<Cells>(pieces(file)))).flat(),
  csv: async (file, { fields }) =>
    parse<Record<string, string>>(file, { columns: true }).map((row) =>
      Object.fromEntries(fields.map((field) => [field.name, readCell(field, row[field.name]!)])),
    ),
  xlsx: async (file, { fields }) => {
    const [header, ...rows] = (await readWorkbook(file))[0]!.data;
    expect(header).toEqual(fields.map(({ name }) => name));
    return rows.map((cells) => Object.fromEntries(fields.map((field, index) => [field.name, fromSheet(field, cells[index])])));
  },
  parquet: async (file, { fields }) => {
    const rows = await parquetReadObjects({ file: new Uint8Array(file).buffer });
    return rows.map((row) => Object.fromEntries(fields.map((field) => [field.name, fromParquet(field, row[field.name])])));
  },
};

async function* pieces(file: Buffer): AsyncIterable<Uint8Array> {
  for (let start = 0; start < file.length; start += 1_001) yield file.subarray(start, start + 1_001);
}

function fromSheet({ type }: Field, cell: unknown): unknown {
  if (type === 'date' && cell instanceof Date) return cell.toISOString().slice(0, 10);
  return type === 'texts' ? JSON.parse(cell as string) : (cell ?? null);
}

function fromParquet({ type }: Field, cell: unknown): unknown {
  if (cell instanceof Date) return type === 'date' ? cell.toISOString().slice(0, 10) : cell.toISOString();
  return cell ?? null;
}

describe('every dataset', () => {
  // The published plans come without any.
  beforeAll(() =>
    database.owner.query(
      `insert into correction (plan_id, task_id, field, before, after, reason, actor)
       select plan_id, id, 'leadOfficial', null::jsonb, '"=1+1"'::jsonb, '与原件核对', 'test' from task where number <= 2
       union all select plan_id, id, 'sourceLines', '[1, 2]'::jsonb, '[1, 3]'::jsonb, '与原件核对', 'test' from task where number = 3`,
    ),
  );

  it('without rows is a file of its format with none', async () => {
    const none = datasets.find(({ name }) => name === 'corrections')!;
    for (const format of formats) expect(await readers[format.extension](await fileOf(format, none, []), none)).toEqual([]);
  });

  it.each(datasets.map((dataset) => [dataset.name, dataset] as const))('%s has the same rows in all formats', async (_name, dataset) => {
    const rows = await database.publicSnapshot(async (snapshot) => (await collect(rowsOf(dataset, snapshot))).flat());
    expect(rows.length).toBeGreaterThan(0);
    for (const format of formats) expect(await readers[format.extension](await fileOf(format, dataset, rows), dataset)).toEqual(rows);
  });
});

const oddities: Dataset = {
  name: 'oddities',
  title: ['', ''],
  description: ['', ''],
  source: '',
  fields: [
    { name: 'id', type: 'text', column: '', title: ['', ''], description: ['', ''], example: '' },
    { name: 'text', type: 'text', column: '', title: ['', ''], description: ['', ''], absent: ['', ''], example: '' },
    { name: 'number', type: 'number', column: '', title: ['', ''], description: ['', ''], absent: ['', ''], example: 1 },
  ],
};

it('cells that a spreadsheet would take for a formula are quoted apart in CSV, plain numbers are not', async () => {
  const texts = ['=1+1', '+SUM(A1)', '-cmd', '@x', '\tx', '\rx', '＝1', '-5', '+3.5', '5-3', '1,"2"', 'a\nb', null];
  const rows = texts.map((text, index) => ({ id: String(index), text, number: -1.5 }));
  const file = (await fileOf(csv, oddities, rows)).toString();
  expect(file).toContain(
    `0,'=1+1,-1.5\r\n1,'+SUM(A1),-1.5\r\n2,'-cmd,-1.5\r\n3,'@x,-1.5\r\n4,'\tx,-1.5\r\n5,"'\rx",-1.5\r\n6,'＝1,-1.5\r\n`,
  );
  expect(file).toContain('7,-5,-1.5\r\n8,+3.5,-1.5\r\n9,5-3,-1.5\r\n10,"1,""2""",-1.5\r\n11,"a\nb",-1.5\r\n12,,-1.5\r\n');
});

it('a sheet holds texts, no formulas, and cuts a text that Excel could not open', async () => {
  const rows = ['=1+1', 'a\u0001b\n<&>', 'x'.repeat(40_000)].map((text, index) => ({ id: String(index), text, number: null }));
  const file = await fileOf(
    formats.find(({ extension }) => extension === 'xlsx')!,
    oddities,
    rows,
  );
  const [, first, second, third] = (await readWorkbook(file))[0]!.data;
  expect(first![1]).toBe('=1+1');
  expect(second![1]).toContain('b\n<&>');
  expect(third![1]).toHaveLength(32_767);
  expect(third![1]).toMatch(/x…〔全文见其他格式 in full in the other formats〕$/);
});

it('a dataset without rows is a file with columns and no rows', async () => {
  for (const format of formats) expect(await readers[format.extension](await fileOf(format, oddities, []), oddities)).toEqual([]);
  const empty = await fileOf(
    formats.find(({ extension }) => extension === 'parquet')!,
    oddities,
    [],
  );
  expect(parquetMetadata(new Uint8Array(empty).buffer).schema.map(({ name }) => name)).toEqual(['root', 'id', 'text', 'number']);
  expect((await bytesOf(jsonLines.encode(oddities, some([])))).length).toBe(0);
});
