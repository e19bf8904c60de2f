import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet from 'helmet';

type Directives = Readonly<Record<string, readonly string[]>>;

const strict: Directives = {
  'default-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Headers that every answer carries, errors included; they are the same for all, and made once. */
export function addSecurityHeaders(app: FastifyInstance, publicBaseUrl: string): void {
  const headers = securityHeaders(publicBaseUrl);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

function securityHeaders(publicBaseUrl: string): Record<string, string> {
  const headers: Record<string, string> = {};
  const answer = { setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value), removeHeader: () => undefined };
  const set = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: strict },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // Open data is there to be used from other sites.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: publicBaseUrl.startsWith('https:') && { maxAge: 31_536_000, includeSubDomains: false },
  });
  set({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers;
}

/** For one answer, replaces some directives of the policy. */
export function relaxContentPolicy(reply: FastifyReply, directives: Directives): void {
  const policy = Object.entries({ ...strict, ...directives }).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  reply.header('content-security-policy', policy.join(';'));
}

/** Lets one answer stand in a frame on any site. It may do nothing there: it has no scripts and sends no forms. */
export function openToFrames(reply: FastifyReply): void {
  relaxContentPolicy(reply, { 'frame-ancestors': ['*'], 'script-src': ["'none'"], 'form-action': ["'none'"] });
  reply.removeHeader('x-frame-options');
}
