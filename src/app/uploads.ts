import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { saveUpload } from '../intake';
import type { Database } from '../platform/database';
import { badUserInput, demandRole, type Viewer } from '../platform/graphql';

const largestFileBytes = 20 * 1024 * 1024;

/** `POST /uploads`: one file, by multipart form, for a later command. Answers the id under which the command finds it. */
export async function addUploadRoute(app: FastifyInstance, database: Database): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fileSize: largestFileBytes, fields: 0, parts: 1 } });
  app.post(
    '/uploads',
    { config: { audience: 'internal' }, bodyLimit: largestFileBytes + 64 * 1024 },
    async (request, reply): Promise<FastifyReply> => {
      const { subject } = demandRole(request.viewer as Viewer | null, ['PLANNER', 'ADMINISTRATOR', 'REPORTER']);
      if (!request.isMultipart())
        throw badUserInput(
          'Send the file as multipart/form-data, such as by `curl -F file=@plan.docx`. / 请以 multipart/form-data 上传文件，如 curl -F file=@plan.docx。',
        );
      const part = await request.file();
      if (!part)
        throw badUserInput('The form holds no file: send one in a field, such as `file`. / 表单中没有文件：请在 file 字段中上传一个文件。');
      const content = await part.toBuffer();
      // The library notices a cut in the last piece only by this mark.
      if (part.file.truncated) throw Object.assign(new Error('file too large'), { statusCode: 413 });
      if (content.length === 0) throw badUserInput('The file is empty: choose the document itself. / 文件是空的：请选择文件原件。');
      const fileName = part.filename.slice(0, 255) || 'upload';
      const uploadId = await database.owner.transaction((manager) => saveUpload(manager, { fileName, content }, subject));
      return reply.code(201).send({ uploadId, fileName, byteSize: content.length });
    },
  );
}
