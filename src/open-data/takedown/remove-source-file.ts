import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { conflict, globalId, notFound } from '../../platform/graphql';
import { SourceDocument } from '../../plans';

/**
 * Takes the bytes of a source file away for good, uploads of the same bytes included. Its hash, the time and the reason stay.
 * CONFLICT where they are gone already.
 */
export async function removeSourceFile(manager: EntityManager, id: number, reason: string, actor: string): Promise<void> {
  const document = await manager.createQueryBuilder(SourceDocument, 'd').setLock('pessimistic_write').where('d.id = :id', { id }).getOne();
  if (!document) throw notFound('There is no such source file. / 没有这份来源文件。');
  if (document.removedAt) throw conflict('The source file is removed already. / 该来源文件已被移除。');
  const removedAt = new Date();
  await manager.update(SourceDocument, id, { content: null, removedAt, removedReason: reason });
  await manager.query(`delete from upload where encode(sha256(content), 'hex') = $1`, [document.sha256]);
  await appendAuditEvent(manager, {
    actor,
    action: 'source.remove',
    subject: globalId('SourceDocument', id),
    payload: {
      reason,
      before: { sha256: document.sha256, byteSize: document.byteSize, isRemoved: false },
      after: { sha256: document.sha256, removedAt: removedAt.toISOString(), isRemoved: true },
    },
  });
}
