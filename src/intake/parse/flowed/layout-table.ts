import type { TableBlock, TableCell } from '../../document';
import type { ColumnKind } from './cell-cost';
import { KIND_OF_ROLE } from './fit';
import { readPages, type LaidOutCell, type LaidOutPage, type LaidOutTask } from './layout';
import type { FlowedRegion } from './region';

const CONTINUES_COST = 2.5;

/** Row of the page on which each cell begins: the cells' middles (or tops) lie where those of their rows do. */
function startRows(tasks: readonly LaidOutTask[], cells: readonly LaidOutCell[], onTop: boolean): { starts: number[]; cost: number } {
  const edges = [
    (tasks[0]?.top ?? 0) - 0.5,
    ...tasks.slice(1).map(({ top }, index) => ((tasks[index]?.bottom ?? top) + top) / 2),
    (tasks[tasks.length - 1]?.bottom ?? 0) + 0.5,
  ];
  const lastCell = cells[cells.length - 1];
  const off = (cell: LaidOutCell, from: number, to: number): number => {
    const top = Math.abs(cell.top - (tasks[from]?.top ?? 0));
    if (onTop) return top;
    const middle = Math.abs((cell.top + cell.bottom) / 2 - ((edges[from] ?? 0) + (edges[to] ?? 0)) / 2);
    // A cell that goes on behind the page's end has its middle elsewhere.
    return cell === lastCell ? Math.min(middle, top + 0.5) : middle;
  };
  // best[k][e]: the first k cells cover the rows before e.
  const best: { cost: number; from: number }[][] = [tasks.map((_, end) => ({ cost: end === 0 ? 0 : CONTINUES_COST, from: 0 }))];
  best[0]?.push({ cost: CONTINUES_COST, from: 0 });
  cells.forEach((cell, index) => {
    const row = Array.from({ length: tasks.length + 1 }, () => ({ cost: Infinity, from: 0 }));
    for (let end = 1; end <= tasks.length; end += 1) {
      for (let from = 0; from < end; from += 1) {
        const cost = (best[index]?.[from]?.cost ?? Infinity) + off(cell, from, end);
        if (cost < (row[end]?.cost ?? Infinity)) row[end] = { cost, from };
      }
    }
    best.push(row);
  });
  const starts: number[] = [];
  let end = tasks.length;
  for (let index = cells.length; index > 0; index -= 1) {
    end = best[index]?.[end]?.from ?? 0;
    starts.unshift(end);
  }
  return { starts, cost: best[cells.length]?.[tasks.length]?.cost ?? Infinity };
}

function nearestRow(tasks: readonly LaidOutTask[], cell: LaidOutCell): number {
  const middle = (cell.top + cell.bottom) / 2;
  const distance = ({ top, bottom }: LaidOutTask): number => Math.abs((top + bottom) / 2 - middle);
  return tasks.reduce((best, task, index) => (distance(task) < distance(tasks[best] as LaidOutTask) ? index : best), 0);
}

/** Own text of each row in one column; null where the cell above goes on. */
function columnTexts(pages: readonly LaidOutPage[], column: number, kind: ColumnKind, onTop: boolean): (string | null)[] {
  return pages.flatMap(({ tasks, cells }) => {
    const texts: (string | null)[] = tasks.map(() => null);
    const printed = cells[column] ?? [];
    if (tasks.length === 0) return texts;
    const starts =
      kind === 'free' || printed.length > tasks.length
        ? printed.map((cell) => nearestRow(tasks, cell))
        : startRows(tasks, printed, onTop).starts;
    printed.forEach((cell, index) => (texts[starts[index] ?? 0] = (texts[starts[index] ?? 0] ?? '') + cell.text));
    return texts;
  });
}

function isOnTop(pages: readonly LaidOutPage[]): boolean {
  let difference = 0;
  for (const { tasks, cells } of pages) {
    for (const printed of cells) {
      if (printed.length === 0 || printed.length >= tasks.length || tasks.length > 200) continue;
      difference += startRows(tasks, printed, true).cost - startRows(tasks, printed, false).cost;
    }
  }
  return difference < 0;
}

/** The table of a text whose columns are kept apart by spaces. */
export function laidOutTable(region: FlowedRegion): TableBlock | null {
  const { names, roles } = region.heading;
  const kinds = roles.map((role): ColumnKind => (role === null ? 'free' : KIND_OF_ROLE[role]));
  const pages = readPages(region, kinds).filter(({ tasks }) => tasks.length > 0 && tasks.length <= 500);
  const tasks = pages.flatMap((page) => page.tasks);
  if (tasks.length === 0) return null;
  const onTop = isOnTop(pages);
  const rows: TableCell[][] = tasks.map(() => []);
  kinds.forEach((kind, column) => {
    if (kind === 'task') return tasks.forEach(({ text }, row) => rows[row]?.push({ text, column, rowSpan: 1, colSpan: 1 }));
    let open: TableCell | null = null;
    columnTexts(pages, column, kind, onTop).forEach((text, row) => {
      const reprinted = text !== null && open !== null && text === open.text && (kind === 'category' || kind === 'number');
      if (open !== null && kind !== 'free' && (text === null || reprinted)) return void (open.rowSpan += 1);
      open = { text: text ?? '', column, rowSpan: 1, colSpan: 1 };
      rows[row]?.push(open);
    });
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
