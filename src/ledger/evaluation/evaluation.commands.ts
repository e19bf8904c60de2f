import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, conflict, globalId, notFound, readKey } from '../../platform/graphql';
import { Unit } from '../../units';
import { Evaluation, EvaluationScore } from './evaluation';
import { EvaluationScheme } from './evaluation-scheme';
import type { RecordEvaluationInput } from './evaluation.inputs';
import { writeDecimal } from './exact-decimal';
import { readFindings, readVetoes } from './findings';
import type { Indicator } from './indicator-tree';
import { scoreTree } from './score-tree';
import { indicatorsOf } from './scheme.commands';

/** Records the score of a unit, or a corrected version of one. It is public once it has passed its review. */
export async function recordEvaluation(
  manager: EntityManager,
  input: RecordEvaluationInput,
  actor: string,
): Promise<{ evaluationId: number }> {
  const scheme = await manager.findOneBy(EvaluationScheme, { id: readKey(input.schemeId, 'EvaluationScheme') });
  if (!scheme) throw notFound('There is no such scheme. / 没有这个指标体系。');
  const unitId = readKey(input.unitId, 'Unit');
  if (!(await manager.existsBy(Unit, { id: unitId }))) throw notFound('There is no such unit. / 没有这个单位。');
  if (input.periodEnd < input.periodStart)
    throw new CommandRefusal('NO_PERIOD', '评估期止不得早于评估期起。 The period ends before it begins.', ['periodEnd']);
  const indicators = await indicatorsOf(manager, scheme);
  const findings = readFindings(scheme.method, indicators, input.scores);
  const vetoes = readVetoes(indicators, input.vetoes);
  const scores = scoreTree(scheme.method, indicators, findings);
  const { periodStart, periodEnd, evaluatorKind, evaluator } = input;
  const series = { schemeId: scheme.id, unitId, periodStart, periodEnd, evaluatorKind, evaluator };
  const place = await placeInSeries(manager, series, input);
  const total = writeDecimal(scores.get(null)!);
  const outcome = vetoes.size > 0 ? 'VETOED' : 'SCORED';
  const inserted = await manager.insert(Evaluation, {
    ...series,
    ...place,
    total,
    outcome,
    remark: input.remark ?? null,
    state: 'DRAFT',
    updatedAt: () => 'now()',
  });
  const evaluationId = inserted.identifiers[0]!['id'] as number;
  await insertScores(manager, { evaluationId, schemeId: scheme.id }, indicators, input, (code) => writeDecimal(scores.get(code)!));
  await appendAuditEvent(manager, {
    actor,
    action: 'evaluation.record',
    subject: globalId('Evaluation', evaluationId),
    payload: { before: null, after: { ...series, ...place, total, outcome, scores: input.scores, vetoes: input.vetoes } },
  });
  return { evaluationId };
}

type Series = Pick<Evaluation, 'schemeId' | 'unitId' | 'periodStart' | 'periodEnd' | 'evaluatorKind' | 'evaluator'>;
type Place = Pick<Evaluation, 'version' | 'correctsId' | 'correctionReason'>;

/** Versions of one evaluation follow each other: the first stands alone, each later one names the one before and says why. */
async function placeInSeries(
  manager: EntityManager,
  series: Series,
  { correctsId, correctionReason }: RecordEvaluationInput,
): Promise<Place> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`evaluation ${JSON.stringify(series)}`]);
  const latest = await manager.findOne(Evaluation, { where: series, order: { version: 'DESC' }, lock: { mode: 'pessimistic_write' } });
  if (correctsId == null) {
    if (latest)
      throw new CommandRefusal(
        'ALREADY_EVALUATED',
        '该单位本期已有该评估主体的评估；更正请给出 correctsId 和 correctionReason。 It is recorded already; to correct it give correctsId and correctionReason.',
        ['correctsId'],
      );
    return { version: 1, correctsId: null, correctionReason: null };
  }
  const key = readKey(correctsId, 'Evaluation');
  if (!latest || !(await manager.existsBy(Evaluation, { ...series, id: key })))
    throw new CommandRefusal('OTHER_EVALUATION', '更正的版本须属同一评估。 The version to be corrected is of another evaluation.', [
      'correctsId',
    ]);
  if (latest.id !== key) throw conflict('There is a later version. / 已有更新的版本。');
  if (latest.state === 'IN_REVIEW') throw conflict('The version to be corrected is in review. / 待更正的版本正在审核。');
  if (!correctionReason) throw new CommandRefusal('NO_REASON', '请写明更正理由。 Give the reason of the correction.', ['correctionReason']);
  // What is public stays so until this version has passed its review; a draft gives way at once.
  if (latest.state === 'DRAFT') await manager.update(Evaluation, key, { state: 'SUPERSEDED' });
  return { version: latest.version + 1, correctsId: key, correctionReason };
}

async function insertScores(
  manager: EntityManager,
  keys: { evaluationId: number; schemeId: number },
  indicators: readonly Indicator[],
  input: RecordEvaluationInput,
  scoreOf: (code: string) => string,
): Promise<void> {
  const found = new Map(input.scores.map((score) => [score.code, score]));
  const vetoes = new Map(input.vetoes.map((veto) => [veto.code, veto.evidence]));
  const rows = indicators.flatMap(({ code, isVeto }) => {
    if (isVeto && !vetoes.has(code)) return [];
    return {
      ...keys,
      code,
      score: isVeto ? null : scoreOf(code),
      deductions: found.get(code)?.deductions?.map(({ points, reason }) => ({ points, reason })) ?? [],
      evidence: vetoes.get(code) ?? found.get(code)?.evidence ?? null,
      vetoHit: isVeto,
      published: false,
    };
  });
  await manager.insert(EvaluationScore, rows);
}
