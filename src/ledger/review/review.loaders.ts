import { hydrate, loadMany, loadOne, mayActFor, registerNode, roles, type LoaderOf } from '../../platform/graphql';
import { Review } from './review';
import { ReviewReceipt } from './review-receipt';
import { ReviewSubmission } from './review-submission';
import type { ReviewSubjectType } from './review-subject';

export const submissionColumns = `s.id, s.subject_type as "subjectType", s.subject_id as "subjectId", s.round, s.region_id as "regionId",
  s.unit_id as "unitId", s.content_sha256 as "contentSha256", s.authors, s.submitted_by as "submittedBy", s.submitted_at as "submittedAt",
  s.note, s.state, s.step, s.closed_at as "closedAt", s.void_reason as "voidReason", s.updated_at as "updatedAt"`;

export const toSubmission = (row: object): ReviewSubmission => hydrate(ReviewSubmission, row);

export const submissionByKey = loadOne<number, ReviewSubmission>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${submissionColumns} from review_submission s where s.id = any($1)`, [keys])).map(toSubmission),
  (submission) => submission.id,
);

export const stagesOfSubmission = loadMany<number, Review>(
  async (reader, keys) =>
    (
      await reader.rows<object>(
        `select submission_id as "submissionId", position, step, kind, title_zh as "titleZh", title_en as "titleEn", unit_id as "unitId",
           reviewer, decision, comment, decided_at as "decidedAt"
         from review where submission_id = any($1) order by submission_id, position`,
        [keys],
      )
    ).map((row) => hydrate(Review, row)),
  (review) => review.submissionId,
);

/** The receipts of one sort of record, by the record's key. */
const receiptOf = (type: ReviewSubjectType): LoaderOf<number, ReviewReceipt | null> =>
  loadOne<number, ReviewReceipt>(
    async (reader, keys) =>
      (
        await reader.rows<object>(
          `select subject_type as "subjectType", subject_id as "subjectId", route, content_sha256 as "contentSha256", rounds,
             submitted_at as "submittedAt", completed_at as "completedAt", stages, override_reason as "overrideReason",
             corrected_at as "correctedAt", published_at as "publishedAt", published
           from review_receipt where subject_type = $2 and subject_id = any($1) and published`,
          [keys, type],
        )
      ).map((row) => hydrate(ReviewReceipt, row)),
    (receipt) => receipt.subjectId,
  );

export const receiptOfPlan = receiptOf('PLAN');
export const receiptOfEntry = receiptOf('LEDGER_ENTRY');
export const receiptOfEvaluation = receiptOf('EVALUATION');

registerNode(
  'ReviewSubmission',
  async (context, key) => {
    const submission = await submissionByKey(context).load(key);
    const isOfOthers = context.viewer?.role === 'REPORTER' && !mayActFor(context.viewer, submission?.unitId ?? 0);
    return isOfOthers ? null : submission;
  },
  roles,
);
