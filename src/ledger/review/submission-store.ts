import { In, type EntityManager } from 'typeorm';
import { ReviewSubmission } from './review-submission';
import type { ReviewSubjectType } from './review-subject';
import type { ReviewVoidReason } from './review.enums';

/** A record that is reviewed. */
export interface ReviewItem {
  type: ReviewSubjectType;
  id: number;
}

/** The round of a record that is open or has passed, locked. Whoever asks holds the record's own lock already: it is always taken first. */
export function submissionInForce(manager: EntityManager, { type, id }: ReviewItem): Promise<ReviewSubmission | null> {
  return manager.findOne(ReviewSubmission, {
    where: { subjectType: type, subjectId: id, state: In(['OPEN', 'APPROVED']) },
    lock: { mode: 'pessimistic_write' },
  });
}

export async function latestRound(manager: EntityManager, { type, id }: ReviewItem): Promise<ReviewSubmission | null> {
  return manager.findOne(ReviewSubmission, { where: { subjectType: type, subjectId: id }, order: { round: 'DESC' } });
}

/** Its approvals count no longer; they stay on record. */
export async function voidSubmission(manager: EntityManager, submission: ReviewSubmission, voidReason: ReviewVoidReason): Promise<void> {
  await manager.update(ReviewSubmission, submission.id, {
    state: 'VOIDED',
    voidReason,
    step: null,
    closedAt: submission.closedAt ?? (() => 'now()'),
  });
}
