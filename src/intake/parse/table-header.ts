import { columnRole, squeeze } from './cell-nature';
import { printedCells, type GridRow, type TableGrid } from './table-grid';

export interface TableHeader {
  /** Rows before it: titles, notes to the table. */
  start: number;
  /** Index of the first row after it. */
  end: number;
  /** One label per column of the heading; "" where it prints none. */
  labels: string[];
}

const ROWS_SEARCHED = 12;
const LONGEST_LABEL = 30;
/** 一级 and 二级 under 公开领域: parts of a heading that say nothing by themselves. */
const LONGEST_PART = 6;

/** A heading row: most of its cells are usual headings. */
function isHeaderRow(row: GridRow): boolean {
  const printed = printedCells(row);
  if (printed.length < 2 || printed.some(({ text }) => text.length > LONGEST_LABEL)) return false;
  const known = printed.filter(({ text }) => columnRole(text) !== null).length;
  return known >= 2 && known * 2 >= printed.length;
}

/** A second heading row stands under a heading that spans columns: 责任单位 over 牵头单位 and 配合单位. */
function isSubHeader(row: GridRow | undefined, above: GridRow): boolean {
  if (row === undefined) return false;
  const printed = printedCells(row);
  if (printed.length === 0 || printed.length >= printedCells(above).length + 2) return false;
  return printed.every(({ text, column }) => {
    const over = above.cells[column];
    const spans = over !== undefined && (over.colSpan > 1 || over.text === '');
    if (columnRole(text) === null) return over !== undefined && over.colSpan > 1 && text.length <= LONGEST_PART;
    return text.length <= LONGEST_LABEL && (spans || printed.length < printedCells(above).length);
  });
}

/** The heading row (or two) of a table; null where it has none. */
export function findHeader(grid: TableGrid): TableHeader | null {
  const start = grid.rows.slice(0, ROWS_SEARCHED).findIndex(isHeaderRow);
  const row = grid.rows[start];
  if (row === undefined) return null;
  const below = grid.rows[start + 1];
  const labels = row.cells.slice(0, grid.width).map((cell) => cell.text);
  if (!isSubHeader(below, row)) return { start, end: start + 1, labels };
  const both = labels.map((label, column) => {
    const sub = below?.cells[column];
    return sub !== undefined && sub.origin !== 'ABOVE' && columnRole(sub.text) !== null ? sub.text : label;
  });
  return { start, end: start + 2, labels: both };
}

/** A heading row printed again at the top of a page. */
export function isRepeatedHeader(row: GridRow, header: TableHeader): boolean {
  const labels = new Set(header.labels.map(squeeze));
  const printed = printedCells(row);
  return printed.length >= 2 && printed.every(({ text }) => labels.has(squeeze(text)));
}
