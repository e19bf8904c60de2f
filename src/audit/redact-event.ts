import type { EntityManager } from 'typeorm';
import { CommandRefusal, globalId } from '../platform/graphql';
import { appendAuditEvent } from './append-event';
import { AuditEvent } from './audit-event';

export const redaction = 'audit.redact';

/**
 * Blanks what an event says of a change, such as personal data that must go. Its hash stays, so that the chain holds; that it was
 * done, by whom and why, is an event of its own, which cannot be blanked.
 */
export async function redactEvent(manager: EntityManager, eventKey: number, reason: string, actor: string): Promise<void> {
  const event = await manager
    .createQueryBuilder(AuditEvent, 'e')
    .setLock('pessimistic_write')
    .where('e.id = :eventKey', { eventKey })
    .getOne();
  if (!event) throw new CommandRefusal('NO_EVENT', 'There is no such audit event. / 没有这条审计记录。');
  if (event.payload === null) throw new CommandRefusal('REDACTED', 'This event is blank already. / 该记录的内容已隐去。');
  if (event.action === redaction)
    throw new CommandRefusal('IS_REDACTION', 'The record of a redaction itself stays as it is. / 隐去操作本身的记录不能隐去。');
  await manager.query('update audit_event set payload = null where id = $1', [eventKey]);
  await appendAuditEvent(manager, { actor, action: redaction, subject: globalId('AuditEvent', eventKey), payload: { reason } });
}
