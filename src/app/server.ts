import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { createAuthenticator, type Authenticate } from '../accounts';
import { addPlanFileRoutes, readReleaseFile } from '../open-data';
import type { Config } from '../platform/config';
import type { Database } from '../platform/database';
import { createGraphqlEndpoint, CursorCodec, type RequestContext, type Viewer } from '../platform/graphql';
import { createHttpServer } from '../platform/http';
import type { Log } from '../platform/log';
import { IdentityProvider, TokenKeys } from '../platform/tokens';
import { addPortal, portalErrorPage } from '../portal';
import { askPublicSchema } from './ask-public-schema';
import { exploreExamples } from './explore-examples';
import { keepAnswers } from './kept-answers';
import { schemas } from './schema';
import { addUploadRoute } from './uploads';

const publicCostLimit = 5_000;
const internalCostLimit = 20_000;

/** What resolvers receive, before the HTTP surface has added what it counts. */
type CreateContext = (
  audience: RequestContext['audience'],
  request: FastifyRequest,
  viewer: Viewer | null,
) => Promise<Omit<RequestContext, 'rateLimit' | 'cost' | 'costLimit'>>;

export interface ServerParts {
  config: Config;
  database: Database;
  log: Log;
}

/** Answers requests; the listening socket belongs to the caller, who opened it before there was anything to answer with. */
export interface AppServer {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Called once the last request is answered. */
  close(): Promise<void>;
}

/** Puts the two schemas, the database and the HTTP surface together. */
export async function createServer({ config, database, log }: ServerParts): Promise<AppServer> {
  const { internal, public: publicSchema } = schemas();
  const cursors = new CursorCodec(await database.loadSecret('cursor-signing'));
  const authenticate = authenticator({ config, database, log });
  const kept = config.publicCache ? keepAnswers(config, database) : null;
  const transact = async <T>(run: (manager: EntityManager) => Promise<T>): Promise<T> => {
    const result = await database.owner.transaction(run);
    kept?.noteChange();
    return result;
  };
  const publicEndpoint = await createGraphqlEndpoint({ schema: publicSchema, audience: 'public', costLimit: publicCostLimit, log });
  const createContext: CreateContext = async (audience, _request, viewer) => ({
    audience,
    viewer,
    reader: audience === 'public' ? database.publicReader : database.internalReader,
    cursors,
    publicBaseUrl: config.publicBaseUrl,
    transact: audience === 'public' ? null : transact,
    loaders: new Map(),
    selected: new Set(),
  });
  const app = await createHttpServer<Viewer>({
    config,
    log,
    publicEndpoint,
    internalEndpoint: await createGraphqlEndpoint({ schema: internal, audience: 'internal', costLimit: internalCostLimit, log }),
    createContext,
    authenticate: (request) => authenticate(request.headers.authorization),
    ready: () => database.isAnswering(),
    exploreExamples,
    errorPage: portalErrorPage(config.publicBaseUrl),
    keptAnswers: kept?.answers ?? null,
    routes: async (scope) => {
      scope.get('/', (_request, reply) => reply.redirect('/plans'));
      const ask = askPublicSchema(publicEndpoint, (request) => createContext('public', request, null));
      await scope.register(async (pages) => addPortal(pages, { ask, publicBaseUrl: config.publicBaseUrl }));
      addReleaseRoutes(scope, database);
      addPlanFileRoutes(scope, database.publicReader);
      await addUploadRoute(scope, database);
    },
  });
  return {
    handle: (request, response) => app.routing(request, response),
    close: async () => {
      await app.close();
      await kept?.close();
    },
  };
}

/** Gongkai's own tokens, and those of the identity provider where one is set. */
function authenticator({ config: { oidc }, database: { internalReader: reader }, log }: ServerParts): Authenticate {
  const provider = oidc && {
    settings: oidc,
    tokens: new IdentityProvider(oidc, { warn: (details, message) => log.warn(details, message) }),
  };
  return createAuthenticator({ reader, keys: new TokenKeys(reader), provider });
}

/** Files of releases: a release never changes, so that its files may be kept for good. */
function addReleaseRoutes(app: FastifyInstance, database: Database): void {
  app.get<{ Params: { number: string; name: string } }>(
    '/data/releases/:number(^[1-9][0-9]{0,8}$)/:name(^[a-z-]+\\.jsonl$)',
    async (request, reply) => {
      const file = await readReleaseFile(database.publicReader, Number(request.params.number), request.params.name);
      if (!file) return reply.callNotFound();
      return reply
        .type('application/jsonl; charset=utf-8')
        .header('Content-Disposition', `attachment; filename="${request.params.name}"`)
        .header('Cache-Control', 'public, max-age=31536000, immutable')
        .header('ETag', `"${file.sha256}"`)
        .send(file.content);
    },
  );
}
