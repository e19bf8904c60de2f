import { parse as parseCsv } from 'csv-parse/sync';
import { absentId, ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);
const api = new ApiClient(() => database.publicReader);

const pair = '/compare?left=dazhou-2023-key-points&right=meishan-2023-assignment-table';

const comparison = async () => {
  const { left, right } = await api.data(
    '{ left: plan(slug: "dazhou-2023-key-points") { id } right: plan(slug: "meishan-2023-assignment-table") { id } }',
  );
  const { comparePlans } = await api.data(
    `{ comparePlans(left: "${left.id}", right: "${right.id}") { counts { same adapted leftOnly rightOnly } rows { relation } } }`,
  );
  return { left: left.id as string, right: right.id as string, ...comparePlans };
};

describe('two plans side by side', () => {
  test('show every task of both once, and say what only one of them has', async () => {
    const { counts } = await comparison();
    const { text, html } = await site.open(pair);
    expect(text).toContain('达州市与眉山市：2023年两份计划');
    expect(text).toContain(`同文${counts.same}项，改写${counts.adapted}项`);
    expect(html.match(/class="compared-task"/g)).toHaveLength(55 + 57);
    expect(text.match(/眉山市的计划中没有对应任务/g)).toHaveLength(counts.leftOnly);
    expect(text.match(/达州市的计划中没有对应任务/g)).toHaveLength(counts.rightOnly);
  });

  test('mark what left on the left and what came on the right, for those who listen too', async () => {
    const { html } = await site.open(pair);
    expect(html).toMatch(/<del><span class="hidden">（删去：<\/span>委员<span class="hidden">）<\/span><\/del>提案办理结果/);
    const right = html.split('class="relation"').map((row) => row.split('</td>').slice(1).join(''));
    expect(right.join('')).toContain('<ins>');
  });

  test('are named by their ids as well as by their names in addresses', async () => {
    const { left, right } = await comparison();
    const byId = await site.open(`/compare?left=${left}&right=${right}`);
    expect(byId.status).toBe(200);
    expect(byId.html).toContain('rel="canonical" href="http://localhost:4000/compare?left=dazhou-2023-key-points&amp;right=meishan-2023-');
  });

  test('leave out on demand what does not differ, and say how much', async () => {
    const { text, html } = await site.open('/compare?left=dazhou-2023-key-points&right=dazhou-2023-key-points&show=differences');
    expect(text).toContain('同文且期限相同的55组没有列出');
    expect(html).not.toContain('class="compared-task"');
  });

  test('are the same rows as a file', async () => {
    const { rows } = await comparison();
    const response = await site.request(`${pair.replace('/compare', '/compare.csv')}&bom=1`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="compare.csv"');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\ufeff'));
    const records: Record<string, string>[] = parseCsv(bytes, { columns: true, bom: true });
    expect(records.map(({ relation }) => relation)).toEqual(rows.map(({ relation }: { relation: string }) => relation));
    expect(records.find(({ leftNumber }) => leftNumber === '14')).toMatchObject({ relation: 'SAME', leftDeadlineText: '及时公开' });
  });
});

describe('without two plans', () => {
  test('one chooses them, and is offered pairs that belong together', async () => {
    const { html, text } = await site.open('/compare');
    expect(html.match(/<select/g)).toHaveLength(2);
    expect(html).toContain('left=dazhou-2023-key-points&amp;right=tongchuan-2023-assignment-table');
    expect(text).toContain('同年同级');
    const half = await site.open('/compare?left=dazhou-2023-key-points');
    expect(half.html).toContain('<option value="dazhou-2023-key-points" selected');
  });

  test.each([() => 'left=no-such-plan', () => `left=${absentId('Plan')}`, () => `right=${absentId('Task')}`, () => 'left=%00'])(
    'a plan that is not there is no page (%#)',
    async (query) => {
      expect((await site.open(`/compare?${query()}`)).status).toBe(404);
      expect((await site.request('/compare.csv')).status).toBe(404);
    },
  );
});
