import { IsNull, Not, type EntityManager } from 'typeorm';
import { SourceDocument } from '../../plans';
import { ImportRefusal } from './import-refusal';

/** A file that was removed as the law required is not taken in again: its hash was kept for this. */
export async function refuseRemoved(manager: EntityManager, sha256: string): Promise<void> {
  const removed = await manager.findOneBy(SourceDocument, { sha256, removedAt: Not(IsNull()) });
  if (!removed) return;
  const day = removed.removedAt!.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const reason = removed.removedReason ?? '';
  throw new ImportRefusal(
    `该文件已于 ${day} 依法移除（${reason}），不能再次导入；如有删减后的文件，请导入该文件。 This very file was removed on ${day} (${reason}) and cannot be imported again; import a version of it without what had to go.`,
    1,
    'FILE_REMOVED',
  );
}
