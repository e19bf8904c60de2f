import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimitState } from '../graphql/context';
import { SafeError, unauthenticated } from '../graphql/safe-error';

const windowMs = 60_000;

/** Addresses counted at a time; the one not seen for longest is forgotten first. */
const maxAddresses = 100_000;

const uncounted: RateLimitState = { limit: null, remaining: null, resetAt: null };

export interface AccessOptions {
  requestsPerMinute: number;
  authenticate: (request: FastifyRequest) => Promise<unknown>;
}

/**
 * Who may go on, decided before a body is read: a valid token on internal routes, and a count by address (IPv6 by /64) of
 * everything that comes without one.
 */
export async function guardAccess(app: FastifyInstance, { requestsPerMinute, authenticate }: AccessOptions): Promise<void> {
  await app.register(rateLimit, { global: false, max: requestsPerMinute, timeWindow: windowMs, cache: maxAddresses });
  const count = app.createRateLimit();
  app.decorateRequest('viewer', null);
  app.decorateRequest('rateLimit', null as never);

  app.addHook('onRequest', async (request, reply) => {
    request.rateLimit = uncounted;
    const { audience = 'public' } = request.routeOptions.config;
    if (audience === 'unlimited') return;
    if (audience === 'internal') {
      reply.header('cache-control', 'no-store');
      request.viewer = (await authenticate(request)) ?? null;
      if (request.viewer !== null) return;
    }
    request.rateLimit = await counted(request, reply);
    if (audience === 'internal') throw challenge(reply);
  });

  async function counted(request: FastifyRequest, reply: FastifyReply): Promise<RateLimitState> {
    const state = await count(request);
    if (state.isAllowed) return uncounted;
    if (state.isExceeded) {
      reply.header('retry-after', String(Math.max(1, state.ttlInSeconds)));
      throw new SafeError('RATE_LIMITED', 'Too many requests, try again later / 请求过于频繁，请稍后再试');
    }
    return { limit: state.max, remaining: state.remaining, resetAt: new Date(Date.now() + state.ttl) };
  }
}

function challenge(reply: FastifyReply): SafeError {
  reply.header('www-authenticate', 'Bearer');
  return unauthenticated();
}
