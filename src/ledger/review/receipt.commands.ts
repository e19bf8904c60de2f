import type { EntityManager } from 'typeorm';
import type { ReviewItem } from './submission-store';

/** Tells the public which stages a record, or the version that it became, has passed. An earlier receipt of it gives way; the audit log keeps it. */
export async function writeReviewedReceipt(manager: EntityManager, submissionId: number, becomes: ReviewItem | null = null): Promise<void> {
  await manager.query(
    `insert into review_receipt (subject_type, subject_id, route, submission_id, content_sha256, rounds, submitted_at, completed_at, stages, published)
     select coalesce($2, s.subject_type), coalesce($3, s.subject_id), 'REVIEWED', s.id, s.content_sha256, s.round, s.submitted_at, s.closed_at,
       (select jsonb_agg(jsonb_build_object('position', r.position, 'kind', r.kind, 'titleZh', r.title_zh, 'titleEn', r.title_en,
           'outcome', r.decision, 'decidedAt', r.decided_at) order by r.position) from review r where r.submission_id = s.id), true
     from review_submission s where s.id = $1
     on conflict (subject_type, subject_id) do update set route = excluded.route, submission_id = excluded.submission_id,
       content_sha256 = excluded.content_sha256, rounds = excluded.rounds, submitted_at = excluded.submitted_at,
       completed_at = excluded.completed_at, stages = excluded.stages, override_reason = null, corrected_at = null,
       published_at = now(), published = true`,
    [submissionId, becomes?.type ?? null, becomes?.id ?? null],
  );
}

/** Tells the public that a record did not pass its stages, and why it is public all the same. */
export async function writeOverrideReceipt(manager: EntityManager, { type, id }: ReviewItem, reason: string): Promise<void> {
  await manager.query(
    `insert into review_receipt (subject_type, subject_id, route, override_reason, published) values ($1, $2, 'OVERRIDE', $3, true)
     on conflict (subject_type, subject_id) do update set route = 'OVERRIDE', submission_id = null, content_sha256 = null, rounds = null,
       submitted_at = null, completed_at = null, stages = '[]', override_reason = excluded.override_reason, corrected_at = null,
       published_at = now(), published = true`,
    [type, id, reason],
  );
}
