import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/database';
import type { Log } from '../../platform/log';
import { addPlanFileRoutes } from '../plan-table/plan-file.routes';
import { ReleaseKeeper } from '../release';
import { addCatalogueRoutes } from './catalogue-routes';
import { addDataRoutes } from './data-routes';
import { addDocumentRoutes } from './document-routes';
import { addFeedRoutes } from './feed-routes';
import { addSitemapRoutes } from './sitemap-routes';

export interface OpenDataParts {
  database: Database;
  log: Log;
  /** Without a slash at its end. */
  publicBaseUrl: string;
  /** Takes a release where something has changed since the last one. */
  takeRelease: () => Promise<void>;
}

/** Everything that open data serves besides GraphQL. */
export function addOpenDataRoutes(app: FastifyInstance, { database, log, publicBaseUrl, takeRelease }: OpenDataParts): void {
  const keeper = new ReleaseKeeper({ reader: database.internalReader, take: takeRelease, log });
  const latest = { reader: database.publicReader, publicBaseUrl, refresh: keeper.refresh };
  addDataRoutes(app, latest);
  addCatalogueRoutes(app, latest);
  addDocumentRoutes(app, database.publicReader);
  addFeedRoutes(app, database.publicReader, publicBaseUrl);
  addSitemapRoutes(app, database.publicReader, publicBaseUrl);
  addPlanFileRoutes(app, database.publicReader);
}
