import { useTestDatabase } from '../support/database';
import { importText, planText } from '../support/draft-plan';
import { aLedgerPlan, reportPublicly } from '../support/ledger-plan';
import { officers } from '../support/office';
import { usePortalSite } from '../support/portal-site';
import { answer } from '../support/query';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);
const office = officers(() => database);

async function planOf(id: string) {
  const { node } = await answer(
    database.internalReader,
    'query ($id: ID!) { node(id: $id) { ... on Plan { slug documentNumber version tasks { nodes { id number version } } } } }',
    { id },
  );
  return node as {
    slug: string;
    documentNumber: string;
    version: number;
    tasks: { nodes: { id: string; number: number; version: number }[] };
  };
}

const publish = (planId: string) => office.administrator().run('publishPlan', { planId, override: { reason: '测试' } }, 'plan { state }');

describe('a plan that people corrected', () => {
  test('shows in words what it said before, and why, as does the task', async () => {
    const { planId } = await importText(database, planText(901), { publish: true });
    const { slug, version, tasks } = await planOf(planId);
    const [first] = tasks.nodes;
    const planner = office.planner();
    const deadline = { dueOn: '2024-09-15', precision: 'DAY' };
    await planner.run(
      'editTask',
      { taskId: first!.id, version: first!.version, deadline, openEnded: true, reason: '与原件核对' },
      'task { id }',
    );
    await planner.run('editPlan', { planId, version: version + 1, disclosure: '主动公开', reason: '补录公开属性' }, 'plan { id }');

    const { text, html } = await site.open(`/plans/${slug}`);
    for (const words of ['更正', '第1项', '到期日', '2024年9月30日', '2024年9月15日', '与原件核对', '文件本身', '公开属性', '补录公开属性'])
      expect(text).toContain(words);
    expect(text).toMatch(/日期精度.*月.*日/);
    expect(html).toContain('/data/corrections.csv');
    const task = await site.open(`/tasks/${first!.id}`);
    expect(task.text).toMatch(/名单以“等”收尾.*否.*是/);
    expect(task.text).not.toContain('deadline.dueOn');
    const english = await site.open(`/tasks/${first!.id}?lang=en`);
    expect(english.text).toMatch(/Due day.*30 September 2024.*15 September 2024/);
    expect(english.text).toMatch(/List ends in .*no.*yes/);
  });

  test('has no such section where nobody corrected it', async () => {
    const { html } = await site.open('/plans/dazhou-2023-key-points');
    expect(html).not.toContain('id="corrections"');
    expect(html).not.toContain('id="versions"');
  });
});

describe('a plan whose document was amended', () => {
  const rows = ['1\t主动公开\t公开学校招生信息。\t县教育局\t2024年9月底', '2\t主动公开\t公开财政预算。\t县财政局\t2024年6月30日'];

  test('lists its versions with what each changed, and says of a task that went since when', async () => {
    const ledger = await aLedgerPlan(database, { rows });
    await reportPublicly(database, ledger.of(2, '县财政局'), { narrative: '已公开预算。' });
    const { slug, documentNumber, tasks } = await planOf(ledger.id);
    const gone = tasks.nodes.find(({ number }) => number === 2)!.id;
    const number = /〔2024〕(.*)号/.exec(documentNumber)![1]!;
    const amended = [rows[0]!.replace('9月底', '10月底'), '2\t重大决策\t公布重大行政决策目录。\t县政府办公室\t2024年6月底'];
    await importText(database, planText(number, amended));
    await publish(ledger.id);

    const { text, html } = await site.open(`/plans/${slug}`);
    expect(text).toContain('第2版 现行');
    expect(text).toContain('第1版 已被取代');
    expect(text).toContain('新增1项，改动1项，删去1项。');
    expect(text).toContain('首次公开的文件，没有可比较的上一版。');
    for (const words of ['到期日', '2024年10月31日', '公布重大行政决策目录。', '公开财政预算。']) expect(text).toContain(words);
    expect(html).toMatch(/<details class="drawer"><summary>逐项查看3处变更/);
    const task = await site.open(`/tasks/${gone}`);
    expect(task.status).toBe(200);
    expect(task.text).toMatch(/这项任务自\d{4}年\d+月\d+日起不再有效/);
    expect((await site.open(`/tasks/${gone}`, { cookie: 'size=large' })).text).toContain('不再有效');
    expect((await site.open(`/tasks/${tasks.nodes[0]!.id}`)).text).not.toContain('不再有效');
  });
});
