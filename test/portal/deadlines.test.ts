import { parse as parseCsv } from 'csv-parse/sync';
import { absentId, ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);
const api = new ApiClient(() => database.publicReader);

const countOf = async (from: string, to: string, filterBy = '{}') => {
  const { deadlines } = await api.data(`{ deadlines(from: "${from}", to: "${to}", filterBy: ${filterBy}) { totalCount } }`);
  return deadlines.totalCount as number;
};

describe('the deadlines of a year', () => {
  test('stand in a calendar and in a list, each as often as it falls due', async () => {
    const total = await countOf('2023-01-01', '2023-12-31');
    const { html, text } = await site.open('/deadlines?year=2023');
    expect(text).toContain(`2023年共有${total}个期限`);
    expect(html.match(/<table class="month-grid"/g)).toHaveLength(12);
    expect(html.match(/class="task-text"/g)).toHaveLength(total);
    const inDecember = await countOf('2023-12-31', '2023-12-31');
    expect(html).toContain(`href="#d2023-12-31" aria-label="12月31日，${inDecember}个期限"`);
    expect(html).toContain('id="d2023-12-31"');
  });

  test('are narrowed by month, region, unit and plan, and so are the file and the calendar to subscribe to', async () => {
    const { units } = await api.data('{ units(filterBy: { regionCodes: ["511700"], text: "市教育局" }) { nodes { id } } }');
    const query = `year=2023&month=2023-08&region=511700&unit=${units.nodes[0].id}&plan=dazhou-2023-key-points`;
    const { html, text } = await site.open(`/deadlines?${query}`);
    expect(text).toContain('2023年8月逐日1个');
    expect(text).toContain('达州市教育局');
    expect(html).toContain(
      `href="/calendar.ics?region=511700&amp;unit=${encodeURIComponent(units.nodes[0].id)}&amp;plan=dazhou-2023-key-points"`,
    );
    const records: Record<string, string>[] = parseCsv(await (await site.request(`/deadlines.csv?${query}`)).text(), { columns: true });
    expect(records).toEqual([expect.objectContaining({ dueOn: '2023-08-31', number: '38', plan: 'dazhou-2023-key-points' })]);
  });

  test('that nothing matches say which condition to drop', async () => {
    const { text } = await site.open('/deadlines?year=2023&region=511722');
    expect(text).toContain('没有符合这个条件的记录');
    expect(text).toContain('去掉“宣汉县及下级”');
  });
});

describe('a year without deadlines', () => {
  test('is said to have none, and the latest year that has some is shown instead', async () => {
    const { text, html } = await site.open('/deadlines');
    expect(text).toMatch(/\d{4}年没有已发布的期限。\s*下面是最近有期限的2023年。没有收录不等于没有印发。/);
    expect(html).toContain('2023年的期限</h1>');
  });

  test('is shown empty where it is asked for', async () => {
    const { text, status } = await site.open('/deadlines?year=1999');
    expect(status).toBe(200);
    expect(text).toContain('1999年没有符合的期限');
  });
});

test.each(['month=2023-13', 'year=99', 'region=%22', 'unit=%27', 'plan=A'])(
  'a condition that is none is ignored, and said to be (%s)',
  async (query) => {
    const { status, text } = await site.open(`/deadlines?${query}`);
    expect(status).toBe(200);
    expect(text).toContain('不能识别，已忽略');
  },
);

test.each([() => `unit=${absentId('Unit')}x`, () => 'plan=no-such-plan'])('a record that is not there is no page (%#)', async (query) => {
  expect((await site.open(`/deadlines?${query()}`)).status).toBe(404);
});
