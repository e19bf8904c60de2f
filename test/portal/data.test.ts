import { datasets } from '../../src/open-data';
import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);
const api = new ApiClient(() => database.publicReader);

beforeAll(async () => {
  await site.request('/data/SHA256SUMS');
});

describe('the page of the data', () => {
  test('gives every table in every format, with the rows and the size that the release has', async () => {
    const { release } = await api.data('{ release { number files { name rowCount byteSize } } }');
    const { html } = await site.open('/data');
    for (const { name } of datasets) {
      for (const extension of ['csv', 'xlsx', 'jsonl', 'parquet']) {
        expect(html).toContain(`href="/data/releases/${release.number}/${name}.${extension}"`);
      }
      expect(html).toContain(`href="/data/releases/${release.number}/${name}.csv?bom=1"`);
      const { rowCount } = release.files.find((file: { name: string }) => file.name === `${name}.csv`);
      const [, row] = html.split(`<tr role="row" id="${name}">`);
      expect(row!.split('</tr>')[0]).toContain(`${(rowCount as number).toLocaleString('en')}<span`);
    }
  });

  test('explains every field of every table out of the registry from which the files are written', async () => {
    const [chinese, english] = [await site.open('/data'), await site.open('/data?lang=en')];
    for (const { name, fields } of datasets) {
      expect(chinese.html).toContain(`id="fields-${name}"`);
      for (const { description } of fields) {
        expect(chinese.text).toContain(description[0]);
        expect(english.text).toContain(description[1]);
      }
    }
  });

  test('shows a question that runs as it is printed', async () => {
    const { html } = await site.open('/data');
    const address = /href="(\/public\/graphql\?query=[^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    const answer = (await (await site.request(address)).json()) as { data: { tasks: { totalCount: number } } };
    expect(answer.data.tasks.totalCount).toBeGreaterThan(0);
  });

  test('says to search engines for data what there is, with addresses that lead to it', async () => {
    const { html } = await site.open('/data');
    const catalogue = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!);
    expect(catalogue).toMatchObject({ '@type': 'DataCatalog', license: 'https://creativecommons.org/licenses/by/4.0/' });
    expect(catalogue.dataset.map(({ identifier }: { identifier: string }) => identifier)).toEqual(datasets.map(({ name }) => name));
    const { contentUrl } = catalogue.dataset[0].distribution[0];
    expect((await site.request(new URL(contentUrl).pathname)).status).toBe(200);
  });
});
