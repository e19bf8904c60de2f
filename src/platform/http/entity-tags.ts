import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * Gives the answers to public GET requests an ETag, and 304 to who has them already. The tag is of the content before it
 * is compressed, and therefore weak. Answers that stream or must not be kept go without. All say that they vary by Accept: where
 * nothing is found, one address answers with a page or with JSON.
 */
export function addEntityTags(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || request.routeOptions.config.audience === 'internal') return payload;
    varyByAccept(reply);
    if (reply.statusCode !== 200) return payload;
    if (String(reply.getHeader('cache-control') ?? '').includes('no-store')) return payload;
    const tag = (reply.getHeader('etag') as string | undefined) ?? tagOf(payload);
    if (!tag) return payload;
    reply.header('etag', tag);
    if (!isKnown(request.headers['if-none-match'], tag)) return payload;
    reply.code(304).removeHeader('content-length').removeHeader('content-type');
    return '';
  });
}

function varyByAccept(reply: FastifyReply): void {
  const given = reply.getHeader('vary');
  const names = [given ?? []].flat().join(', ');
  if (!/\baccept\b(?!-)/i.test(names)) reply.header('vary', names ? `Accept, ${names}` : 'Accept');
}

function tagOf(payload: unknown): string | null {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return null;
  return `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
}

function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (!ifNoneMatch) return false;
  const opaque = (each: string) => each.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((each) => opaque(each) === opaque(tag));
}
