import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { createAuthenticator, type Authenticate } from '../accounts';
import { addLedgerSheetRoute } from '../ledger';
import { addOpenDataRoutes, publishRelease, reportProblem } from '../open-data';
import type { Config } from '../platform/config';
import type { Database, Reader } from '../platform/database';
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
  /** Takes a release where something has changed; within this process where not given. */
  takeRelease?: () => Promise<void>;
}

/** Answers requests; the listening socket belongs to the caller, who opened it before there was anything to answer with. */
export interface AppServer {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Called once the last request is answered. */
  close(): Promise<void>;
}

/** Puts the two schemas, the database and the HTTP surface together. */
export async function createServer(parts: ServerParts): Promise<AppServer> {
  const { config, database, log, takeRelease = () => takeReleaseHere(database) } = parts;
  const { internal, public: publicSchema } = schemas();
  const cursors = new CursorCodec(await database.loadSecret('cursor-signing'));
  const authenticate = authenticator(parts);
  const kept = config.publicCache ? keepAnswers(database) : null;
  const transact = async <T>(run: (manager: EntityManager) => Promise<T>): Promise<T> => {
    const result = await database.owner.transaction(run);
    kept?.noteChange();
    return result;
  };
  const publicEndpoint = await createGraphqlEndpoint({ schema: publicSchema, audience: 'public', costLimit: publicCostLimit, log });
  const createContext: CreateContext = async (audience, _request, viewer) => ({
    audience,
    viewer,
    reader: audience === 'public' ? readerOfRequest(database.publicReader) : database.internalReader,
    cursors,
    publicBaseUrl: config.publicBaseUrl,
    transact: audience === 'public' ? null : transact,
    publicSnapshot: audience === 'public' ? null : database.publicSnapshot,
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
    replicas: () => database.replicaStates(),
    pools: () => database.poolStates(),
    exploreExamples,
    errorPage: portalErrorPage(config.publicBaseUrl),
    keptAnswers: kept?.answers ?? null,
    routes: async (scope) => {
      const ask = askPublicSchema(publicEndpoint, (request) => createContext('public', request, null), kept?.answers ?? null);
      await scope.register(async (pages) =>
        addPortal(pages, {
          ask,
          publicBaseUrl: config.publicBaseUrl,
          reportProblem: (problem) => transact((manager) => reportProblem(manager, problem)),
        }),
      );
      addOpenDataRoutes(scope, { database, log, publicBaseUrl: config.publicBaseUrl, takeRelease });
      addLedgerSheetRoute(scope, database.internalReader);
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

function readerOfRequest(reader: Reader): Reader {
  return reader.forOneRequest?.() ?? reader;
}

/** Gongkai's own tokens, and those of the identity provider where one is set. */
function authenticator({ config: { oidc }, database: { internalReader: reader }, log }: ServerParts): Authenticate {
  const provider = oidc && {
    settings: oidc,
    tokens: new IdentityProvider(oidc, { warn: (details, message) => log.warn(details, message) }),
  };
  return createAuthenticator({ reader, keys: new TokenKeys(reader), provider });
}

async function takeReleaseHere(database: Database): Promise<void> {
  const options = { actor: 'gongkai serve', onlyAfterChange: true };
  await database.owner.transaction((manager) => publishRelease(manager, database.publicSnapshot, options));
}
