import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AuditEvent } from './audit-event';

export interface NewAuditEvent {
  actor: string;
  action: string;
  subject: string;
  payload: unknown;
}

/** Hash before the first event. */
const noEvent = '0'.repeat(64);

/** One writer at a time appends to the chain; held until its transaction ends. */
const chainLock = 7_206_001;

type Listener = (manager: EntityManager, event: NewAuditEvent) => Promise<void>;

const listeners: Listener[] = [];

/** Hears of every event as part of the command that appends it, before the chain is locked. */
export function whenAppended(listener: Listener): void {
  listeners.push(listener);
}

/**
 * Appends the event of a command, as the last statement of its transaction: the head of the chain is read only once the
 * lock is held, so that no two events follow the same one.
 */
export async function appendAuditEvent(manager: EntityManager, event: NewAuditEvent): Promise<void> {
  for (const listener of listeners) await listener(manager, event);
  await manager.query('select pg_advisory_xact_lock($1)', [chainLock]);
  const [head] = await manager.query<{ sha256: string }[]>('select sha256 from audit_event order by id desc limit 1');
  const payloadSha256 = sha256(canonicalJson(event.payload));
  const link = { ...event, occurredAt: new Date(), payloadSha256, previousSha256: head?.sha256 ?? noEvent };
  await manager.insert(AuditEvent, { ...link, payload: JSON.parse(canonicalJson(event.payload)) as object, sha256: hashOf(link) });
}

/** The hash that binds an event to what it says and to the event before it. */
export function hashOf(
  event: Pick<AuditEvent, 'occurredAt' | 'actor' | 'action' | 'subject' | 'payloadSha256' | 'previousSha256'>,
): string {
  const { occurredAt, actor, action, subject, payloadSha256, previousSha256 } = event;
  return sha256(canonicalJson({ occurredAt: occurredAt.toISOString(), actor, action, subject, payloadSha256, previousSha256 }));
}

/** JSON with sorted keys, so that equal contents have equal hashes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) && !(part instanceof Date)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
