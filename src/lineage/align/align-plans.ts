import type { AlignablePlan, Alignment, Decisions } from './alignable-plan';
import { assign, type ScoredPair } from './assignment';
import { likenessOf, type Likeness } from './likeness';
import { joinParts } from './join-parts';
import { printedWording } from './plain-wording';
import { TaskGroups } from './task-groups';

/** Pairs that are less alike are not considered at all. */
const LEAST_LIKENESS = 0.2;
/** What a pair of tasks must score to be taken for one duty in other words. */
const LEAST_SCORE = 0.4;
/** From here on a pair stands, whatever else one of the two might be a part of. */
const FIRM_SCORE = 0.6;
/** A shortened task stands whole in the other one, but that alone tells less than two texts that are alike throughout. */
const CONTAINMENT_SHARE = 0.8;
/** So much shared weight (some five telling pairs of characters) a containment must have to count in full. */
const FULL_EVIDENCE = 12;
/** What agreement around the text adds: that of the categories, and that the task before or after is paired likewise. */
const CATEGORY_BONUS = 0.1;
const NEIGHBOUR_BONUS = 0.05;

const noDecisions: Decisions = { settled: [], refused: [] };

/** Finds out which tasks of a lower plan come from which of an upper one. Time grows with the product of their numbers. */
export function alignPlans(upper: AlignablePlan, lower: AlignablePlan, decisions = noDecisions): Alignment {
  const texts = likenessOf(upper, lower, ({ text }) => text);
  const categories = likenessOf(upper, lower, ({ categoryPath }) => categoryPath.join('。'));
  const groups = new TaskGroups(upper.tasks.length, lower.tasks.length, decisions);
  const same = identicalTexts(groups, upper, lower);
  for (const { row, column } of same) groups.pairIdentical(row, column);
  const candidates = candidatePairs(groups, texts, categories);
  const pairs = assign(withNeighbours(candidates, [...same, ...assign(candidates)])).filter(({ score }) => score >= LEAST_SCORE);
  for (const { row, column, score } of pairs) if (score >= FIRM_SCORE) groups.join(row, column);
  joinParts(
    groups,
    texts,
    pairs.filter(({ score }) => score < FIRM_SCORE),
  );
  joinParts(groups, texts, []);
  return {
    pairs: groups.pairs(upper, lower),
    dropped: groups.freeUppers().map((at) => ({ at, nearest: mostAlike(lower.tasks.length, (column) => texts.balance(at, column)) })),
    added: groups.freeLowers().map((at) => ({ at, nearest: mostAlike(upper.tasks.length, (row) => texts.balance(row, at)) })),
  };
}

function mostAlike(count: number, likenessTo: (at: number) => number): number | null {
  let [nearest, most]: [number | null, number] = [null, 0];
  for (let at = 0; at < count; at += 1) {
    const likeness = likenessTo(at);
    if (likeness > most) [nearest, most] = [at, likeness];
  }
  return nearest;
}

/** Tasks with the same text; where several have it, in order. */
function identicalTexts(groups: TaskGroups, upper: AlignablePlan, lower: AlignablePlan): ScoredPair[] {
  const free = new Map<string, number[]>();
  for (const at of groups.freeLowers()) {
    const wording = printedWording(lower.tasks[at]!.text);
    free.set(wording, [...(free.get(wording) ?? []), at]);
  }
  return groups.freeUppers().flatMap((row) => {
    const columns = free.get(printedWording(upper.tasks[row]!.text)) ?? [];
    const at = columns.findIndex((column) => groups.mayPair(row, column));
    return at < 0 ? [] : [{ row, column: columns.splice(at, 1)[0]!, score: 1 }];
  });
}

function candidatePairs(groups: TaskGroups, texts: Likeness, categories: Likeness): ScoredPair[] {
  const pairs: ScoredPair[] = [];
  for (const row of groups.freeUppers()) {
    for (const column of groups.freeLowers()) {
      const likeness = likenessOfTexts(texts, row, column);
      if (likeness >= LEAST_LIKENESS && groups.mayPair(row, column))
        pairs.push({ row, column, score: likeness + CATEGORY_BONUS * categories.balance(row, column) });
    }
  }
  return pairs;
}

function likenessOfTexts(texts: Likeness, upper: number, lower: number): number {
  const evidence = Math.min(1, texts.shared(upper, lower) / FULL_EVIDENCE);
  return Math.max(texts.balance(upper, lower), CONTAINMENT_SHARE * evidence * texts.containment(upper, lower));
}

/** Where order is kept, it decides between pairs that are alike. */
function withNeighbours(candidates: readonly ScoredPair[], paired: readonly ScoredPair[]): ScoredPair[] {
  const partners = new Map(paired.map(({ row, column }) => [row, column]));
  return candidates.map(({ row, column, score }) => {
    const inStep = [-1, 1].filter((step) => partners.get(row + step) === column + step).length;
    return { row, column, score: score + NEIGHBOUR_BONUS * inStep };
  });
}
