import type { EntityManager } from 'typeorm';
import { CommandRefusal } from '../../platform/graphql';

/** A file brought for a command stays this long. */
const keptFor = '1 day';

export interface Upload {
  fileName: string;
  content: Buffer;
}

/** Keeps a file for a later command and returns its id. Files that nobody used in time go. */
export async function saveUpload(manager: EntityManager, { fileName, content }: Upload, uploadedBy: string): Promise<string> {
  await manager.query(`delete from upload where created_at < now() - interval '${keptFor}'`);
  const [row] = await manager.query<{ id: string }[]>(
    'insert into upload (file_name, content, uploaded_by) values ($1, $2, $3) returning id',
    [fileName, content, uploadedBy],
  );
  return row!.id;
}

/** The file that this caller brought. Refused where there is none, or it is somebody else's. */
export async function findUpload(manager: EntityManager, id: string, uploadedBy: string): Promise<Upload> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const [row] = isId
    ? await manager.query<Upload[]>('select file_name as "fileName", content from upload where id = $1 and uploaded_by = $2', [
        id,
        uploadedBy,
      ])
    : [];
  if (!row)
    throw new CommandRefusal(
      'NO_UPLOAD',
      '没有您的这个上传文件，或已过期（保留一天）：请以同一账号重新上传（POST /uploads）。 There is no such upload of yours, or it has expired (one is kept for a day): upload the file again under the same account (POST /uploads).',
      ['uploadId'],
    );
  return row;
}
