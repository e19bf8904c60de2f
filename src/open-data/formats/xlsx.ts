import { writeXlsxStream, XLSX_MAX_ROWS_PER_SHEET } from 'hucre/xlsx';
import type { Cell, Dataset, Field, Row } from '../fields';
import type { Format } from './format';

/** Longer texts make Excel refuse the whole file. */
const longestCell = 32_767;
const cutMark = '…〔全文见其他格式 in full in the other formats〕';

const width: Partial<Record<Field['type'], number>> = { integer: 10, number: 10, boolean: 10, date: 12 };

/** Every text a text: no formula, no hidden part, no link. What exceeds the rows of a sheet goes on in a next one. */
export const xlsx: Format = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  title: 'Excel (XLSX)',
  encode: ({ name, fields }: Dataset, batches: AsyncIterable<readonly Row[]>) =>
    writeXlsxStream(cellsOf(fields, batches), {
      name,
      columns: fields.map((field) => ({ header: field.name, width: width[field.type] ?? 24 })),
      freezePane: { rows: 1 },
      maxRowsPerSheet: XLSX_MAX_ROWS_PER_SHEET,
    }),
};

async function* cellsOf(
  fields: readonly Field[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncIterable<(string | number | boolean | Date | null)[]> {
  for await (const rows of batches) for (const row of rows) yield fields.map(({ name, type }) => valueOf(type, row[name]!));
}

function valueOf(type: Field['type'], cell: Cell): string | number | boolean | Date | null {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (type === 'date') return new Date(`${cell as string}T00:00:00Z`);
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell);
  return text.length <= longestCell ? text : text.slice(0, longestCell - cutMark.length) + cutMark;
}
