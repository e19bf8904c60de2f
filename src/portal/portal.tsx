import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { NewProblem } from '../open-data';
import { notFound, SafeError, unavailable } from '../platform/graphql';
import { askFor, QuestionFailed, type AskPublicSchema } from './ask';
import { addAssets } from './assets';
import { addOpenSearch } from './open-search';
import { PageMissing, type Page } from './page';
import { addPageFiles } from './page-files';
import { pages } from './pages';
import { addEmbedRoutes } from './pages/embed/embed.routes';
import { ErrorView, errorTitle, type FailedRequest } from './pages/error/error-view';
import { addReportRoute } from './pages/report/report.routes';
import { addPreferences, preferencesOf } from './preferences';
import { renderPage } from './render-page';
import { View } from './view';

export interface PortalOptions {
  ask: AskPublicSchema;
  /** Address of the portal without a slash at its end. */
  publicBaseUrl: string;
  /** Keeps a report of a problem and gives the number of its receipt. */
  reportProblem: (problem: NewProblem) => Promise<string>;
}

/** Adds the pages for people, and what they load. */
export async function addPortal(app: FastifyInstance, { ask, publicBaseUrl, reportProblem }: PortalOptions): Promise<void> {
  addAssets(app);
  addOpenSearch(app, publicBaseUrl);
  await addPreferences(app, publicBaseUrl);
  const asking = {
    viewOf: (request: FastifyRequest) => viewOf(request, publicBaseUrl),
    askFor: (request: FastifyRequest) => askFor(request, ask),
    asSafeError,
  };
  for (const page of pages) {
    app.get<{ Params: Record<string, string> }>(page.path, async (request, reply) => {
      const html = await answer(page, request, request.params, { ask, publicBaseUrl });
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'public, max-age=0, must-revalidate')
        .header('vary', 'Cookie')
        .send(html);
    });
    addPageFiles(app, page, asking);
  }
  addReportRoute(app, { ...asking, reportProblem });
  addEmbedRoutes(app, { ...asking, isMissing: (error) => isSafeNotFound(asSafeError(error)) });
}

type Answering = Pick<PortalOptions, 'ask' | 'publicBaseUrl'>;

async function answer(page: Page, request: FastifyRequest, params: Record<string, string>, options: Answering): Promise<string> {
  const view = viewOf(request, options.publicBaseUrl);
  try {
    const { head, body, release } = await page.load({ params, view, ask: askFor(request, options.ask) });
    return renderPage(view, { head, section: page.section, release, children: body });
  } catch (error) {
    throw asSafeError(error);
  }
}

/** An id that is none is for a reader the same as a record that is not there. */
function asSafeError(error: unknown): unknown {
  if (error instanceof PageMissing) return notFound();
  if (!(error instanceof QuestionFailed)) return error;
  if (error.code === 'BAD_USER_INPUT' || error.code === 'NOT_FOUND') return notFound();
  if (error.code === 'UNAVAILABLE') return unavailable();
  return new SafeError('INTERNAL', 'Internal error / 内部错误', error.errorId === null ? {} : { errorId: error.errorId });
}

function isSafeNotFound(error: unknown): boolean {
  return error instanceof SafeError && error.code === 'NOT_FOUND';
}

/** The page that a person gets instead of an error in JSON; null where a program asks. */
export function portalErrorPage(publicBaseUrl: string): (request: FastifyRequest, failed: FailedRequest) => string | null {
  return (request, failed) => {
    if (!request.headers.accept?.includes('text/html') || request.url.split('?')[0]!.endsWith('/graphql')) return null;
    const view = viewOf(request, publicBaseUrl);
    const title = errorTitle(view.m, failed.status);
    const head = { title, description: title, canonical: '/' };
    return renderPage(view, { head, section: null, release: undefined, children: <ErrorView {...failed} /> });
  };
}

function viewOf(request: FastifyRequest, publicBaseUrl: string): View {
  const { theme, size } = preferencesOf(request);
  const [path = '/', search = ''] = request.url.split(/\?(.*)/s, 2);
  const query = new URLSearchParams(search);
  const lang = query.get('lang') === 'en' ? 'en' : 'zh';
  query.delete('lang');
  return new View(lang, theme, size, path, query, publicBaseUrl);
}
