import { add, percentOf, subtractToZero, sum, type Decimal } from './exact-decimal';
import { childrenOf, fullMarks, type Indicator, type ScoringMethod } from './indicator-tree';

/** What an evaluator found at an indicator without children: a score, or what is taken off its full marks. */
export type LeafFinding = { score: Decimal } | { deductions: readonly Decimal[] };

/** The score of every indicator, under its code, and the total under null. Nothing is rounded. */
export function scoreTree(
  method: ScoringMethod,
  indicators: readonly Indicator[],
  findings: ReadonlyMap<string, LeafFinding>,
): ReadonlyMap<string | null, Decimal> {
  const full = fullMarks(method, indicators);
  const scores = new Map<string | null, Decimal>();
  const visit = (code: string | null): Decimal => {
    const children = childrenOf(indicators, code);
    const score =
      children.length === 0
        ? leafScore(findings.get(code!)!, full.get(code)!)
        : children.map((child) => share(method, child, visit(child.code))).reduce(add);
    scores.set(code, score);
    return score;
  };
  visit(null);
  return scores;
}

/** However much is taken off, nobody has less than nothing. */
function leafScore(finding: LeafFinding, full: Decimal): Decimal {
  return 'score' in finding ? finding.score : subtractToZero(full, sum(finding.deductions));
}

function share(method: ScoringMethod, { weight }: Indicator, score: Decimal): Decimal {
  return method === 'WEIGHTED' ? percentOf(score, weight!) : score;
}
