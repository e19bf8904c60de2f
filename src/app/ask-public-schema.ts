import { createHash } from 'node:crypto';
import type { ApolloServer, BaseContext } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { KeptAnswers } from '../platform/http';
import type { AskPublicSchema } from '../portal';

/**
 * Puts the portal's questions to the public endpoint inside the process: the same context, limits, walls and masking of errors as
 * for anybody who asks over HTTP. The page's own request has been counted. What a page asked is kept as long as an answer over HTTP is.
 */
export function askPublicSchema(
  endpoint: ApolloServer<BaseContext>,
  createContext: (request: FastifyRequest) => Promise<object>,
  kept: KeptAnswers | null,
): AskPublicSchema {
  return async (query, variables, request) => {
    const question = `page ${createHash('sha256')
      .update(JSON.stringify([query, variables]))
      .digest('base64')}`;
    const before = kept?.get(question);
    if (before) return { data: JSON.parse(before.body) as Record<string, unknown>, errors: [] };
    const since = kept?.now ?? null;
    const contextValue = Object.assign(await createContext(request), { rateLimit: request.rateLimit });
    const { body } = await endpoint.executeOperation({ query, variables: { ...variables } }, { contextValue });
    if (body.kind !== 'single') throw new Error('The public endpoint answers in one piece');
    const { data = null, errors = [] } = body.singleResult;
    if (kept && data && errors.length === 0 && !query.includes('rateLimit'))
      kept.keep(question, since, { body: JSON.stringify(data), mediaType: 'application/json' });
    return { data, errors };
  };
}
