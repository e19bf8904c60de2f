import type { Fragment } from './fragments';

const PLAIN_NUMBER = /^[（(]?([0-9０-９]{1,4})[)）]?[.．、]?$/;

export function numberValue(text: string): number | null {
  const digits = PLAIN_NUMBER.exec(text)?.[1];
  return digits === undefined ? null : Number(digits.normalize('NFKC'));
}

/** A row's number in digits or in Chinese numerals: 3, 3., （三）, 三、. */
export function isNumber(text: string): boolean {
  return (
    PLAIN_NUMBER.test(text) || /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]?|[\u2460-\u2473])$/.test(text)
  );
}

interface Candidate {
  at: number;
  value: number;
  afterBreak: boolean;
  /** 1 where it stands free; less where it is printed against its neighbour and may be part of a word. */
  weight: number;
}

/** A run that starts again at 1 is worth a little less than one that goes on. */
const RESTART_COST = 1.5;
const FUSED_WEIGHT = 0.8;

/** Length of the best run that ends at each candidate. */
function lengthsBefore(candidates: readonly Candidate[]): number[] {
  const best = new Map<number, number>();
  let longest = 0;
  return candidates.map(({ value, afterBreak, weight }) => {
    const repeated = afterBreak ? (best.get(value) ?? 0) : 0;
    const restarted = value === 1 ? longest - RESTART_COST : 0;
    const length = weight + Math.max(best.get(value - 1) ?? 0, repeated, restarted, 0);
    best.set(value, Math.max(length, best.get(value) ?? 0));
    longest = Math.max(longest, length);
    return length;
  });
}

/** Length of the best run that begins at each candidate. */
function lengthsAfter(candidates: readonly Candidate[]): number[] {
  const best = new Map<number, number>();
  const bestRepeated = new Map<number, number>();
  let bestRestart = 0;
  const lengths: number[] = [];
  for (let index = candidates.length - 1; index >= 0; index -= 1) {
    const { value, afterBreak, weight } = candidates[index] as Candidate;
    const length = weight + Math.max(best.get(value + 1) ?? 0, bestRepeated.get(value) ?? 0, bestRestart - RESTART_COST, 0);
    best.set(value, Math.max(length, best.get(value) ?? 0));
    if (afterBreak) bestRepeated.set(value, Math.max(length, bestRepeated.get(value) ?? 0));
    if (value === 1) bestRestart = Math.max(bestRestart, length);
    lengths[index] = length;
  }
  return lengths;
}

/**
 * Fragments that stand in the longest run 1, 2, 3 … of bare numbers: these number rows or categories. A number printed again
 * at the top of a page goes on; a digit broken off a date (2023年 8 / 月底) falls out of the run.
 */
export function numberingRun(fragments: readonly Fragment[]): Set<number> {
  const candidates: Candidate[] = [];
  fragments.forEach((fragment, at) => {
    const value = numberValue(fragment.text);
    if (value !== null && value > 0) {
      const free = !fragment.fused && fragments[at + 1]?.fused !== true;
      candidates.push({ at, value, afterBreak: fragment.afterBreak, weight: free ? 1 : FUSED_WEIGHT });
    }
  });
  const before = lengthsBefore(candidates);
  const after = lengthsAfter(candidates);
  const through = candidates.map((_, index) => (before[index] ?? 0) + (after[index] ?? 0) - (candidates[index]?.weight ?? 1));
  const longest = Math.max(0, ...through);
  const run = new Set<number>();
  if (longest < 2) return run;
  candidates.forEach(({ at }, index) => {
    if ((through[index] ?? 0) >= longest - 0.01) run.add(at);
  });
  return run;
}
