import { readRecord } from './delimited-record';
import { isBlank, type LayoutVerdict, noTable, tableOf, type TextLine } from './text-line';

const LEAST_COLUMNS = 3;

/**
 * Comma-separated values. Chinese prose separates with ，, so that rows of one and the same number of commas are a table.
 * It runs to the end of the text or to the first line that is no such row.
 */
export function commaRows(lines: readonly TextLine[], start: number): LayoutVerdict {
  const head = lines[start];
  if (head === undefined || !head.text.includes(',')) return noTable(start);
  const rows: { cells: string[]; at: TextLine }[] = [];
  let index = start;
  let width = 0;
  while (index < lines.length) {
    const at = lines[index];
    if (at === undefined || (isBlank(at) && rows.length > 0)) break;
    const record = readRecord(lines, index, ',');
    if (rows.length === 0) width = record.cells.length;
    if (record.cells.length !== width || width < LEAST_COLUMNS) break;
    rows.push({ cells: record.cells, at });
    index = record.next;
  }
  return { table: rows.length >= 2 ? tableOf(rows) : null, next: Math.max(index, start + 1) };
}
