import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { conflict, forbidden, mayActFor, type Viewer } from '../../platform/graphql';
import { contentHash } from './content-hash';
import { Review } from './review';
import { chainInForce } from './review-chain.read-model';
import { reviewSubject, type ReviewContent } from './review-subject';
import { ReviewSubmission } from './review-submission';
import { subjectGlobalId } from './subject-id';
import { latestRound, submissionInForce, voidSubmission, type ReviewItem } from './submission-store';

/**
 * Puts a record before the stages that hold where it belongs, bound to its content as it is now. CONFLICT where it is in
 * review already or has passed; FORBIDDEN where the caller's role does not submit such records.
 */
export async function submitForReview(
  manager: EntityManager,
  viewer: Viewer,
  item: ReviewItem,
  note: string | null,
): Promise<{ submissionId: number }> {
  const { submissionId, after } = await openRound(manager, viewer, item, note);
  await appendAuditEvent(manager, {
    actor: viewer.subject,
    action: 'review.submit',
    subject: subjectGlobalId(item),
    payload: { before: null, after },
  });
  return { submissionId };
}

/** Opens a round of review; its event is the caller's. */
export async function openRound(
  manager: EntityManager,
  viewer: Viewer,
  item: ReviewItem,
  note: string | null,
): Promise<{ submissionId: number; after: { round: number; contentSha256: string; note: string | null } }> {
  const subject = reviewSubject(item.type);
  const content = await subject.content(manager, item.id);
  refuseUnlessMaySubmit(viewer, item, content);
  const contentSha256 = contentHash(content.hashed);
  await clearWay(manager, item, contentSha256);
  await subject.submit?.(manager, item.id);
  const round = ((await latestRound(manager, item))?.round ?? 0) + 1;
  const authors = new Set([content.author, ...((await subject.authors?.(manager, item.id)) ?? []), viewer.subject]);
  const inserted = await manager.insert(ReviewSubmission, {
    subjectType: item.type,
    subjectId: item.id,
    round,
    regionId: content.regionId,
    unitId: content.unitId,
    contentSha256,
    authors: [...authors].sort(),
    submittedBy: viewer.subject,
    submittedAt: () => 'now()',
    note,
    state: 'OPEN',
    step: 1,
    updatedAt: () => 'now()',
  });
  const submissionId = inserted.identifiers[0]!['id'] as number;
  await insertStages(manager, submissionId, item, content);
  return { submissionId, after: { round, contentSha256, note } };
}

function refuseUnlessMaySubmit(viewer: Viewer, { type }: ReviewItem, { unitId }: ReviewContent): void {
  const may = type === 'LEDGER_ENTRY' ? unitId !== null && mayActFor(viewer, unitId) : ['PLANNER', 'ADMINISTRATOR'].includes(viewer.role);
  if (!may)
    throw forbidden(
      type === 'LEDGER_ENTRY'
        ? 'An entry is submitted by a reporter of its own unit. / 台账填报由本单位填报人送审。'
        : 'This is submitted by a planner or an administrator. / 由计划管理员或系统管理员送审。',
    );
}

/** What passed or waits with other content than the present one is void; with the same content it stands in the way. */
async function clearWay(manager: EntityManager, item: ReviewItem, contentSha256: string): Promise<void> {
  const earlier = await submissionInForce(manager, item);
  if (!earlier) return;
  if (earlier.contentSha256 === contentSha256)
    throw conflict(
      earlier.state === 'OPEN' ? 'It is in review already. / 已在审核中。' : 'It has passed its review already. / 已通过审核。',
    );
  await voidSubmission(manager, earlier, 'CONTENT_CHANGED');
}

/** The stages as they hold today: a later change of the chain leaves this round alone. */
async function insertStages(manager: EntityManager, submissionId: number, { type }: ReviewItem, content: ReviewContent): Promise<void> {
  const { regionId, unitId } = content;
  const { stages } = await chainInForce((sql, params) => manager.query(sql, [...params]), { regionId, unitId, subjectType: type });
  await manager.insert(
    Review,
    stages.map(({ position, step, kind, titleZh, titleEn, unitId: limit, ofOwnUnit }) => ({
      submissionId,
      position,
      step,
      kind,
      titleZh,
      titleEn,
      unitId: ofOwnUnit ? unitId : limit,
    })),
  );
}
