import type { AlignablePlan, AlignableTask } from './alignable-plan';
import { weighTexts, type WeightedText } from './gram-weights';
import { comparableClauses } from './plain-wording';

/** How alike the wording of every task of one plan is to that of every task of another. */
export interface Likeness {
  upper: readonly WeightedText[];
  lower: readonly WeightedText[];
  /** Weight of the wording that two tasks share. */
  shared(upper: number, lower: number): number;
  /** Twice the shared weight by the weight of both: 1 for the same wording. */
  balance(upper: number, lower: number): number;
  /** The shared weight by that of the lighter one: 1 where it stands in the other one whole. */
  containment(upper: number, lower: number): number;
}

export function likenessOf(upper: AlignablePlan, lower: AlignablePlan, wordingOf: (task: AlignableTask) => string): Likeness {
  const places = [...upper.regionNames, ...lower.regionNames].toSorted((a, b) => b.length - a.length);
  const clauses = (plan: AlignablePlan) => plan.tasks.map((task) => comparableClauses(wordingOf(task), places));
  const texts = weighTexts(clauses(upper), clauses(lower));
  const weights = sharedWeights(texts.upper, texts.lower);
  const shared = (u: number, l: number) => weights[u * texts.lower.length + l]!;
  const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  return {
    ...texts,
    shared,
    balance: (u, l) => ratio(2 * shared(u, l), texts.upper[u]!.weight + texts.lower[l]!.weight),
    containment: (u, l) => ratio(shared(u, l), Math.min(texts.upper[u]!.weight, texts.lower[l]!.weight)),
  };
}

/** Only tasks that share a pair of characters meet, so that the time goes with what they share. */
function sharedWeights(upper: readonly WeightedText[], lower: readonly WeightedText[]): Float32Array {
  const holders = new Map<number, number[]>();
  lower.forEach(({ grams }, at) => {
    for (const gram of grams.keys()) {
      const held = holders.get(gram);
      if (held) held.push(at);
      else holders.set(gram, [at]);
    }
  });
  const weights = new Float32Array(upper.length * lower.length);
  upper.forEach(({ grams }, at) => {
    for (const [gram, weight] of grams) for (const holder of holders.get(gram) ?? []) weights[at * lower.length + holder]! += weight;
  });
  return weights;
}
