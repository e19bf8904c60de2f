import type { ColumnRole } from '../cell-nature';
import type { ColumnKind } from './cell-cost';
import type { Fragment } from './fragments';
import type { Heading } from './heading';
import { KnownUnits } from './name-list';
import { MOST_FRAGMENTS_OF_CELL, segment, type FlowedCell, type FlowedColumn, type Segmentation } from './segmentation';
import { TextCosts } from './text-costs';

export const KIND_OF_ROLE: Record<ColumnRole, ColumnKind> = {
  NUMBER: 'number',
  CATEGORY: 'category',
  TASK: 'task',
  LEAD_UNIT: 'units',
  RESPONSIBLE_UNIT: 'units',
  SUPPORTING_UNIT: 'units',
  LEAD_OFFICIAL: 'person',
  CONTACT: 'free',
  DEADLINE: 'deadline',
  SCORE: 'score',
  REMARK: 'free',
};

/** Rounds of reading with the widths that the round before has found. */
const ROUNDS = 2;
const ROUNDS_WITH_UNITS = 2;
/** The beginnings are tried on so many pieces only; the whole table is read with the best. */
const TRIAL_FRAGMENTS = 350;

/**
 * The columns of a heading in reading order. Numbers and categories are looked for even where the heading does not name
 * them: a heading often spans two columns with one word. Neighbouring category columns are one here and parted later.
 */
export function columnsOf(heading: Heading): FlowedColumn[] {
  const columns: FlowedColumn[] = [];
  heading.roles.forEach((role, index) => {
    const kind = role === null ? 'free' : KIND_OF_ROLE[role];
    const name = heading.names[index] ?? '';
    if (kind === 'category' && columns[columns.length - 1]?.kind === 'category') return;
    columns.push({ kind, name, width: null, presence: startingPresence(kind) });
  });
  const task = columns.findIndex(({ kind }) => kind === 'task');
  if (!columns.slice(0, task).some(({ kind }) => kind === 'category'))
    columns.splice(task, 0, { kind: 'category', name: '', width: null, presence: 0.15 });
  if (!columns.some(({ kind }) => kind === 'number')) columns.unshift({ kind: 'number', name: '', width: null, presence: 0.15 });
  return columns;
}

function startingPresence(kind: ColumnKind): number {
  if (kind === 'task') return 0.98;
  if (kind === 'category') return 0.3;
  if (kind === 'person' || kind === 'score') return 0.85;
  return kind === 'units' || kind === 'deadline' ? 0.6 : 0.5;
}

/** Widths of the lines that a cell goes on after: these are full. */
function fullLineWidths(fragments: readonly Fragment[], cell: FlowedCell, isStack: boolean): number[] {
  const widths: number[] = [];
  let width = 0;
  for (let at = cell.from; at < cell.to; at += 1) {
    const fragment = fragments[at];
    if (fragment === undefined) continue;
    if (at > cell.from && (fragments[at - 1]?.line !== fragment.line || (isStack && !fragment.fused))) {
      widths.push(width);
      width = 0;
    }
    width += fragment.width;
  }
  return widths;
}

function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

/** Widths and presences as this reading shows them. */
function learn(fragments: readonly Fragment[], columns: readonly FlowedColumn[], cells: readonly FlowedCell[]): FlowedColumn[] {
  const taskColumn = columns.findIndex(({ kind }) => kind === 'task');
  const rows = cells.filter(({ column }) => column === taskColumn).length;
  return columns.map((column, index) => {
    const own = cells.filter((cell) => cell.column === index);
    const full = own.flatMap((cell) => fullLineWidths(fragments, cell, column.kind === 'category'));
    const presence = column.kind === 'task' ? 0.98 : Math.min(0.98, (own.length + 1) / (rows + 2));
    const share = column.kind === 'category' ? 0.97 : 0.7;
    const width = column.kind === 'number' || full.length < 3 ? column.width : quantile(full, share);
    return { ...column, presence, width };
  });
}

/** Likely widths of the task column: lines crowd at the width of each column. */
function startingWidths(fragments: readonly Fragment[]): number[] {
  const wide = fragments.map(({ width }) => width).filter((width) => width >= 6);
  const guesses = [0.98, 0.85, 0.7, 0.5].map((share) => quantile(wide, share)).filter((width) => width !== null);
  return [...new Set(guesses.length > 0 ? guesses : [20])];
}

function withTaskWidth(columns: readonly FlowedColumn[], width: number): FlowedColumn[] {
  return columns.map((column) => {
    if (column.kind === 'task') return { ...column, width };
    return column.kind === 'category' ? { ...column, width: Math.max(6, width * 0.45) } : column;
  });
}

export interface Fitted {
  columns: FlowedColumn[];
  cells: FlowedCell[];
  /** How ill the cells fit their columns, all in all. */
  cost: number;
}

/** Reads the table again and again, each time with what the last reading taught of the columns; keeps the best beginning. */
export function fit(fragments: readonly Fragment[], columns: readonly FlowedColumn[], numbered: ReadonlySet<number>): Fitted {
  const isShort = fragments.length <= TRIAL_FRAGMENTS;
  const trial = weighed(isShort ? fragments : fragments.slice(0, TRIAL_FRAGMENTS));
  let best: { columns: FlowedColumn[]; reading: Segmentation } | null = null;
  for (const width of startingWidths(fragments)) {
    const found = refine(trial, withTaskWidth(columns, width), numbered);
    if (best === null || found.reading.cost < best.reading.cost) best = found;
  }
  if (best === null) return { columns: [...columns], cells: [], cost: 0 };
  const textCosts = isShort ? trial : weighed(fragments);
  const whole = isShort ? best.reading : segment(best.columns, numbered, textCosts);
  return readKnowingUnits({ columns: best.columns, cells: whole.cells, cost: whole.cost }, numbered, textCosts);
}

function weighed(fragments: readonly Fragment[], known = new KnownUnits()): TextCosts {
  return new TextCosts(fragments, known, MOST_FRAGMENTS_OF_CELL);
}

/** Once the units are known by name, names that ran together are told apart. */
function readKnowingUnits(before: Fitted, numbered: ReadonlySet<number>, costs: TextCosts): Fitted {
  let { columns, cells, cost } = before;
  let textCosts = costs;
  for (let round = 0; round < ROUNDS_WITH_UNITS; round += 1) {
    const known = knownUnits(columns, cells);
    if (!known.equals(textCosts.known)) textCosts = weighed(costs.fragments, known);
    columns = learn(costs.fragments, columns, cells);
    ({ cells, cost } = segment(columns, numbered, textCosts));
  }
  return { columns, cells, cost };
}

function knownUnits(columns: readonly FlowedColumn[], cells: readonly FlowedCell[]): KnownUnits {
  return KnownUnits.of(cells.filter(({ column }) => columns[column]?.kind === 'units').map(({ text }) => text));
}

function refine(
  textCosts: TextCosts,
  start: readonly FlowedColumn[],
  numbered: ReadonlySet<number>,
): { columns: FlowedColumn[]; reading: Segmentation } {
  let columns = [...start];
  let reading = segment(columns, numbered, textCosts);
  for (let round = 0; round < ROUNDS; round += 1) {
    columns = learn(textCosts.fragments, columns, reading.cells);
    reading = segment(columns, numbered, textCosts);
  }
  return { columns, reading };
}
