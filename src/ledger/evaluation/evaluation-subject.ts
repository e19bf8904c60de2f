import type { EntityManager } from 'typeorm';
import { conflict, globalId, notFound } from '../../platform/graphql';
import { registerReviewSubject } from '../review/review-subject';
import { Evaluation, EvaluationScore } from './evaluation';
import { EvaluationIndicator, EvaluationScheme } from './evaluation-scheme';
import type { EvaluationState } from './evaluation.enums';

async function lockEvaluation(manager: EntityManager, id: number): Promise<Evaluation> {
  const found = await manager.findOne(Evaluation, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw notFound('There is no such evaluation. / 没有这项评估。');
  return found;
}

async function move(manager: EntityManager, id: number, from: EvaluationState, to: EvaluationState): Promise<Evaluation> {
  const evaluation = await lockEvaluation(manager, id);
  if (evaluation.state !== from) throw conflict(`It is ${evaluation.state}, not ${from}. / 状态为 ${evaluation.state}，不是 ${from}。`);
  await manager.update(Evaluation, id, { state: to });
  return evaluation;
}

registerReviewSubject({
  type: 'EVALUATION',
  async content(manager, id) {
    const { state: _state, published: _published, updatedAt: _updatedAt, ...evaluation } = await lockEvaluation(manager, id);
    const scheme = (await manager.findOneBy(EvaluationScheme, { id: evaluation.schemeId }))!;
    const [indicators, scores] = [
      await manager.find(EvaluationIndicator, { where: { schemeId: scheme.id }, order: { position: 'ASC' } }),
      await manager.find(EvaluationScore, { where: { evaluationId: id }, order: { code: 'ASC' } }),
    ];
    return {
      hashed: {
        evaluation,
        scheme: { title: scheme.title, year: scheme.year, method: scheme.method },
        indicators: indicators.map(({ published: _shown, ...indicator }) => indicator),
        scores: scores.map(({ published: _shown, ...score }) => score),
      },
      author: await recorder(manager, id),
      regionId: scheme.regionId,
      // Its reviewers are those of the body that evaluates, not of the unit that is scored.
      unitId: null,
    };
  },
  async submit(manager, id) {
    await move(manager, id, 'DRAFT', 'IN_REVIEW');
  },
  async approve(manager, id) {
    await retireEarlier(manager, await lockEvaluation(manager, id));
    await move(manager, id, 'IN_REVIEW', 'PUBLISHED');
  },
  async return(manager, id) {
    await move(manager, id, 'IN_REVIEW', 'DRAFT');
  },
  async withdraw(manager, id) {
    await move(manager, id, 'PUBLISHED', 'WITHDRAWN');
  },
});

/** The version that was public gives way to the one that has passed now. */
async function retireEarlier(manager: EntityManager, evaluation: Evaluation): Promise<void> {
  const { schemeId, unitId, periodStart, periodEnd, evaluatorKind, evaluator } = evaluation;
  const earlier = await manager.findOne(Evaluation, {
    where: { schemeId, unitId, periodStart, periodEnd, evaluatorKind, evaluator, state: 'PUBLISHED' },
    lock: { mode: 'pessimistic_write' },
  });
  if (!earlier) return;
  await manager.update(Evaluation, earlier.id, { state: 'SUPERSEDED' });
  await manager.query(`update review_receipt set published = false where subject_type = 'EVALUATION' and subject_id = $1`, [earlier.id]);
}

async function recorder(manager: EntityManager, id: number): Promise<string> {
  const [event] = await manager.query<{ actor: string }[]>(
    `select actor from audit_event where subject = $1 and action = 'evaluation.record' order by id limit 1`,
    [globalId('Evaluation', id)],
  );
  return event!.actor;
}
