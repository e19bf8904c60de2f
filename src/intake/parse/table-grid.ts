import type { SourcePosition, TableBlock } from '../document';
import { cleanText } from './clean-text';

/** How a place of the grid came by its text: printed there, covered by the cell above or to the left, or not printed. */
export type CellOrigin = 'OWN' | 'ABOVE' | 'LEFT' | 'MISSING';

export interface GridCell {
  text: string;
  /** With its white space, which separates the bodies of a list. */
  raw: string;
  origin: CellOrigin;
  colSpan: number;
}

export interface GridRow {
  cells: GridCell[];
  position: SourcePosition;
  /** The cells as printed, for the source of a reading. */
  printed: string;
}

export interface TableGrid {
  rows: GridRow[];
  width: number;
  /** Whether the source tells any merged cell: then its columns can be relied on. */
  knowsSpans: boolean;
  /** Whether it tells cells merged downwards: then a blank cell is blank and not merged away. */
  knowsRowSpans: boolean;
}

/** 同上 and its signs print the cell above once more. */
const DITTO = /^(?:同上|同前|\^{1,2}|〃|″|[”“"]|''|′′)$/;
const MOST_COLUMNS = 64;
const MOST_ROWS_SPANNED = 5000;

function firstColumn(table: TableBlock): number {
  let first = Infinity;
  for (const row of table.rows) for (const cell of row.cells) first = Math.min(first, cell.column);
  return Number.isFinite(first) ? first : 0;
}

function trailingBlankColumns(rows: readonly GridRow[], width: number): number {
  let kept = width;
  while (kept > 1 && rows.every((row) => (row.cells[kept - 1]?.text ?? '') === '')) kept -= 1;
  return kept;
}

/** Every place of the table with the text that holds there. */
export function buildGrid(table: TableBlock): TableGrid {
  const base = firstColumn(table);
  const covering: ({ text: string; raw: string; until: number; colSpan: number } | undefined)[] = [];
  let width = 0;
  let knowsSpans = false;
  let knowsRowSpans = false;
  const last: { text: string; raw: string }[] = [];
  const rows: GridRow[] = table.rows.map((row, rowIndex) => {
    const cells: GridCell[] = [];
    covering.forEach((cover, column) => {
      if (cover !== undefined && rowIndex <= cover.until)
        cells[column] = { text: cover.text, raw: cover.raw, origin: 'ABOVE', colSpan: cover.colSpan };
    });
    for (const cell of row.cells) {
      const start = cell.column - base;
      const printed = { text: cleanText(cell.text), raw: cell.text };
      const { text, raw } = (DITTO.test(printed.text) ? last[start] : undefined) ?? printed;
      if (text !== '') last[start] = { text, raw };
      const colSpan = Math.max(1, Math.min(cell.colSpan, MOST_COLUMNS - start));
      if (cell.rowSpan > 1 || colSpan > 1) knowsSpans = true;
      if (cell.rowSpan > 1) knowsRowSpans = true;
      for (let column = start; column < start + colSpan && column < MOST_COLUMNS; column += 1) {
        cells[column] = { text, raw, origin: column === start ? 'OWN' : 'LEFT', colSpan };
        const until = rowIndex + Math.min(cell.rowSpan, MOST_ROWS_SPANNED) - 1;
        covering[column] = until > rowIndex ? { text, raw, until, colSpan } : undefined;
      }
    }
    width = Math.max(width, cells.length);
    return { cells, position: row.position, printed: row.cells.map((cell) => cell.text.trim()).join('\t') };
  });
  for (const row of rows) {
    for (let column = 0; column < width; column += 1) row.cells[column] ??= { text: '', raw: '', origin: 'MISSING', colSpan: 1 };
  }
  return { rows, width: trailingBlankColumns(rows, width), knowsSpans, knowsRowSpans };
}

/** The printed cells of a row that hold something, each once. */
export function printedCells(row: GridRow): { text: string; column: number; colSpan: number }[] {
  const printed: { text: string; column: number; colSpan: number }[] = [];
  row.cells.forEach((cell, column) => {
    if (cell.origin === 'OWN' && cell.text !== '') printed.push({ text: cell.text, column, colSpan: cell.colSpan });
  });
  return printed;
}
