import type { DataSource } from 'typeorm';
import { contentHash } from './content-hash';
import { reviewSubject, type ReviewSubjectType } from './review-subject';

/** What must hold of reviews at any time; each statement finds what breaks its rule. */
export const reviewRules: Readonly<Record<string, string>> = {
  'a plan is public by its review or by a recorded override': `
    select 'plan ' || p.id from plan p left join review_receipt c on c.subject_type = 'PLAN' and c.subject_id = p.id and c.published
    where p.published <> (c.subject_id is not null)`,
  'an entry is public by its review or by a recorded override': `
    select 'entry ' || e.id from ledger_entry e left join review_receipt c on c.subject_type = 'LEDGER_ENTRY' and c.subject_id = e.id and c.published
    where (e.state = 'PUBLISHED') <> (c.subject_id is not null)`,
  'an evaluation is public by its review': `
    select 'evaluation ' || v.id from evaluation v left join review_receipt c on c.subject_type = 'EVALUATION' and c.subject_id = v.id and c.published
    where v.published <> (c.subject_id is not null)
    union select 'score of evaluation ' || x.evaluation_id from evaluation_score x join evaluation v on v.id = x.evaluation_id where x.published <> v.published`,
  'a receipt tells of stages that were passed, all of them': `
    select lower(c.subject_type) || ' ' || c.subject_id from review_receipt c join review_submission s on s.id = c.submission_id
    where c.published and (s.state <> 'APPROVED' or s.content_sha256 <> c.content_sha256
      or ((s.subject_type, s.subject_id) <> (c.subject_type, c.subject_id) and not (s.subject_type = 'PLAN_VERSION' and c.subject_type = 'PLAN'
        and exists (select from plan_version v where v.id = s.subject_id and v.plan_id = c.subject_id)))
      or exists (select from review v where v.submission_id = s.id and (v.decision is null or v.decision not in ('APPROVE', 'DISCLOSE')
        or v.content_sha256 <> s.content_sha256)))`,
  'nobody holds two stages of one record, nor reviews what they wrote': `
    select 'submission ' || v.submission_id from review v where v.reviewer is not null group by v.submission_id having count(*) > count(distinct v.reviewer)
    union select 'submission ' || v.submission_id from review v join review_submission s on s.id = v.submission_id where v.reviewer = any (s.authors)`,
};

/** One text per public record whose content is not what was approved, though its receipt does not say that it was corrected. */
export async function changedSinceReview(owner: DataSource): Promise<string[]> {
  const receipts = await owner.query<{ type: ReviewSubjectType; id: number; sha256: string }[]>(
    `select subject_type as type, subject_id as id, content_sha256 as sha256 from review_receipt
     where published and route = 'REVIEWED' and corrected_at is null order by 1, 2`,
  );
  const changed: string[] = [];
  for (const { type, id, sha256 } of receipts) {
    const { hashed } = await owner.transaction((manager) => reviewSubject(type).content(manager, id));
    if (contentHash(hashed) !== sha256) changed.push(`what is public is what was approved: ${type.toLowerCase()} ${id}`);
  }
  return changed;
}
