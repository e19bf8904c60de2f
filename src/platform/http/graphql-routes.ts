import type { ApolloServer, BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { safeErrorOf } from '../graphql/format-error';
import { SafeError } from '../graphql/safe-error';
import type { Audience, HttpServerOptions } from './http-server-options';
import { acceptJsonOnly } from './json-body';
import type { KeptAnswers } from './kept-answers';

export const publicGraphqlPath = '/public/graphql';
export const internalGraphqlPath = '/graphql';

const otherMethods: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The two GraphQL endpoints: anonymous GET, HEAD and POST, and POST with a token. */
export async function addGraphqlRoutes<Viewer>(app: FastifyInstance, options: HttpServerOptions<Viewer>): Promise<void> {
  await app.register(async (scope) => {
    acceptJsonOnly(scope);
    const handlerOf = (endpoint: ApolloServer<BaseContext>, audience: Audience) =>
      fastifyApolloHandler(endpoint, { context: async (request) => contextOf(options, audience, request) });
    const routes = [
      {
        url: publicGraphqlPath,
        audience: 'public',
        methods: ['GET', 'HEAD', 'POST'],
        handler: handlerOf(options.publicEndpoint, 'public'),
      },
      { url: internalGraphqlPath, audience: 'internal', methods: ['POST'], handler: handlerOf(options.internalEndpoint, 'internal') },
    ] as const;
    for (const { url, audience, methods, handler } of routes) {
      const asked = (request: FastifyRequest, reply: FastifyReply) => handler.call(scope, asApolloKnows(request), reply) as Promise<string>;
      const kept = audience === 'public' ? options.keptAnswers : null;
      const answer = async (request: FastifyRequest, reply: FastifyReply) =>
        finish(reply, request, await (kept ? answerOnce(kept, request, reply, asked) : asked(request, reply)));
      scope.route({ method: [...methods], url, exposeHeadRoute: false, config: { audience }, handler: answer });
      const refused = otherMethods.filter((method) => !(methods as readonly string[]).includes(method));
      // No other site is told anything of the internal endpoint; of the public one, the rules for other sites speak.
      if (audience === 'internal') refused.push('OPTIONS');
      scope.route({
        method: refused,
        url,
        exposeHeadRoute: false,
        config: { audience },
        handler: async (_request, reply) => refuseMethod(reply, methods),
      });
    }
  });
}

/** Apollo knows no HEAD: it answers as to GET, and Node keeps the body back. */
function asApolloKnows(request: FastifyRequest): FastifyRequest {
  return request.method === 'HEAD' ? (Object.create(request, { method: { value: 'GET' } }) as FastifyRequest) : request;
}

/** From what is kept, else anew and then kept. */
async function answerOnce(
  kept: KeptAnswers,
  request: FastifyRequest,
  reply: FastifyReply,
  ask: (request: FastifyRequest, reply: FastifyReply) => Promise<string>,
): Promise<string> {
  const question = kept.question(request);
  if (question === null) return ask(request, reply);
  const before = kept.get(question);
  if (before) {
    reply.type(before.mediaType);
    return before.body;
  }
  const since = kept.now;
  const body = await ask(request, reply);
  if (isWithoutErrors(reply, body)) kept.keep(question, since, { body, mediaType: String(reply.getHeader('content-type')) });
  return body;
}

function isWithoutErrors(reply: FastifyReply, body: string): boolean {
  return reply.statusCode === 200 && body.startsWith('{"data":');
}

async function contextOf<Viewer>(
  { createContext }: HttpServerOptions<Viewer>,
  audience: Audience,
  request: FastifyRequest,
): Promise<BaseContext> {
  try {
    const context = await createContext(audience, request, request.viewer as Viewer | null);
    return Object.assign(context, { rateLimit: request.rateLimit });
  } catch (error) {
    throw safeErrorOf(error) ?? error;
  }
}

/** Answers without errors may be kept by those who ask again with their ETag; all others are not for keeping. */
function finish(reply: FastifyReply, request: FastifyRequest, body: string): string {
  reply.header('vary', 'Accept');
  const isCacheable = request.method !== 'POST' && isWithoutErrors(reply, body);
  reply.header('cache-control', isCacheable ? 'public, max-age=0, must-revalidate' : 'no-store');
  if (reply.statusCode === 401) reply.header('www-authenticate', 'Bearer');
  if (reply.statusCode === 503) reply.header('retry-after', '5');
  return body;
}

function refuseMethod(reply: FastifyReply, allowed: readonly string[]): string {
  const { message } = new SafeError('BAD_USER_INPUT', 'Method not allowed');
  reply.code(405).header('allow', allowed.join(', ')).header('cache-control', 'no-store').type('application/json; charset=utf-8');
  return JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
}
