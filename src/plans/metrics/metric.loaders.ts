import { hydrate, loadOne, type RequestContext } from '../../platform/graphql';
import { Metric } from './metric';

const metricColumns = 'code, title_zh as "titleZh", title_en as "titleEn", units, patterns, position';

export const metricByCode = loadOne<string, Metric>(
  async (reader, codes) =>
    (await reader.rows<object>(`select ${metricColumns} from metric where code = any($1)`, [codes])).map((row) => hydrate(Metric, row)),
  (metric) => metric.code,
);

/** The whole vocabulary in its own order; few enough to be read at once. */
export async function allMetrics(context: RequestContext): Promise<Metric[]> {
  const rows = await context.reader.rows<object>(`select ${metricColumns} from metric order by position`);
  return rows.map((row) => hydrate(Metric, row));
}
