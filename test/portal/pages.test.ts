import { absentId, ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);
const api = new ApiClient(() => database.publicReader);

async function educationBureau(): Promise<string> {
  const { units } = await api.data('{ units(filterBy: { regionCodes: ["511700"], text: "市教育局" }) { nodes { id } } }');
  return units.nodes[0].id as string;
}

describe('the home page', () => {
  test('counts what is held, and says in words what is not collected', async () => {
    const { text, html } = await site.open('/');
    expect(text).toContain('政府答应公开什么，谁来办，何时办完');
    const figures = [...html.matchAll(/<p class="figure[^"]*">(.*?)<\/p><p>(.*?)<\/p>/g)].map(([, figure, noun]) => `${figure} ${noun}`);
    const { kinds } = await api.data('{ kinds: taskStatistics(groupBy: [DEADLINE_KIND]) { rows { taskCount keys { key } } } }');
    const count = (kind: string) => kinds.rows.find((row: { keys: { key: string }[] }) => row.keys[0]!.key === kind).taskCount as number;
    expect(figures).toEqual([
      '5 份计划',
      '206 项任务',
      `${count('BY_DATE')} 项写明了日期`,
      `${count('TIMELY')} 项“及时公开”`,
      '尚未归集 履行情况',
    ]);
  });

  test('shows which regions are held, and names those beside them that are not', async () => {
    const { text } = await site.open('/');
    expect(text).toContain('四川省尚未收录');
    expect(text).toContain('万源市2021年');
    expect(text).toContain('达川区、宣汉县、开江县、大竹县、渠县尚未收录');
  });

  test('tells of the last day where none lies ahead', async () => {
    const { text } = await site.open('/');
    expect(text).toContain('今后12个月没有已发布的期限');
    expect(text).toContain('最近一个是2023年12月31日，共69项：眉山市55、达州市7、通川区7。');
  });
});

describe('the page of a unit', () => {
  test('counts what falls to it by name and through collectives apart', async () => {
    const { text, html } = await site.open(`/units/${await educationBureau()}`);
    expect(text).toContain('达州市教育局');
    expect(text).toContain('在1份计划中承担18项任务：3项由原文点名，15项通过集体称谓。5项写明了日期。');
    expect(html.match(/<td class="task-text"/g)).toHaveLength(18);
    expect(text).toContain('的成员名单不全');
    expect(html).not.toContain('overdue');
  });

  test('shows a year of dated duties as a line, and asks for no year that has none', async () => {
    const { html } = await site.open(`/units/${await educationBureau()}?year=1066`);
    expect(html.match(/<circle (class="solid" )?cx="\d+\.\d+%"/g)).toHaveLength(5);
    expect(html).toContain('2023年有日期的任务');
  });
});

describe('the list of units', () => {
  test('lists the members of a collective', async () => {
    const { plan } = await api.data(
      '{ plan(slug: "dazhou-2023-key-points") { tasks(first: 1) { nodes { responsibilities { group { id expression } } } } } }',
    );
    const { group } = plan.tasks.nodes[0].responsibilities.find((each: { group: unknown }) => each.group !== null);
    const { html, text } = await site.open(`/units?group=${group.id}`);
    expect(html.match(/<th scope="row">/g)).toHaveLength(7);
    expect(text).toContain(`达州市“${group.expression}”`);
    expect(text).toContain('名单完整');
  });

  test.each(['group=nonsense', 'kind=constructor', 'line=%22', 'region=%00'])(
    'ignores what it does not understand, and says so (%s)',
    async (query) => {
      const { status, text } = await site.open(`/units?${query}`);
      expect(status).toBe(200);
      expect(text).toContain('不能识别，已忽略');
    },
  );
});

describe('regions', () => {
  test('are found by their code, a zone by its own id', async () => {
    const { text } = await site.open('/regions/511781');
    expect(text).toContain('本级已收录1份计划。');
    const { regions } = await api.data('{ regions(filterBy: { kinds: [ZONE] }, first: 1) { nodes { name stableId } } }');
    const zone = await site.open(`/regions/${regions.nodes[0].stableId}`);
    expect(zone.text).toContain(regions.nodes[0].name);
    expect(zone.text).toContain('功能区，没有区划代码');
  });

  test('without a plan say that none is held, not that none was issued', async () => {
    const { text } = await site.open('/regions/511722');
    expect(text).toContain('尚未收录不等于没有印发');
  });
});

describe('search', () => {
  test('finds units by name and pinyin, plans by number, and tasks by words, which it marks', async () => {
    expect((await site.open(`/search?text=${encodeURIComponent('市教育局')}`)).html).toContain(`href="/units/${await educationBureau()}"`);
    expect((await site.open(`/search?text=${encodeURIComponent('达市府办发〔2023〕8号')}`)).html).toContain(
      'href="/plans/dazhou-2023-key-points"',
    );
    const { html, text } = await site.open(`/search?text=${encodeURIComponent('适老化')}`);
    expect(html).toContain('<mark>适老化</mark>');
    expect(text).toMatch(/\d+条结果/);
  });

  test('says that nothing was found, and takes any text', async () => {
    expect((await site.open(`/search?text=${encodeURIComponent('没有这样的词')}`)).text).toContain('没有找到“没有这样的词”');
    for (const text of ['%00', '%27%22%3E%3Cscript%3E', '%25', 'x'.repeat(3000)])
      expect((await site.open(`/search?text=${text}`)).status).toBe(200);
  });

  test('is offered to browsers', async () => {
    const response = await site.request('/opensearch.xml');
    expect(response.headers.get('content-type')).toBe('application/opensearchdescription+xml; charset=utf-8');
    expect(await response.text()).toContain('template="http://localhost:4000/search?text={searchTerms}"');
  });
});

describe('an address of no record', () => {
  test.each([
    () => `/units/${absentId('Unit')}`,
    () => `/units/${absentId('Task')}`,
    () => '/units/x',
    () => '/regions/999999',
    () => '/regions/nowhere',
  ])('is no page (%#)', async (path) => {
    expect((await site.open(path())).status).toBe(404);
  });
});
