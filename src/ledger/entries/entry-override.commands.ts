import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, globalId, type Viewer } from '../../platform/graphql';
import { writeOverrideReceipt } from '../review/receipt.commands';
import { latestRound, submissionInForce, voidSubmission, type ReviewItem } from '../review/submission-store';
import { rememberWithdrawnEntry } from '../withdrawal/remember-withdrawal';
import { holdEntry, makePublic, takeAway } from './entry-publication';

const itemOf = (id: number): ReviewItem => ({ type: 'LEDGER_ENTRY', id });

/** Makes an entry public without its stages of review. Nobody does so with what they reported themselves. */
export async function publishEntry(manager: EntityManager, viewer: Viewer, id: number, reason: string): Promise<{ entryKey: number }> {
  const { entry } = await holdEntry(manager, id);
  if (entry.reportedBy === viewer.subject)
    throw new CommandRefusal('OWN_ENTRY', '不得公开本人填报的内容。 Nobody makes public what they reported themselves.', ['entryId']);
  if ((await latestRound(manager, itemOf(id)))?.state === 'NOT_DISCLOSED')
    throw new CommandRefusal(
      'NOT_TO_BE_DISCLOSED',
      '保密审查结论为不予主动公开，不得直接公开；请重新填报并送审。 The confidentiality review decided against publishing it; report anew and submit that.',
      ['entryId'],
    );
  const submission = await submissionInForce(manager, itemOf(id));
  if (submission) await voidSubmission(manager, submission, 'OVERRIDDEN');
  await makePublic(manager, id, ['DRAFT', 'IN_REVIEW', 'RETURNED']);
  await writeOverrideReceipt(manager, itemOf(id), reason);
  await append(manager, viewer, 'entry.publish', id, reason, [entry.state, 'PUBLISHED']);
  return { entryKey: id };
}

/** Takes a public entry away, whether it passed its stages or was made public by an override. */
export async function withdrawEntry(manager: EntityManager, viewer: Viewer, id: number, reason: string): Promise<{ entryKey: number }> {
  const { entry } = await holdEntry(manager, id);
  await takeAway(manager, id);
  const submission = await submissionInForce(manager, itemOf(id));
  if (submission) await voidSubmission(manager, submission, 'WITHDRAWN');
  await manager.query(`update review_receipt set published = false where subject_type = 'LEDGER_ENTRY' and subject_id = $1`, [id]);
  await rememberWithdrawnEntry(manager, id, reason);
  await append(manager, viewer, 'entry.withdraw', id, reason, [entry.state, 'WITHDRAWN']);
  return { entryKey: id };
}

async function append(
  manager: EntityManager,
  { subject: actor }: Viewer,
  action: string,
  id: number,
  reason: string,
  [before, after]: [string, string],
): Promise<void> {
  const subject = globalId('LedgerEntry', id);
  await appendAuditEvent(manager, { actor, action, subject, payload: { reason, before: { state: before }, after: { state: after } } });
}
