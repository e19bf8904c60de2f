import type { TableCell } from '../../document';
import { unpacksTooLarge } from '../zip/office-refusals';
import type { Area, SheetCells } from './sheet-cells';

/** A row of a sheet as it is printed: what hidden and blank columns take away is gone, merged cells know their spans. */
export interface PrintedRow {
  /** Its number in the sheet. */
  row: number;
  cells: TableCell[];
  /** Whether a merged cell with text reaches into it from above. */
  covered: boolean;
}

const MOST_PLACES = 500_000;
/** While looking for the first row of a merged cell that is not hidden. */
const MOST_ROWS_PASSED = 5_000_000;
/** More than there are columns: a place as one number. */
const PLACES_IN_ROW = 20_000;

/** A merged area as far as it is printed, by places in the lists of printed rows and columns. */
interface PrintedArea {
  rows: number[];
  columns: number[];
  text: string;
}

const ascending = (left: number, right: number): number => left - right;

/** The text of a merged cell is that of its first cell, even where that row or column is hidden. */
function textOfArea(cells: SheetCells, area: Area): string {
  return cells.rows.get(area.top)?.get(area.left) ?? '';
}

/** Members of a sorted list between two bounds. */
function between(sorted: readonly number[], from: number, to: number): number[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let index = low; index < sorted.length && (sorted[index] ?? 0) <= to; index += 1) found.push(sorted[index] ?? 0);
  return found;
}

/** Columns in which something is printed. */
function printedColumns(cells: SheetCells): number[] {
  const columns = new Set<number>();
  for (const [row, texts] of cells.rows) {
    if (cells.isHiddenRow(row)) continue;
    for (const column of texts.keys()) if (!columns.has(column) && !cells.isHiddenColumn(column)) columns.add(column);
  }
  for (const area of cells.merged) {
    if (textOfArea(cells, area) === '' || columns.has(area.left)) continue;
    for (let column = area.left; column <= area.right; column += 1) {
      if (cells.isHiddenColumn(column)) continue;
      columns.add(column);
      break;
    }
  }
  return [...columns].sort(ascending);
}

/** Rows in which something is printed, by itself or by a merged cell that begins in a hidden row. */
function printedRows(cells: SheetCells): number[] {
  const rows = new Set([...cells.rows.keys()].filter((row) => !cells.isHiddenRow(row)));
  let work = 0;
  for (const area of cells.merged) {
    if (textOfArea(cells, area) === '' || !cells.isHiddenRow(area.top)) continue;
    for (let row = area.top; row <= area.bottom; row += 1) {
      work += 1;
      if (work > MOST_ROWS_PASSED) throw unpacksTooLarge();
      if (cells.isHiddenRow(row)) continue;
      rows.add(row);
      break;
    }
  }
  return [...rows].sort(ascending);
}

/** The merged areas by each place that they cover; of areas that overlap the first holds. */
function areasByPlace(cells: SheetCells, rows: readonly number[], columns: readonly number[]): Map<number, PrintedArea> {
  const places = new Map<number, PrintedArea>();
  let work = 0;
  for (const area of cells.merged) {
    const printed = {
      rows: between(rows, area.top, area.bottom),
      columns: between(columns, area.left, area.right),
      text: textOfArea(cells, area),
    };
    work += 1 + printed.rows.length * Math.max(1, printed.columns.length);
    if (work > MOST_PLACES) throw unpacksTooLarge();
    for (const row of printed.rows) {
      for (const column of printed.columns) {
        const place = row * PLACES_IN_ROW + column;
        if (!places.has(place)) places.set(place, printed);
      }
    }
  }
  return places;
}

/** The rows of a sheet in which something is printed. Columns are counted without those that are hidden or blank throughout. */
export function printSheet(cells: SheetCells): PrintedRow[] {
  const rows = printedRows(cells);
  const columns = printedColumns(cells);
  if (rows.length * columns.length > MOST_PLACES) throw unpacksTooLarge();
  const areas = areasByPlace(cells, rows, columns);
  return rows.map((row) => {
    const printed: PrintedRow = { row, cells: [], covered: false };
    columns.forEach((column, place) => {
      const area = areas.get(row * PLACES_IN_ROW + column);
      if (area === undefined) {
        printed.cells.push({ text: (cells.rows.get(row)?.get(column) ?? '').trim(), column: place, rowSpan: 1, colSpan: 1 });
      } else if (area.rows[0] === row && area.columns[0] === column) {
        printed.cells.push({ text: area.text.trim(), column: place, rowSpan: area.rows.length, colSpan: area.columns.length });
      } else if (area.rows[0] !== row && area.text !== '') printed.covered = true;
    });
    return printed;
  });
}
