/** A task as far as it tells whether another is the same one. */
export interface PairableTask {
  text: string;
  categoryPath: readonly string[];
}

/** From this likeness on two wordings are taken for one duty, amended. */
const leastLikeness = 0.5;

/** More pairs than this are not all compared: then only those that stand near each other in their lists. */
const mostComparisons = 250_000;
const nearby = 100;

/**
 * Which task of an earlier list each task of a later one continues; -1 where it continues none. The same words under the same
 * categories first, then the same words anywhere, then the most alike of the rest.
 */
export function pairTasks(earlier: readonly PairableTask[], later: readonly PairableTask[]): number[] {
  const pairs = later.map(() => -1);
  const taken = new Set<number>();
  const take = (at: number, partner: number | undefined) => {
    if (partner === undefined) return;
    pairs[at] = partner;
    taken.add(partner);
  };
  for (const keyOf of [({ text, categoryPath }: PairableTask) => [...categoryPath, text].join('\n'), ({ text }: PairableTask) => text]) {
    const places = new Map<string, number[]>();
    for (const [at, task] of earlier.entries()) if (!taken.has(at)) places.set(keyOf(task), [...(places.get(keyOf(task)) ?? []), at]);
    for (const [at, task] of later.entries()) if (pairs[at] === -1) take(at, places.get(keyOf(task))?.shift());
  }
  const openEarlier = earlier.flatMap((task, at) => (taken.has(at) ? [] : [{ task, at }]));
  const openLater = later.flatMap((task, at) => (pairs[at] === -1 ? [{ task, at }] : []));
  for (const { left, right } of likePairs(openEarlier, openLater)) if (pairs[right] === -1 && !taken.has(left)) take(right, left);
  return pairs;
}

interface Open {
  task: PairableTask;
  at: number;
}

/** Pairs of tasks left over that are alike, the most alike first; of equals those that stand nearer to each other. */
function likePairs(earlier: readonly Open[], later: readonly Open[]): { left: number; right: number }[] {
  const leftGrams = earlier.map(({ task }) => pairsOfCharacters(task.text));
  const isWide = earlier.length * later.length > mostComparisons;
  const found: { left: number; right: number; likeness: number; apart: number }[] = [];
  for (const [index, { task, at: right }] of later.entries()) {
    const grams = pairsOfCharacters(task.text);
    const middle = Math.round((index * earlier.length) / later.length);
    const from = isWide ? Math.max(0, middle - nearby) : 0;
    const to = isWide ? Math.min(earlier.length, middle + nearby) : earlier.length;
    for (let place = from; place < to; place += 1) {
      const likeness = likenessOf(leftGrams[place]!, grams);
      const { at: left } = earlier[place]!;
      if (likeness >= leastLikeness) found.push({ left, right, likeness, apart: Math.abs(left - right) });
    }
  }
  return found.sort((a, b) => b.likeness - a.likeness || a.apart - b.apart || a.right - b.right);
}

function pairsOfCharacters(text: string): Set<string> {
  const characters = [...text];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`));
}

/** Of two sets of neighbouring characters, from 0 (nothing in common) to 1 (the same). */
function likenessOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += 1;
  return (2 * shared) / (left.size + right.size || 1);
}
