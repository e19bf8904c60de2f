import { CategoryPieces, type CategoryPiece, type StackLine } from './category-pieces';
import type { Fragment } from './fragments';

/** A stack of category cells as it stands in the text: one or more levels, of which only the lines are left. */
export interface CategoryStack {
  lines: StackLine[];
  /** First on its page, where merged cells are printed again. */
  atTop: boolean;
  /** Whether a category's own number stands before it; null where numbers count tasks or there are none. */
  numbered: boolean | null;
}

/** The printed cells of a stack by level; null where the level goes on from before. */
export type Levels = (string | null)[];

const MOST_LINES = 40;
const ROUNDS = 2;
/** Cuts this much dearer than a stack's cheapest are not followed, nor more than so many together. */
const WORTH_KEEPING = 9;
const MOST_PATHS = 24;
/** Line widths are tried out on so many stacks only. */
const TRIAL_STACKS = 60;

/** A stack with its pieces. */
interface KnownStack extends CategoryStack {
  pieces: CategoryPieces;
}

/** Widths of full lines by level. */
type Widths = readonly (number | null)[];

/** One way to cut a stack: its parts are the lowest levels. */
interface Cut {
  parts: string[];
  ends: number[];
  cost: number;
}

/** Lines inside a cell are full; a line that is not ends its cell. */
function widthCost(lines: readonly { width: number }[], full: number | null): number {
  if (full === null) return 0;
  return lines.reduce((cost, { width }, index) => {
    if (width > full + 0.5) return cost + 4;
    const short = index < lines.length - 1 ? full - width : 0;
    return cost + (short >= 2 ? 4 : short >= 1 ? 1.5 : 0);
  }, 0);
}

function partCost(widths: readonly (number | null)[], level: number, piece: CategoryPiece, first: boolean): number {
  const beginning = first || piece.begins ? 0 : 2;
  const hidden = piece.hides ? (widths.length > 1 ? 2.5 : 1.5) : 0;
  return piece.cost + widthCost(piece.lines, widths[level] ?? null) + beginning + hidden;
}

/** How likely it is that this stack prints so many levels. */
function shapeCost(stack: CategoryStack, parts: number, levels: number, isFirst: boolean): number {
  if (parts === levels) return stack.numbered === false && !stack.atTop ? 5 : 0;
  if (isFirst) return 10;
  return stack.numbered === true ? 6 : stack.atTop ? 2 : 0;
}

function cutsOf(stack: KnownStack, levels: number, widths: Widths, isFirst: boolean): Cut[] {
  const { lines } = stack.pieces;
  const cuts: Cut[] = [];
  for (let parts = 1; parts <= Math.min(levels, lines.length); parts += 1) {
    for (const ends of waysToCut(lines.length, parts)) {
      let cost = shapeCost(stack, parts, levels, isFirst);
      const pieces = ends.map((end, index) => stack.pieces.piece(index === 0 ? 0 : (ends[index - 1] ?? 0), end));
      pieces.forEach((piece, index) => (cost += partCost(widths, levels - parts + index, piece, index === 0)));
      cuts.push({ parts: pieces.map(({ text }) => text), ends, cost });
    }
  }
  const cheapest = Math.min(...cuts.map(({ cost }) => cost));
  return cuts.filter(({ cost }) => cost <= cheapest + WORTH_KEEPING);
}

function waysToCut(lines: number, parts: number): number[][] {
  if (parts === 1) return [[lines]];
  const ways: number[][] = [];
  for (let end = 1; end <= lines - parts + 1; end += 1)
    for (const rest of waysToCut(lines - end, parts - 1)) ways.push([end, ...rest.map((next) => next + end)]);
  return ways;
}

/** What a stack says of the one before: categories that go on over a page's end are printed again there, and only there. */
function sequenceCost(stack: CategoryStack, cut: Cut, running: Levels, levels: number): number {
  let cost = 0;
  for (const [at, text] of cut.parts.entries()) {
    const level = levels - cut.parts.length + at;
    if (text !== running[level]) break;
    cost += stack.atTop ? -Math.min(5, 1 + text.length * 0.5) : 5;
    if (!stack.atTop) break;
  }
  return cost;
}

function after(running: Levels, cut: Cut, levels: number): Levels {
  return [...running.slice(0, levels - cut.parts.length), ...cut.parts];
}

interface Step {
  cost: number;
  running: Levels;
  cut: Cut | null;
  before: Step | null;
}

interface Path {
  cost: number;
  cuts: Cut[];
}

/** The cheapest cuts of all stacks together. */
function cheapestCuts(stacks: readonly KnownStack[], levels: number, known: Widths): Path {
  let paths: Step[] = [{ cost: 0, running: Array.from({ length: levels }, () => null), cut: null, before: null }];
  stacks.forEach((stack, index) => {
    const next: Step[] = [];
    for (const cut of cutsOf(stack, levels, known, index === 0)) {
      let best: Step | null = null;
      let bestCost = Infinity;
      for (const path of paths) {
        const cost = path.cost + cut.cost + sequenceCost(stack, cut, path.running, levels);
        if (cost < bestCost) [best, bestCost] = [path, cost];
      }
      if (best !== null) next.push({ cost: bestCost, running: after(best.running, cut, levels), cut, before: best });
    }
    paths = next.sort((left, right) => left.cost - right.cost).slice(0, MOST_PATHS);
  });
  const cuts: Cut[] = [];
  for (let step = paths[0] ?? null; step !== null; step = step.before) if (step.cut !== null) cuts.push(step.cut);
  return { cost: paths[0]?.cost ?? Infinity, cuts: cuts.reverse() };
}

/** Widths of full lines by level, as these cuts show them. */
function learn(stacks: readonly KnownStack[], cuts: readonly Cut[], levels: number, before: Widths): Widths {
  const full: number[][] = Array.from({ length: levels }, () => []);
  cuts.forEach(({ ends }, index) => {
    ends.forEach((end, at) => {
      const lines = stacks[index]?.lines.slice(at === 0 ? 0 : ends[at - 1], end - 1) ?? [];
      full[levels - ends.length + at]?.push(...lines.map(({ width }) => width));
    });
  });
  return full.map((widths, level) => common(widths) ?? before[level] ?? null);
}

function common(values: readonly number[]): number | null {
  const tally = new Map<number, number>();
  values.forEach((value) => tally.set(value, (tally.get(value) ?? 0) + 1));
  return [...tally].sort((left, right) => right[1] - left[1] || right[0] - left[0])[0]?.[0] ?? null;
}

function readWith(stacks: readonly KnownStack[], start: Widths, levels: number): Path {
  let widths = start;
  let path = cheapestCuts(stacks, levels, widths);
  for (let round = 0; round < ROUNDS; round += 1) {
    const learnt = learn(stacks, path.cuts, levels, widths);
    if (learnt.every((width, level) => width === widths[level])) break;
    widths = learnt;
    path = cheapestCuts(stacks, levels, widths);
  }
  return path;
}

/** Combinations of the commonest line widths, one for each level. */
function startingWidths(stacks: readonly CategoryStack[], levels: number): number[][] {
  const tally = new Map<number, number>();
  for (const { lines } of stacks) for (const { width } of lines) tally.set(width, (tally.get(width) ?? 0) + 1);
  const widths = [...tally]
    .sort((left, right) => right[1] - left[1])
    .slice(0, 3)
    .map(([width]) => width);
  let combinations: number[][] = [[]];
  for (let level = 0; level < levels; level += 1) combinations = combinations.flatMap((known) => widths.map((width) => [...known, width]));
  return combinations;
}

function readLevels(stacks: readonly KnownStack[], levels: number): Path {
  const trial = stacks.slice(0, TRIAL_STACKS);
  let best = { cost: Infinity, widths: [] as number[] };
  for (const widths of startingWidths(stacks, levels)) {
    const { cost } = readWith(trial, widths, levels);
    if (cost < best.cost) best = { cost, widths };
  }
  return readWith(stacks, best.widths, levels);
}

/**
 * Parts stacks of category cells into levels. What tells where one cell ends and the next begins: a line that does not fill
 * its column, a change of line width, the same beginning printed again on another page, the same wording in the document's
 * headings, and the verbs that categories begin with.
 */
export function partCategories(printed: readonly CategoryStack[], namedLevels: number, headings: ReadonlySet<string>): Levels[] {
  if (printed.length === 0) return [];
  const stacks = printed.map((stack) => ({ ...stack, pieces: new CategoryPieces(stack.lines.slice(0, MOST_LINES), headings) }));
  const fewest = Math.max(1, Math.min(3, namedLevels));
  let best = readLevels(stacks, fewest);
  let levels = fewest;
  if (fewest < 3 && namedLevels < 2) {
    const more = readLevels(stacks, fewest + 1);
    // One level more must explain something: a better fit than its own freedom gives.
    const freedom = 3 + stacks.length * 0.1;
    if (more.cost + freedom < best.cost) [best, levels] = [more, fewest + 1];
  }
  return best.cuts.map(({ parts }) => [...Array.from({ length: levels - parts.length }, () => null), ...parts]);
}

export function stackLines(fragments: readonly Fragment[], from: number, to: number): StackLine[] {
  const lines: StackLine[] = [];
  for (let at = from; at < to; at += 1) {
    const fragment = fragments[at];
    if (fragment === undefined) continue;
    const last = lines[lines.length - 1];
    if (fragment.fused && last !== undefined && at > from) {
      last.text += fragment.text;
      last.width += fragment.width;
    } else lines.push({ text: fragment.text, width: fragment.width });
  }
  return lines;
}
