import { parse as parseCsv } from 'csv-parse/sync';
import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { aLedgerPlan, reportPublicly, setToday, type LedgerPlan } from '../support/ledger-plan';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);
const api = new ApiClient(() => database.publicReader);

let plan: LedgerPlan;
let taskId: string;
let unitId: string;

beforeAll(async () => {
  plan = await aLedgerPlan(database);
  await setToday(database, '2024-10-15');
  const done = plan.of(1, '县财政局');
  await reportPublicly(database, done, {
    narrative: '已汇总各校招生计划。',
    percentage: 40,
    evidence: [
      { title: '招生计划', url: 'https://example.gov.cn/plan' },
      { title: '旧公告', url: 'https://example.gov.cn/gone' },
      { title: '内网台账', url: 'https://oa.example.gov.cn/' },
      { title: '公开专栏', url: 'https://example.gov.cn/never-asked' },
    ],
  });
  await database.owner.query(
    `update evidence_check c set status = f.status, http_status = f.http_status, failure = f.failure, checked_at = '2024-10-01T01:00:00Z'
     from (values ('plan', 'REACHABLE', 200, null), ('gone', 'UNREACHABLE', 404, null), ('', 'NOT_ASKED', null, 'ADDRESS_NOT_ALLOWED'))
       as f(path, status, http_status, failure) where c.url ~ ('gov.cn/' || f.path || '$')`,
  );
  await reportPublicly(database, done, {
    status: 'COMPLETED',
    narrative: '已全部公开。',
    completedOn: '2024-09-20',
    problems: '个别学校更新不及时。',
  });
  const { tasks } = await api.data(
    'query ($id: ID!) { tasks(filterBy: { planIds: [$id] }) { nodes { id number obligations { nodes { unit { id name } } } } } }',
    {
      id: plan.id,
    },
  );
  const task = tasks.nodes.find(({ number }: { number: number }) => number === 1);
  taskId = task.id;
  unitId = task.obligations.nodes.find(({ unit }: { unit: { name: string } }) => unit.name === '县教育局').unit.id;
}, 60_000);

describe('the page of a task on which reports are collected', () => {
  test('shows what each unit reported, who is late, and what was said before', async () => {
    const { text, html } = await site.open(`/tasks/${taskId}`);
    expect(text).toContain('逾期15天');
    expect(text).toContain('2024年9月20日完成');
    expect(text).toContain('已全部公开。');
    expect(text).toContain('存在问题 个别学校更新不及时。');
    expect(text).toContain('此前的填报1条');
    expect(text).toContain('已汇总各校招生计划。');
    expect(html).toContain('href="https://example.gov.cn/plan"');
    expect(text).toContain('未经各级审核直接公开，理由： 测试');
    expect(text).toContain('没有已公开的填报');
  });

  test('says beside a link to evidence whether it could be reached when it was last checked, and nothing where it never was', async () => {
    const { text, html } = await site.open(`/tasks/${taskId}`);
    expect(text).toMatch(/招生计划\s*2024年10月1日由程序复查：可以访问/);
    expect(text).toMatch(/旧公告\s*2024年10月1日由程序复查：未能访问/);
    expect(text).toMatch(/内网台账\s*2024年10月1日未复查：网址在内部网络/);
    expect(html).toMatch(/公开专栏\s*<\/a><\/li>/);
    const english = (await site.open(`/tasks/${taskId}?lang=en`)).text;
    for (const words of [/招生计划\s*reachable when/, /旧公告\s*not reachable when/, /内网台账\s*not asked for on/])
      expect(english).toMatch(words);
  });

  test('keeps all of it in the version for older readers', async () => {
    const { text } = await site.open(`/tasks/${taskId}`, { cookie: 'size=large' });
    expect(text).toContain('已全部公开。');
    expect(text).toContain('逾期15天');
  });

  test('gives the ledger as a file', async () => {
    const records: Record<string, string>[] = parseCsv(await (await site.request(`/tasks/${taskId}.csv`)).text(), { columns: true });
    expect(records).toHaveLength(2);
    expect(records.find(({ unitName }) => unitName === '县教育局')).toMatchObject({ status: 'OVERDUE', daysLate: '15', narrative: '' });
    expect(records.find(({ unitName }) => unitName === '县财政局')).toMatchObject({ status: 'COMPLETED', narrative: '已全部公开。' });
  });
});

describe('the page of a unit that is late', () => {
  test('begins with what is late', async () => {
    const { html, text } = await site.open(`/units/${unitId}`);
    const headings = [...html.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id);
    expect(headings[0]).toBe('late');
    expect(text).toMatch(/逾期的任务期限已过、没有报告完成；最久的在前/);
    const records: Record<string, string>[] = parseCsv(await (await site.request(`/units/${unitId}.csv`)).text(), { columns: true });
    expect(records.filter(({ status }) => status === 'OVERDUE').length).toBe(
      html.split('id="dated"')[0]!.match(/class="task-text"/g)!.length,
    );
  });
});

describe('figures', () => {
  test('give rates once there is something to divide by', async () => {
    const { text } = await site.open('/statistics?region=511725');
    expect(text).toMatch(/\d+%完成率已归集的\d+项责任中完成1项/);
    expect(text).toContain('100%按时率');
  });
});

describe('a region', () => {
  test('shows what those below took over of its plan, and says nothing of those that are not held', async () => {
    const { text, html } = await site.open('/regions/511700');
    const { plan: dazhou } = await api.data(
      '{ plan(slug: "dazhou-2023-key-points") { id coverage { heldCount regionCount regions { isHeld carriedCount } } } }',
    );
    const { coverage } = dazhou;
    expect(text).toContain(`下级${coverage.regionCount}个地区中收录了${coverage.heldCount}个的计划`);
    expect(html).toContain('/compare?left=dazhou-2023-key-points&amp;right=tongchuan-2023-assignment-table');
    const records: Record<string, string>[] = parseCsv(await (await site.request(`/regions/coverage.csv?plan=${dazhou.id}`)).text(), {
      columns: true,
    });
    expect(records).toHaveLength(coverage.regions.length);
    expect(records.filter(({ isHeld }) => isHeld === 'false').every(({ carriedCount }) => carriedCount === '')).toBe(true);
  });
});

describe('plans', () => {
  test('are found by the topics of their tasks, those below a topic included', async () => {
    const { plans } = await api.data('{ plans(filterBy: { topicCodes: ["LIVELIHOOD"] }) { totalCount nodes { slug } } }');
    const { tasks } = await api.data('{ tasks(filterBy: { topicCodes: ["LIVELIHOOD"] }, first: 100) { nodes { plan { slug } } } }');
    const expected = new Set(tasks.nodes.map((task: { plan: { slug: string } }) => task.plan.slug));
    expect(new Set(plans.nodes.map(({ slug }: { slug: string }) => slug))).toEqual(expected);
    const { text } = await site.open('/plans?topic=LIVELIHOOD');
    const records: Record<string, string>[] = parseCsv(await (await site.request('/plans.csv?topic=LIVELIHOOD')).text(), { columns: true });
    expect(new Set(records.map(({ slug }) => slug))).toEqual(expected);
    expect(text).toContain('民生保障');
    expect((await api.data('{ plans(filterBy: { topicCodes: [] }) { totalCount } }')).plans.totalCount).toBe(0);
  });
});
