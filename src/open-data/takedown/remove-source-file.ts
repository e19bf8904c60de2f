import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, conflict, globalId, notFound } from '../../platform/graphql';
import { SourceDocument } from '../../plans';

/**
 * Takes the bytes of a source file away for good, with uploads of the same bytes and with what was kept of its reading for later
 * versions. Its hash, the time and the reason stay. CONFLICT where they are gone already; refused while a version read from it waits.
 */
export async function removeSourceFile(manager: EntityManager, id: number, reason: string, actor: string): Promise<void> {
  const document = await manager.createQueryBuilder(SourceDocument, 'd').setLock('pessimistic_write').where('d.id = :id', { id }).getOne();
  if (!document) throw notFound('There is no such source file. / 没有这份来源文件。');
  if (document.removedAt) throw conflict('The source file is removed already. / 该来源文件已被移除。');
  await forgetReadings(manager, id);
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

async function forgetReadings(manager: EntityManager, documentId: number): Promise<void> {
  const versions = await manager.query<{ id: number; state: string }[]>(
    'select id, state from plan_version where source_document_id = $1 for update',
    [documentId],
  );
  if (versions.some(({ state }) => state === 'PENDING'))
    throw new CommandRefusal(
      'VERSION_WAITS',
      'A version read from this file waits to be published: put it aside by discardVersion first. / 由该文件读出的一个版本正待发布，请先用 discardVersion 弃用该版本。',
      ['sourceDocumentId'],
    );
  await manager.query('delete from version_reading where version_id = any($1)', [versions.map(({ id }) => id)]);
}
