import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { answerPlugin } from './answer-plugin';
import { createExecutor } from './executor';
import { createErrorFormatter } from './format-error';
import { documentLimitsRule, literalLimitsRule, maxErrorsReturned, maxTokens } from './limits';
import type { EndpointLog } from './log';
import { requestLimitsPlugin } from './request-limits-plugin';

export interface GraphqlEndpointOptions {
  schema: GraphQLSchema;
  audience: 'public' | 'internal';
  /** Records that one request may at most return, as counted before it runs. */
  costLimit: number;
  log: EndpointLog;
}

/**
 * A started server for one schema. Beside what its resolvers need, a request's context receives `cost` and `costLimit`.
 */
export async function createGraphqlEndpoint({
  schema,
  audience,
  costLimit,
  log,
}: GraphqlEndpointOptions): Promise<ApolloServer<BaseContext>> {
  const server = new ApolloServer<BaseContext>({
    gateway: compilingGateway(schema, log),
    nodeEnv: 'production',
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    // Registering queries would let anyone fill a store that all share, to save bytes that compression saves.
    persistedQueries: false,
    // The public endpoint has neither cookies nor side effects, and its GET must work from a plain link.
    csrfPrevention: audience === 'internal',
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens },
    validationRules: [documentLimitsRule, literalLimitsRule],
    validationOptions: { maxErrors: maxErrorsReturned },
    formatError: createErrorFormatter(log),
    logger: apolloLog(log),
    plugins: [
      requestLimitsPlugin(schema, costLimit),
      answerPlugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // Nothing is fetched from Apollo or reported to it, whatever its variables in the environment say.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
  await server.start();
  return server;
}

/** Apollo's way to another executor: it still parses and validates itself. */
function compilingGateway(schema: GraphQLSchema, log: EndpointLog): NonNullable<ConstructorParameters<typeof ApolloServer>[0]['gateway']> {
  const execute = createExecutor(schema, log);
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: ({ document, request, queryHash, context }) =>
        execute({ document, operationName: request.operationName, variables: request.variables, context, queryHash: queryHash ?? '' }),
    }),
    stop: async () => undefined,
  };
}

function apolloLog(log: EndpointLog) {
  const warn = (message?: unknown) => log.warn({ apollo: String(message) }, 'GraphQL server');
  const error = (message?: unknown) => log.error({ apollo: String(message) }, 'GraphQL server');
  return { debug: () => undefined, info: () => undefined, warn, error };
}
