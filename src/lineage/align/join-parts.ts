import type { ScoredPair } from './assignment';
import type { WeightedText } from './gram-weights';
import type { Likeness } from './likeness';
import type { TaskGroups } from './task-groups';

/** So much of a part's wording must stand in the whole. */
const LEAST_WITHIN = 0.4;
/** So much of it must be what no other part of the whole has: else it repeats them and is no part of its own. */
const LEAST_OWN = 0.25;

/**
 * Finds tasks without a counterpart that are a part of a task which has one: further parts of an upper task that was split, or
 * further tasks that a lower one merges. Pairs in doubt compete with them, the more telling first.
 */
export function joinParts(groups: TaskGroups, texts: Likeness, doubtful: readonly ScoredPair[]): void {
  const options = [...doubtful.map((pair) => ({ ...pair, isPart: false })), ...parts(groups, texts)];
  options.sort((a, b) => b.score - a.score || a.row - b.row || a.column - b.column);
  for (const { row, column, isPart } of options) {
    if (!isPart) {
      if (groups.isFreeUpper(row) && groups.isFreeLower(column)) groups.join(row, column);
    } else if (groups.canJoin(row, column) && ownShare(groups, texts, row, column) >= LEAST_OWN) groups.join(row, column);
  }
}

/** Free tasks and the paired ones in which they stand, whatever else those consist of. */
function parts(groups: TaskGroups, texts: Likeness): (ScoredPair & { isPart: true })[] {
  const found: (ScoredPair & { isPart: true })[] = [];
  const consider = (row: number, column: number, part: WeightedText) => {
    const within = texts.shared(row, column) / part.weight;
    if (within >= LEAST_WITHIN) found.push({ row, column, score: within, isPart: true });
  };
  for (const row of groups.freeUppers()) for (const column of groups.adaptedLowers()) consider(row, column, texts.upper[row]!);
  for (const column of groups.freeLowers()) for (const row of groups.adaptedUppers()) consider(row, column, texts.lower[column]!);
  return found;
}

/** What share of a part stands in the whole and in none of its other parts. */
function ownShare(groups: TaskGroups, texts: Likeness, row: number, column: number): number {
  const isSplit = groups.isFreeLower(column);
  const [whole, part] = isSplit ? [texts.upper[row]!, texts.lower[column]!] : [texts.lower[column]!, texts.upper[row]!];
  const others = isSplit ? groups.lowersOf(row).map((at) => texts.lower[at]!) : groups.uppersOf(column).map((at) => texts.upper[at]!);
  let own = 0;
  for (const [gram, weight] of part.grams) if (whole.grams.has(gram) && !others.some(({ grams }) => grams.has(gram))) own += weight;
  return part.weight > 0 ? own / part.weight : 0;
}
