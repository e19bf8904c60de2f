import type { FastifyInstance } from 'fastify';
import type { Reader } from '../../platform/database';
import { gone } from '../../platform/graphql';
import { attachment } from './attachment';

interface DocumentRow {
  fileName: string;
  mediaType: string;
  encoding: string | null;
  content: Buffer | null;
  removedAt: Date | null;
  removedReason: string | null;
}

/** `/documents/{sha256}`: the files from which public plans were read, byte by byte as they came; 410 with the reason for one that was removed, or whose plan was withdrawn. */
export function addDocumentRoutes(app: FastifyInstance, reader: Reader): void {
  app.get<{ Params: { sha256: string } }>('/documents/:sha256(^[0-9a-f]{64}$)', async (request, reply) => {
    const { sha256 } = request.params;
    const [document] = await reader.rows<DocumentRow>(
      `select file_name as "fileName", media_type as "mediaType", encoding, content, removed_at as "removedAt", removed_reason as "removedReason"
       from source_document where sha256 = $1`,
      [sha256],
    );
    if (!document) {
      const withdrawal = await findWithdrawal(reader, sha256);
      if (withdrawal) throw withdrawal;
      return reply.callNotFound();
    }
    const { fileName, mediaType, encoding, content, removedAt, removedReason } = document;
    if (!content) {
      const message = `The file was removed: ${removedReason} / 该文件已被移除：${removedReason}`;
      throw gone(message, { name: fileName, sha256, removedAt: removedAt?.toISOString() ?? null, reason: removedReason });
    }
    return reply
      .type(encoding ? `${mediaType}; charset=${encoding}` : mediaType)
      .header('Content-Disposition', attachment(fileName))
      .header('Cache-Control', 'public, max-age=0, must-revalidate')
      .header('ETag', `"${sha256}"`)
      .send(content);
  });
}

interface WithdrawalRow {
  title: string | null;
  reason: string;
  withdrawnAt: Date;
}

/** Of the plan that was read from the file, where the public may know of it: its file went with it. */
async function findWithdrawal(reader: Reader, sha256: string): Promise<Error | null> {
  const [plan] = await reader.rows<WithdrawalRow>(
    `select title, reason, withdrawn_at as "withdrawnAt" from withdrawn_plan where source_sha256 = $1 and published
     order by withdrawn_at desc limit 1`,
    [sha256],
  );
  if (!plan) return null;
  const { title, reason, withdrawnAt } = plan;
  const message = `The plan of this file was withdrawn: ${reason} / 该文件的要点已撤回：${reason}`;
  return gone(message, { name: title, sha256, removedAt: withdrawnAt.toISOString(), reason });
}
