import { IMPOSSIBLE, textCost, type ColumnKind, type KnownUnits } from './cell-cost';
import type { Fragment } from './fragments';
import { numberValue } from './numbering';

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
const MOST_FRAGMENTS_OF_CELL = 90;
/** A cell whose lines fit its column this ill is not read on. */
const HOPELESS = 24;
const GAP_COST = 1.2;
const LONGEST_TEXT = 3000;
const LONGEST_TEXT_BY_KIND: Partial<Record<ColumnKind, number>> = { deadline: 60, category: 120, person: 120, free: 300 };
/** Deadlines, numbers and the like are short. */
const MOST_FRAGMENTS_BY_KIND: Partial<Record<ColumnKind, number>> = { deadline: 14, category: 50, person: 30, free: 20 };

interface Context {
  fragments: readonly Fragment[];
  columns: readonly FlowedColumn[];
  numbered: ReadonlySet<number>;
  taskColumn: number;
  textCosts: TextCosts;
}

/** Costs of texts already weighed, by kind and place; they hold for one set of known units. */
export interface TextCosts {
  known: KnownUnits;
  byPlace: Map<string, number>;
}

/** A line in the middle of a cell fills its column; one that does not, or that overflows it, belongs elsewhere. */
function lineCost(width: number, column: FlowedColumn, last: boolean): number {
  if (column.width === null) return 0;
  const slack = 1 + column.width * 0.08;
  const over = width - column.width - 1.5;
  if (over > 0) return Math.min(12, over * 1.2);
  const short = column.width - width - slack;
  // Category stacks hold several columns of unlike widths, so that a short line says little there.
  return last || short <= 0 || column.kind === 'category' ? 0 : Math.min(9, 0.5 + short);
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
function stepCost(context: Context, previous: number, next: number, afterBreak: boolean): number {
  const { columns, taskColumn } = context;
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

interface Node {
  cost: number;
  previousColumn: number;
  from: number;
}

/** Extends one cell from a fragment on and offers every end to the table of best readings. */
function extendCell(context: Context, from: number, column: number, base: number, offer: (to: number, cost: number) => void): void {
  const { fragments, columns } = context;
  const spec = columns[column];
  if (spec === undefined) return;
  if (spec.kind === 'number') {
    const cost = numberCost(context, from);
    if (cost < IMPOSSIBLE) offer(from + 1, base + cost);
    return;
  }
  let closedLines = 0;
  let lineWidth = 0;
  let text = '';
  const furthest = Math.min(fragments.length, from + (MOST_FRAGMENTS_BY_KIND[spec.kind] ?? MOST_FRAGMENTS_OF_CELL));
  const longest = LONGEST_TEXT_BY_KIND[spec.kind] ?? LONGEST_TEXT;
  for (let to = from; to < furthest; to += 1) {
    const fragment = fragments[to];
    if (fragment === undefined || (to > from && fragment.afterBreak)) return;
    const sameLine = to > from && fragments[to - 1]?.line === fragment.line;
    // A number of the run inside a text is a row's number, unless nothing else helps.
    if (context.numbered.has(to)) closedLines += Math.min(9, 2 + context.numbered.size / 2);
    if (to > from && !sameLine) {
      closedLines += lineCost(lineWidth, spec, false);
      lineWidth = 0;
    }
    if (closedLines > HOPELESS) return;
    lineWidth += fragment.width;
    if (sameLine && !fragment.fused && partsCells(fragments[to - 1]?.text ?? '', fragment.text)) closedLines += GAP_COST;
    text = appended(text, fragment, sameLine);
    if (text.length > longest) return;
    const unfit = cachedTextCost(context, spec.kind, from, to + 1, text);
    if (unfit > 3 * HOPELESS) return;
    offer(to + 1, base + closedLines + lineCost(lineWidth, spec, true) + unfit);
  }
}

function cachedTextCost(context: Context, kind: ColumnKind, from: number, to: number, text: string): number {
  const key = `${kind}:${from}:${to}`;
  const known = context.textCosts.byPlace.get(key);
  if (known !== undefined) return known;
  const cost = textCost(kind, text, context.textCosts.known) + (context.fragments[to]?.fused === true ? 0.7 : 0);
  context.textCosts.byPlace.set(key, cost);
  return cost;
}

/**
 * The cheapest way to cut the fragments into cells of columns in reading order. Every row has a task; the columns before it
 * and behind it may be merged into earlier rows and so be missing.
 */
export function segment(
  fragments: readonly Fragment[],
  columns: readonly FlowedColumn[],
  numbered: ReadonlySet<number>,
  textCosts: TextCosts,
): Segmentation {
  const taskColumn = columns.findIndex(({ kind }) => kind === 'task');
  const context: Context = { fragments, columns, numbered, taskColumn, textCosts };
  const best: (Node | null)[][] = Array.from({ length: fragments.length + 1 }, () => columns.map(() => null));
  for (let from = 0; from < fragments.length; from += 1) {
    columns.forEach((_, column) => {
      const entry = cheapestEntry(context, best[from] ?? [], from, column);
      if (entry === null) return;
      extendCell(context, from, column, entry.cost, (to, cost) => {
        const row = best[to];
        const known = row?.[column];
        if (row !== undefined && (known === null || known === undefined || cost < known.cost))
          row[column] = { cost, previousColumn: entry.previous, from };
      });
    });
  }
  return traceBack(context, best);
}

function cheapestEntry(
  context: Context,
  nodes: readonly (Node | null)[],
  from: number,
  column: number,
): { cost: number; previous: number } | null {
  if (from === 0) {
    const cost = stepCost(context, -1, column, false);
    return cost < IMPOSSIBLE ? { cost, previous: -1 } : null;
  }
  let best: { cost: number; previous: number } | null = null;
  nodes.forEach((node, previous) => {
    if (node === null) return;
    const step = stepCost(context, previous, column, context.fragments[from]?.afterBreak === true);
    if (step < IMPOSSIBLE && (best === null || node.cost + step < best.cost)) best = { cost: node.cost + step, previous };
  });
  return best;
}

function traceBack(context: Context, best: readonly (readonly (Node | null)[])[]): Segmentation {
  const { fragments, taskColumn } = context;
  let to = fragments.length;
  let column = -1;
  let cost = IMPOSSIBLE;
  (best[to] ?? []).forEach((node, index) => {
    if (node !== null && index >= taskColumn && node.cost < cost) [column, cost] = [index, node.cost];
  });
  const cells: FlowedCell[] = [];
  while (column >= 0 && to > 0) {
    const node = best[to]?.[column];
    if (node === null || node === undefined) break;
    cells.push({ column, from: node.from, to, text: textOf(fragments, node.from, to) });
    [to, column] = [node.from, node.previousColumn];
  }
  return { cells: cells.reverse(), cost };
}

/** The text of consecutive fragments as one cell prints it. */
function textOf(fragments: readonly Fragment[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) {
    const fragment = fragments[at];
    if (fragment !== undefined) text = appended(text, fragment, at > from && fragments[at - 1]?.line === fragment.line);
  }
  return text;
}

/** Words join without a space, but for Latin ones. */
function appended(text: string, fragment: Fragment, sameLine: boolean): string {
  if (text === '' || (sameLine && fragment.fused)) return text + fragment.text;
  const before = text.charAt(text.length - 1);
  const after = fragment.text.charAt(0);
  const letters = /[A-Za-z]/.test(before) && /[A-Za-z]/.test(after);
  const latin = sameLine && /[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after) && /[A-Za-z]/.test(before + after);
  return letters || latin ? `${text} ${fragment.text}` : text + fragment.text;
}
