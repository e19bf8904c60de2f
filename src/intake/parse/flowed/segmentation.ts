import { IMPOSSIBLE, type ColumnKind } from './cell-cost';
import type { Fragment } from './fragments';
import { numberValue } from './numbering';
import { joint, type TextCosts } from './text-costs';

export interface FlowedColumn {
  kind: ColumnKind;
  name: string;
  /** Full lines of this column are about so wide; null while unknown. */
  width: number | null;
  /** Share of rows that print a cell of their own here. */
  presence: number;
}

/** A cell: the fragments from … to (exclusive) in one column. */
export interface FlowedCell {
  column: number;
  from: number;
  to: number;
  text: string;
}

export interface Segmentation {
  cells: FlowedCell[];
  cost: number;
}

/** No cell of a plan has more pieces than this. */
export const MOST_FRAGMENTS_OF_CELL = 90;
/** A cell whose lines fit its column this ill is not read on. */
const HOPELESS = 24;
/** Readings so much dearer than the best one up to the same place are not followed. */
const BEAM = 30;
const GAP_COST = 3;
const LONGEST_TEXT = 3000;
const LONGEST_TEXT_BY_KIND: Partial<Record<ColumnKind, number>> = { deadline: 60, category: 120, person: 120, score: 6, free: 300 };
/** Deadlines, numbers and the like are short. */
const MOST_FRAGMENTS_BY_KIND: Partial<Record<ColumnKind, number>> = { deadline: 14, category: 50, person: 30, score: 2, free: 20 };

interface Context {
  fragments: readonly Fragment[];
  columns: readonly FlowedColumn[];
  numbered: ReadonlySet<number>;
  taskColumn: number;
  textCosts: TextCosts;
  /** Cost of going from one column (0: the table's beginning) to the next, within a page and over its end. */
  steps: { within: number[][]; over: number[][] };
  best: BestReadings;
}

/** A line in the middle of a cell fills its column; one that does not, or that overflows it, belongs elsewhere. */
function lineCost(width: number, column: FlowedColumn, last: boolean): number {
  if (column.width === null) return 0;
  const slack = 1 + column.width * 0.08;
  const over = width - column.width - 1.5;
  if (over > 0) return Math.min(12, over * 1.2);
  const short = column.width - width - slack;
  // Category stacks hold several columns of unlike widths, so that a short line says little there.
  return last || short <= 0 || column.kind === 'category' ? 0 : Math.min(12, 0.5 + (column.kind === 'task' ? 1.8 : 1) * short);
}

function numberCost(context: Context, at: number): number {
  const text = context.fragments[at]?.text ?? '';
  if (context.numbered.has(at)) return 0;
  if (numberValue(text) !== null) return 7;
  return /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.]?$/.test(text) ? 2 : IMPOSSIBLE;
}

/** Cost of leaving out the columns between two cells of one row, or at a row's ends. */
function skipCost(columns: readonly FlowedColumn[], from: number, to: number): number {
  let cost = 0;
  for (let column = from; column < to; column += 1) cost -= Math.log(1.02 - (columns[column]?.presence ?? 0.5));
  return cost;
}

/** From the cell before to this one: on in the row, or to a new row once the row has its task. */
function stepCost(columns: readonly FlowedColumn[], taskColumn: number, previous: number, next: number, afterBreak: boolean): number {
  const presence = -Math.log((columns[next]?.presence ?? 0.5) + 0.02);
  // A row broken by the page's end may go on with the rest of any of its cells.
  if (afterBreak && previous >= 0 && next > taskColumn) return presence + 3;
  if (previous < 0) return next <= taskColumn ? presence + skipCost(columns, 0, next) : IMPOSSIBLE;
  if (next > previous) {
    if (previous < taskColumn && next > taskColumn) return IMPOSSIBLE;
    const onward = presence + skipCost(columns, previous + 1, next);
    if (previous >= taskColumn || next <= taskColumn) return onward;
  }
  if (previous < taskColumn || next > taskColumn) return IMPOSSIBLE;
  return presence + skipCost(columns, previous + 1, columns.length) + skipCost(columns, 0, next) + 0.3;
}

/** White space between two Chinese words stands between cells; beside digits and Latin letters it is typesetting. */
function partsCells(before: string, after: string): boolean {
  return /[\u3400-\u9fff，。、；：）”》]$/.test(before) && /^[\u3400-\u9fff（“《]/.test(after);
}

/** For each place and column, the cheapest reading whose last cell ends there in that column. */
class BestReadings {
  private readonly costs: Float64Array;
  private readonly cheapest: Float64Array;
  private readonly froms: Int32Array;
  private readonly previous: Int8Array;

  constructor(
    fragments: number,
    private readonly columns: number,
  ) {
    this.costs = new Float64Array((fragments + 1) * columns).fill(Infinity);
    this.cheapest = new Float64Array(fragments + 1).fill(Infinity);
    this.froms = new Int32Array((fragments + 1) * columns);
    this.previous = new Int8Array((fragments + 1) * columns);
  }

  cost(to: number, column: number): number {
    return this.costs[to * this.columns + column] ?? Infinity;
  }

  before(to: number, column: number): { from: number; previous: number } {
    const at = to * this.columns + column;
    return { from: this.froms[at] ?? 0, previous: this.previous[at] ?? -1 };
  }

  /** Whether a reading that costs at least so much could be of use. */
  welcomes(to: number, column: number, cost: number): boolean {
    return cost < this.cost(to, column) && cost <= (this.cheapest[to] ?? Infinity) + BEAM;
  }

  offer(to: number, column: number, cost: number, from: number, previous: number): void {
    const at = to * this.columns + column;
    if (cost >= (this.costs[at] ?? Infinity)) return;
    this.costs[at] = cost;
    this.froms[at] = from;
    this.previous[at] = previous;
    if (cost < (this.cheapest[to] ?? Infinity)) this.cheapest[to] = cost;
  }
}

interface Entry {
  cost: number;
  previous: number;
}

/** Extends one cell from a fragment on and offers every end to the table of best readings. */
function extendCell(context: Context, from: number, column: number, entry: Entry): void {
  const { fragments, columns, best } = context;
  const spec = columns[column];
  if (spec === undefined) return;
  if (spec.kind === 'number') {
    const cost = numberCost(context, from);
    if (cost < IMPOSSIBLE) best.offer(from + 1, column, entry.cost + cost, from, entry.previous);
    return;
  }
  const unfitUpTo = context.textCosts.from(spec.kind, from);
  let closedLines = 0;
  let lineWidth = 0;
  let length = 0;
  const furthest = Math.min(fragments.length, from + Math.min(context.textCosts.furthest, MOST_FRAGMENTS_BY_KIND[spec.kind] ?? Infinity));
  const longest = LONGEST_TEXT_BY_KIND[spec.kind] ?? LONGEST_TEXT;
  for (let to = from; to < furthest; to += 1) {
    const fragment = fragments[to];
    if (fragment === undefined || (to > from && fragment.afterBreak)) return;
    const sameLine = to > from && fragments[to - 1]?.line === fragment.line;
    // A number of the run inside a text is a row's number, unless nothing else helps.
    if (context.numbered.has(to) && spec.kind !== 'score') closedLines += Math.min(9, 2 + context.numbered.size / 2);
    const parted = sameLine && !fragment.fused && partsCells(fragments[to - 1]?.text ?? '', fragment.text);
    // Two levels of categories stand side by side in one stack.
    if (to > from && (!sameLine || (parted && spec.kind === 'category'))) {
      closedLines += lineCost(lineWidth, spec, false);
      lineWidth = 0;
    } else if (parted) closedLines += GAP_COST;
    if (closedLines > HOPELESS) return;
    lineWidth += fragment.width;
    length += fragment.text.length;
    if (length > longest) return;
    const cost = entry.cost + closedLines + lineCost(lineWidth, spec, true);
    if (!best.welcomes(to + 1, column, cost)) continue;
    const unfit = unfitUpTo.upTo(to);
    if (unfit > 3 * HOPELESS) return;
    best.offer(to + 1, column, cost + unfit, from, entry.previous);
  }
}

function stepsOf(columns: readonly FlowedColumn[], taskColumn: number, afterBreak: boolean): number[][] {
  return [-1, ...columns.keys()].map((previous) => columns.map((_, next) => stepCost(columns, taskColumn, previous, next, afterBreak)));
}

/**
 * The cheapest way to cut the fragments into cells of columns in reading order. Every row has a task; the columns before it
 * and behind it may be merged into earlier rows and so be missing.
 */
export function segment(columns: readonly FlowedColumn[], numbered: ReadonlySet<number>, textCosts: TextCosts): Segmentation {
  const { fragments } = textCosts;
  const taskColumn = columns.findIndex(({ kind }) => kind === 'task');
  const steps = { within: stepsOf(columns, taskColumn, false), over: stepsOf(columns, taskColumn, true) };
  const best = new BestReadings(fragments.length, columns.length);
  const context: Context = { fragments, columns, numbered, taskColumn, textCosts, steps, best };
  for (let from = 0; from < fragments.length; from += 1) {
    const entries = columns.map((_, column) => cheapestEntry(context, from, column));
    const cheapest = Math.min(...entries.map(({ cost }) => cost));
    entries.forEach((entry, column) => {
      if (entry.cost < IMPOSSIBLE && entry.cost <= cheapest + BEAM) extendCell(context, from, column, entry);
    });
  }
  return traceBack(context);
}

/** The cheapest way to begin a cell of a column at a fragment. */
function cheapestEntry({ fragments, columns, steps, best }: Context, from: number, column: number): Entry {
  if (from === 0) return { cost: steps.within[0]?.[column] ?? IMPOSSIBLE, previous: -1 };
  const step = fragments[from]?.afterBreak === true ? steps.over : steps.within;
  const entry: Entry = { cost: Infinity, previous: -1 };
  for (let previous = 0; previous < columns.length; previous += 1) {
    const cost = best.cost(from, previous) + (step[previous + 1]?.[column] ?? IMPOSSIBLE);
    if (cost < entry.cost) [entry.cost, entry.previous] = [cost, previous];
  }
  return entry;
}

function traceBack({ fragments, columns, taskColumn, best }: Context): Segmentation {
  let to = fragments.length;
  let column = -1;
  let cost = Infinity;
  for (let index = taskColumn; index < columns.length; index += 1)
    if (best.cost(to, index) < cost) [column, cost] = [index, best.cost(to, index)];
  const cells: FlowedCell[] = [];
  while (column >= 0 && to > 0) {
    const { from, previous } = best.before(to, column);
    cells.push({ column, from, to, text: textOf(fragments, from, to) });
    [to, column] = [from, previous];
  }
  return { cells: cells.reverse(), cost };
}

/** The text of consecutive fragments as one cell prints it. */
function textOf(fragments: readonly Fragment[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) {
    const fragment = fragments[at];
    if (fragment !== undefined)
      text += joint(text.charAt(text.length - 1), fragment, at > from && fragments[at - 1]?.line === fragment.line);
  }
  return text;
}
