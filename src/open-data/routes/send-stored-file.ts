import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reader } from '../../platform/database';
import { readStoredFile, type StoredContent } from '../storage';
import { readByteRange } from './byte-range';

/** The mark by which spreadsheet programs know UTF-8. */
const byteOrderMark = Buffer.from('efbbbf', 'hex');

export interface Download extends StoredContent {
  name: string;
  mediaType: string;
  withByteOrderMark?: boolean;
  /** Its address means these bytes for good. */
  isImmutable: boolean;
}

/** Sends a stored file as an attachment: whole, or the range that is asked for, so that a broken download can go on. */
export function sendStoredFile(request: FastifyRequest, reply: FastifyReply, reader: Reader, file: Download): FastifyReply {
  const prefix = file.withByteOrderMark ? byteOrderMark : Buffer.alloc(0);
  const size = file.byteSize + prefix.length;
  const tag = `"${file.sha256}${prefix.length > 0 ? '-bom' : ''}"`;
  void reply
    .type(file.mediaType)
    .header('Content-Disposition', `attachment; filename="${file.name}"`)
    .header('Cache-Control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate')
    .header('Accept-Ranges', 'bytes')
    .header('ETag', tag);
  const { range: wanted, 'if-range': ifRange } = request.headers;
  const range = ifRange === undefined || ifRange === tag ? readByteRange(wanted, size) : null;
  if (range === 'unsatisfiable') return reply.code(416).header('Content-Range', `bytes */${size}`).send('');
  const { start, end } = range ?? { start: 0, end: size };
  if (range) void reply.code(206).header('Content-Range', `bytes ${start}-${end - 1}/${size}`);
  void reply.header('Content-Length', end - start);
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  return reply.send(Readable.from(bytesOf(reader, file, prefix, start, end), { objectMode: false }));
}

async function* bytesOf(reader: Reader, file: Download, prefix: Buffer, start: number, end: number): AsyncIterable<Buffer> {
  const head = prefix.subarray(start, end);
  if (head.length > 0) yield head;
  yield* readStoredFile(reader, file, Math.max(0, start - prefix.length), end - prefix.length);
}
