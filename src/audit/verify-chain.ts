import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { globalId } from '../platform/graphql';
import { canonicalJson, hashOf } from './append-event';
import { AuditEvent } from './audit-event';
import { redaction } from './redact-event';

const eventsPerRead = 1_000;

/**
 * Walks the whole chain; one line per event that does not follow from the one before, does not match its hash, or was blanked
 * without a record of it. With a hash that was noted earlier, also that its event is still there.
 */
export async function verifyAuditChain(owner: DataSource, notedSha256: string | null = null): Promise<string[]> {
  const violations: string[] = [];
  const blank = new Map<string, number>();
  let isNotedThere = notedSha256 === null;
  let previousSha256 = '0'.repeat(64);
  for await (const event of allEvents(owner)) {
    if (event.previousSha256 !== previousSha256) violations.push(`audit event ${event.id}: does not follow the event before it`);
    if (event.sha256 !== hashOf(event)) violations.push(`audit event ${event.id}: altered`);
    if (event.payload === null) blank.set(globalId('AuditEvent', event.id), event.id);
    else if (event.payloadSha256 !== payloadHash(event.payload)) violations.push(`audit event ${event.id}: payload altered`);
    // A blank event comes before the record of it.
    if (event.action === redaction) blank.delete(event.subject);
    isNotedThere ||= event.sha256 === notedSha256;
    previousSha256 = event.sha256;
  }
  for (const id of blank.values()) violations.push(`audit event ${id}: payload taken away without a record of it`);
  if (!isNotedThere) violations.push(`audit head ${notedSha256}: not in the chain any more`);
  return violations;
}

async function* allEvents(owner: DataSource): AsyncGenerator<AuditEvent> {
  for (let lastId = 0, read = eventsPerRead; read === eventsPerRead;) {
    const query = owner.getRepository(AuditEvent).createQueryBuilder('e').where('e.id > :lastId', { lastId });
    const events = await query.orderBy('e.id').limit(eventsPerRead).getMany();
    yield* events;
    lastId = events.at(-1)?.id ?? lastId;
    read = events.length;
  }
}

function payloadHash(payload: unknown): string {
  return createHash('sha256').update(canonicalJson(payload), 'utf8').digest('hex');
}
