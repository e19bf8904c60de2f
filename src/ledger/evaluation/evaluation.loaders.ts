import { hydrate, loadMany, loadOne, registerNode } from '../../platform/graphql';
import { Evaluation, EvaluationScore } from './evaluation';
import { EvaluationIndicator, EvaluationScheme } from './evaluation-scheme';

export const evaluationColumns = `v.id, v.scheme_id as "schemeId", v.unit_id as "unitId", v.period_start as "periodStart", v.period_end as "periodEnd",
  v.evaluator_kind as "evaluatorKind", v.evaluator, v.version, v.corrects_id as "correctsId", v.correction_reason as "correctionReason",
  v.total, v.outcome, v.remark, v.state, v.published, v.updated_at as "updatedAt"`;

export const schemeColumns = `s.id, s.region_id as "regionId", s.title, s.year, s.method, s.full_marks as "fullMarks", s.published, s.updated_at as "updatedAt"`;

export const toEvaluation = (row: object): Evaluation => hydrate(Evaluation, row);
export const toScheme = (row: object): EvaluationScheme => hydrate(EvaluationScheme, row);

export const evaluationByKey = loadOne<number, Evaluation>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${evaluationColumns} from evaluation v where v.id = any($1)`, [keys])).map(toEvaluation),
  (evaluation) => evaluation.id,
);

export const schemeByKey = loadOne<number, EvaluationScheme>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${schemeColumns} from evaluation_scheme s where s.id = any($1)`, [keys])).map(toScheme),
  (scheme) => scheme.id,
);

export const indicatorsOfScheme = loadMany<number, EvaluationIndicator>(
  async (reader, keys) =>
    (
      await reader.rows<object>(
        `select scheme_id as "schemeId", code, parent_code as "parentCode", position, title, weight, full_marks as "fullMarks", is_veto as veto, published
         from evaluation_indicator where scheme_id = any($1) order by scheme_id, position`,
        [keys],
      )
    ).map((row) => hydrate(EvaluationIndicator, row)),
  (indicator) => indicator.schemeId,
);

export const scoresOfEvaluation = loadMany<number, EvaluationScore>(
  async (reader, keys) =>
    (
      await reader.rows<object>(
        `select x.evaluation_id as "evaluationId", x.scheme_id as "schemeId", x.code, x.score, x.deductions, x.evidence, x.is_veto_hit as "vetoHit", x.published
         from evaluation_score x join evaluation_indicator i on i.scheme_id = x.scheme_id and i.code = x.code
         where x.evaluation_id = any($1) order by x.evaluation_id, i.position`,
        [keys],
      )
    ).map((row) => hydrate(EvaluationScore, row)),
  (score) => score.evaluationId,
);

registerNode('Evaluation', (context, key) => evaluationByKey(context).load(key));
registerNode('EvaluationScheme', (context, key) => schemeByKey(context).load(key));
