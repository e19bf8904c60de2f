import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { NewProblem } from '../../../open-data';
import type { Ask } from '../../ask';
import { renderPage } from '../../render-page';
import type { View } from '../../view';
import { problemsOf, readForm, type FilledForm, type FormProblem } from './filled-form';
import { loadReport } from './report.page';

/** From one network address (IPv6 by /64), in each process. */
const mostReportsPerHour = 10;
const hourMs = 3_600_000;

/** A text of the greatest length in UTF-8, each byte written as three characters. */
const bodyLimit = 32 * 1024;

export interface ReportRouteParts {
  viewOf: (request: FastifyRequest) => View;
  askFor: (request: FastifyRequest) => Ask;
  /** Keeps a report and gives the number of its receipt. */
  reportProblem: (problem: NewProblem) => Promise<string>;
  /** Tells a page that cannot be shown as an error that may be. */
  asSafeError: (error: unknown) => unknown;
}

/** `POST /report`: keeps what a reader wrote and leads to its receipt, or shows the form again with what is the matter. */
export function addReportRoute(app: FastifyInstance, { viewOf, askFor, reportProblem, asSafeError }: ReportRouteParts): void {
  const count = app.createRateLimit({ max: mostReportsPerHour, timeWindow: hourMs });

  const showAgain = async (request: FastifyRequest, reply: FastifyReply, status: number, filled: FilledForm, problems: FormProblem[]) => {
    const view = viewOf(request);
    const { head, body, release } = await loadReport({ view, ask: askFor(request) }, filled, problems);
    const html = renderPage(view, { head: { ...head, isPrivate: true }, section: null, release, children: body });
    return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
  };

  app.post('/report', { bodyLimit }, async (request, reply) => {
    const view = viewOf(request);
    const { reports } = view.m;
    const filled = readForm(request.body);
    try {
      if (isFromOtherSite(request))
        return await showAgain(request, reply, 403, filled, [{ field: 'form', message: reports.problems.otherSite }]);
      const problems = problemsOf(filled, view.m);
      if (problems.length > 0) return await showAgain(request, reply, 400, filled, problems);
      const state = await count(request);
      if (!state.isAllowed && state.isExceeded) {
        reply.header('retry-after', String(Math.max(1, state.ttlInSeconds)));
        return await showAgain(request, reply, 429, filled, [{ field: 'form', message: reports.problems.tooMany(mostReportsPerHour) }]);
      }
      const { text, contact } = filled;
      const number = await reportProblem({ subjectId: view.asked('about') ?? '', text, contact: contact || null });
      return await reply.header('cache-control', 'no-store').redirect(view.href(`/reports/${number}`), 303);
    } catch (error) {
      throw asSafeError(error);
    }
  });
}

/**
 * Nothing here acts in a reader's name, so there is no token to steal. But another site could let its visitors send reports, and use
 * up what their addresses may send; browsers say where a form came from.
 */
function isFromOtherSite({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'cross-site';
}
