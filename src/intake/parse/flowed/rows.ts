import { partCategories, stackLines, type CategoryStack, type Levels } from './categories';
import type { Fitted } from './fit';
import type { Fragment } from './fragments';
import type { FlowedCell } from './segmentation';

/** One task with the cells printed at its place; merged cells are still missing where they go on. */
export interface FlowedRow {
  number: string | null;
  levels: Levels | null;
  task: string;
  /** Own cells behind the task, by column of the fitted table. */
  cells: Map<number, string>;
  page: number | null;
  line: number;
  /** First row after a heading. */
  atTop: boolean;
}

interface Draft {
  number: FlowedCell | null;
  stacks: FlowedCell[];
  task: FlowedCell | null;
  more: Map<number, FlowedCell[]>;
  continues: Map<number, FlowedCell[]>;
  atTop: boolean;
}

interface Shape {
  numberColumn: number;
  categoryColumn: number;
  taskColumn: number;
  /** Whether numbers count tasks, not categories. */
  numbersTasks: boolean;
}

function shapeOf({ columns, cells }: Fitted, fragments: readonly Fragment[]): Shape {
  const numberColumn = columns.findIndex(({ kind }) => kind === 'number');
  const taskColumn = columns.findIndex(({ kind }) => kind === 'task');
  // The rest of a row that a page's end has cut stands on top of the next page and has no number.
  const tasks = cells.filter(({ column, from }) => column === taskColumn && fragments[from]?.afterBreak !== true).length;
  const numbers = cells.filter(({ column }) => column === numberColumn).length;
  return {
    numberColumn,
    categoryColumn: columns.findIndex(({ kind }) => kind === 'category'),
    taskColumn,
    numbersTasks: numbers >= tasks * 0.8,
  };
}

/** Parts the run of cells into rows: a row ends where the columns begin anew. */
function draftRows({ cells }: Fitted, shape: Shape, fragments: readonly Fragment[]): Draft[] {
  const drafts: Draft[] = [];
  let last = Infinity;
  for (const cell of cells) {
    const atTop = fragments[cell.from]?.afterBreak === true;
    const hasTask = drafts[drafts.length - 1]?.task != null;
    if (drafts.length === 0 || atTop || (hasTask && cell.column <= last) || (hasTask && cell.column <= shape.taskColumn)) {
      drafts.push({ number: null, stacks: [], task: null, more: new Map(), continues: new Map(), atTop });
    }
    const draft = drafts[drafts.length - 1] as Draft;
    if (cell.column === shape.numberColumn) draft.number = cell;
    else if (cell.column === shape.categoryColumn) draft.stacks.push(cell);
    else if (cell.column === shape.taskColumn) draft.task = cell;
    else draft.more.set(cell.column, [...(draft.more.get(cell.column) ?? []), cell]);
    last = cell.column;
  }
  return drafts;
}

const ENDS_SENTENCE = /[。！？；.;]["”）)]?$/;

/** Rows that a page's end has cut in two are one. */
function joinBroken(drafts: readonly Draft[], shape: Shape): Draft[] {
  // The last rows of pages may be cut.
  const whole = drafts.filter(({ task }, index) => task !== null && drafts[index + 1]?.atTop !== true);
  const tasksClose = whole.filter(({ task }) => ENDS_SENTENCE.test(task?.text ?? '')).length >= whole.length * 0.8;
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const previous = joined[joined.length - 1];
    if (previous === undefined || !draft.atTop || !isRest(draft, previous, shape, tasksClose)) {
      joined.push({ ...draft, continues: new Map() });
      continue;
    }
    if (draft.task !== null) add(previous.continues, shape.taskColumn, [draft.task]);
    draft.more.forEach((cells, column) => add(previous.continues, column, cells));
    if (draft.stacks.length > 0) previous.stacks.push(...draft.stacks);
  }
  return joined;
}

function add(map: Map<number, FlowedCell[]>, column: number, cells: readonly FlowedCell[]): void {
  map.set(column, [...(map.get(column) ?? []), ...cells]);
}

function isRest(draft: Draft, previous: Draft, shape: Shape, tasksClose: boolean): boolean {
  if (draft.task === null) return true;
  if (draft.number !== null) return false;
  if (shape.numbersTasks) return true;
  return tasksClose && previous.task !== null && !ENDS_SENTENCE.test(previous.task.text);
}

/** The rows of a fitted table in order, categories parted into levels. */
export function rowsOf(
  fitted: Fitted,
  fragments: readonly Fragment[],
  namedLevels: number,
  headings: ReadonlySet<string>,
): { rows: FlowedRow[]; numbersTasks: boolean } {
  const shape = shapeOf(fitted, fragments);
  const drafts = joinBroken(draftRows(fitted, shape, fragments), shape).filter(({ task }) => task !== null);
  const withStack = drafts.filter(({ stacks }) => stacks.length > 0);
  const parted = partCategories(
    withStack.map((draft) => stackOf(draft, shape, fragments)),
    namedLevels,
    headings,
  );
  const levelsOf = new Map(withStack.map((draft, index) => [draft, parted[index] ?? null]));
  const rows = drafts.map((draft) => {
    const first = fragments[draft.task?.from ?? 0];
    const cells = new Map<number, string>();
    for (const column of new Set([...draft.more.keys(), ...draft.continues.keys()])) {
      if (column !== shape.taskColumn)
        cells.set(column, textOfCells([...(draft.more.get(column) ?? []), ...(draft.continues.get(column) ?? [])]));
    }
    return {
      number: draft.number?.text ?? null,
      levels: levelsOf.get(draft) ?? null,
      task: textOfCells([...(draft.task === null ? [] : [draft.task]), ...(draft.continues.get(shape.taskColumn) ?? [])]),
      cells,
      page: first?.page ?? null,
      line: first?.line ?? 0,
      atTop: draft.atTop,
    };
  });
  return { rows, numbersTasks: shape.numbersTasks };
}

function textOfCells(cells: readonly FlowedCell[]): string {
  return cells.map(({ text }) => text).join('');
}

function stackOf(draft: Draft, shape: Shape, fragments: readonly Fragment[]): CategoryStack {
  return {
    lines: draft.stacks.flatMap(({ from, to }) => stackLines(fragments, from, to)),
    atTop: draft.atTop,
    numbered: shape.numbersTasks ? null : draft.number !== null,
  };
}
