import type { TableBlock, TableCell, TableRow } from '../../document';
import { placeAroundMiddle, placeFromTop, placeSingly, isCentred, type PlacedCell } from './merged-cells';
import type { FlowedColumn } from './segmentation';
import type { FlowedRow } from './rows';
import type { Heading } from './heading';

interface OutputColumn {
  name: string;
  cells: PlacedCell[];
}

/** A category or number printed again at the top of a page is the one before, going on. */
function withoutReprints(rows: readonly FlowedRow[], level: number): (string | null)[] {
  const running: (string | null)[] = [];
  return rows.map(({ levels }) => {
    if (levels === null) return null;
    const changed = levels.findIndex((text, index) => text !== null && text !== running[index]);
    levels.forEach((text, index) => {
      if (text !== null) running[index] = text;
    });
    return changed >= 0 && level >= changed ? (running[level] ?? null) : null;
  });
}

function numbersOf(rows: readonly FlowedRow[], numbersTasks: boolean): (string | null)[] {
  let running: string | null = null;
  return rows.map(({ number, atTop }) => {
    if (number === null || (!numbersTasks && atTop && number === running)) return null;
    running = number;
    return number;
  });
}

function placeOwn(column: FlowedColumn, index: number, rows: readonly FlowedRow[]): PlacedCell[] {
  const texts = rows.map(({ cells }) => cells.get(index) ?? null);
  if (column.kind === 'free' || column.kind === 'score' || texts.every((text) => text === null)) return placeSingly(texts);
  return isCentred(rows, texts) ? placeAroundMiddle(rows, texts) : placeFromTop(texts);
}

function outputColumns(
  columns: readonly FlowedColumn[],
  rows: readonly FlowedRow[],
  numbersTasks: boolean,
  categoryNames: readonly string[],
): OutputColumn[] {
  const levels = Math.max(0, ...rows.map((row) => row.levels?.length ?? 0));
  return columns.flatMap((column, index): OutputColumn[] => {
    if (column.kind === 'number') {
      if (column.name === '' && rows.every(({ number }) => number === null)) return [];
      return [{ name: column.name, cells: placeFromTop(numbersOf(rows, numbersTasks)) }];
    }
    if (column.kind === 'category') {
      return Array.from({ length: Math.max(levels, categoryNames.length) }, (_, level) => ({
        name: categoryNames[level] ?? '',
        cells: level < levels ? placeFromTop(withoutReprints(rows, level)) : placeSingly(rows.map(() => null)),
      }));
    }
    if (column.kind === 'task') return [{ name: column.name, cells: rows.map(({ task }, row) => ({ row, text: task, rowSpan: 1 })) }];
    return [{ name: column.name, cells: placeOwn(column, index, rows) }];
  });
}

/** The table with every printed cell once, on the first row it holds for. */
export function tableBlockOf(
  heading: Heading,
  headingLine: number,
  columns: readonly FlowedColumn[],
  rows: readonly FlowedRow[],
  numbersTasks: boolean,
): TableBlock {
  const categoryNames = heading.names.filter((_, index) => heading.roles[index] === 'CATEGORY');
  const output = outputColumns(columns, rows, numbersTasks, categoryNames);
  const page = rows[0]?.page ?? null;
  const headerRow: TableRow = {
    cells: output.map(({ name }, column) => ({ text: name, column, rowSpan: 1, colSpan: 1 })),
    position: { page, sheet: null, row: null, line: headingLine },
  };
  const byRow: TableCell[][] = rows.map(() => []);
  output.forEach(({ cells }, column) => {
    for (const { row, text, rowSpan } of cells) byRow[row]?.push({ text, column, rowSpan, colSpan: 1 });
  });
  const body = rows.map((row, index): TableRow => ({
    cells: (byRow[index] ?? []).sort((left, right) => left.column - right.column),
    position: { page: row.page, sheet: null, row: index + 1, line: row.line },
  }));
  return { kind: 'table', rows: [headerRow, ...body], position: { page, sheet: null, row: null, line: headingLine } };
}
