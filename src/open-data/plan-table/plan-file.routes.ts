import type { FastifyInstance } from 'fastify';
import type { Reader } from '../../platform/database';
import { planFile, planFormats } from './plan-file';

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** `/plans/{slug}.csv` (`?bom=1` for spreadsheet programs) and `.xlsx`: the table of a public plan, which imports again unchanged. */
export function addPlanFileRoutes(app: FastifyInstance, reader: Reader): void {
  for (const format of planFormats) {
    app.get<{ Params: { slug: string }; Querystring: { bom?: string } }>(`/plans/:slug(^[a-z0-9-]+$).${format}`, async (request, reply) => {
      const { slug } = request.params;
      const content = await planFile(reader, slug, format, { bom: request.query.bom === '1' });
      if (!content) return reply.callNotFound();
      return reply
        .type(mediaTypes[format])
        .header('Content-Disposition', `attachment; filename="${slug}.${format}"`)
        .header('Cache-Control', 'public, max-age=0, must-revalidate')
        .send(content);
    });
  }
}
