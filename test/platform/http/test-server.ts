import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfig,
} from 'graphql';
import pino from 'pino';
import { createGraphqlEndpoint } from '../../../src/platform/graphql/graphql-endpoint';
import { badUserInput, forbidden } from '../../../src/platform/graphql/safe-error';
import { createHttpServer, type HttpServerOptions } from '../../../src/platform/http';

interface TestContext {
  viewer: string | null;
  cost: number;
  costLimit: number;
  rateLimit: { limit: number | null; remaining: number | null; resetAt: Date | null };
}

const Node = new GraphQLInterfaceType({ name: 'Node', fields: { id: { type: GraphQLID } }, resolveType: () => 'Item' });

const paging = { first: { type: GraphQLInt }, last: { type: GraphQLInt }, after: { type: GraphQLString } };

const items = (): GraphQLFieldConfig<unknown, unknown> => ({
  type: ItemConnection,
  args: paging,
  resolve: (_source, { first }: { first?: number }) => ({ nodes: Array.from({ length: first ?? 20 }, (_, id) => ({ id })) }),
});

const Item: GraphQLObjectType = new GraphQLObjectType({
  name: 'Item',
  interfaces: [Node],
  fields: () => ({
    id: { type: GraphQLID },
    parent: { type: Item },
    items: items(),
    tags: { type: new GraphQLList(Item), extensions: { cost: { assumedSize: 7 } } },
  }),
});

const ItemEdge = new GraphQLObjectType({ name: 'ItemEdge', fields: () => ({ node: { type: Item }, cursor: { type: GraphQLString } }) });

const ItemConnection: GraphQLObjectType = new GraphQLObjectType({
  name: 'ItemConnection',
  fields: () => ({ nodes: { type: new GraphQLList(Item) }, edges: { type: new GraphQLList(ItemEdge) }, totalCount: { type: GraphQLInt } }),
});

const outage = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' });
const statementTimeout = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });

const thrown: Record<string, () => unknown> = {
  input: () => badUserInput('wrong / 有误', { hint: 'x' }),
  forbidden: () => forbidden(),
  secret: () => new Error('password is hunter2'),
  outage: () => outage,
  wrapped: () => Object.assign(new Error('query failed'), { driverError: outage }),
  slowQuery: () => statementTimeout,
};

const RateLimit = new GraphQLObjectType({
  name: 'RateLimit',
  fields: {
    cost: { type: GraphQLInt },
    costLimit: { type: GraphQLInt },
    limit: { type: GraphQLInt },
    remaining: { type: GraphQLInt },
    resetAt: { type: GraphQLString },
  },
});

const query = new GraphQLObjectType<unknown, TestContext>({
  name: 'Query',
  fields: {
    hello: {
      type: GraphQLString,
      args: { name: { type: GraphQLString } },
      resolve: (_source, { name }: { name?: string }) => `hello ${name ?? ''}`,
    },
    count: {
      type: GraphQLInt,
      args: { of: { type: new GraphQLList(new GraphQLNonNull(GraphQLInt)) } },
      resolve: (_source, { of }: { of?: number[] }) => of?.length,
    },
    viewer: { type: GraphQLString, resolve: (_source, _args, { viewer }) => viewer },
    long: { type: GraphQLString, resolve: () => '督办'.repeat(2_000) },
    slow: {
      type: GraphQLString,
      args: { forMs: { type: GraphQLInt } },
      resolve: (_source, { forMs }: { forMs: number }) => delay(forMs, 'slow'),
    },
    fail: {
      type: GraphQLString,
      args: { kind: { type: GraphQLString } },
      resolve: (_source, { kind }: { kind: string }) => {
        throw thrown[kind]?.();
      },
    },
    item: { type: Item, args: { id: { type: GraphQLID } }, resolve: (_source, { id }: { id: string }) => ({ id }) },
    items: items(),
    nodes: { type: new GraphQLList(Node), args: { ids: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLID))) } } },
    rateLimit: { type: RateLimit, resolve: (_source, _args, { cost, costLimit, rateLimit }) => ({ cost, costLimit, ...rateLimit }) },
  },
});

const mutation = new GraphQLObjectType({ name: 'Mutation', fields: { write: { type: GraphQLInt, resolve: () => 1 } } });

const publicTestSchema = new GraphQLSchema({ query, types: [Item] });
const internalTestSchema = new GraphQLSchema({ query, mutation, types: [Item] });

export interface TestServer {
  app: FastifyInstance;
  /** What was logged, as JSON. */
  logged: string[];
  /** Starts listening and returns the origin. */
  listen: () => Promise<string>;
}

export async function startTestServer(
  changes: Partial<HttpServerOptions<string>> & { rateLimit?: number; trustProxy?: boolean | number | string } = {},
): Promise<TestServer> {
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const app = await createHttpServer<string>({
    config: {
      publicBaseUrl: 'http://localhost:4000',
      publicRateLimitPerMinute: changes.rateLimit ?? 100_000,
      trustProxy: changes.trustProxy ?? false,
    },
    log,
    publicEndpoint: await createGraphqlEndpoint({ schema: publicTestSchema, audience: 'public', costLimit: 5_000, log }),
    internalEndpoint: await createGraphqlEndpoint({ schema: internalTestSchema, audience: 'internal', costLimit: 20_000, log }),
    createContext: async (_audience, _request, viewer) => ({ viewer }),
    authenticate: async (request: FastifyRequest) => (request.headers.authorization === 'Bearer good' ? 'ann' : null),
    ready: async () => true,
    keptAnswers: null,
    exploreExamples: [{ name: 'Hello', query: '{ hello }' }],
    ...changes,
  });
  const listen = async () => app.listen({ host: '127.0.0.1', port: 0 });
  return { app, logged, listen };
}

interface GraphqlAnswer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown; extensions: { code: string; errorId?: string } }[];
}

/** Asks the public endpoint, or the internal one with a good token. */
export async function ask(
  app: FastifyInstance,
  query: unknown,
  {
    variables,
    internal = false,
    headers = {},
    body = {},
  }: { variables?: unknown; internal?: boolean; headers?: Record<string, string>; body?: object } = {},
): Promise<GraphqlAnswer> {
  const response = await app.inject({
    method: 'POST',
    url: internal ? '/graphql' : '/public/graphql',
    headers: { 'content-type': 'application/json', ...(internal && { authorization: 'Bearer good' }), ...headers },
    payload: JSON.stringify({ query, variables, ...body }),
  });
  return { status: response.statusCode, headers: response.headers, ...response.json<Pick<GraphqlAnswer, 'data' | 'errors'>>() };
}

export function codes({ errors }: GraphqlAnswer): string[] {
  return (errors ?? []).map(({ extensions }) => extensions.code);
}
