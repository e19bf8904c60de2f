import { stringify } from 'csv-stringify/sync';
import type { Cell, Dataset, Row } from '../fields';
import type { Format } from './format';

/** What a spreadsheet program would take for a formula, in either width; a plain number is none. */
const formula = /^[=+\-@\t\r＝＋－＠]/;
const lineBreak = /[\r\n]/;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/** RFC 4180 in UTF-8. A list is a JSON array; an empty cell is null. */
export const csv: Format = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  title: 'CSV',
  async *encode({ fields }: Dataset, batches: AsyncIterable<readonly Row[]>) {
    yield csvOf([fields.map(({ name }) => name)]);
    for await (const rows of batches) yield csvOf(rows.map((row) => fields.map(({ name }) => row[name]!)));
  },
};

export function csvOf(records: readonly (readonly Cell[])[]): Buffer {
  return Buffer.from(
    stringify(
      records.map((cells) => cells.map(textOf)),
      { record_delimiter: 'windows', quoted_match: lineBreak },
    ),
  );
}

function textOf(cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
