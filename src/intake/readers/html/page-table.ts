import type { TableBlock, TableCell, TableRow } from '../../document';
import { attribute, elementChildren, tagOf, type PageElement } from './page-node';
import { linesOf } from './page-text';
import type { Visibility } from './visibility';

const MOST_COLUMNS = 64;

/** The rows of a table in the order in which they are shown, without those of tables inside it. */
export function rowsOf(table: PageElement): PageElement[] {
  const groups: PageElement[][] = [[], [], []];
  for (const child of elementChildren(table)) {
    const tag = tagOf(child);
    if (tag === 'tr') groups[1]?.push(child);
    const group = tag === 'thead' ? 0 : tag === 'tbody' ? 1 : tag === 'tfoot' ? 2 : -1;
    for (const row of group < 0 ? [] : elementChildren(child)) if (tagOf(row) === 'tr') groups[group]?.push(row);
  }
  return groups.flat();
}

export function cellsOf(row: PageElement): PageElement[] {
  return elementChildren(row).filter((cell) => tagOf(cell) === 'td' || tagOf(cell) === 'th');
}

function spanOf(cell: PageElement, name: 'rowspan' | 'colspan', most: number): number {
  const given = Number.parseInt(attribute(cell, name), 10);
  if (name === 'rowspan' && given === 0) return most;
  return Number.isFinite(given) ? Math.max(1, Math.min(given, most)) : 1;
}

/** Puts each cell into the first column that is free. */
function placeCells(rows: readonly PageElement[], isVisible: Visibility): TableCell[][] {
  const coveredUntil: number[] = [];
  return rows.map((row, rowIndex) => {
    const placed: TableCell[] = [];
    let column = 0;
    for (const cell of cellsOf(row).filter(isVisible)) {
      while ((coveredUntil[column] ?? -1) >= rowIndex) column += 1;
      if (column >= MOST_COLUMNS) break;
      const colSpan = spanOf(cell, 'colspan', MOST_COLUMNS - column);
      const rowSpan = spanOf(cell, 'rowspan', rows.length - rowIndex);
      placed.push({ text: linesOf(cell, isVisible), column, rowSpan, colSpan });
      for (let covered = column; covered < column + colSpan; covered += 1) coveredUntil[covered] = rowIndex + rowSpan - 1;
      column += colSpan;
    }
    return placed;
  });
}

/** Rows that are not shown, or in which no cell begins that holds anything and none is covered, are no rows. */
function withoutRows(rows: TableCell[][], isLeftOut: readonly boolean[]): TableCell[][] {
  const leftOutBefore = [0];
  for (const leftOut of isLeftOut) leftOutBefore.push((leftOutBefore[leftOutBefore.length - 1] ?? 0) + (leftOut ? 1 : 0));
  return rows.map((cells, index) =>
    cells.map((cell) => {
      const last = Math.min(index + cell.rowSpan, rows.length);
      return { ...cell, rowSpan: Math.max(1, cell.rowSpan - (leftOutBefore[last] ?? 0) + (leftOutBefore[index] ?? 0)) };
    }),
  );
}

/** Office programs cut a table into columns at which no cell begins; they are taken together. */
function withoutEmptyColumns(rows: TableCell[][]): TableCell[][] {
  const starts = [...new Set(rows.flatMap((cells) => cells.map((cell) => cell.column)))].sort((left, right) => left - right);
  const placeOf = (column: number): number => {
    const place = starts.findIndex((start) => start >= column);
    return place < 0 ? starts.length : place;
  };
  return rows.map((cells) =>
    cells.map((cell) => {
      const column = placeOf(cell.column);
      return { ...cell, column, colSpan: Math.max(1, placeOf(cell.column + cell.colSpan) - column) };
    }),
  );
}

/** A table of data as printed: merged cells stand once, with their spans. */
export function readPageTable(table: PageElement, isVisible: Visibility): TableBlock {
  const printed = rowsOf(table);
  const placed = placeCells(printed, isVisible);
  const isBlank = (cells: readonly TableCell[]): boolean => cells.every(({ text }) => text === '');
  const width = placed.flat().reduce((most, cell) => Math.max(most, cell.column + cell.colSpan), 0);
  const isLeftOut = placed.map((cells, index) => {
    const row = printed[index];
    if (row !== undefined && !isVisible(row)) return true;
    return isBlank(cells) && (cells.length === 0 || cells.reduce((sum, cell) => sum + cell.colSpan, 0) >= width);
  });
  const kept = withoutEmptyColumns(withoutRows(placed, isLeftOut).map((cells, index) => (isLeftOut[index] === true ? [] : cells)));
  const rows: TableRow[] = kept.flatMap((cells, index) =>
    isLeftOut[index] === true ? [] : [{ cells, position: { page: null, sheet: null, row: index + 1, line: null } }],
  );
  return { kind: 'table', rows, position: { page: null, sheet: null, row: null, line: null } };
}
