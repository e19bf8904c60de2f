import compress from '@fastify/compress';
import cors from '@fastify/cors';
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import { guardAccess } from './access';
import { limitAnswerTime } from './answer-timeout';
import { addEntityTags } from './entity-tags';
import { answerErrors, answerFrameworkError } from './error-answers';
import { addExploreRoutes } from './explore-routes';
import { addGraphqlRoutes, internalGraphqlPath } from './graphql-routes';
import { addHealthRoutes } from './health-routes';
import { refuseInvalidHost } from './host-header';
import type { HttpServerOptions } from './http-server-options';
import { maxJsonBodyBytes } from './json-body';
import { addMetricsRoute } from './metrics-routes';
import { addSecurityHeaders } from './security-headers';

const defaultAnswerTimeoutMs = 10_000;
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 15_000;
const keepAliveTimeoutMs = 65_000;

/** How often Node looks for connections that take too long; its default of 30 s would keep slow bodies alive. */
const connectionsCheckingMs = 1_000;

/** The whole HTTP surface, ready to listen, or to be handed requests through `routing`. */
export async function createHttpServer<Viewer>(options: HttpServerOptions<Viewer>): Promise<FastifyInstance> {
  const app = createApp(options);
  limitAnswerTime(app, options.answerTimeoutMs ?? defaultAnswerTimeoutMs);
  answerErrors(app, options.errorPage);
  closeGracefully(app, async () => {
    await Promise.all([options.publicEndpoint.stop(), options.internalEndpoint.stop()]);
  });
  addSecurityHeaders(app, options.config.publicBaseUrl);
  refuseInvalidHost(app);
  await openToOtherSites(app);
  await guardAccess(app, { requestsPerMinute: options.config.publicRateLimitPerMinute, authenticate: options.authenticate });
  refuseEncodedBodies(app);
  addEntityTags(app);
  await app.register(compress, { globalDecompression: false, threshold: 1024 });
  addHealthRoutes(app, options);
  addMetricsRoute(app, options);
  await addGraphqlRoutes(app, options);
  await addExploreRoutes(app, options.exploreExamples);
  if (options.routes) await app.register(async (scope) => options.routes?.(scope));
  await app.ready();
  return app;
}

function createApp<Viewer>({ config, log }: HttpServerOptions<Viewer>): FastifyInstance {
  return fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // Fastify takes a number of hops too; its types leave that out.
    trustProxy: config.trustProxy as boolean | string,
    bodyLimit: maxJsonBodyBytes,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    http: { headersTimeout: headersTimeoutMs, connectionsCheckingInterval: connectionsCheckingMs },
    forceCloseConnections: 'idle',
    frameworkErrors: answerFrameworkError,
  }) as unknown as FastifyInstance;
}

/** Any site may read what is public; what is internal is for no site. */
async function openToOtherSites(app: FastifyInstance): Promise<void> {
  await app.register(cors, {
    delegator: (request: FastifyRequest, callback) => callback(null, isInternal(request) ? { origin: false } : publicCors),
  });
}

const publicCors = {
  origin: '*',
  methods: ['GET', 'HEAD', 'POST'],
  maxAge: 86_400,
  exposedHeaders: ['ETag', 'Retry-After', 'Content-Disposition'],
};

function isInternal(request: FastifyRequest): boolean {
  // A preflight request has no route of its own.
  return request.routeOptions.config.audience === 'internal' || request.url.split('?')[0] === internalGraphqlPath;
}

/** A small compressed body can be a huge one. */
function refuseEncodedBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
      throw Object.assign(new Error('encoded body'), { statusCode: 415 });
  });
}

/** Requests that run are answered; their connections are then not kept for a next one. */
function closeGracefully(app: FastifyInstance, stop: () => Promise<void>): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
  app.addHook('onClose', stop);
}
