import type { ColumnKind } from './cell-cost';
import type { FlowedLine } from './fragments';
import type { HeadColumn } from './layout-heading';
import { isTypeset, wordsOnLine } from './layout-tokens';
import { isNumber } from './numbering';

const WIDEST = 400;
/** No column is narrower, its gap to the next one included; where places are measured, or numbers stand, it may be. */
const NARROWEST = 4;
const NARROWEST_MEASURED = 2;

/** Words that run so far over an edge have drifted. */
const DRIFT = 3;
/** Lines of one column begin up to so many characters right of its edge; by their distance, how much that counts. */
const NEARNESS = [1, 0.95, 0.9, 0.2];

interface Gains {
  gains: number[];
  /** What words add that only typesetting parts from the word before: a date or a score may begin a column of its own. */
  typeset: number[];
  starts: number[];
}

/** How well columns may be parted before each character: words begin there, and none runs over it. */
function partingGains(lines: readonly FlowedLine[], width: number, numbered: boolean): Gains {
  const gains = Array.from({ length: width + 2 }, () => 0);
  const starts = [...gains];
  const typeset = [...gains];
  const add = (values: number[], at: number, gain: number): void => {
    if (at >= 0 && at < values.length) values[at] = (values[at] ?? 0) + gain;
  };
  for (const line of lines) {
    const words = wordsOnLine(line);
    words.forEach((word, index) => {
      const { start, end } = word;
      // A row's number stands left of all edges.
      if (index === 0 && numbered && isNumber(word.text) && (words[1]?.gap ?? 2) > 1) {
        for (let at = 0; at < end; at += 1) add(gains, at, -2);
        return;
      }
      const before = words[index - 1];
      const own = before === undefined || !isTypeset(before, word);
      if (!own) {
        add(gains, start, -1);
        add(gains, start - 1, -1);
      }
      NEARNESS.forEach((share, left) => {
        add(own ? gains : typeset, start - left, (own ? 1 : 0.5) * share);
        if (own) add(starts, start - left, share);
      });
      if (!own) add(typeset, start, 1);
      for (let at = start + 1; at < end; at += 1) add(gains, at, at - start < DRIFT ? -1 : end - at <= DRIFT ? -0.5 : -2);
    });
  }
  return { gains, typeset, starts };
}

/** How far an edge that lies elsewhere than a page's heading, or the page before, lets expect is from it. */
type Expectation = (column: number, edge: number, previousEdge: number) => number;

function underHeads(heads: readonly HeadColumn[]): Expectation {
  return (column, edge) => {
    const own = heads[column];
    const before = heads[column - 1];
    if (own === undefined || before === undefined) return Infinity;
    if (edge > own.start + 1 || edge < before.end - 1) return Infinity;
    return Math.max(0, edge - own.start) * 2 + Math.abs(edge - (before.end + own.start) / 2) * 0.02;
  };
}

function likeBefore(edges: readonly number[], kinds: readonly ColumnKind[]): Expectation {
  return (column, edge, previousEdge) => {
    const change = edge - previousEdge - ((edges[column] ?? 0) - (edges[column - 1] ?? 0));
    // A column that is empty on a page is narrow there; the task column never is.
    const narrow = kinds[column - 1] === 'task' && change < 0 ? -change * 1.5 : Math.min(4, Math.abs(change) * 0.4);
    return narrow;
  };
}

/** Left edges of the columns of a page: the places that part its words best. */
function bestEdges(
  lines: readonly FlowedLine[],
  kinds: readonly ColumnKind[],
  least: number,
  expected: Expectation,
  measured = lines.some(({ words }) => words !== undefined),
): { gain: number; edges: number[] } | null {
  const width = Math.min(WIDEST, Math.max(least, ...lines.map(({ text }) => text.length)));
  const { gains, typeset, starts } = partingGains(lines, width, kinds[0] === 'number');
  let best: { gain: number; edges: number[] }[] = [{ gain: 0, edges: [0] }];
  for (let column = 1; column < kinds.length; column += 1) {
    const next: { gain: number; edges: number[] }[] = [];
    // Most lines of a table are lines of tasks.
    const more = kinds[column] === 'task' ? 2 : 0;
    const mayBeTypeset = (kinds[column] === 'deadline' || kinds[column] === 'score') && kinds[column - 1] !== 'deadline' ? 1 : 0;
    const narrowest = measured || kinds[column - 1] === 'number' ? NARROWEST_MEASURED : NARROWEST;
    for (let edge = 1; edge <= width; edge += 1) {
      let found: { gain: number; edges: number[] } | null = null;
      for (const path of best) {
        const previous = path.edges[path.edges.length - 1] ?? 0;
        if (edge - previous < narrowest) continue;
        const gain =
          path.gain +
          (gains[edge] ?? 0) +
          more * (starts[edge] ?? 0) +
          mayBeTypeset * (typeset[edge] ?? 0) -
          expected(column, edge, previous);
        if (gain > (found?.gain ?? -Infinity)) found = { gain, edges: path.edges };
      }
      if (found !== null) next.push({ gain: found.gain, edges: [...found.edges, edge] });
    }
    best = next;
  }
  return best.reduce<{ gain: number; edges: number[] } | null>((top, path) => (path.gain > (top?.gain ?? -Infinity) ? path : top), null);
}

/** How well the words of lines stand under the cells of a heading. */
export function gainUnder(lines: readonly FlowedLine[], kinds: readonly ColumnKind[], heads: readonly HeadColumn[]): number {
  return bestEdges(lines, kinds, heads.at(-1)?.start ?? 0, underHeads(heads))?.gain ?? -Infinity;
}

const MOST_COLUMNS = 10;
/** Of the lines so many must gain by one more column. */
const GAIN_OF_COLUMN = 0.05;

/** Left edges of as many columns as the words of lines without a heading show. */
export function freeEdges(lines: readonly FlowedLine[], numbered: boolean): number[] {
  let best = { gain: 0, edges: [0] };
  for (let count = 2; count <= MOST_COLUMNS; count += 1) {
    const kinds = Array.from({ length: count }, (_, column): ColumnKind => (column === 0 && numbered ? 'number' : 'free'));
    const found = bestEdges(lines, kinds, 0, () => 0, false);
    if (found === null || found.gain - best.gain < Math.max(3, lines.length * GAIN_OF_COLUMN)) break;
    best = found;
  }
  return best.edges;
}

/** Left edges of a page's columns, by its heading or, where none is printed, by those of the page before. */
export function edgesOf(
  lines: readonly FlowedLine[],
  kinds: readonly ColumnKind[],
  heads: readonly HeadColumn[] | null,
  before: readonly number[] | null,
): number[] {
  if (heads !== null)
    return (
      bestEdges(lines, kinds, heads.at(-1)?.start ?? 0, underHeads(heads))?.edges ??
      heads.map(({ start }, column) => (column === 0 ? 0 : start))
    );
  return before === null ? [0] : (bestEdges(lines, kinds, 0, likeBefore(before, kinds))?.edges ?? [...before]);
}
