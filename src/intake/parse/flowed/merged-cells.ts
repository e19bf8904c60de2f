import type { FlowedRow } from './rows';

/** For one column: the row where each printed cell begins, and its text; rows between are spanned by it. */
export interface PlacedCell {
  row: number;
  text: string;
  rowSpan: number;
}

/** Cells that begin where they are printed and reach to the next one. */
export function placeFromTop(texts: readonly (string | null)[]): PlacedCell[] {
  const placed: PlacedCell[] = [];
  texts.forEach((text, row) => {
    const last = placed[placed.length - 1];
    if (text !== null || last === undefined) placed.push({ row, text: text ?? '', rowSpan: 1 });
    else last.rowSpan += 1;
  });
  return placed;
}

/** Cells that stand for their own row alone; a row without one has a blank cell. */
export function placeSingly(texts: readonly (string | null)[]): PlacedCell[] {
  return texts.map((text, row) => ({ row, text: text ?? '', rowSpan: 1 }));
}

/** Rows where a category or a page begins: merged cells seldom reach over these. */
function segmentStarts(rows: readonly FlowedRow[]): number[] {
  return rows.map((row, index) => (index === 0 || row.atTop || row.levels !== null ? index : -1)).filter((index) => index >= 0);
}

/**
 * Whether merged cells are printed in the middle of their rows: then, of three rows and more under one category, the first
 * has none while a later one has. Where they are printed on top, the first has one.
 */
export function isCentred(rows: readonly FlowedRow[], texts: readonly (string | null)[]): boolean {
  const starts = segmentStarts(rows);
  let votes = 0;
  starts.forEach((from, index) => {
    const own = texts.slice(from, starts[index + 1] ?? rows.length);
    if (own.length >= 3 && own.some((text) => text !== null) && own.some((text) => text === null)) votes += own[0] === null ? 1 : -1;
  });
  return votes > 0;
}

/** Each cell reaches about as far up as down, within the rows between two category cells or two pages. */
export function placeAroundMiddle(rows: readonly FlowedRow[], texts: readonly (string | null)[]): PlacedCell[] {
  const placed: PlacedCell[] = [];
  const starts = segmentStarts(rows);
  starts.forEach((from, index) => {
    const to = starts[index + 1] ?? rows.length;
    const printed: number[] = [];
    for (let row = from; row < to; row += 1) if (texts[row] !== null) printed.push(row);
    if (printed.length === 0) {
      const last = placed[placed.length - 1];
      if (last === undefined) placed.push({ row: from, text: '', rowSpan: to - from });
      else last.rowSpan += to - from;
      return;
    }
    balancedEnds(from, to, printed).forEach((end, at, ends) => {
      const start = at === 0 ? from : (ends[at - 1] ?? from);
      placed.push({ row: start, text: texts[printed[at] ?? start] ?? '', rowSpan: end - start });
    });
  });
  return placed;
}

/** Ends of consecutive groups, one around each printed row, each as near to its group's middle as can be. */
function balancedEnds(from: number, to: number, printed: readonly number[]): number[] {
  if (printed.length === 1 || to - from > 200) return printed.map((_, index) => printed[index + 1] ?? to);
  const memory = new Map<string, { cost: number; ends: number[] }>();
  const solve = (start: number, index: number): { cost: number; ends: number[] } => {
    const middle = printed[index] ?? start;
    const off = (end: number): number => Math.abs((start + end - 1) / 2 - middle) ** 2;
    if (index === printed.length - 1) return { cost: off(to), ends: [to] };
    const key = `${start}:${index}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    let best = { cost: Infinity, ends: [] as number[] };
    for (let end = Math.max(start, middle) + 1; end <= (printed[index + 1] ?? to); end += 1) {
      const rest = solve(end, index + 1);
      if (off(end) + rest.cost < best.cost) best = { cost: off(end) + rest.cost, ends: [end, ...rest.ends] };
    }
    memory.set(key, best);
    return best;
  };
  return solve(from, 0).ends;
}
