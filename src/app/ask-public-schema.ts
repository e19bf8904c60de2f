import type { ApolloServer, BaseContext } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { AskPublicSchema } from '../portal';

/**
 * Puts the portal's questions to the public endpoint inside the process: the same context, limits, walls and masking of errors as
 * for anybody who asks over HTTP. The page's own request has been counted.
 */
export function askPublicSchema(
  endpoint: ApolloServer<BaseContext>,
  createContext: (request: FastifyRequest) => Promise<object>,
): AskPublicSchema {
  return async (query, variables, request) => {
    const contextValue = Object.assign(await createContext(request), { rateLimit: request.rateLimit });
    const { body } = await endpoint.executeOperation({ query, variables: { ...variables } }, { contextValue });
    if (body.kind !== 'single') throw new Error('The public endpoint answers in one piece');
    const { data = null, errors = [] } = body.singleResult;
    return { data, errors };
  };
}
