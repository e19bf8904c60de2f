import { looksLikeUnits } from '../cell-nature';
import type { ColumnKind } from './cell-cost';
import { widthOf, type FlowedLine } from './fragments';
import { isTypeset, wordsOnLine, type Chunk } from './layout-tokens';
import { isNumber } from './numbering';

/** Words of one column on one line of a page. */
export interface Run {
  /** Index of the line on its page. */
  y: number;
  text: string;
  line: FlowedLine;
  /** Where on its line it begins. */
  start: number;
}

/** What is known of a page's columns. */
export interface PageColumns {
  kinds: readonly ColumnKind[];
  /** Their left edges. */
  edges: readonly number[];
  /** Widths of their full lines; null while unknown. */
  full: readonly (number | null)[];
}

/** So far from an edge a word may begin that reads like the beginning of the next column. */
const FAR_DRIFT = 5;
/** Where a full line ends, the next column begins, however far from its edge. */
const MOST_BESIDE = 1.5;
/** Width of the space that typesetting puts between digits and Chinese. */
const THIN_SPACE = 0.25;

/** Words that run far into the next column stand in it. */
function overrun({ edges }: PageColumns, column: number, word: Chunk): number {
  return Math.min(5, Math.max(0, word.end - (edges[column + 1] ?? Infinity) - 2) * 0.4);
}

/** Cost of a column's first word at its place: lines drift by a few characters, centred words begin anywhere inside. */
function placeCost(columns: PageColumns, column: number, word: Chunk, most = Infinity): number {
  const { edges, kinds } = columns;
  const left = edges[column] ?? 0;
  const right = edges[column + 1] ?? Infinity;
  const inside = word.start < left ? Math.min(most, (left - word.start) * 0.7) : word.start >= right ? (word.start - right + 1) * 1.5 : 0;
  const atEdge = word.start >= left - 1 && word.start <= left + 2 ? 0 : 0.4;
  const stops = kinds[column] === 'category' && word.text.includes('。') ? 2 : 0;
  // A bare number stands under points, if there are any, and in no text.
  const points = kinds[column] === 'task' && kinds.includes('score') && IS_SCORE.test(word.text) ? 2.5 : 0;
  const digits = (kinds[column] === 'units' || kinds[column] === 'person') && BEGINS_DEADLINE.test(word.text) ? 2.5 : 0;
  return (
    inside +
    atEdge +
    stops +
    points +
    digits +
    overrun(columns, column, word) +
    (kinds[column] === 'number' && !isNumber(word.text) ? 6 : 0)
  );
}

function joinCost(columns: PageColumns, before: Chunk, word: Chunk, path: Path): number {
  const { edges, kinds, full } = columns;
  const { column } = path;
  const width = path.width + THIN_SPACE + widthOf(word.text);
  // Nothing stands behind a row's number in its cell.
  const numbered = kinds[column] === 'number' ? 6 : 0;
  const over = numbered + overrun(columns, column, word) + (width > (full[column] ?? Infinity) + 0.75 ? 4 : 0);
  if (isTypeset(before, word)) {
    const begins = beginCost(kinds, column + 1, word.text) <= 1;
    const beyond = Math.abs((edges[column + 1] ?? Infinity) - word.start) <= (begins ? FAR_DRIFT : 1);
    return over + (beyond ? (begins ? 3 : 1.5) : 0) + (kinds[column] === 'score' ? 4 : 0);
  }
  return over + 5 + Math.min(word.gap, 5);
}

const IS_SCORE = /^[0-9]{1,2}(?:\.[0-9])?$/;
const BEGINS_DEADLINE = /^(?:[0-9]{1,4}(?:年|月|$)|每[年季月半]|第[一二三四]季|上半年|下半年|全年|年底|长期|持续|及时|适时|定期|常态)/;

/** How unlikely a word begins a cell of this kind, where it might as well go on with the cell before. */
function beginCost(kinds: readonly ColumnKind[], column: number, word: string): number {
  switch (kinds[column]) {
    case 'units':
      return looksLikeUnits(word.split(/[、，；]/)[0] ?? '') ? 1 : 3.5;
    case 'person':
      return /^[\u3400-\u9fff]{2,4}(?:[、，]|$)/.test(word) ? 1.6 : 3.5;
    case 'deadline':
      return BEGINS_DEADLINE.test(word) ? 0.8 : 3.5;
    case 'score':
      return IS_SCORE.test(word) ? 0 : 5;
    default:
      return 3.5;
  }
}

/** Width of a column's words on one line. */
export function textWidth(text: string): number {
  const words = text.split(' ');
  return words.reduce((width, word) => width + widthOf(word), 0) + (words.length - 1) * THIN_SPACE;
}

/** A line that has room for a word is not left before it, unless its cell ends there. */
function leaveCost({ kinds, full }: PageColumns, path: Path, word: Chunk): number {
  const room = (full[path.column] ?? 0) - path.width - THIN_SPACE - widthOf(word.text);
  return kinds[path.column] === 'task' && room >= 0.5 ? 2 : 0;
}

interface Path {
  cost: number;
  column: number;
  /** Of its words in this column. */
  width: number;
  before: Path | null;
}

function columnsOn(path: Path | null): number[] {
  const columns: number[] = [];
  for (let step = path; step !== null; step = step.before) columns.push(step.column);
  return columns.reverse();
}

/** Parts a line's words among the columns from left to right. */
export function runsOf(line: FlowedLine, y: number, columns: PageColumns): { column: number; run: Run }[] {
  const words = wordsOnLine(line);
  const first = words[0];
  if (first === undefined) return [];
  let paths = columns.edges.map((_, column): Path => ({
    cost: placeCost(columns, column, first),
    column,
    width: widthOf(first.text),
    before: null,
  }));
  words.slice(1).forEach((word, index) => {
    const last = words[index] as Chunk;
    paths = paths.map(({ column }) => nextPath(columns, paths, last, word, column));
  });
  const placed = columnsOn(paths.reduce((top, path) => (path.cost < top.cost ? path : top)));
  const runs: { column: number; run: Run }[] = [];
  words.forEach((word, index) => {
    const column = placed[index] ?? 0;
    const last = runs[runs.length - 1];
    if (last?.column === column) last.run.text += ` ${word.text}`;
    else runs.push({ column, run: { y, text: word.text, line, start: word.start } });
  });
  return runs;
}

/** The cheapest way to put a word into a column. */
function nextPath(columns: PageColumns, paths: readonly Path[], last: Chunk, word: Chunk, column: number): Path {
  const typeset = isTypeset(last, word);
  const begin = typeset ? beginCost(columns.kinds, column, word.text) : 0;
  const place = placeCost(columns, column, word) + begin;
  const placeBeside = placeCost(columns, column, word, MOST_BESIDE) + begin;
  const best: Path = { cost: Infinity, column, width: 0, before: null };
  for (const path of paths) {
    if (path.column > column) break;
    const joins = path.column === column;
    const isFull =
      word.gap === 1 &&
      columns.kinds[path.column] !== 'deadline' &&
      path.column === column - 1 &&
      path.width >= (columns.full[path.column] ?? Infinity) - 1;
    const leave = (isFull ? placeBeside : place) + (typeset ? leaveCost(columns, path, word) : 0);
    const cost = path.cost + (joins ? joinCost(columns, last, word, path) : leave);
    if (cost >= best.cost) continue;
    const width = widthOf(word.text) + (joins ? path.width + THIN_SPACE : 0);
    Object.assign(best, { cost, width, before: path });
  }
  return best;
}
