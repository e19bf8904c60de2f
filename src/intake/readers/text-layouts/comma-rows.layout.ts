import { readRecord } from './delimited-record';
import { isBlank, type LayoutVerdict, noTable, tableOf, type TextLine } from './text-line';

const LEAST_COLUMNS = 3;

/** Half-width semicolons also part the clauses of prose: only short words above them make columns of them. */
function isHeading(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[^:：。，()]{1,12}$/.test(cell.trim()));
}

/**
 * Values separated by commas, or by semicolons as some systems save them. Chinese prose separates with ，, so that rows of
 * one and the same number of such signs are a table. It runs to the end of the text or to the first line that is no such row.
 */
export function commaRows(lines: readonly TextLine[], start: number): LayoutVerdict {
  const head = lines[start];
  const sign = [',', ';'].find((one) => head?.text.includes(one));
  if (sign === undefined) return noTable(start);
  const rows: { cells: string[]; at: TextLine }[] = [];
  let index = start;
  let width = 0;
  while (index < lines.length) {
    const at = lines[index];
    if (at === undefined || (isBlank(at) && rows.length > 0)) break;
    const record = readRecord(lines, index, sign);
    if (rows.length === 0) width = sign === ';' && !isHeading(record.cells) ? 0 : record.cells.length;
    if (record.cells.length !== width || width < LEAST_COLUMNS) break;
    rows.push({ cells: record.cells, at });
    index = record.next;
  }
  return { table: rows.length >= 2 ? tableOf(rows) : null, next: Math.max(index, start + 1) };
}
