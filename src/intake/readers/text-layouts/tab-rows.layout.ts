import { readRecord } from './delimited-record';
import { isBlank, type LayoutVerdict, noTable, tableOf, type TextLine } from './text-line';

/** Tables copied from web pages put blank lines between groups of rows; more than this many end the table. */
const BLANK_LINES_INSIDE = 2;

function startsRow(line: TextLine | undefined): boolean {
  return line !== undefined && line.text.includes('\t') && line.text.trim() !== '';
}

/** A tab that only indents a paragraph makes no table. */
function isIndentedProse(rows: { cells: string[] }[]): boolean {
  return rows.every(({ cells }) => cells.filter((cell) => cell.trim() !== '').length <= 1);
}

/** Rows of cells separated by tabs, one row a line (or more, where a quoted cell holds line breaks). */
export function tabRows(lines: readonly TextLine[], start: number): LayoutVerdict {
  if (!startsRow(lines[start])) return noTable(start);
  const rows: { cells: string[]; at: TextLine }[] = [];
  let index = start;
  let next = start;
  while (index < lines.length) {
    const line = lines[index];
    if (line !== undefined && startsRow(line)) {
      const record = readRecord(lines, index, '\t');
      rows.push({ cells: record.cells, at: line });
      index = record.next;
      next = index;
    } else if (isBlank(line) && index - next < BLANK_LINES_INSIDE) index += 1;
    else break;
  }
  const isTable = rows.length >= 2 && !isIndentedProse(rows);
  return { table: isTable ? tableOf(rows) : null, next };
}
