import { In, type EntityManager } from 'typeorm';
import { conflict, globalId, notFound } from '../../platform/graphql';
import { holdObligation, type HeldObligation } from '../obligations/held-obligation';
import { refreshLedger } from '../obligations/obligation-facts';
import { registerReviewSubject } from '../review/review-subject';
import { LedgerEntry, type EntryState } from './ledger-entry';

/** Locks an entry behind its obligation. NOT_FOUND where there is none. */
export async function holdEntry(manager: EntityManager, id: number): Promise<{ entry: LedgerEntry; held: HeldObligation }> {
  const [found] = await manager.query<{ obligationId: number }[]>(
    'select obligation_id as "obligationId" from ledger_entry where id = $1',
    [id],
  );
  if (!found) throw notFound('There is no such entry. / 没有这条填报。');
  const held = await holdObligation(manager, found.obligationId);
  const entry = await manager.findOneOrFail(LedgerEntry, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return { entry, held };
}

/**
 * Makes an entry public, which the caller holds: it counts for its period in the place of the one before. CONFLICT where it cannot,
 * or a later one is public.
 */
export async function makePublic(manager: EntityManager, id: number, from: readonly EntryState[]): Promise<void> {
  const entry = await manager.findOneByOrFail(LedgerEntry, { id });
  if (!from.includes(entry.state)) throw wrongState(entry.state);
  const samePeriod = 'obligation_id = $1 and period = $2 and occurrence_due_on is not distinct from $3';
  const key = [entry.obligationId, entry.period, entry.occurrenceDueOn];
  const later = await manager.query<object[]>(`select from ledger_entry where ${samePeriod} and state = 'PUBLISHED' and id > $4`, [
    ...key,
    id,
  ]);
  if (later.length > 0) throw conflict('A later report on the same period is public. / 同一填报期已有更新的填报公开。');
  await manager.query(`update ledger_entry set is_current = false where ${samePeriod} and is_current`, key);
  await manager.update(LedgerEntry, id, { state: 'PUBLISHED', isCurrent: true, publishedAt: () => 'now()' });
  await refreshLedger(manager, { obligationId: entry.obligationId });
}

/** Takes a public entry away; the one before it on the same period counts again. CONFLICT where it is not public. */
export async function takeAway(manager: EntityManager, id: number): Promise<void> {
  const { entry } = await holdEntry(manager, id);
  if (entry.state !== 'PUBLISHED') throw wrongState(entry.state);
  await manager.update(LedgerEntry, id, { state: 'WITHDRAWN', isCurrent: false });
  if (entry.isCurrent) {
    await manager.query(
      `update ledger_entry set is_current = true where id = (
         select id from ledger_entry where obligation_id = $1 and period = $2 and occurrence_due_on is not distinct from $3 and state = 'PUBLISHED'
         order by id desc limit 1)`,
      [entry.obligationId, entry.period, entry.occurrenceDueOn],
    );
  }
  await refreshLedger(manager, { obligationId: entry.obligationId });
}

/** Of an entry that the caller holds: its content was asked for. */
async function move(manager: EntityManager, id: number, from: readonly EntryState[], to: EntryState): Promise<void> {
  const { affected } = await manager.update(LedgerEntry, { id, state: In([...from]) }, { state: to });
  if (!affected) throw wrongState((await manager.findOneByOrFail(LedgerEntry, { id })).state);
}

const stateWords: Readonly<Record<EntryState, [zh: string, en: string]>> = {
  DRAFT: ['尚未送审', 'is not submitted'],
  IN_REVIEW: ['正在审核', 'is in review'],
  RETURNED: ['已退回', 'was sent back'],
  SUPERSEDED: ['已被新的填报替换', 'was superseded'],
  PUBLISHED: ['已公开', 'is public'],
  WITHDRAWN: ['已撤回', 'is withdrawn'],
};

function wrongState(state: EntryState) {
  const [zh, en] = stateWords[state];
  return conflict(`The entry ${en}. / 该填报${zh}。`);
}

/** All that a reviewer approves. */
function reviewedContent(entry: LedgerEntry) {
  const { period, occurrenceDueOn, status, percentage, times, completedOn, triggeredOn, narrative, problems, nextStep } = entry;
  return {
    obligation: globalId('Obligation', entry.obligationId),
    ...{ period, occurrenceDueOn, status, percentage, times, completedOn, triggeredOn, narrative, problems, nextStep },
    measures: entry.measureRows,
    evidence: entry.evidence,
  };
}

registerReviewSubject({
  type: 'LEDGER_ENTRY',
  async content(manager, id) {
    const { entry, held } = await holdEntry(manager, id);
    return { hashed: reviewedContent(entry), author: entry.reportedBy, regionId: held.regionId, unitId: held.unitId };
  },
  submit: (manager, id) => move(manager, id, ['DRAFT', 'RETURNED'], 'IN_REVIEW'),
  approve: (manager, id) => makePublic(manager, id, ['IN_REVIEW']),
  return: (manager, id) => move(manager, id, ['IN_REVIEW'], 'RETURNED'),
  withdraw: takeAway,
});
