import type { FastifyInstance } from 'fastify';
import { badUserInput } from '../graphql/safe-error';

export const maxJsonBodyBytes = 256 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

class UnsupportedCharset extends Error {
  readonly statusCode = 415;
}

/** Reads JSON bodies, and no others. Text in another encoding is refused, not replaced by U+FFFD. */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: maxJsonBodyBytes },
    async (request: { headers: { 'content-type'?: string } }, body: Buffer) => {
      const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
      if (charset && !/^utf-?8$/i.test(charset)) throw new UnsupportedCharset('JSON is UTF-8');
      return parseJson(body);
    },
  );
}

function parseJson(body: Buffer): unknown {
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    throw badUserInput('The body is not UTF-8. / 请求体不是 UTF-8 编码');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badUserInput('The body is not JSON. / 请求体不是 JSON');
  }
}
