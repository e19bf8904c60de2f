import { printedWording } from './plain-wording';

/** How often each pair of neighbouring characters stands in a text. */
function pairCounts(text: string): Map<string, number> {
  const characters = [...printedWording(text)];
  const counts = new Map<string, number>();
  for (let at = 1; at < characters.length; at += 1) {
    const pair = `${characters[at - 1]}${characters[at]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

const overlap = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number =>
  [...a].reduce((sum, [pair, count]) => sum + Math.min(count, b.get(pair) ?? 0), 0);

/** Two decimals, never rounded up to 1: that is kept for texts that are identical. */
const hundredths = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(0.99, Math.floor((100 * part) / whole) / 100));

/** Share of the pairs of neighbouring characters of two different texts that both have. */
export function wordingShared(a: string, b: string): number {
  const [ofA, ofB] = [pairCounts(a), pairCounts(b)];
  return hundredths(2 * overlap(ofA, ofB), total(ofA) + total(ofB));
}

/** Share of the pairs of neighbouring characters of a part that the whole has too. */
export function wordingWithin(part: string, whole: string): number {
  const ofPart = pairCounts(part);
  return hundredths(overlap(ofPart, pairCounts(whole)), total(ofPart));
}
