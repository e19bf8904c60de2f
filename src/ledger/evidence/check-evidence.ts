import type { DataSource, EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { followOut, OutboundFailure, type OutboundRules } from '../../platform/outbound';
import type { EvidenceStatus } from './evidence-check';

/** Asked for at the same time: many links lead to the same small site. */
const lanes = 4;
const timeoutMs = 10_000;
/** Written together, with one event of the audit log. */
const linksPerBatch = 50;
/** Of one run; the rest has its turn at the next. */
const batchesPerRun = 10;

export interface EvidenceChecking {
  owner: DataSource;
  /** After how many days a link is asked for again; one that was not reachable after one day. */
  everyDays: number;
  rules: OutboundRules;
  userAgent: string;
  stop: AbortSignal;
}

interface Found {
  url: string;
  status: EvidenceStatus;
  httpStatus: number | null;
  failure: string | null;
}

/** Asks for links to evidence whose time has come, those that nobody asked for yet first, and notes what came of it. */
export async function checkEvidence(checking: EvidenceChecking): Promise<void> {
  for (let batch = 0; batch < batchesPerRun && !checking.stop.aborted; batch += 1) {
    const urls = await waitingLinks(checking);
    const found = await askAll(checking, urls);
    if (found.length > 0) await checking.owner.transaction((manager) => note(manager, found));
    if (urls.length < linksPerBatch) return;
  }
}

/** Links of entries that are public or may become so, each address once. */
async function waitingLinks({ owner, everyDays }: EvidenceChecking): Promise<string[]> {
  const rows = await owner.query<{ url: string }[]>(
    `select c.url from evidence_check c join ledger_entry e on e.id = c.entry_id
     where e.state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED')
       and (c.checked_at is null or c.checked_at < now() - make_interval(days => case c.status when 'UNREACHABLE' then 1 else $1 end))
     group by c.url order by min(c.checked_at) nulls first, c.url limit ${linksPerBatch}`,
    [everyDays],
  );
  return rows.map(({ url }) => url);
}

async function askAll(checking: EvidenceChecking, urls: readonly string[]): Promise<Found[]> {
  const waiting = [...urls];
  const found: Found[] = [];
  const lane = async () => {
    for (let url = waiting.shift(); url !== undefined && !checking.stop.aborted; url = waiting.shift()) {
      const one = await ask(checking, url);
      if (one) found.push(one);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return found;
}

/** Null where it was broken off: that says nothing about the link. */
async function ask({ rules, userAgent, stop }: EvidenceChecking, url: string): Promise<Found | null> {
  const headers = { 'user-agent': userAgent, accept: '*/*' };
  try {
    const httpStatus = await followOut({ url: new URL(url), headers, timeoutMs, signal: stop }, rules);
    return { url, status: httpStatus >= 200 && httpStatus < 300 ? 'REACHABLE' : 'UNREACHABLE', httpStatus, failure: null };
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    if (error.code === 'STOPPED') return null;
    return { url, status: error.code === 'ADDRESS_NOT_ALLOWED' ? 'NOT_ASKED' : 'UNREACHABLE', httpStatus: null, failure: error.code };
  }
}

async function note(manager: EntityManager, found: readonly Found[]): Promise<void> {
  const urls = found.map(({ url }) => url);
  const before = await manager.query<Found[]>(
    `select distinct on (url) url, status, http_status as "httpStatus", failure from evidence_check
     where url = any($1) and checked_at is not null order by url, checked_at desc`,
    [urls],
  );
  await manager.query(
    `update evidence_check c set status = n.status, http_status = n."httpStatus", failure = n.failure, checked_at = now()
     from jsonb_to_recordset($1) as n(url text, status text, "httpStatus" integer, failure text) where c.url = n.url`,
    [JSON.stringify(found)],
  );
  await appendAuditEvent(manager, {
    actor: 'gongkai serve',
    action: 'evidence.check',
    subject: 'evidence',
    payload: { before, after: [...found].sort((a, b) => (a.url < b.url ? -1 : 1)) },
  });
}
