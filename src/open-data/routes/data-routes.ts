import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Reader } from '../../platform/database';
import { badUserInput } from '../../platform/graphql';
import { checksums, describeRelease, findRelease, findReleaseFile, listRecentReleases, mediaTypeOf, releaseFiles } from '../release';
import { flag } from './query-parameters';
import { sendStoredFile } from './send-stored-file';

/** The largest file, over the slowest line that is worth serving. */
const downloadTimeoutMs = 6 * 3_600_000;

const fileName = ':name(^[a-z-]+\\.(?:jsonl|csv|xlsx|parquet|json)$)';
const releaseNumber = ':number(^[1-9][0-9]{0,8}$)';

interface DataRouteOptions {
  reader: Reader;
  publicBaseUrl: string;
  /** Sees to it that the latest release has what is public now. */
  refresh: () => Promise<void>;
}

type FileRequest = FastifyRequest<{ Params: { number?: string; name: string } }>;

/** `/data/…`: the files of the latest release; `/data/releases/{n}/…`: those of one release, for good. */
export function addDataRoutes(app: FastifyInstance, { reader, publicBaseUrl, refresh }: DataRouteOptions): void {
  const sendFile = async (request: FileRequest, reply: FastifyReply, number: number | null) => {
    const { name } = request.params;
    const withByteOrderMark = flag(request.query, 'bom');
    if (withByteOrderMark && !name.endsWith('.csv')) throw badUserInput('`bom` is for CSV only. / 参数 bom 只用于 CSV。');
    const file = await findReleaseFile(reader, number, name);
    if (!file) return reply.callNotFound();
    if (number === null) void reply.header('Content-Location', `${publicBaseUrl}/data/releases/${file.releaseNumber}/${name}`);
    const { sha256, byteSize } = file;
    return sendStoredFile(request, reply, reader, {
      name,
      sha256,
      byteSize,
      mediaType: mediaTypeOf(name),
      withByteOrderMark,
      isImmutable: number !== null,
    });
  };
  const sendChecksums = async (reply: FastifyReply, number: number | null) => {
    const release = await findRelease(reader, number);
    if (!release) return reply.callNotFound();
    return sendText(reply, checksums(await releaseFiles(reader, release)));
  };
  const sendDescription = async (reply: FastifyReply, number: number) => {
    const release = await findRelease(reader, number);
    if (!release) return reply.callNotFound();
    return reply.send(describeRelease(release, await releaseFiles(reader, release), publicBaseUrl));
  };

  const slowly = { config: { answerTimeoutMs: downloadTimeoutMs } };
  app.get(`/data/${fileName}`, slowly, async (request: FileRequest, reply) => {
    await refresh();
    return sendFile(request, reply, null);
  });
  app.get(`/data/releases/${releaseNumber}/${fileName}`, slowly, async (request: FileRequest, reply) =>
    sendFile(request, reply, Number(request.params.number)),
  );
  app.get('/data/SHA256SUMS', async (_request, reply) => {
    await refresh();
    return sendChecksums(reply, null);
  });
  app.get<{ Params: { number: string } }>(`/data/releases/${releaseNumber}/SHA256SUMS`, async (request, reply) =>
    sendChecksums(reply, Number(request.params.number)),
  );
  app.get('/data/releases', async (_request, reply) => {
    await refresh();
    return reply.header('Cache-Control', 'public, max-age=0, must-revalidate').send(await listRecentReleases(reader, publicBaseUrl));
  });
  app.get<{ Params: { number: string } }>(`/data/releases/${releaseNumber}`, async (request, reply) =>
    sendDescription(reply, Number(request.params.number)),
  );
}

function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/plain; charset=utf-8').header('Cache-Control', 'public, max-age=0, must-revalidate').send(text);
}
