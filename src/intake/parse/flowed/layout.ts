import type { ColumnKind } from './cell-cost';
import { isPageNumber, widthOf, type FlowedLine } from './fragments';
import { bandedTasks, type PageTasks } from './layout-band-rows';
import type { Alignment, PageRows } from './layout-cell-cost';
import { cellsOf, type LaidOutCell } from './layout-cells';
import { pagesOf } from './layout-pages';
import { tasksOn, taskStyle, type LaidOutTask, type TaskStyle } from './layout-rows';
import { readColumns, type ReadLines } from './layout-words';
import type { FlowedRegion } from './region';

export interface LaidOutPage {
  /** Headings over the tasks of the page, each on a line of its own over several columns. */
  sections: FlowedLine[];
  tasks: LaidOutTask[];
  /** By column; those of the task column are empty. */
  cells: LaidOutCell[][];
}

/** Whether columns were kept apart by spaces: the heading's cells stand side by side, and so do most body lines. */
export function isLaidOut(region: FlowedRegion): boolean {
  if (region.headings[0]?.columns == null) return false;
  const printed = region.body.filter(({ text }) => text.trim() !== '' && !isPageNumber(text));
  const spaced = printed.filter(({ text }) => /^\s{3,}\S|\S\s{2,}\S/.test(text.slice(0, 400))).length;
  return printed.length > 0 && spaced >= printed.length * 0.5;
}

/** Numbers count tasks where there are about as many of them. */
function withNumbers(pages: readonly ReadLines[]): TaskStyle {
  const style = taskStyle(pages);
  const tasks = pages.flatMap((page) => tasksOn(page, style));
  const closed = tasks.filter(({ text }) => /[。！？；][”）)]?$/.test(text)).length;
  const known = { ...style, tasksClose: closed >= tasks.length * 0.6 };
  const numbers = pages.reduce((sum, page) => sum + page.numbers.length, 0);
  const gaps = pages.flatMap((page) => rowGaps(page, tasksOn(page, known)));
  const apart = gaps.filter((gap) => gap > style.leading).length >= gaps.length * 0.7;
  const widest = (pages[0]?.byColumn ?? []).map((_, column) =>
    pages.reduce((most, page) => (page.byColumn[column] ?? []).reduce((width, { text }) => Math.max(width, widthOf(text)), most), 0),
  );
  return { ...known, widest, apart, numbersTasks: numbers >= tasks.length * 0.6 };
}

/** Blank lines between each two tasks of a page. */
function rowGaps({ blanksAbove }: ReadLines, tasks: readonly LaidOutTask[]): number[] {
  return tasks.slice(1).map(({ top }, index) => (blanksAbove[top] ?? 0) - (blanksAbove[tasks[index]?.bottom ?? 0] ?? 0));
}

function readCells(
  page: ReadLines,
  { tasks, edges, single, cost: rowsCost }: PageTasks,
  kinds: readonly ColumnKind[],
  style: TaskStyle,
  alignment: Alignment,
): { page: Omit<LaidOutPage, 'sections'>; cost: number } {
  const rows: PageRows = {
    tasks,
    edges,
    blanksAbove: page.blanksAbove,
    leading: style.leading,
    apart: style.apart,
    starts: null,
    widest: 0,
  };
  let cost = rowsCost;
  let starts: Set<number> | null = null;
  const cells: LaidOutCell[][] = kinds.map(() => []);
  // From the lowest category up: a higher one begins with one of its lower ones.
  for (let column = kinds.length - 1; column >= 0; column -= 1) {
    const kind = kinds[column] ?? 'free';
    if (kind === 'task' || tasks.length === 0) continue;
    const own = single[column];
    if (own != null) {
      cells[column] = own;
      continue;
    }
    const widest = style.widest[column] ?? 0;
    const read = cellsOf({ ...rows, widest, starts: kind === 'category' ? starts : null }, page.byColumn[column] ?? [], kind, alignment);
    cost += read.cost;
    cells[column] = read.cells;
    if (kind === 'category' && read.cells.length > 0) starts = new Set([0, ...read.cells.map(({ from }) => from)]);
  }
  return { page: { tasks, cells }, cost };
}

/** All pages of a table; cells stand on top of their rows or in the middle, whichever fits better. */
export function readPages(region: FlowedRegion, kinds: readonly ColumnKind[]): LaidOutPage[] {
  const printed = pagesOf(region);
  const pages = readColumns(printed, kinds);
  const style = withNumbers(pages);
  // Who only supports is often nobody; who is responsible is left out where the cell above goes on.
  const mayBeBlank = region.heading.roles.map(
    (role, column) => role === 'SUPPORTING_UNIT' || kinds[column] === 'score' || kinds[column] === 'free',
  );
  const readings = (['middle', 'top'] as const).map((alignment) => {
    const rows = bandedTasks(pages, kinds, mayBeBlank, style, alignment);
    const read = pages.map((page, index) => readCells(page, rows[index]!, kinds, style, alignment));
    return {
      pages: read.map(({ page }, index) => ({ ...page, sections: printed[index]?.sections ?? [] })),
      cost: read.reduce((sum, { cost }) => sum + cost, 0),
    };
  });
  const [middle, top] = readings as [(typeof readings)[0], (typeof readings)[0]];
  const best = top.cost < middle.cost ? top.pages : middle.pages;
  return joinBrokenCells(joinBrokenRows(best, style), kinds);
}

/** Whether a page's first task is the rest of the row that the page's end cut. */
function isRest(task: LaidOutTask, last: LaidOutTask, style: TaskStyle): boolean {
  if (task.numbered !== null) return !task.numbered;
  return style.tasksClose && !/[。！？；][”）)]?$/.test(last.text);
}

function joinBrokenRows(pages: readonly LaidOutPage[], style: TaskStyle): LaidOutPage[] {
  const joined: LaidOutPage[] = [];
  for (const page of pages) {
    const previous = page.sections.length > 0 ? undefined : joined.findLast(({ tasks }) => tasks.length > 0);
    const [rest, last] = [page.tasks[0], previous?.tasks[previous.tasks.length - 1]];
    joined.push(page);
    if (previous === undefined || rest === undefined || last === undefined || !isRest(rest, last, style)) continue;
    last.text += rest.text;
    page.tasks.shift();
    page.cells.forEach((cells, column) => {
      if (cells[0] !== undefined && cells[0].from === 0 && cells[0].top <= rest.bottom) appendRest(previous.cells[column] ?? [], cells);
      for (const cell of cells) [cell.from, cell.to] = [Math.max(0, cell.from - 1), Math.max(1, cell.to - 1)];
    });
  }
  return joined;
}

/** The first cell of a page is the rest of the last one before it. */
function appendRest(before: LaidOutCell[], cells: LaidOutCell[]): void {
  const [last, first] = [before[before.length - 1], cells.shift()];
  if (last === undefined || first === undefined) return;
  if (last.text !== first.text) last.text += first.text;
}

/** Cells that a page's end has cut between two rows: a word is left over at the top of the next page. */
function joinBrokenCells(pages: readonly LaidOutPage[], kinds: readonly ColumnKind[]): LaidOutPage[] {
  pages.forEach(({ cells: byColumn }, index) => {
    const previous = pages[index - 1];
    byColumn.forEach((cells, column) => {
      const [first, before] = [cells[0], previous?.cells[column]];
      if (
        kinds[column] !== 'category' ||
        pages[index]?.sections.length !== 0 ||
        first === undefined ||
        first.from !== 0 ||
        before?.length === undefined
      )
        return;
      if (first.text.length <= 3) appendRest(before, cells);
    });
  });
  return [...pages];
}
