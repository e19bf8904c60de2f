import { In, type EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { globalId, readKey, type Viewer } from '../../platform/graphql';
import { holdObligation, refuseUnlessMayReport, type HeldObligation } from '../obligations/held-obligation';
import { submissionInForce, voidSubmission } from '../review/submission-store';
import type { ReportProgressInput } from './entry.inputs';
import { LedgerEntry } from './ledger-entry';
import { checkReport, type ReportContent } from './report-content';

/** Reports on an obligation. What was said before about the same period is superseded, and stays. Gives the entry's key. */
export async function reportProgress(manager: EntityManager, viewer: Viewer, input: ReportProgressInput): Promise<{ entryKey: number }> {
  const held = await holdObligation(manager, readKey(input.obligationId, 'Obligation'));
  refuseUnlessMayReport(held, viewer);
  const content = await checkReport(manager, held, input);
  const { entryKey, supersedesId } = await insertEntry(manager, held, content, viewer.subject);
  await appendAuditEvent(manager, {
    actor: viewer.subject,
    action: 'entry.report',
    subject: globalId('LedgerEntry', entryKey),
    payload: {
      obligation: globalId('Obligation', held.id),
      before: supersedesId === null ? null : { entry: globalId('LedgerEntry', supersedesId) },
      after: content,
    },
  });
  return { entryKey };
}

/** Writes an entry behind the last one about the same period; what was not public yet gives way to it. Its event is the caller's. */
export async function insertEntry(
  manager: EntityManager,
  { id: obligationId, planId }: HeldObligation,
  content: ReportContent,
  reportedBy: string,
): Promise<{ entryKey: number; supersedesId: number | null }> {
  const earlier = await manager.query<{ id: number; state: LedgerEntry['state'] }[]>(
    `select id, state from ledger_entry where obligation_id = $1 and period = $2 and occurrence_due_on is not distinct from $3 order by id desc for update`,
    [obligationId, content.period, content.occurrenceDueOn],
  );
  await supersede(
    manager,
    earlier.filter(({ state }) => ['DRAFT', 'IN_REVIEW', 'RETURNED'].includes(state)),
  );
  const supersedesId = earlier[0]?.id ?? null;
  const inserted = await manager.insert(LedgerEntry, {
    ...content,
    planId,
    obligationId,
    supersedesId,
    reportedBy,
    reportedAt: () => 'now()',
    state: 'DRAFT',
    isCurrent: false,
    published: false,
    updatedAt: () => 'now()',
  } as never);
  return { entryKey: inserted.identifiers[0]!['id'] as number, supersedesId };
}

async function supersede(manager: EntityManager, entries: readonly Pick<LedgerEntry, 'id' | 'state'>[]): Promise<void> {
  for (const { id } of entries.filter(({ state }) => state === 'IN_REVIEW')) {
    const submission = await submissionInForce(manager, { type: 'LEDGER_ENTRY', id });
    if (submission) await voidSubmission(manager, submission, 'CONTENT_CHANGED');
  }
  if (entries.length > 0) await manager.update(LedgerEntry, { id: In(entries.map(({ id }) => id)) }, { state: 'SUPERSEDED' });
}
