import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { conflict, type Viewer } from '../../platform/graphql';
import { contentHash } from './content-hash';
import { refuseUnlessMayDecide, type StageDecision } from './decision-rules';
import { writeReviewedReceipt } from './receipt.commands';
import { Review } from './review';
import { reviewSubject } from './review-subject';
import { ReviewSubmission } from './review-submission';
import type { ReviewState } from './review.enums';
import { subjectGlobalId } from './subject-id';
import { submissionInForce, voidSubmission, type ReviewItem } from './submission-store';

/** What became of a round, and whether it was voided instead of decided, because its content is another one now. */
interface Decided {
  submissionId: number;
  voided: boolean;
}

/**
 * Decides one stage. The record is locked first, so that of two reviewers at the same moment one decides and the other finds
 * the stage taken (CONFLICT). Where the content is not what was submitted, the round is voided and nothing decided.
 */
export async function reviewItem(manager: EntityManager, viewer: Viewer, item: ReviewItem, decision: StageDecision): Promise<Decided> {
  const subject = reviewSubject(item.type);
  const contentSha256 = contentHash((await subject.content(manager, item.id)).hashed);
  const submission = await submissionInForce(manager, item);
  if (submission?.state !== 'OPEN') throw conflict('It is not in review. / 该记录不在审核中。');
  if (decision.submissionId !== null && decision.submissionId !== submission.id)
    throw conflict('It was submitted anew since; read it again. / 该记录已重新送审，请重新查看。');
  if (submission.contentSha256 !== contentSha256) {
    await voidSubmission(manager, submission, 'CONTENT_CHANGED');
    await subject.return(manager, item.id);
    await append(manager, viewer, item, decision, submission, { state: 'VOIDED', step: null });
    return { submissionId: submission.id, voided: true };
  }
  const stages = await manager.find(Review, { where: { submissionId: submission.id }, order: { position: 'ASC' } });
  refuseUnlessMayDecide(viewer, submission, stages, decision);
  await manager.update(Review, { submissionId: submission.id, position: decision.stage }, decided(viewer, decision, contentSha256));
  const after = await move(manager, submission, stages, decision);
  if (after.state === 'APPROVED') {
    await subject.approve(manager, item.id);
    if (!subject.isPublishedByCommand) await writeReviewedReceipt(manager, submission.id);
  } else if (after.state !== 'OPEN') await subject.return(manager, item.id);
  await append(manager, viewer, item, decision, submission, after);
  return { submissionId: submission.id, voided: false };
}

function decided({ subject: reviewer }: Viewer, { decision, comment }: StageDecision, contentSha256: string) {
  return { reviewer, decision, comment, contentSha256, decidedAt: () => 'now()' };
}

/** The next step opens when every stage of this one has approved; what is refused ends the round. */
async function move(
  manager: EntityManager,
  submission: ReviewSubmission,
  stages: readonly Review[],
  { stage, decision }: StageDecision,
): Promise<{ state: ReviewState; step: number | null }> {
  const waiting = stages.filter(({ position, decision: earlier }) => earlier === null && position !== stage).map(({ step }) => step);
  const after =
    decision !== 'APPROVE' && decision !== 'DISCLOSE'
      ? { state: refusedState(decision), step: null }
      : waiting.length === 0
        ? { state: 'APPROVED' as const, step: null }
        : { state: 'OPEN' as const, step: Math.min(...waiting) };
  await manager.update(ReviewSubmission, submission.id, { ...after, closedAt: after.state === 'OPEN' ? null : () => 'now()' });
  return after;
}

/** What may only be told to applicants, or to nobody, is not to be published; everything else can be mended. */
function refusedState(decision: StageDecision['decision']): ReviewState {
  return decision === 'DO_NOT_DISCLOSE' || decision === 'DISCLOSE_ON_APPLICATION' ? 'NOT_DISCLOSED' : 'RETURNED';
}

async function append(
  manager: EntityManager,
  { subject: actor }: Viewer,
  item: ReviewItem,
  { stage, decision, comment }: StageDecision,
  { round, contentSha256, state, step }: ReviewSubmission,
  after: { state: ReviewState; step: number | null },
): Promise<void> {
  await appendAuditEvent(manager, {
    actor,
    action: 'review.decide',
    subject: subjectGlobalId(item),
    payload: { round, contentSha256, stage, decision, comment, before: { state, step }, after },
  });
}
