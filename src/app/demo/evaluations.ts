import type { EntityManager } from 'typeorm';
import { defineEvaluationScheme, recordEvaluation, submitForReview } from '../../ledger';
import { globalId } from '../../platform/graphql';
import { dice, mark, planner, reviewers } from './people';
import type { DemoObligation, DemoPlan } from './plans';
import { passStages } from './reports';

const evaluatedUnits = 5;

const indicators = [
  { code: '1', title: '任务完成', weight: '50', veto: false },
  { code: '2', title: '台账填报', weight: '30', veto: false },
  { code: '3', title: '佐证材料', weight: '20', veto: false },
];

/** A scheme of the region and the scores of some units of its plan; the last waits in its review. */
export async function evaluate(manager: EntityManager, plan: DemoPlan, obligations: readonly DemoObligation[]): Promise<number> {
  const units = [...new Map(obligations.filter(({ isNamed }) => isNamed).map(({ unitId, unit }) => [unitId, unit]))].slice(
    0,
    evaluatedUnits,
  );
  if (units.length === 0) return 0;
  const { schemeId } = await defineEvaluationScheme(
    manager,
    {
      idempotencyKey: 'demo',
      regionCode: plan.regionCode,
      title: `${mark}${plan.year}年政务公开考核指标`,
      year: plan.year,
      method: 'WEIGHTED',
      indicators,
    },
    planner.subject,
  );
  for (const [at, [unitId, unit]] of units.entries()) {
    const { evaluationId } = await recordEvaluation(manager, scoreOf(plan, schemeId, unitId, unit), planner.subject);
    await submitForReview(manager, planner, { type: 'EVALUATION', id: evaluationId }, null);
    await passStages(manager, 'EVALUATION', evaluationId, at === evaluatedUnits - 1 ? 1 : reviewers.length);
  }
  return units.length;
}

function scoreOf({ slug, year }: DemoPlan, schemeId: number, unitId: number, unit: string) {
  return {
    idempotencyKey: 'demo',
    schemeId: globalId('EvaluationScheme', schemeId),
    unitId: globalId('Unit', unitId),
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    evaluatorKind: 'THIRD_PARTY' as const,
    evaluator: `${mark}第三方评估机构`,
    scores: indicators.map(({ code }) => ({ code, score: String(70 + (dice(slug, unit, code) % 31)), evidence: `${mark}检查记录` })),
    vetoes: [],
  };
}
