import fastifyStatic from '@fastify/static';
import { getDistDirectory, renderAltair, renderInitSnippet, type RenderOptions } from 'altair-static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { internalGraphqlPath, publicGraphqlPath } from './graphql-routes';
import type { ExploreExample } from './http-server-options';
import { relaxContentPolicy } from './security-headers';

const optionsFile = 'options.js';

/** The IDE sets styles from its scripts, and finds its files by a base address. Nothing else is relaxed; scripts least of all. */
const exploreContentPolicy = {
  'style-src': ["'self'", "'unsafe-inline'"],
  'base-uri': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
};

/** A GraphQL IDE at /explore, served from here alone. */
export async function addExploreRoutes(app: FastifyInstance, examples: readonly ExploreExample[]): Promise<void> {
  const options = ideOptions(examples);
  const page = renderAltair(options).replace(/ nonce=""/g, '');
  // The IDE takes absolute addresses only, and the address and language that the reader came by are known in the browser alone.
  const script = renderInitSnippet(options)
    .replaceAll('endpointURL: `/', 'endpointURL: `${location.origin}/')
    .replace('language: `zh-CN`', "language: navigator.language.startsWith('zh') ? 'zh-CN' : 'en-US'");
  await app.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: '/explore/',
    index: false,
    decorateReply: false,
    maxAge: '1h',
    setHeaders: (response) => {
      response.setHeader('vary', 'Accept-Encoding');
    },
  });
  app.get('/explore', async (_request, reply) => sendPage(reply, page));
  app.get('/explore/', async (_request, reply) => reply.redirect('/explore', 301));
  app.get(`/explore/${optionsFile}`, async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  relaxContentPolicy(reply, exploreContentPolicy);
  return reply.header('cache-control', 'public, max-age=0, must-revalidate').type('text/html; charset=utf-8').send(page);
}

function ideOptions(examples: readonly ExploreExample[]): RenderOptions {
  const windows = examples.map(({ name, query, variables }) => ({
    initialName: name,
    initialQuery: query,
    initialVariables: variables ?? '{}',
    endpointURL: publicGraphqlPath,
  }));
  const internal = {
    initialName: '内部接口 Internal',
    endpointURL: internalGraphqlPath,
    initialQuery: '# gongkai token --role PLANNER\n{ __typename }\n',
    initialHeaders: { Authorization: 'Bearer <token>' },
  };
  return {
    baseURL: '/explore/',
    serveInitialOptionsInSeperateRequest: optionsFile,
    endpointURL: publicGraphqlPath,
    // The last window is the one in front.
    initialWindows: [internal, ...windows.toReversed()],
    disableAccount: true,
    initialSettings: { 'alert.disableUpdateNotification': true, 'banners.disable': true, disablePushNotification: true, language: 'zh-CN' },
  };
}
