import type { ColumnKind } from './cell-cost';
import { isPageNumber, type FlowedLine } from './fragments';
import { runsOf, textWidth, type PageColumns, type Run } from './layout-columns';
import { rowEdges, type Alignment, type PageRows } from './layout-cell-cost';
import { cellsOf, type LaidOutCell } from './layout-cells';
import { edgesOf } from './layout-edges';
import type { HeadColumn } from './layout-heading';
import { tasksOn, taskStyle, type LaidOutTask, type TaskLines, type TaskStyle } from './layout-rows';
import { numberValue } from './numbering';
import type { FlowedRegion } from './region';

export interface LaidOutPage {
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

interface PageLines {
  lines: FlowedLine[];
  columns: HeadColumn[] | null;
}

/** A text that tells nothing of pages is read in parts of so many lines, parted where a line is blank, or anywhere. */
const LONG_PAGE = 80;
const LONGEST_PAGE = 120;

/** The lines of each page; a page begins where the heading stands again, or where the source says so. */
function pagesOf({ body, headings }: FlowedRegion): PageLines[] {
  const pages: PageLines[] = [];
  let next = 0;
  body.forEach((line, index) => {
    const heads: HeadColumn[] | null = headings[next]?.from === index ? (headings[next]?.columns ?? null) : null;
    while (headings[next] !== undefined && (headings[next]?.from ?? 0) <= index) next += 1;
    const before = pages[pages.length - 1];
    const isFull = before !== undefined && before.lines.length >= (line.text.trim() === '' ? LONG_PAGE : LONGEST_PAGE);
    if (before === undefined || heads !== null || isFull || before.lines[0]?.page !== line.page) pages.push({ lines: [], columns: heads });
    if (!isPageNumber(line.text)) pages[pages.length - 1]?.lines.push(line);
  });
  return pages.filter(({ lines }) => lines.some(({ text }) => text.trim() !== ''));
}

interface ReadLines extends TaskLines {
  byColumn: Run[][];
  blank: boolean[];
}

/** The words of one page by column. */
function readLines(page: PageLines, columns: PageColumns): ReadLines {
  const { kinds } = columns;
  const byColumn: Run[][] = kinds.map(() => []);
  page.lines.forEach((line, y) => runsOf(line, y, columns).forEach(({ column, run }) => byColumn[column]?.push(run)));
  const blank = page.lines.map(({ text }) => text.trim() === '');
  let seen = 0;
  const numbers = (byColumn[kinds.indexOf('number')] ?? []).filter(({ text }) => numberValue(text) !== null).map(({ y }) => y);
  return {
    runs: byColumn[kinds.indexOf('task')] ?? [],
    numbers,
    blanksAbove: blank.map((is) => (is ? (seen += 1) : seen)),
    byColumn,
    blank,
  };
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
  return { ...known, apart, numbersTasks: numbers >= tasks.length * 0.6 };
}

/** Blank lines between each two tasks of a page. */
function rowGaps({ blanksAbove }: ReadLines, tasks: readonly LaidOutTask[]): number[] {
  return tasks.slice(1).map(({ top }, index) => (blanksAbove[top] ?? 0) - (blanksAbove[tasks[index]?.bottom ?? 0] ?? 0));
}

function readCells(
  page: ReadLines,
  tasks: LaidOutTask[],
  kinds: readonly ColumnKind[],
  style: TaskStyle,
  alignment: Alignment,
): { page: LaidOutPage; cost: number } {
  const rows: PageRows = {
    tasks,
    edges: rowEdges(tasks, page.blank),
    blanksAbove: page.blanksAbove,
    leading: style.leading,
    apart: style.apart,
    starts: null,
  };
  let cost = 0;
  let starts: Set<number> | null = null;
  const cells: LaidOutCell[][] = kinds.map(() => []);
  // From the lowest category up: a higher one begins with one of its lower ones.
  for (let column = kinds.length - 1; column >= 0; column -= 1) {
    const kind = kinds[column] ?? 'free';
    if (kind === 'task' || tasks.length === 0) continue;
    const read = cellsOf(kind === 'category' ? { ...rows, starts } : rows, page.byColumn[column] ?? [], kind, alignment);
    cost += read.cost;
    cells[column] = read.cells;
    if (kind === 'category' && read.cells.length > 0) starts = new Set([0, ...read.cells.map(({ from }) => from)]);
  }
  return { page: { tasks, cells }, cost };
}

/** The words of all pages by column: read once to learn how wide each column's lines are, and once more knowing it. */
function readColumns(pages: readonly PageLines[], kinds: readonly ColumnKind[]): ReadLines[] {
  let headed: number[] | null = null;
  const edges = pages.map(({ lines, columns }) => {
    const found = edgesOf(lines, kinds, columns, headed);
    if (columns !== null || headed === null) headed = found;
    return found;
  });
  const read = (full: (number | null)[]): ReadLines[] =>
    pages.map((page, index) => readLines(page, { kinds, edges: edges[index] ?? [0], full }));
  const first = read(kinds.map(() => null));
  const full = kinds.map((_, column) => fullWidth(first.flatMap(({ byColumn }) => byColumn[column] ?? [])));
  return read(full);
}

/** Width of most long lines; null where there are too few. */
function fullWidth(runs: readonly Run[]): number | null {
  if (runs.length < 8) return null;
  const widths = runs.map(({ text }) => textWidth(text)).sort((left, right) => left - right);
  return widths[Math.floor(widths.length * 0.8)] ?? null;
}

/** All pages of a table; cells stand on top of their rows or in the middle, whichever fits better. */
export function readPages(region: FlowedRegion, kinds: readonly ColumnKind[]): LaidOutPage[] {
  const pages = readColumns(pagesOf(region), kinds);
  const style = withNumbers(pages);
  const tasks = pages.map((page) => tasksOn(page, style));
  const readings = (['middle', 'top'] as const).map((alignment) => {
    const read = pages.map((page, index) => readCells(page, tasks[index] ?? [], kinds, style, alignment));
    return { pages: read.map(({ page }) => page), cost: read.reduce((sum, { cost }) => sum + cost, 0) };
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
    const previous = joined.findLast(({ tasks }) => tasks.length > 0);
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
      if (kinds[column] !== 'category' || first === undefined || first.from !== 0 || before?.length === undefined) return;
      if (first.text.length <= 3) appendRest(before, cells);
    });
  });
  return [...pages];
}
