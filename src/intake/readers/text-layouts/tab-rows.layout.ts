import { readRecord } from './delimited-record';
import { isBlank, type LayoutVerdict, noTable, tableOf, type TextLine } from './text-line';

/** Tables copied from web pages put blank lines between groups of rows; more than this many end the table. */
const BLANK_LINES_INSIDE = 2;

/** Lines without a tab that may stand between two rows. */
const LOOSE_LINES = 3;
const LONGEST_LOOSE_CELL = 80;

function startsRow(line: TextLine | undefined): boolean {
  return line !== undefined && line.text.includes('\t') && line.text.trim() !== '';
}

/** A line without a tab between rows: a heading over the rows below, or the rest of a cell that holds a line break. */
function isInsideRows(lines: readonly TextLine[], index: number): boolean {
  if (isBlank(lines[index]) || (lines[index]?.text.length ?? 0) > LONGEST_LOOSE_CELL) return false;
  for (let ahead = index + 1; ahead <= index + LOOSE_LINES; ahead += 1) if (startsRow(lines[ahead])) return true;
  return false;
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
    else if (line !== undefined && index === next && isInsideRows(lines, index)) {
      rows.push({ cells: [line.text], at: line });
      index += 1;
      next = index;
    } else break;
  }
  const isTable = rows.length >= 2 && !isIndentedProse(rows);
  return { table: isTable ? tableOf(rows) : null, next };
}
