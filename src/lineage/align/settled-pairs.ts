import type { AlignablePlan, AlignedPair, Decisions } from './alignable-plan';
import { TaskGroups } from './task-groups';
import { printedWording } from './plain-wording';

/** The pairs that people settled, with the relation that follows from them and from the texts as they are now. */
export function settledPairs(upper: AlignablePlan, lower: AlignablePlan, settled: Decisions['settled']): AlignedPair[] {
  const groups = new TaskGroups(upper.tasks.length, lower.tasks.length, { settled: [], refused: [] });
  for (const pair of settled) {
    if (pair.upper === null || pair.lower === null) continue;
    const isAlone = settled.every((other) => other === pair || (other.upper !== pair.upper && other.lower !== pair.lower));
    const isSame = printedWording(upper.tasks[pair.upper]!.text) === printedWording(lower.tasks[pair.lower]!.text);
    if (isAlone && isSame) groups.pairIdentical(pair.upper, pair.lower);
    else groups.join(pair.upper, pair.lower);
  }
  return groups.pairs(upper, lower);
}
