import type { ColumnKind } from './cell-cost';
import { joinText, widthOf, type FlowedLine } from './fragments';
import type { Band } from './layout-bands';
import type { Run } from './layout-columns';
import type { Stretch } from './layout-stretch';
import { KnownUnits } from './name-list';
import { isNumber } from './numbering';

/** One task as it stands in its stretch. */
export interface LaidOutTask {
  text: string;
  line: FlowedLine;
  /** Its first and last line. */
  top: number;
  bottom: number;
}

/** What a table's lines show of how its rows are printed. */
export interface TableStyle {
  /** Width of the widest line of each column. */
  widest: readonly number[];
  /** Blank lines between two lines of one cell. */
  leading: number;
  tasksClose: boolean;
  /** Columns that print one number for each row. */
  counts: readonly boolean[];
  /** How much a blank line tells of a row's end, from 0 to 1. */
  apart: number;
  /** Columns whose cells reach over several rows. */
  merged: readonly boolean[];
  known: KnownUnits;
}

const ENDS_SENTENCE = /[。！？；][”）)]?$/;

function median(values: readonly number[]): number | null {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? null;
}

function blankLines({ gaps }: Stretch, from: number, to: number): number {
  let blank = 0;
  for (let y = from + 1; y <= to; y += 1) blank += gaps[y] ?? 0;
  return blank;
}

/** What can be told before any row is known. */
export function firstStyle(stretches: readonly Stretch[], kinds: readonly ColumnKind[]): TableStyle {
  const task = kinds.indexOf('task');
  const runs = stretches.map(({ byColumn }) => byColumn[task] ?? []);
  const widths = runs.flatMap((own) => own.map(({ text }) => widthOf(text))).sort((left, right) => left - right);
  const full = widths[Math.floor(widths.length * 0.75)] ?? 0;
  const leadings = stretches.flatMap((stretch, index) =>
    (runs[index] ?? []).flatMap(({ text, y }, at) => {
      const next = runs[index]?.[at + 1];
      const goesOn = next !== undefined && widthOf(text) >= full - 1 && !ENDS_SENTENCE.test(text) && !stretch.turns.has(next.y);
      return goesOn ? [blankLines(stretch, y, next.y)] : [];
    }),
  );
  const leading = median(leadings) ?? 0;
  const gaps = stretches.flatMap((stretch) => stretch.gaps);
  const isParted = gaps.filter((gap) => gap > leading).length * 15 >= gaps.length;
  const widest = kinds.map((_, column) => Math.max(0, ...stretches.flatMap(({ byColumn }) => widest80(byColumn[column] ?? []))));
  const merged = kinds.map((kind) => kind === 'category' || kind === 'number');
  return { widest, leading, tasksClose: false, counts: kinds.map(() => false), apart: isParted ? 0.4 : 0, merged, known: new KnownUnits() };
}

const widest80 = (runs: readonly Run[]): number[] => runs.map(({ text }) => widthOf(text));

/** What the rows of a first reading show. */
export function learnStyle(
  stretches: readonly Stretch[],
  bands: readonly (readonly Band[])[],
  kinds: readonly ColumnKind[],
  mayBeBlank: readonly boolean[],
  before: TableStyle,
): TableStyle {
  const rows = stretches.flatMap((stretch, index) => (bands[index] ?? []).map((band) => ({ stretch, band })));
  const texts = (stretch: Stretch, column: number, { from, to }: Band): Run[] =>
    (stretch.byColumn[column] ?? []).filter(({ y }) => y >= from && y < to);
  const task = kinds.indexOf('task');
  const closed = rows.filter(({ stretch, band }) => ENDS_SENTENCE.test(texts(stretch, task, band).at(-1)?.text ?? '')).length;
  const cuts = rows.filter(({ stretch, band }) => band.from > 0 && !stretch.turns.has(band.from));
  const parted = cuts.filter(({ stretch, band }) => (stretch.gaps[band.from] ?? 0) > before.leading).length;
  const counts = kinds.map((kind, column) => {
    if (kind !== 'number' && kind !== 'score') return false;
    const printed = stretches.flatMap(({ byColumn }) => byColumn[column] ?? []).filter(({ text }) => isNumber(text)).length;
    return printed >= rows.length * (kind === 'number' ? 0.7 : 0.9);
  });
  const merged = kinds.map((kind, column) => {
    if (kind === 'category' || kind === 'task') return kind === 'category';
    if (kind === 'number') return counts[column] !== true;
    const filled = rows.filter(({ stretch, band }) => texts(stretch, column, band).length > 0).length;
    return filled === 0 || (mayBeBlank[column] !== true && (rows.length - filled) * 8 > filled);
  });
  const apart = cuts.length > 0 && parted >= cuts.length * 0.7 ? 1 : 0;
  const lists = kinds.flatMap((kind, column) =>
    kind === 'units' ? rows.map(({ stretch, band }) => joinText(texts(stretch, column, band).map(({ text }) => text))) : [],
  );
  return { ...before, tasksClose: closed >= rows.length * 0.6, counts, apart, merged, known: KnownUnits.of(lists) };
}
