import { importPlan, parseDocument } from '../../src/intake';
import { publishPlan, withdrawPlan } from '../../src/plans';
import { globalId, readKey } from '../../src/platform/graphql';
import { useTestDatabase } from '../support/database';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const asPublic = (source: string, variables?: Record<string, unknown>): Promise<Data> => answer(database.publicReader, source, variables);
const asOffice = (source: string, variables?: Record<string, unknown>): Promise<Data> => answer(database.internalReader, source, variables);

const text = `大竹县2024年政务公开工作要点分工表
竹府办发〔2024〕3号

序号\t工作任务\t具体内容\t责任单位\t完成时限
1\t推进涉密演练公开\t县级各部门不得少于7次开展涉密演练公开试点。\t县演练指挥中心、县级各部门（单位）\t2024年9月底
2\t推进涉密演练公开\t做好民生实事公开。\t县演练指挥中心，县政府，各乡镇人民政府\t及时公开
`;

const everything = `{
  regions(filterBy: { codes: ["511724"] }) { nodes { plans { totalCount } units(first: 100) { nodes { name } } statistics(groupBy: []) { rows { taskCount obligationCount unitCount } } } }
  plans { totalCount nodes { title } }
  plan(documentNumber: "竹府办发〔2024〕3号") { id }
  tasks { totalCount }
  byText: tasks(filterBy: { text: "涉密" }) { totalCount nodes { text } }
  byLongText: tasks(filterBy: { text: "涉密演练公开" }) { totalCount }
  byYear: tasks(filterBy: { years: [2024] }) { totalCount }
  byDate: tasks(filterBy: { dueFrom: "2024-01-01" }) { totalCount }
  withTarget: tasks(filterBy: { hasTarget: true }) { totalCount }
  units(filterBy: { text: "演练" }) { totalCount nodes { name } }
  known: units(filterBy: { regionCodes: ["511724"] }) { nodes { name aliases updatedAt } }
  all: units { totalCount }
  taskStatistics(groupBy: []) { rows { taskCount obligationCount unitCount } }
  byRegion: taskStatistics(groupBy: [REGION, YEAR, TOPIC]) { totalRows }
  byUnit: taskStatistics(groupBy: [UNIT]) { totalRows rows { taskCount keys { label } } }
  byCategory: taskStatistics(groupBy: [CATEGORY]) { totalRows }
}`;

/** Cites an annex under an expression that a published plan of the same region uses as well. */
const withAnnex = `万源市2024年政务公开工作要点分工表
万府办发〔2024〕7号

序号\t工作任务\t具体内容\t责任单位\t完成时限
1\t主动公开\t公开目录。\t26个基层政务公开事项领域的部门（见附件4）\t2024年9月底

附件4
目录编制的部门（单位）

序号\t领域\t市级编制单位
1\t演练\t市演练中心
2\t救灾\t市政府督查室
`;

describe('a plan that is not published', () => {
  let before: Data;
  let planId: string;
  let hidden: string[];

  beforeAll(async () => {
    before = await asPublic(everything);
    const parsed = await parseDocument(Buffer.from(text), 'draft.txt');
    const outcome = await database.owner.transaction((manager) =>
      importPlan(manager, { parsed, content: Buffer.from(text), regionCode: '511724', publish: false, actor: 'test' }),
    );
    planId = outcome.planId;
    const { plan } = await asOffice(
      `query ($id: ID!) { plan(id: $id) { id sourceDocument { id } categories { id } tasks { nodes { id targets { id } responsibilities { id unit { id name } group { id } } } } } }`,
      { id: planId },
    );
    const tasks = plan.tasks.nodes;
    const bodies = tasks.flatMap((task: Data) => task.responsibilities);
    hidden = [
      plan.id,
      plan.sourceDocument.id,
      ...plan.categories.map((one: Data) => one.id),
      ...tasks.flatMap((task: Data) => [task.id, ...task.targets.map((one: Data) => one.id)]),
      // A unit of the reference data is public whoever names it.
      ...bodies.flatMap((one: Data) => [one.id, one.unit?.name === '大竹县人民政府' ? null : one.unit?.id, one.group?.id]).filter(Boolean),
    ];
  });

  it('is there for the offices', async () => {
    const office = await asOffice(everything);
    expect(office.plans.totalCount).toBe(before.plans.totalCount + 1);
    expect(office.byText).toMatchObject({ totalCount: 1 });
    expect(office.units).toEqual({ totalCount: 1, nodes: [{ name: '县演练指挥中心' }] });
    expect(office.plan.id).toBe(planId);
  });

  it('changes nothing in lists, counts, search, figures and look-ups of the public', async () => {
    expect(await asPublic(everything)).toEqual(before);
  });

  it('has no record that the public can fetch by id', async () => {
    expect(hidden.length).toBeGreaterThan(12);
    const { nodes } = await asPublic('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: hidden });
    expect(nodes).toEqual(hidden.map(() => null));
    for (const id of hidden) expect(await asPublic('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
  });

  it('looks the same as one that does not exist', async () => {
    const absent = globalId('Plan', 1_999_999_999);
    const source = 'query ($id: ID!) { plan(id: $id) { id } node(id: $id) { id } tasks(filterBy: { planIds: [$id] }) { totalCount } }';
    expect(await asPublic(source, { id: planId })).toEqual(await asPublic(source, { id: absent }));
  });

  it('stays out of reach of SQL as the public role', async () => {
    const key = readKey(planId, 'Plan');
    for (const table of [
      'plan',
      'category',
      'task',
      'responsibility',
      'target',
      'obligation',
      'task_topic',
      'published_task',
      'plan_basis',
      'annex',
    ]) {
      const column = table === 'plan' ? 'id' : 'plan_id';
      expect(await database.publicReader.rows(`select 1 from ${table} where ${column} = $1`, [key])).toEqual([]);
    }
    for (const table of ['task_fact', 'audit_event', 'secret', 'setting']) {
      await expect(database.publicReader.rows(`select 1 from ${table}`)).rejects.toThrow(/permission denied/);
    }
    for (const statement of [
      'update task set text = text',
      'delete from published_task',
      'insert into setting values (1, 1)',
      'create table x ()',
      'truncate plan',
    ]) {
      await expect(database.publicReader.rows(statement)).rejects.toThrow(/permission denied|read-only/);
    }
  });

  it('adds nobody to a collective that a published plan uses too', async () => {
    const seen =
      '{ tasks(filterBy: { regionCodes: ["511781"], text: "政务公开事项标准目录" }) { nodes { responsibilities { group { rule roster updatedAt members(first: 100) { totalCount nodes { name } } } } units(first: 100) { totalCount } } } }';
    const publicBefore = await asPublic(seen);
    const content = Buffer.from(withAnnex);
    const parsed = await parseDocument(content, 'annex.txt');
    const outcome = await database.owner.transaction((manager) =>
      importPlan(manager, { parsed, content, regionCode: '511781', publish: false, actor: 'test' }),
    );
    expect(await asPublic(seen)).toEqual(publicBefore);
    const { plan } = await asOffice('query ($id: ID!) { plan(id: $id) { tasks { nodes { units { nodes { name } } } } } }', {
      id: outcome.planId,
    });
    expect(plan.tasks.nodes[0].units.nodes.map((unit: Data) => unit.name)).toEqual(['市政府督查室', '市演练中心']);
  });

  it('appears whole once it is published, and is absent again once it is withdrawn', async () => {
    await database.owner.transaction((manager) => publishPlan(manager, readKey(planId, 'Plan'), 'test', '测试公开'));
    const published = await asPublic(everything);
    expect(published.byText).toMatchObject({ totalCount: 1 });
    expect(published.tasks.totalCount).toBe(before.tasks.totalCount + 2);
    expect(published.units.totalCount).toBe(1);
    expect(published.known.nodes.find((unit: Data) => unit.name === '大竹县人民政府').aliases).toContain('县政府');
    const { nodes } = await asPublic('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: hidden });
    expect(nodes.map((node: Data) => node?.id)).toEqual(hidden);
    await database.owner.transaction((manager) =>
      withdrawPlan(manager, readKey(planId, 'Plan'), { actor: 'test', reason: '测试撤回', isTitleWithheld: false }),
    );
    const after = await asPublic(everything);
    expect({ ...after, known: null }).toEqual({ ...before, known: null });
  });
});
