import type { Fragment } from './fragments';
import { joinText } from './fragments';

/** A stack of category cells as it stands in the text: one or more levels, of which only the lines are left. */
export interface CategoryStack {
  lines: { text: string; width: number }[];
  /** First on its page, where merged cells are printed again. */
  atTop: boolean;
  /** Whether a category's own number stands before it; null where numbers count tasks or there are none. */
  numbered: boolean | null;
}

/** The printed cells of a stack by level; null where the level goes on from before. */
export type Levels = (string | null)[];

const BEGINNINGS =
  /^(?:深入|深化|推进|推动|推行|做好|做实|做优|加强|加大|加快|提高|提升|提质|规范|切实|防范|进一步|全面|全力|大力|优化|增强|强化|夯实|完善|健全|建立|建设|建好|打造|创新|落实|聚焦|围绕|着力|持续|不断|严格|积极|突出|拓展|拓宽|统筹|抓好|抓实|高标准|高质量|高效|构建|发挥|扩大|促进|完成|开展|组织|保障|改进|改善|培育|压实|注重|坚持|助力|稳步|扎实|有序|探索|明确|充分|依法|及时|主动|紧扣|紧盯|维护|支持|实施|丰富|细化|公开|服务|回应|解读|管理|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/;
const MOST_LINES = 40;
const ROUNDS = 3;
/** Line widths are tried out on so many stacks only. */
const TRIAL_STACKS = 60;

interface Knowledge {
  /** Width of full lines by level. */
  widths: (number | null)[];
  /** How often each text was read at each level. */
  counts: Map<string, number>[];
  headings: ReadonlySet<string>;
}

interface Cut {
  parts: string[];
  cost: number;
}

function balanceCost(text: string): number {
  let cost = /^[、，。；：）》”]/.test(text) ? 6 : 0;
  if (/[、，（《“]$/.test(text)) cost += 6;
  for (const pair of ['（）', '《》', '“”']) {
    if (text.split(pair.charAt(0)).length !== text.split(pair.charAt(1)).length) cost += 5;
  }
  return cost;
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

function partCost(knowledge: Knowledge, level: number, lines: readonly { text: string; width: number }[], first: boolean): number {
  const text = joinText(lines.map((line) => line.text));
  let cost =
    balanceCost(text) + widthCost(lines, knowledge.widths[level] ?? null) + (text.length < 3 ? 2 : 0) + Math.max(0, text.length - 26) * 0.4;
  cost -= Math.min(5, (knowledge.counts[level]?.get(text) ?? 0) * 2);
  if (!first) cost += BEGINNINGS.test(text) ? -1 : 0.7;
  return cost - (knowledge.headings.has(text) ? 4 : 0);
}

/** How likely it is that this stack prints so many levels. */
function shapeCost(stack: CategoryStack, parts: number, levels: number, isFirst: boolean): number {
  if (parts === levels) return stack.numbered === false && !stack.atTop && levels > 1 ? 4 : 0;
  if (isFirst) return 10;
  return stack.numbered === true ? 6 : stack.atTop ? 1.5 : 0;
}

function bestCut(stack: CategoryStack, levels: number, knowledge: Knowledge, isFirst: boolean): Cut {
  const lines = stack.lines.slice(0, MOST_LINES);
  let best: Cut = { parts: [joinText(lines.map(({ text }) => text))], cost: Infinity };
  for (let parts = 1; parts <= Math.min(levels, lines.length); parts += 1) {
    for (const ends of waysToCut(lines.length, parts)) {
      let cost = shapeCost(stack, parts, levels, isFirst);
      let from = 0;
      const texts: string[] = [];
      ends.forEach((end, index) => {
        const part = lines.slice(from, end);
        cost += partCost(knowledge, levels - parts + index, part, index === 0);
        texts.push(joinText(part.map(({ text }) => text)));
        from = end;
      });
      if (cost < best.cost) best = { parts: texts, cost };
    }
  }
  return best;
}

function waysToCut(lines: number, parts: number): number[][] {
  if (parts === 1) return [[lines]];
  const ways: number[][] = [];
  for (let end = 1; end <= lines - parts + 1; end += 1)
    for (const rest of waysToCut(lines - end, parts - 1)) ways.push([end, ...rest.map((next) => next + end)]);
  return ways;
}

/** Texts that begin two stacks or more and are shorter than they are; texts that a whole stack consists of. */
function startingCounts(stacks: readonly CategoryStack[], levels: number): Map<string, number>[] {
  const counts = Array.from({ length: levels }, () => new Map<string, number>());
  for (const { lines } of stacks) {
    lines.slice(0, MOST_LINES).forEach((_, index, all) => {
      const prefix = joinText(all.slice(0, index + 1).map(({ text }) => text));
      const level = index === all.length - 1 ? levels - 1 : 0;
      counts[level]?.set(prefix, (counts[level]?.get(prefix) ?? 0) + 1);
    });
  }
  counts.forEach((level) => level.forEach((count, text) => (count < 2 ? level.delete(text) : level.set(text, count - 1))));
  return counts;
}

function learn(
  stacks: readonly CategoryStack[],
  cuts: readonly Cut[],
  levels: number,
  headings: ReadonlySet<string>,
  before: Knowledge,
): Knowledge {
  const counts = Array.from({ length: levels }, () => new Map<string, number>());
  const full: number[][] = Array.from({ length: levels }, () => []);
  cuts.forEach(({ parts }, index) => {
    let next = 0;
    parts.forEach((text, at) => {
      const level = levels - parts.length + at;
      counts[level]?.set(text, (counts[level]?.get(text) ?? 0) + 1);
      let length = 0;
      const lines = stacks[index]?.lines ?? [];
      while (next < lines.length && length < text.length) {
        const line = lines[next];
        length += joinText([line?.text ?? '']).length;
        next += 1;
        if (length < text.length) full[level]?.push(line?.width ?? 0);
      }
    });
  });
  counts.forEach((level) => level.forEach((count, text) => level.set(text, count - 1)));
  return { counts, headings, widths: full.map((widths, level) => common(widths) ?? before.widths[level] ?? null) };
}

function common(values: readonly number[]): number | null {
  const tally = new Map<number, number>();
  values.forEach((value) => tally.set(value, (tally.get(value) ?? 0) + 1));
  return [...tally].sort((left, right) => right[1] - left[1] || right[0] - left[0])[0]?.[0] ?? null;
}

function readWith(stacks: readonly CategoryStack[], start: Knowledge, levels: number): { cuts: Cut[]; cost: number } {
  let knowledge = start;
  let cuts = stacks.map((stack, index) => bestCut(stack, levels, knowledge, index === 0));
  for (let round = 0; round < ROUNDS; round += 1) {
    knowledge = learn(stacks, cuts, levels, start.headings, knowledge);
    cuts = stacks.map((stack, index) => bestCut(stack, levels, knowledge, index === 0));
  }
  return { cuts, cost: cuts.reduce((sum, { cost }) => sum + cost, 0) };
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

function readLevels(stacks: readonly CategoryStack[], levels: number, headings: ReadonlySet<string>): { cuts: Cut[]; cost: number } {
  const trial = stacks.slice(0, TRIAL_STACKS);
  const counts = startingCounts(stacks, levels);
  let best = { cost: Infinity, widths: [] as number[] };
  for (const widths of startingWidths(stacks, levels)) {
    const { cost } = readWith(trial, { widths, counts, headings }, levels);
    if (cost < best.cost) best = { cost, widths };
  }
  return readWith(stacks, { widths: best.widths, counts, headings }, levels);
}

/**
 * Parts stacks of category cells into levels. What tells where one cell ends and the next begins: a line that does not fill
 * its column, a change of line width, the same beginning printed again on another page, the same wording in the document's
 * headings, and the verbs that categories begin with.
 */
export function partCategories(stacks: readonly CategoryStack[], namedLevels: number, headings: ReadonlySet<string>): Levels[] {
  if (stacks.length === 0) return [];
  const fewest = Math.max(1, Math.min(3, namedLevels));
  let best = readLevels(stacks, fewest, headings);
  let levels = fewest;
  if (fewest < 3 && namedLevels < 2) {
    const more = readLevels(stacks, fewest + 1, headings);
    // One level more must explain something: a better fit than its own freedom gives.
    if (more.cost + 3 < best.cost) [best, levels] = [more, fewest + 1];
  }
  return best.cuts.map(({ parts }) => [...Array.from({ length: levels - parts.length }, () => null), ...parts]);
}

export function stackLines(fragments: readonly Fragment[], from: number, to: number): { text: string; width: number }[] {
  const lines: { text: string; width: number }[] = [];
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
