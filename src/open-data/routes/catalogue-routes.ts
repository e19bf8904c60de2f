import type { FastifyInstance } from 'fastify';
import type { Reader } from '../../platform/database';
import { turtleOf } from '../catalogue';
import { catalogueOf, findRelease } from '../release';

interface CatalogueRouteOptions {
  reader: Reader;
  publicBaseUrl: string;
  refresh: () => Promise<void>;
}

/** `/catalog.jsonld` and `/catalog.ttl`: the latest release in DCAT 3, the same statements in two notations. */
export function addCatalogueRoutes(app: FastifyInstance, { reader, publicBaseUrl, refresh }: CatalogueRouteOptions): void {
  const notations = [
    {
      path: '/catalog.jsonld',
      type: 'application/ld+json; charset=utf-8',
      write: async (document: object) => `${JSON.stringify(document, null, 2)}\n`,
    },
    { path: '/catalog.ttl', type: 'text/turtle; charset=utf-8', write: turtleOf },
  ];
  for (const { path, type, write } of notations) {
    app.get(path, async (_request, reply) => {
      await refresh();
      const release = await findRelease(reader, null);
      if (!release) return reply.callNotFound();
      const text = await write(await catalogueOf(reader, release, publicBaseUrl));
      return reply.type(type).header('Cache-Control', 'public, max-age=0, must-revalidate').send(text);
    });
  }
}
