import { textCost, type ColumnKind } from './cell-cost';
import { joinText, isPageNumber, widthOf, type FlowedLine } from './fragments';
import { KnownUnits } from './name-list';
import { numberValue } from './numbering';
import type { FlowedRegion } from './region';

/** A run of words in one column on one line. */
interface Run {
  y: number;
  text: string;
  line: FlowedLine;
}

export interface LaidOutCell {
  text: string;
  /** First and last line of the cell on its page. */
  top: number;
  bottom: number;
}

export interface LaidOutTask extends LaidOutCell {
  line: FlowedLine;
}

export interface LaidOutPage {
  tasks: LaidOutTask[];
  /** By column; the task column is empty. */
  cells: LaidOutCell[][];
}

const NO_UNITS = new KnownUnits();
const EDGE_SLACK = 2;

/** Whether columns were kept apart by spaces: the heading stands on one line with wide gaps, and so do most body lines. */
export function isLaidOut(region: FlowedRegion): boolean {
  const heading = region.pages[0]?.heading ?? [];
  if (heading.length !== 1 || (heading[0] ?? '').trim().split(/\s{2,}/).length < 3) return false;
  const printed = region.body.filter(({ text }) => text.trim() !== '' && !isPageNumber(text));
  const spaced = printed.filter(({ text }) => /^\s{3,}\S|\S\s{2,}\S/.test(text.slice(0, 400))).length;
  return printed.length > 0 && spaced >= printed.length * 0.5;
}

interface Token {
  text: string;
  start: number;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.slice(0, 1000).matchAll(/\S+/g)) {
    const start = match.index ?? 0;
    const last = tokens[tokens.length - 1];
    // A single space beside a digit or a Latin letter is typesetting (2023 年底).
    const typeset =
      last !== undefined && start - end === 1 && (/[\x21-\x7e]$/.test(last.text) || /^(?![0-9]{4})[\x21-\x7e]/.test(match[0]));
    if (typeset && !/^[0-9]{1,3}$/.test(last.text)) last.text += ` ${match[0]}`;
    else tokens.push({ text: match[0], start });
    end = start + match[0].length;
  }
  return tokens;
}

/** Left edges of the columns: where, between two headings, most runs begin. */
function leftEdges(heading: string, lines: readonly FlowedLine[]): number[] {
  const heads = tokensOf(heading.replace(/^\f/, ''));
  const starts = lines.flatMap(({ text }) => tokensOf(text).map(({ start }) => start));
  return heads.map((head, column) => {
    if (column === 0) return 0;
    const previous = heads[column - 1] as Token;
    const tally = new Map<number, number>();
    for (const start of starts)
      if (start > previous.start && start <= head.start + EDGE_SLACK) tally.set(start, (tally.get(start) ?? 0) + 1);
    const most = Math.max(0, ...tally.values());
    const common = [...tally].filter(([, count]) => count >= Math.max(1, most * 0.3)).map(([start]) => start);
    const floor = previous.start + previous.text.length;
    const right = common.filter((start) => start > floor);
    const usable = right.length > 0 ? right : common;
    return usable.length === 0 ? head.start : Math.min(...usable);
  });
}

/** Parts a line's words among the columns by where they begin. */
function runsOf(line: FlowedLine, y: number, edges: readonly number[]): { column: number; run: Run }[] {
  const runs: { column: number; run: Run }[] = [];
  for (const token of tokensOf(line.text.replace(/^\f/, ''))) {
    const last = runs[runs.length - 1];
    const byEdge = Math.max(
      0,
      edges.findLastIndex((edge) => edge <= token.start + EDGE_SLACK),
    );
    // Words in one cell are not set apart, so that a gap means a column further on, however the line has drifted.
    const column = last === undefined ? byEdge : Math.max(byEdge, last.column + 1);
    if (last !== undefined && column >= edges.length) last.run.text += ` ${token.text}`;
    else runs.push({ column, run: { y, text: token.text, line } });
  }
  return runs;
}

/** Whether a line goes on with the cell of the line above it in its column. */
function goesOn(kind: ColumnKind, cell: readonly Run[], run: Run, full: number, blanks: readonly number[]): boolean {
  const last = cell[cell.length - 1] as Run;
  const gap = (blanks[run.y] ?? 0) - (blanks[last.y] ?? 0);
  if (kind === 'number') return false;
  if (kind === 'category') return run.y - last.y <= 4 && widthOf(last.text) >= full - 1;
  if (gap === 0) return true;
  return kind !== 'task' && gap === 1 && run.y - last.y <= 3 && textCost(kind, joinText(cell.map(({ text }) => text)), NO_UNITS) >= 2;
}

function clusters(runs: readonly Run[], kind: ColumnKind, blanks: readonly number[]): Run[][] {
  const widths = runs.map(({ text }) => widthOf(text)).sort((left, right) => left - right);
  const full = widths[Math.floor(widths.length * 0.75)] ?? 0;
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups[groups.length - 1];
    if (last !== undefined && goesOn(kind, last, run, full, blanks)) last.push(run);
    else groups.push([run]);
  }
  return groups;
}

function cellOf(runs: readonly Run[]): LaidOutTask {
  const [first, last] = [runs[0] as Run, runs[runs.length - 1] as Run];
  return { text: joinText(runs.map(({ text }) => text)), top: first.y, bottom: last.y, line: first.line };
}

/** Cuts the lines of neighbouring tasks so that each holds one number, at the end of a sentence where there is one. */
function cutTasks(group: readonly Run[], numbers: readonly number[], full: number): Run[][] {
  const inside = numbers.filter((y) => y >= (group[0]?.y ?? 0) && y <= (group[group.length - 1]?.y ?? 0));
  const cuts: number[] = [];
  if (inside.length === 0 && numbers.length === 0) {
    group.forEach((run, index) => {
      if (index < group.length - 1 && /[。；]$/.test(run.text) && widthOf(run.text) < full - 2) cuts.push(index + 1);
    });
  }
  inside.slice(1).forEach((y, index) => {
    const middle = ((inside[index] ?? y) + y) / 2;
    const cost = (at: number): number =>
      Math.abs((group[at]?.y ?? 0) - 0.5 - middle) + (/[。；！]$/.test(group[at - 1]?.text ?? '') ? 0 : 2);
    const options = group
      .map((_, at) => at)
      .filter((at) => at > (cuts[cuts.length - 1] ?? 0) && (group[at]?.y ?? 0) > (inside[index] ?? 0) - 1 && (group[at]?.y ?? 0) <= y + 1);
    const best = options.sort((left, right) => cost(left) - cost(right))[0];
    if (best !== undefined) cuts.push(best);
  });
  return [0, ...cuts].map((from, index) => group.slice(from, cuts[index] ?? group.length)).filter((part) => part.length > 0);
}

/** Cuts a column's lines where one cell is whole and the next begins, but only between two rows. */
function cutCells(group: readonly Run[], kind: ColumnKind, boundaries: readonly number[]): Run[][] {
  const parts: Run[][] = [];
  let current: Run[] = [];
  group.forEach((run, index) => {
    current.push(run);
    const next = group[index + 1];
    if (next === undefined || kind === 'category' || !boundaries.some((y) => y >= run.y - 1 && y <= next.y + 1)) return;
    const [before, after] = [joinText(current.map(({ text }) => text)), joinText(group.slice(index + 1).map(({ text }) => text))];
    if (kind === 'number' || (textCost(kind, before, NO_UNITS) < 1 && textCost(kind, after, NO_UNITS) < 1)) {
      parts.push(current);
      current = [];
    }
  });
  return current.length > 0 ? [...parts, current] : parts;
}

/** The cells of one page, each with the lines it stands on. */
function readPage(heading: string, lines: readonly FlowedLine[], kinds: readonly ColumnKind[]): LaidOutPage {
  const body = lines.filter(({ text }) => !isPageNumber(text));
  const edges = leftEdges(heading, body);
  const byColumn: Run[][] = kinds.map(() => []);
  body.forEach((line, y) => runsOf(line, y, edges).forEach(({ column, run }) => byColumn[column]?.push(run)));
  const taskColumn = kinds.indexOf('task');
  const taskRuns = byColumn[taskColumn] ?? [];
  const numbers = (byColumn[kinds.indexOf('number')] ?? []).filter(({ text }) => numberValue(text) !== null).map(({ y }) => y);
  const full = Math.max(0, ...taskRuns.map(({ text }) => widthOf(text)));
  let seen = 0;
  const blanks = body.map(({ text }) => (text.trim() === '' ? (seen += 1) : seen));
  const groups = clusters(taskRuns, 'task', blanks);
  const perTask = numbers.length >= groups.length * 0.7 ? numbers : [];
  const tasks = groups.flatMap((group) => cutTasks(group, perTask, full)).map(cellOf);
  const boundaries = tasks.slice(1).map(({ top }, index) => ((tasks[index]?.bottom ?? top) + top) / 2);
  const cells = byColumn.map((runs, column) =>
    column === taskColumn
      ? []
      : clusters(runs, kinds[column] ?? 'free', blanks)
          .flatMap((group) => cutCells(group, kinds[column] ?? 'free', boundaries))
          .map(cellOf),
  );
  return { tasks, cells };
}

/** A task at the top of a page without a number, where every task has one, is the rest of the row that the page's end cut. */
function joinBrokenRow(previous: LaidOutPage | undefined, page: LaidOutPage, kinds: readonly ColumnKind[]): void {
  const numbers = page.cells[kinds.indexOf('number')] ?? [];
  const [rest, next] = page.tasks;
  const last = previous?.tasks[previous.tasks.length - 1];
  if (rest === undefined || next === undefined || last === undefined || numbers.length < (page.tasks.length - 1) * 0.9) return;
  const end = (rest.bottom + next.top) / 2;
  if (numbers.some(({ top }) => top < end)) return;
  last.text += rest.text;
  page.tasks.shift();
  page.cells.forEach((cells, column) => {
    while (cells[0] !== undefined && (cells[0].top + cells[0].bottom) / 2 < end) {
      const text = cells.shift()?.text ?? '';
      const before = previous?.cells[column]?.at(-1);
      if (before !== undefined) before.text += text;
    }
  });
}

export function readPages(region: FlowedRegion, kinds: readonly ColumnKind[]): LaidOutPage[] {
  const pages = region.pages.map(({ heading, from }, index) =>
    readPage(heading[0] ?? '', region.body.slice(from, region.pages[index + 1]?.from), kinds),
  );
  pages.forEach((page, index) => joinBrokenRow(pages[index - 1], page, kinds));
  return pages;
}
