import { useTestApp } from '../support/app-server';
import { useTestDatabase } from '../support/database';
import { xmlTexts } from '../support/xml-texts';

const database = useTestDatabase({ seeded: true });
const app = useTestApp(database);

const origin = 'http://localhost:4000';

describe('the site map', () => {
  it('leads to every public record, each once', async () => {
    const parts = xmlTexts(await app.text('/sitemap.xml'), 'loc');
    expect(parts).toEqual(['regions', 'units', 'plans', 'tasks'].map((kind) => `${origin}/sitemaps/${kind}-0.xml`));
    const addresses = (await Promise.all(parts.map(async (part) => xmlTexts(await app.text(part.slice(origin.length)), 'loc')))).flat();
    expect(new Set(addresses).size).toBe(addresses.length);
    const [counts] = await database.publicReader.rows<{ n: number }>(
      `select (select count(*) from region) + (select count(*) from unit) + (select count(*) from plan) + (select count(*) from published_task) as n`,
    );
    expect(addresses).toHaveLength(counts!.n);
    expect(addresses).toContain(`${origin}/regions/511700`);
    expect(addresses.filter((address) => address.startsWith(`${origin}/plans/`))).toHaveLength(5);
  });

  it('has no part of another name, and none that is empty', async () => {
    for (const part of ['secrets-0', 'plans-x', 'plans-1', 'plans-00', 'plans-99999'])
      expect([part, (await app.get(`/sitemaps/${part}.xml`)).status]).toEqual([part, 404]);
  });

  it('is named in robots.txt', async () => {
    const response = await app.get('/robots.txt');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toContain(`Sitemap: ${origin}/sitemap.xml\n`);
  });
});
