import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { queryCost } from './cost';
import { checkVariables } from './limits';
import { badUserInput, complexityLimitExceeded, SafeError } from './safe-error';

/** What resolvers find in their context about the request itself. */
export interface CountedContext extends BaseContext {
  cost?: number;
  costLimit?: number;
}

/** Refuses what depends on variables and on the operation chosen, after validation and before anything is executed. */
export function requestLimitsPlugin(schema: GraphQLSchema, costLimit: number): ApolloServerPlugin<CountedContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ request, document, operation, contextValue }) => {
        checkVariables(request.variables);
        if (!operation) throw badUserInput(operationHint(request.operationName));
        if (!schema.getRootType(operation.operation)) {
          throw new SafeError('GRAPHQL_VALIDATION_FAILED', `This endpoint has no ${operation.operation}s. / 此接口不支持该操作`);
        }
        const cost = queryCost(schema, document, request.operationName, request.variables);
        if (cost > costLimit) {
          throw complexityLimitExceeded(
            `Too costly: may return ${countOf(cost)} records, at most ${costLimit}. / 返回记录过多，请减小 first`,
          );
        }
        Object.assign(contextValue, { cost, costLimit });
      },
    }),
  };
}

function operationHint(operationName: string | undefined): string {
  return operationName ? 'The document has no operation of this name.' : 'Several operations: say which by operationName.';
}

function countOf(cost: number): string {
  return Number.isFinite(cost) ? String(cost) : 'too many';
}
