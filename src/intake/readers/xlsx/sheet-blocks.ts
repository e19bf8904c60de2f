import type { DocumentBlock, SourcePosition, TableCell } from '../../document';
import type { PrintedRow } from './sheet-grid';

function positionOf(sheet: string, row: number): SourcePosition {
  return { page: null, sheet, row, line: null };
}

function textsOf(row: PrintedRow): TableCell[] {
  return row.cells.filter(({ text }) => text !== '');
}

/** A row with nothing but one text: a title, a note, a heading over the rows that follow. */
function loneText(row: PrintedRow): TableCell | null {
  const [only, another] = textsOf(row);
  return only !== undefined && another === undefined && !row.covered ? only : null;
}

function paragraphs(rows: readonly PrintedRow[], sheet: string): DocumentBlock[] {
  return rows
    .filter((row) => textsOf(row).length > 0)
    .map((row) => ({
      kind: 'paragraph',
      text: textsOf(row)
        .map(({ text }) => text)
        .join('\t'),
      position: positionOf(sheet, row.row),
    }));
}

/**
 * Where the rows below the table begin: lone texts at its end, merged over columns or in its first one. A lone text in
 * another column is a row whose other cells are left blank for "as above", and so may be one in the first column where
 * the table has others like it.
 */
function endOfTable(rows: readonly PrintedRow[], start: number): number {
  const first = rows.slice(start).reduce((least, row) => Math.min(least, textsOf(row)[0]?.column ?? least), Infinity);
  const isBelow = (row: PrintedRow): boolean => {
    const lone = loneText(row);
    return lone !== null && (lone.colSpan > 1 || lone.column === first) && !/^[\d.]+$/.test(lone.text);
  };
  let end = rows.length;
  while (end > start && isBelow(rows[end - 1]!)) end -= 1;
  const usual = rows.slice(start, end).some((row) => loneText(row)?.colSpan === 1 && loneText(row)?.column === first);
  while (usual && end < rows.length && loneText(rows[end]!)?.colSpan === 1) end += 1;
  return end;
}

/** A merged cell that reaches below the table's last row ends there. */
function withinTable(rows: readonly PrintedRow[], sheet: string): DocumentBlock {
  return {
    kind: 'table',
    position: positionOf(sheet, rows[0]?.row ?? 1),
    rows: rows.map((row, index) => ({
      cells: row.cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rows.length - index) })),
      position: positionOf(sheet, row.row),
    })),
  };
}

function segmentBlocks(rows: readonly PrintedRow[], sheet: string): DocumentBlock[] {
  const start = rows.findIndex((row) => textsOf(row).length > 1);
  if (start < 0) return paragraphs(rows, sheet);
  const end = endOfTable(rows, start);
  const wide = rows.slice(start, end).filter((row) => textsOf(row).length > 1).length;
  if (wide < 2) return paragraphs(rows, sheet);
  return [...paragraphs(rows.slice(0, start), sheet), withinTable(rows.slice(start, end), sheet), ...paragraphs(rows.slice(end), sheet)];
}

/** Runs of rows without a blank row between them. A hidden row between two is no blank row. */
function segmentsOf(rows: readonly PrintedRow[], isHidden: (row: number) => boolean): PrintedRow[][] {
  const segments: PrintedRow[][] = [];
  let before = 0;
  for (const row of rows) {
    let next = before + 1;
    while (next < row.row && isHidden(next)) next += 1;
    const segment = segments[segments.length - 1];
    if (segment !== undefined && (next === row.row || row.covered)) segment.push(row);
    else segments.push([row]);
    before = row.row;
  }
  return segments;
}

/** The rows of a sheet as tables, and as paragraphs what stands above, between and below them. */
export function sheetBlocks(rows: readonly PrintedRow[], sheet: string, isHidden: (row: number) => boolean): DocumentBlock[] {
  return segmentsOf(rows, isHidden).flatMap((segment) => segmentBlocks(segment, sheet));
}
