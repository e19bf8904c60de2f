import { joinText, widthOf, type FlowedLine } from './fragments';
import type { Run } from './layout-columns';

/** One task as it stands on its page. */
export interface LaidOutTask {
  text: string;
  line: FlowedLine;
  /** Its first and last line on the page. */
  top: number;
  bottom: number;
  /** Whether a number stands beside it; null where numbers do not count tasks. */
  numbered: boolean | null;
}

/** What the lines of one page's task column tell. */
export interface TaskLines {
  runs: readonly Run[];
  /** Lines on which a number stands in the number column. */
  numbers: readonly number[];
  /** For each line of the page, how many blank lines stand above it. */
  blanksAbove: readonly number[];
}

export interface TaskStyle {
  /** Width of the widest line of each column. */
  widest: readonly number[];
  /** Width of full lines. */
  full: number;
  /** Blank lines between two lines of one cell. */
  leading: number;
  tasksClose: boolean;
  numbersTasks: boolean;
  /** Whether blank lines stand between most rows. */
  apart: boolean;
}

const ENDS_SENTENCE = /[。！？；][”）)]?$/;
const BEGINS_BADLY = /^[、，。；：）》”]/;
/** No task stands on more lines of one page. */
const MOST_LINES_OF_TASK = 80;

function median(values: readonly number[]): number | null {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? null;
}

/** What most lines show of a table's task column. */
export function taskStyle(pages: readonly TaskLines[]): TaskStyle {
  const widths = pages.flatMap(({ runs }) => runs.map(({ text }) => widthOf(text))).sort((left, right) => left - right);
  const full = widths[Math.floor(widths.length * 0.75)] ?? 0;
  const leadings: number[] = [];
  for (const { runs, blanksAbove } of pages) {
    runs.forEach(({ text, y }, index) => {
      const next = runs[index + 1];
      if (next !== undefined && widthOf(text) >= full - 1 && !ENDS_SENTENCE.test(text))
        leadings.push((blanksAbove[next.y] ?? 0) - (blanksAbove[y] ?? 0));
    });
  }
  return { widest: [], full, leading: median(leadings) ?? 0, tasksClose: true, numbersTasks: false, apart: false };
}

/** Cost of a row's end between two lines, less that of going on. */
function cutCost(lines: TaskLines, style: TaskStyle, index: number): number {
  const [before, after] = [lines.runs[index], lines.runs[index + 1]];
  if (before === undefined || after === undefined) return 0;
  const blank = (lines.blanksAbove[after.y] ?? 0) - (lines.blanksAbove[before.y] ?? 0) - style.leading;
  const between = after.y - before.y - 1 - Math.max(0, blank + style.leading);
  const gap = blank >= 1 ? -6 : between > 0 ? 0.5 : 2.5;
  const room = style.full - widthOf(before.text);
  if (ENDS_SENTENCE.test(before.text)) return gap - (room >= 2 ? 3 : 0);
  const begins = BEGINS_BADLY.test(after.text) ? 6 : 0;
  return gap + begins + (room >= 2 ? -4 : 2) + (style.tasksClose ? 4 : 0);
}

/** Cost of a task that has no number, or several, or one that stands neither on its first line nor in its middle. */
function numberCost(lines: TaskLines, from: number, to: number): number {
  const { runs, numbers } = lines;
  const edge = (index: number, end: number): number => ((runs[index]?.y ?? end) + (runs[index + 1]?.y ?? end)) / 2;
  const above = from === 0 ? -Infinity : edge(from - 1, 0);
  const below = to === runs.length ? Infinity : edge(to - 1, 0);
  const own = numbers.filter((y) => y > above && y <= below);
  if (own.length === 0) return from === 0 ? 2 : 6;
  const [top, bottom] = [runs[from]?.y ?? 0, runs[to - 1]?.y ?? 0];
  const off = Math.min(...own.map((y) => Math.min(Math.abs(y - top), Math.abs(y - (top + bottom) / 2))));
  return (own.length - 1) * 7 + Math.min(4, Math.max(0, off - 0.5));
}

function taskOf(lines: TaskLines, from: number, to: number, style: TaskStyle): LaidOutTask {
  const runs = lines.runs.slice(from, to);
  const [first, last] = [runs[0] as Run, runs[runs.length - 1] as Run];
  const numbered = style.numbersTasks
    ? numberCost(lines, from, to) < (from === 0 ? 2 : 6) || lines.numbers.some((y) => y >= first.y && y <= last.y)
    : null;
  return { text: joinText(runs.map(({ text }) => text)), line: first.line, top: first.y, bottom: last.y, numbered };
}

/** Parts the lines of one page's task column into tasks. */
export function tasksOn(lines: TaskLines, style: TaskStyle): LaidOutTask[] {
  const count = lines.runs.length;
  const cuts = lines.runs.map((_, index) => cutCost(lines, style, index));
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= count; to += 1) {
    let found = { cost: Infinity, from: to - 1 };
    for (let from = to - 1; from >= Math.max(0, to - MOST_LINES_OF_TASK); from -= 1) {
      const before = (best[from]?.cost ?? Infinity) + (from > 0 ? (cuts[from - 1] ?? 0) : 0);
      const cost = before + (style.numbersTasks ? numberCost(lines, from, to) : 0);
      if (cost < found.cost) found = { cost, from };
    }
    best.push(found);
  }
  const tasks: LaidOutTask[] = [];
  for (let to = count; to > 0; to = best[to]?.from ?? 0) tasks.unshift(taskOf(lines, best[to]?.from ?? 0, to, style));
  return tasks;
}
