import type { FastifyInstance } from 'fastify';
import type { Reader } from '../../platform/database';
import { calendarOf } from '../calendar/calendar';
import { dueDays } from '../calendar/due-days';
import { atomOf } from '../feeds/atom';
import { publicChanges } from '../feeds/public-changes';
import { isDemonstration } from '../release';
import { readPlaceFilter } from './place-filters';

/** `/feeds/changes.atom` and `/calendar.ics`, of everything or of one region, unit or plan. */
export function addFeedRoutes(app: FastifyInstance, reader: Reader, publicBaseUrl: string): void {
  app.get('/feeds/changes.atom', async (request, reply) => {
    const changes = await publicChanges(reader, await readPlaceFilter(reader, request.query));
    return reply
      .type('application/atom+xml; charset=utf-8')
      .header('Cache-Control', 'public, max-age=0, must-revalidate')
      .send(atomOf(changes, { publicBaseUrl, self: `${publicBaseUrl}${request.url}`, isDemonstration: await isDemonstration(reader) }));
  });
  app.get('/calendar.ics', async (request, reply) => {
    const days = await dueDays(reader, await readPlaceFilter(reader, request.query));
    return reply
      .type('text/calendar; charset=utf-8')
      .header('Content-Disposition', 'inline; filename="calendar.ics"')
      .header('Cache-Control', 'public, max-age=0, must-revalidate')
      .send(calendarOf(days, publicBaseUrl, await isDemonstration(reader)));
  });
}
