import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Reader } from '../../platform/database';
import { globalId } from '../../platform/graphql';

/** What the protocol allows in one file; a part takes the records of as many keys. */
const keysPerPart = 50_000;
const rowsPerRead = 5_000;

interface Listed {
  key: number;
  name: string;
  updatedAt: Date;
}

interface Kind {
  /** Rows of the public with `key`, `name` and `updatedAt`. */
  rows: string;
  path: (row: Listed) => string;
}

const kinds: Readonly<Record<string, Kind>> = {
  regions: {
    rows: `select id as key, stable_id as name, updated_at as "updatedAt" from region`,
    path: ({ name }) => `/regions/${name}`,
  },
  units: {
    rows: `select id as key, '' as name, updated_at as "updatedAt" from unit`,
    path: ({ key }) => `/units/${globalId('Unit', key)}`,
  },
  plans: { rows: `select id as key, slug as name, updated_at as "updatedAt" from plan`, path: ({ name }) => `/plans/${name}` },
  tasks: {
    rows: `select task_id as key, '' as name, updated_at as "updatedAt" from published_task`,
    path: ({ key }) => `/tasks/${globalId('Task', key)}`,
  },
};

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** `/sitemap.xml`, an index of parts, and `/robots.txt`, which names it. */
export function addSitemapRoutes(app: FastifyInstance, reader: Reader, publicBaseUrl: string): void {
  const base = publicBaseUrl.replaceAll('&', '&amp;');
  app.get('/robots.txt', async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('Cache-Control', 'public, max-age=86400')
      .send(`User-agent: *\nDisallow: /graphql\nDisallow: /public/graphql\n\nSitemap: ${publicBaseUrl}/sitemap.xml\n`),
  );
  app.get('/sitemap.xml', async (_request, reply) => {
    const parts = await Promise.all(Object.entries(kinds).map(([name, kind]) => partsOf(reader, name, kind)));
    const entries = parts.flat().map(({ file, updatedAt }) => entry('sitemap', `${base}/sitemaps/${file}.xml`, updatedAt));
    return reply
      .type('application/xml; charset=utf-8')
      .header('Cache-Control', 'public, max-age=0, must-revalidate')
      .send(`${head}<sitemapindex ${namespace}>\n${entries.join('')}</sitemapindex>\n`);
  });
  app.get<{ Params: { kind: string; part: string } }>(
    `/sitemaps/:kind(^(?:${Object.keys(kinds).join('|')})$)-:part(^[0-9]{1,5}$).xml`,
    async (request, reply) => {
      const { kind, part } = request.params;
      const parts = await partsOf(reader, kind, kinds[kind]!);
      if (!parts.some(({ file }) => file === `${kind}-${part}`)) return reply.callNotFound();
      const pieces = urls(reader, kinds[kind]!, Number(part), base);
      return reply.type('application/xml; charset=utf-8').header('Cache-Control', 'public, max-age=3600').send(Readable.from(pieces));
    },
  );
}

async function partsOf(reader: Reader, name: string, { rows }: Kind): Promise<{ file: string; updatedAt: Date }[]> {
  const found = await reader.rows<{ part: number; updatedAt: Date }>(
    `select (key - 1) / ${keysPerPart} as part, max("updatedAt") as "updatedAt" from (${rows}) r group by 1 order by 1`,
  );
  return found.map(({ part, updatedAt }) => ({ file: `${name}-${part}`, updatedAt }));
}

async function* urls(reader: Reader, { rows, path }: Kind, part: number, base: string): AsyncIterable<string> {
  yield `${head}<urlset ${namespace}>\n`;
  const end = (part + 1) * keysPerPart;
  for (let last = part * keysPerPart; ;) {
    const found = await reader.rows<Listed>(`select * from (${rows}) r where key > $1 and key <= $2 order by key limit ${rowsPerRead}`, [
      last,
      end,
    ]);
    yield found.map((row) => entry('url', `${base}${path(row)}`, row.updatedAt)).join('');
    if (found.length < rowsPerRead) break;
    last = found.at(-1)!.key;
  }
  yield '</urlset>\n';
}

function entry(element: 'sitemap' | 'url', address: string, updatedAt: Date): string {
  return `<${element}><loc>${address}</loc><lastmod>${updatedAt.toISOString()}</lastmod></${element}>\n`;
}
