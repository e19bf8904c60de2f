import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { csvOf } from '../open-data';
import type { Ask } from './ask';
import { chartStyleOf } from './charts/chart-picture';
import { drawChart } from './charts/draw-chart';
import type { Page, PageRequest } from './page';
import type { View } from './view';

const byteOrderMark = Buffer.from('\ufeff');

interface Asking {
  viewOf: (request: FastifyRequest) => View;
  askFor: (request: FastifyRequest) => Ask;
  asSafeError: (error: unknown) => unknown;
}

/** The tables of a page as CSV (`?bom=1` for spreadsheet programs, as with the files of the open data), and its charts as images. */
export function addPageFiles(app: FastifyInstance, { tables = [], charts = [] }: Page, asking: Asking): void {
  for (const table of tables) {
    addFile(app, table.path, asking, async (request, reply) => {
      const { columns, rows } = await table.load(request);
      const content = csvOf([columns, ...rows]);
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="${table.path.split('/').at(-1)!}"`)
        .send(request.view.asked('bom') === '1' ? Buffer.concat([byteOrderMark, content]) : content);
    });
  }
  for (const chart of charts) {
    addFile(app, chart.path, asking, async (request, reply) => {
      const { drawing, title, description } = await chart.load(request, chartStyleOf(request.view));
      return reply.type('image/svg+xml; charset=utf-8').send(await drawChart(drawing, title, description));
    });
  }
}

function addFile(
  app: FastifyInstance,
  path: string,
  { viewOf, askFor, asSafeError }: Asking,
  send: (request: PageRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  app.get<{ Params: Record<string, string> }>(path, async (request, reply) => {
    void reply.header('cache-control', 'public, max-age=0, must-revalidate');
    try {
      return await send({ params: request.params, view: viewOf(request), ask: askFor(request) }, reply);
    } catch (error) {
      throw asSafeError(error);
    }
  });
}
