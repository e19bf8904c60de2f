import type { DataSource } from 'typeorm';
import { AuditEvent } from './audit-event';
import { canonicalJson, hashOf } from './append-event';
import { createHash } from 'node:crypto';

const eventsPerRead = 1_000;

/** Walks the whole chain; one line per event that does not follow from the one before, or does not match its hash. */
export async function verifyAuditChain(owner: DataSource): Promise<string[]> {
  const violations: string[] = [];
  let previousSha256 = '0'.repeat(64);
  let lastId = 0;
  for (;;) {
    const events = await owner
      .getRepository(AuditEvent)
      .createQueryBuilder('e')
      .where('e.id > :lastId', { lastId })
      .orderBy('e.id')
      .limit(eventsPerRead)
      .getMany();
    for (const event of events) {
      if (event.previousSha256 !== previousSha256) violations.push(`audit event ${event.id}: does not follow the event before it`);
      if (event.sha256 !== hashOf(event)) violations.push(`audit event ${event.id}: altered`);
      if (event.payload !== null && event.payloadSha256 !== payloadHash(event.payload))
        violations.push(`audit event ${event.id}: payload altered`);
      previousSha256 = event.sha256;
      lastId = event.id;
    }
    if (events.length < eventsPerRead) return violations;
  }
}

function payloadHash(payload: unknown): string {
  return createHash('sha256').update(canonicalJson(payload), 'utf8').digest('hex');
}
