import { CommandRefusal } from '../../platform/graphql';
import type { LeafScoreInput, VetoHitInput } from './evaluation.inputs';
import { compare, readDecimal, writeDecimal } from './exact-decimal';
import { childrenOf, fullMarks, type Indicator, type ScoringMethod } from './indicator-tree';
import type { LeafFinding } from './score-tree';

/** What was found at each indicator without children. Refused where one is missing, is there twice, or scores more than it can. */
export function readFindings(
  method: ScoringMethod,
  indicators: readonly Indicator[],
  scores: readonly LeafScoreInput[],
): ReadonlyMap<string, LeafFinding> {
  const leaves = indicators.filter(({ code, isVeto }) => !isVeto && childrenOf(indicators, code).length === 0);
  const full = fullMarks(method, indicators);
  const found = new Map<string, LeafFinding>();
  for (const input of scores) {
    if (!leaves.some(({ code }) => code === input.code))
      throw refusal(`${input.code}: 不是末级计分指标。 It is no indicator of the lowest level.`, 'scores');
    if (found.has(input.code)) throw refusal(`${input.code}: 重复。 It stands twice.`, 'scores');
    const finding = readFinding(input);
    if ('score' in finding && compare(finding.score, full.get(input.code)!) > 0)
      throw refusal(`${input.code}: 得分超过满分 ${writeDecimal(full.get(input.code)!)}。 It exceeds its full marks.`, 'scores');
    found.set(input.code, finding);
  }
  const missing = leaves.filter(({ code }) => !found.has(code)).map(({ code }) => code);
  if (missing.length > 0) throw refusal(`缺少指标得分：${missing.join('、')}。 These indicators have no score.`, 'scores');
  return found;
}

function readFinding({ code, score, deductions }: LeafScoreInput): LeafFinding {
  if ((score == null) === (deductions == null)) throw refusal(`${code}: score 与 deductions 须给且只给一个。 Give one of them.`, 'scores');
  if (score != null) return { score: readDecimal(score)! };
  return { deductions: deductions!.map(({ points }) => readDecimal(points)!) };
}

/** The veto items that were met. */
export function readVetoes(indicators: readonly Indicator[], hits: readonly VetoHitInput[]): ReadonlySet<string> {
  const met = new Set<string>();
  for (const { code } of hits) {
    if (!indicators.some((indicator) => indicator.code === code && indicator.isVeto))
      throw refusal(`${code}: 不是单项否决项。 It is no veto item.`, 'vetoes');
    if (met.has(code)) throw refusal(`${code}: 重复。 It stands twice.`, 'vetoes');
    met.add(code);
  }
  return met;
}

function refusal(message: string, field: string): CommandRefusal {
  return new CommandRefusal('WRONG_SCORES', message, [field]);
}
