import type { TableBlock, TableCell } from '../../document';
import type { ColumnKind } from './cell-cost';
import { KIND_OF_ROLE } from './fit';
import { readPages, type LaidOutPage } from './layout';
import type { FlowedRegion } from './region';

/** Own text of each row in one column; null where the cell above goes on. */
function columnTexts(pages: readonly LaidOutPage[], column: number): (string | null)[] {
  return pages.flatMap(({ tasks, cells }) => {
    const texts: (string | null)[] = tasks.map(() => null);
    const printed = cells[column] ?? [];
    for (const { text, from } of printed) texts[from] = (texts[from] ?? '') + text;
    return texts;
  });
}

/** The column's cells, each on the row where it begins. A category printed again on the next page goes on. */
function placeCells(texts: readonly (string | null)[], column: number, kind: ColumnKind, rows: readonly TableCell[][]): void {
  let open: TableCell | null = null;
  texts.forEach((text, row) => {
    const reprinted = text !== null && text === open?.text && (kind === 'category' || kind === 'number');
    if (open !== null && kind !== 'free' && kind !== 'score' && (text === null || reprinted)) {
      open.rowSpan += 1;
      return;
    }
    open = { text: text ?? '', column, rowSpan: 1, colSpan: 1 };
    rows[row]?.push(open);
  });
}

/** The table of a text whose columns are kept apart by spaces. */
export function laidOutTable(region: FlowedRegion): TableBlock | null {
  const { names, roles } = region.heading;
  const kinds = roles.map((role): ColumnKind => (role === null ? 'free' : KIND_OF_ROLE[role]));
  const pages = readPages(region, kinds);
  const tasks = pages.flatMap((page) => page.tasks);
  if (tasks.length === 0) return null;
  const rows: TableCell[][] = tasks.map(() => []);
  kinds.forEach((kind, column) => {
    if (kind === 'task') tasks.forEach(({ text }, row) => rows[row]?.push({ text, column, rowSpan: 1, colSpan: 1 }));
    else placeCells(columnTexts(pages, column), column, kind, rows);
  });
  const position = { page: tasks[0]?.line.page ?? null, sheet: null, row: null, line: region.headingLine };
  return {
    kind: 'table',
    position,
    rows: [
      { cells: names.map((text, column) => ({ text, column, rowSpan: 1, colSpan: 1 })), position },
      ...rows.map((cells, index) => ({
        cells: cells.sort((left, right) => left.column - right.column),
        position: { page: tasks[index]?.line.page ?? null, sheet: null, row: index + 1, line: tasks[index]?.line.line ?? null },
      })),
    ],
  };
}
