import type { ApolloServer, BaseContext } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PoolState } from '../database/pool';
import type { RateLimitState } from '../graphql/context';
import type { Log } from '../log';
import type { KeptAnswers } from './kept-answers';

export type Audience = 'public' | 'internal';

export interface HttpSettings {
  /** Without a slash at its end. */
  publicBaseUrl: string;
  publicRateLimitPerMinute: number;
  /** As Fastify takes it: off, on, a number of hops, or a comma-separated list of addresses. */
  trustProxy: boolean | number | string;
}

/** Of one replica: whether it has applied what the primary has, and by how much it is behind; null while it is away. */
export interface ReplicaCondition {
  state: string;
  lagSeconds: number | null;
}

export interface ExploreExample {
  name: string;
  query: string;
  /** JSON. */
  variables?: string;
}

export interface HttpServerOptions<Viewer> {
  config: HttpSettings;
  log: Log;
  publicEndpoint: ApolloServer<BaseContext>;
  internalEndpoint: ApolloServer<BaseContext>;
  /** What resolvers receive. `rateLimit` is added to it here, `cost` and `costLimit` by the endpoint. */
  createContext: (audience: Audience, request: FastifyRequest, viewer: Viewer | null) => Promise<object>;
  /** Who sends a request; null where its credentials are missing or wrong. Runs before the body is read. */
  authenticate: (request: FastifyRequest) => Promise<Viewer | null>;
  /** Whether the service can answer from its database. */
  ready: () => Promise<boolean>;
  /** Where the replicas that are read from are; none, or not given, where there are none. */
  replicas?: () => readonly ReplicaCondition[];
  /** How busy the pools of connections are, for `/metrics`. */
  pools?: () => readonly PoolState[];
  /** Every request is answered by then; 10 s where not given. A route may set its own in its `config`. */
  answerTimeoutMs?: number;
  exploreExamples: readonly ExploreExample[];
  /** The HTML that tells a person of an error; null where the request is for JSON. `errorId` is that of the log. */
  errorPage?: (
    request: FastifyRequest,
    failed: { status: number; errorId: string | null; details: Readonly<Record<string, unknown>> },
  ) => string | null;
  /** Answers of the public endpoint that may be given again; null: each is made anew. */
  keptAnswers: KeptAnswers | null;
  /**
   * Adds routes. They are public unless their `config` says otherwise: `{ audience: 'internal' }` asks for a bearer token
   * before the body is read, `{ audience: 'unlimited' }` is neither counted nor asked.
   */
  routes?: (app: FastifyInstance) => void | Promise<void>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    audience?: Audience | 'unlimited';
    answerTimeoutMs?: number;
  }

  interface FastifyRequest {
    /** Who sent the request, on internal routes; null elsewhere. */
    viewer: unknown;
    /** How many more requests the sender's address may make; all null where none are counted. */
    rateLimit: RateLimitState;
  }
}
