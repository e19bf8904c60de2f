import type { PdfPage, Rule } from './pdf-page';

/** A cell between ruling lines, and the places of the grid that it takes. */
export interface GridCell {
  row: number;
  rowSpan: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface RuledGrid {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Where its rows begin, and where the last one ends. */
  ys: number[];
  cells: GridCell[];
}

/** Lines nearer than this are one line drawn twice, or double. */
const SAME_LINE = 2.5;
/** Lines that meet leave at most this gap. */
const MEETING = 3.5;
/** A side without a line is open where other lines stick out this far. */
const OPEN_SIDE = 8;
const COVERED = 0.7;
const MOST_CROSSINGS = 4_000_000;
const MOST_COLUMNS = 80;
const MOST_ROWS = 400;

/** A straight line at a place, from one end to the other. */
interface Stroke {
  at: number;
  from: number;
  to: number;
}

/** The places at which lines stand, lines at nearly the same place taken as one. */
function places(values: readonly number[]): number[] {
  const sorted = [...values].sort((left, right) => left - right);
  const found: number[] = [];
  for (const value of sorted) {
    const last = found[found.length - 1];
    if (last === undefined || value - last > SAME_LINE) found.push(value);
  }
  return found;
}

function nearest(sorted: readonly number[], value: number): number {
  return sorted.reduce((best, place) => (Math.abs(place - value) < Math.abs(best - value) ? place : best), sorted[0] ?? value);
}

/** Pieces of one line, such as the borders of neighbouring cells, joined. */
function joined(strokes: readonly Stroke[]): Stroke[] {
  const all = places(strokes.map(({ at }) => at));
  let place = 0;
  const moved = [...strokes]
    .sort((left, right) => left.at - right.at)
    .map((stroke) => {
      while (place + 1 < all.length && (all[place + 1] ?? 0) <= stroke.at) place += 1;
      return { ...stroke, at: all[place] ?? stroke.at };
    })
    .sort((left, right) => left.at - right.at || left.from - right.from);
  const lines: Stroke[] = [];
  for (const stroke of moved) {
    const last = lines[lines.length - 1];
    if (last?.at === stroke.at && stroke.from - last.to <= MEETING) last.to = Math.max(last.to, stroke.to);
    else lines.push({ ...stroke });
  }
  return lines;
}

interface Lines {
  level: Stroke[];
  upright: Stroke[];
}

function linesOf(rules: readonly Rule[]): Lines {
  const isLevel = (rule: Rule): boolean => rule.right - rule.left >= rule.bottom - rule.top;
  return {
    level: joined(rules.filter(isLevel).map((rule) => ({ at: (rule.top + rule.bottom) / 2, from: rule.left, to: rule.right }))),
    upright: joined(
      rules.filter((rule) => !isLevel(rule)).map((rule) => ({ at: (rule.left + rule.right) / 2, from: rule.top, to: rule.bottom })),
    ),
  };
}

function meet(level: Stroke, upright: Stroke): boolean {
  return (
    upright.at >= level.from - MEETING &&
    upright.at <= level.to + MEETING &&
    level.at >= upright.from - MEETING &&
    level.at <= upright.to + MEETING
  );
}

/** Lines that meet, directly or by way of others, belong together. */
function connected({ level, upright }: Lines): Lines[] {
  if (level.length * upright.length > MOST_CROSSINGS) return [];
  const groups: Lines[] = [];
  const left = new Set(upright);
  const unseen = new Set(level);
  for (const start of level) {
    if (!unseen.delete(start)) continue;
    const group: Lines = { level: [start], upright: [] };
    for (let next = 0, across = 0; next < group.level.length || across < group.upright.length;) {
      const line = group.level[next];
      if (line !== undefined) {
        next += 1;
        for (const other of left) if (meet(line, other) && left.delete(other)) group.upright.push(other);
        continue;
      }
      const other = group.upright[across];
      across += 1;
      for (const found of unseen) if (other !== undefined && meet(found, other) && unseen.delete(found)) group.level.push(found);
    }
    groups.push(group);
  }
  return groups;
}

/** A table printed without its outer lines gets them back. */
function closed({ level, upright }: Lines): Lines {
  const from = Math.min(...level.map((line) => line.from));
  const to = Math.max(...level.map((line) => line.to));
  const top = Math.min(...upright.map((line) => line.from), ...level.map((line) => line.at));
  const bottom = Math.max(...upright.map((line) => line.to), ...level.map((line) => line.at));
  const sides = upright.map((line) => line.at);
  const ends = level.map((line) => line.at);
  return {
    level: [
      ...level,
      ...(Math.min(...ends) - top > OPEN_SIDE ? [{ at: top, from, to }] : []),
      ...(bottom - Math.max(...ends) > OPEN_SIDE ? [{ at: bottom, from, to }] : []),
    ],
    upright: [
      ...upright,
      ...(Math.min(...sides) - from > OPEN_SIDE ? [{ at: from, from: top, to: bottom }] : []),
      ...(to - Math.max(...sides) > OPEN_SIDE ? [{ at: to, from: top, to: bottom }] : []),
    ],
  };
}

/** Whether a line stands at a place all the way from one end to the other. */
function isDrawn(strokes: readonly Stroke[], from: number, to: number): boolean {
  let covered = 0;
  for (const stroke of strokes) covered += Math.max(0, Math.min(stroke.to, to) - Math.max(stroke.from, from));
  return covered >= (to - from) * COVERED;
}

function byPlace(strokes: readonly Stroke[], all: readonly number[]): Map<number, Stroke[]> {
  const found = new Map<number, Stroke[]>(all.map((place) => [place, []]));
  for (const stroke of strokes) found.get(nearest(all, stroke.at))?.push(stroke);
  return found;
}

/** Takes together places between which no line is drawn. */
function mergedCells(xs: readonly number[], ys: readonly number[], lines: Lines): GridCell[] {
  const level = byPlace(lines.level, ys);
  const upright = byPlace(lines.upright, xs);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const open = new Set<number>(Array.from({ length: rows * columns }, (_, index) => index));
  const hasLineBelow = (row: number, column: number): boolean => isDrawn(level.get(ys[row + 1]!) ?? [], xs[column]!, xs[column + 1]!);
  const hasLineRight = (row: number, column: number): boolean => isDrawn(upright.get(xs[column + 1]!) ?? [], ys[row]!, ys[row + 1]!);
  const cells: GridCell[] = [];
  for (const start of open) {
    const row = Math.floor(start / columns);
    const column = start % columns;
    let width = 1;
    while (column + width < columns && open.has(start + width) && !hasLineRight(row, column + width - 1)) width += 1;
    let height = 1;
    const isOpenBelow = (below: number): boolean =>
      Array.from({ length: width }, (_, index) => column + index).every(
        (at) => open.has(below * columns + at) && !hasLineBelow(below - 1, at),
      );
    while (row + height < rows && isOpenBelow(row + height)) height += 1;
    for (let below = row; below < row + height; below += 1) {
      for (let at = column; at < column + width; at += 1) open.delete(below * columns + at);
    }
    cells.push({ row, rowSpan: height, left: xs[column]!, top: ys[row]!, right: xs[column + width]!, bottom: ys[row + height]! });
  }
  return cells;
}

function gridOf(lines: Lines): RuledGrid | null {
  if (lines.upright.length === 0 || lines.level.length === 0) return null;
  const whole = closed(lines);
  const xs = places(whole.upright.map(({ at }) => at));
  const ys = places(whole.level.map(({ at }) => at));
  if (xs.length < 2 || ys.length < 2 || xs.length > MOST_COLUMNS || ys.length > MOST_ROWS) return null;
  const cells = mergedCells(xs, ys, whole);
  // A frame around text is no table.
  if (cells.length < 2) return null;
  return { left: xs[0]!, right: xs[xs.length - 1]!, top: ys[0]!, bottom: ys[ys.length - 1]!, ys, cells };
}

/** The tables of a page that ruling lines show. */
export function ruledGrids(page: PdfPage): RuledGrid[] {
  return connected(linesOf(page.rules))
    .map(gridOf)
    .filter((grid) => grid !== null)
    .sort((left, right) => left.top - right.top);
}
