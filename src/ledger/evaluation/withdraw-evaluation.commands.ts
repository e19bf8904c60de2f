import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { globalId } from '../../platform/graphql';
import { reviewSubject } from '../review/review-subject';
import { submissionInForce, voidSubmission, type ReviewItem } from '../review/submission-store';
import { rememberWithdrawnEvaluation } from '../withdrawal/remember-withdrawal';

/** Takes an evaluation away from the public and voids its approvals. CONFLICT where it is not public. */
export async function withdrawEvaluation(manager: EntityManager, id: number, actor: string, reason: string): Promise<void> {
  const item: ReviewItem = { type: 'EVALUATION', id };
  const subject = reviewSubject(item.type);
  await subject.content(manager, id);
  await subject.withdraw(manager, id, reason);
  const submission = await submissionInForce(manager, item);
  if (submission) await voidSubmission(manager, submission, 'WITHDRAWN');
  await manager.query(`update review_receipt set published = false where subject_type = 'EVALUATION' and subject_id = $1`, [id]);
  await rememberWithdrawnEvaluation(manager, id, reason);
  await appendAuditEvent(manager, {
    actor,
    action: 'evaluation.withdraw',
    subject: globalId('Evaluation', id),
    payload: { reason, before: { state: 'PUBLISHED' }, after: { state: 'WITHDRAWN' } },
  });
}
