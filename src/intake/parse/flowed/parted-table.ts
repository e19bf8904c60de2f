import type { TableBlock } from '../../document';
import { columnRole, type ColumnRole } from '../cell-nature';
import { columnsOf } from './fit';
import type { FlowedLine } from './fragments';
import type { Heading } from './heading';
import { numberValue } from './numbering';
import { itemsOf, type Cut, type PartedItem } from './parted-items';
import { placeItems, type PartedCell, type PartedColumn } from './parted-columns';
import { isTableRemark } from '../remark-words';
import type { FlowedRow } from './rows';
import { tableBlockOf } from './table-block';

/** Cells in the order of the text, and where among them the rows' numbers stand. */
interface Placing {
  columns: PartedColumn[];
  cells: PartedCell[];
  numbers: { value: string; at: number }[];
  cost: number;
}

const LEAVES_BLANKS: ReadonlySet<ColumnRole | null> = new Set(['SUPPORTING_UNIT', 'REMARK', 'CONTACT', 'LEAD_OFFICIAL', 'SCORE', null]);
const UNITS_AND_DEADLINE: ReadonlySet<ColumnRole | null> = new Set(['LEAD_UNIT', 'RESPONSIBLE_UNIT', 'DEADLINE']);

const UNNAMED = '\u0000';

function partedColumns({ names, roles }: Heading): PartedColumn[] {
  const columns = names.flatMap((name, index): PartedColumn[] =>
    roles[index] === 'NUMBER' ? [] : [{ role: roles[index] ?? null, name, section: false }],
  );
  // What stands under no heading that was found, such as how far things are.
  if (!columns.some(({ role }) => role === null || role === 'REMARK')) columns.push({ role: null, name: UNNAMED, section: false });
  return columns.some(({ role }) => role === 'CATEGORY') ? columns : [{ role: 'CATEGORY', name: '', section: true }, ...columns];
}

/** The numbers 1, 2, 3 … of the rows, taken out of the items. */
function takeNumbers(items: readonly PartedItem[]): { rest: PartedItem[]; numbers: Placing['numbers'] } {
  const rest: PartedItem[] = [];
  const numbers: Placing['numbers'] = [];
  let next = numberValue(items.find(({ text }) => numberValue(text) !== null)?.text ?? '') ?? 1;
  for (const item of items) {
    const value = numberValue(item.text);
    if (value === next) {
      numbers.push({ value: item.text, at: rest.length });
      next += 1;
    } else rest.push(item);
  }
  return { rest, numbers };
}

function placing(body: readonly FlowedLine[], heading: Heading, cut: Cut, again: number): Placing {
  const columns = partedColumns(heading);
  // A heading's cell that stands apart from its row is no cell of a row.
  const items = itemsOf(body, cut).filter(
    ({ text }) => !heading.names.includes(text) && columnRole(text) !== 'REMARK' && !isTableRemark(text),
  );
  const { rest, numbers } = heading.roles.includes('NUMBER') ? takeNumbers(items) : { rest: items, numbers: [] };
  return { columns, numbers, ...placeItems(rest, columns, again) };
}

const ofColumn = ({ cells }: Placing, column: number): PartedCell[] => cells.filter((cell) => cell.column === column);
const taskColumnOf = ({ columns }: Placing): number => columns.findIndex(({ role }) => role === 'TASK');

/** How far the columns are from having one cell for each row. */
function disagreement(found: Placing): number {
  const tasks = ofColumn(found, taskColumnOf(found)).length;
  const numbered = found.numbers.length > 0 ? Math.abs(found.numbers.length - tasks) * 3 : 0;
  const columns = found.columns.map(({ role }, column) => {
    const count = ofColumn(found, column).length;
    return count > tasks ? (count - tasks) * 3 : UNITS_AND_DEADLINE.has(role) ? (tasks - count) * 0.7 : 0;
  });
  return numbered + columns.reduce((sum, cost) => sum + cost, 0);
}

const MOST_COST_PER_CELL = 1.1;

function isSound(found: Placing): boolean {
  const tasks = ofColumn(found, taskColumnOf(found)).length;
  const { numbers, columns } = found;
  if (tasks < 2 || found.cost > found.cells.length * MOST_COST_PER_CELL) return false;
  if (columns.some((_, column) => ofColumn(found, column).length > tasks)) return false;
  return numbers.length === 0 || Math.abs(numbers.length - tasks) <= Math.max(1, tasks / 10);
}

/** The row that a cell stands in as rows run on: its columns rise without a break to the task, or from it. */
function rowBeside({ cells }: Placing, cell: PartedCell, task: number, tasks: readonly PartedCell[]): number | null {
  const own = cells.indexOf(cell);
  const step = cell.column < task ? 1 : -1;
  for (let at = own; cells[at] !== undefined; at += step) {
    if (cells[at]!.column === task) return tasks.indexOf(cells[at]!);
    if ((cells[at + step]?.column ?? -1) * step <= cells[at]!.column * step) return null;
  }
  return null;
}

/** The row of each cell of a column: by count where it has one for each row, else by its row, else where none is yet. */
function rowsOfColumn(found: Placing, column: number, tasks: readonly PartedCell[]): number[] {
  const cells = ofColumn(found, column);
  if (cells.length === tasks.length) return cells.map((_, row) => row);
  const taken = new Set<number>();
  const beside = cells.map((cell) => {
    const row = rowBeside(found, cell, taskColumnOf(found), tasks);
    if (row === null || taken.has(row)) return null;
    taken.add(row);
    return row;
  });
  const free = tasks.flatMap((_, row) => (taken.has(row) ? [] : [row]));
  const left = beside.filter((row) => row === null).length;
  let next = 0;
  return beside.map((row) => row ?? free[Math.floor((next++ * free.length) / left)] ?? tasks.length - 1);
}

/**
 * The middle of the rows of a category. It stands before the task of its first row, or, printed in the middle of several,
 * behind the number of the middle one.
 */
function middleOf({ cells, numbers, columns }: Placing, cell: PartedCell, tasks: readonly PartedCell[]): number {
  const following = tasks.findIndex((task) => task.at > cell.at);
  const others = cells.filter(({ column }) => columns[column]?.role !== 'CATEGORY');
  const behind = others.find(({ at }) => at > cell.at);
  const last = others.findLast(({ at }) => at < cell.at);
  const number = numbers.findLastIndex(({ at }) => at <= cell.at && at > (last?.at ?? -1));
  const between = behind !== undefined && numbers.some(({ at }) => at > cell.at && at <= behind.at);
  const leads = following >= 0 && behind === tasks[following] && !between;
  if (number < 0) return following < 0 ? tasks.length - 1 : following;
  return leads ? (Math.min(following, number) + number) / 2 : number;
}

/** Longer tables are not tried in every way. */
const MOST_ROWS_TRIED = 120;

/** Where each merged cell begins so that all of them lie around their middles as well as they can; each has a row at least. */
function evenStarts(middles: readonly number[], from: number, to: number): { starts: number[]; off: number } {
  const rows = to - from;
  let best = new Map<number, { off: number; starts: number[] }>([[from, { off: 0, starts: [] }]]);
  middles.forEach((middle, index) => {
    const left = middles.length - index - 1;
    const next: typeof best = new Map();
    for (const [start, { off, starts }] of best) {
      const least = left === 0 ? to : start + 1;
      for (let end = least; end <= to - left; end += 1) {
        const cost = off + ((start + end - 1) / 2 - middle) ** 2;
        if (cost < (next.get(end)?.off ?? Infinity)) next.set(end, { off: cost, starts: [...starts, start] });
      }
    }
    best = next;
  });
  return rows < middles.length ? { starts: [], off: Infinity } : (best.get(to) ?? { starts: [], off: Infinity });
}

/** Where each category begins: around its middle where that comes out even, else at it. */
function startsOf(middles: readonly number[], from: number, to: number, onTop: boolean): number[] {
  const tops = middles.map((middle) => Math.max(from, Math.floor(middle)));
  if (middles.length === 0 || onTop || to - from > MOST_ROWS_TRIED) return tops;
  const { starts, off } = evenStarts(middles, from, to);
  return off <= middles.length * 0.4 ? starts : tops;
}

/** The categories that begin at each row, outermost first. */
function levelsOf(found: Placing, tasks: readonly PartedCell[]): (string[] | null)[] {
  const levels = found.columns.flatMap(({ role, section }, column) => (role === 'CATEGORY' ? [{ column, section }] : []));
  const titles: string[][] = tasks.map(() => levels.map(() => ''));
  const begins = tasks.map(() => false);
  let bounds = [0, tasks.length];
  levels.forEach(({ column, section }, level) => {
    const texts = ofColumn(found, column).map(({ text }) => text);
    const cells = ofColumn(found, column);
    const rows = cells.length === tasks.length ? cells.map((_, row) => row) : cells.map((cell) => middleOf(found, cell, tasks));
    const starts = bounds.slice(0, -1).flatMap((from, index) => {
      const to = bounds[index + 1] ?? tasks.length;
      const own = rows.filter((row) => row >= from && row < to);
      return startsOf(own, from, to, section || rows.length === tasks.length);
    });
    starts.forEach((start, index) => {
      begins[start] = true;
      for (let row = start; row < (starts[index + 1] ?? tasks.length); row += 1) titles[row]![level] = texts[index] ?? '';
    });
    bounds = [...new Set([...bounds, ...starts])].sort((left, right) => left - right);
  });
  return titles.map((title, row) => (begins[row] === true ? title : null));
}

/** The number of each row: by count, or the one that stands before it. */
function numbersOf({ numbers }: Placing, tasks: readonly PartedCell[]): (string | null)[] {
  if (numbers.length === tasks.length) return numbers.map(({ value }) => value);
  return tasks.map(({ at }, index) => {
    const before = tasks[index - 1]?.at ?? -1;
    return numbers.find((number) => number.at > before && number.at <= at)?.value ?? null;
  });
}

function flowedRows(found: Placing, heading: Heading): FlowedRow[] {
  const tasks = ofColumn(found, taskColumnOf(found));
  const levels = levelsOf(found, tasks);
  const flowed = columnsOf(heading);
  const numbers = numbersOf(found, tasks);
  const rows = tasks.map(({ text, page, line }, index): FlowedRow => {
    return { number: numbers[index] ?? null, levels: levels[index] ?? null, task: text, cells: new Map(), page, line, atTop: false };
  });
  found.columns.forEach(({ role, name }, column) => {
    if (role === 'CATEGORY' || role === 'TASK' || name === UNNAMED) return;
    const at = flowed.findIndex((each) => each.name === name);
    if (LEAVES_BLANKS.has(role)) rows.forEach(({ cells }) => cells.set(at, ''));
    const texts = ofColumn(found, column).map(({ text }) => text);
    rowsOfColumn(found, column, tasks).forEach((row, index) => rows[row]?.cells.set(at, texts[index] ?? ''));
  });
  return rows;
}

/** What it costs to read two cells of one column on end: little where the text runs down its columns. */
const AGAIN = [0.5, 1.2, 2.5];

/** A table whose cells are parted by blank lines, be they row by row or column by column; null where they do not come out even. */
export function partedTable(body: readonly FlowedLine[], heading: Heading, headingLine: number): TableBlock | null {
  const [best] = (['BLOCKS', 'LINES'] as const)
    .flatMap((cut) => AGAIN.map((again) => placing(body, heading, cut, again)))
    .sort((left, right) => left.cost + disagreement(left) - right.cost - disagreement(right));
  if (best === undefined || !isSound(best)) return null;
  return tableBlockOf(heading, headingLine, columnsOf(heading), flowedRows(best, heading), best.numbers.length > 0);
}
