import { useTestDatabase } from '../support/database';
import { answer, ask, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const query = (source: string, variables?: Record<string, unknown>): Promise<Data> => answer(database.publicReader, source, variables);

async function unitId(name: string, regionCode: string): Promise<string> {
  const { units } = await query(
    'query ($text: String!, $regionCodes: [String!]) { units(filterBy: { text: $text, regionCodes: $regionCodes }) { nodes { id name } } }',
    {
      text: name,
      regionCodes: [regionCode],
    },
  );
  return units.nodes.find((unit: { name: string }) => unit.name === name).id;
}

async function planIdOf(regionCode: string): Promise<string> {
  const { plans } = await query('query ($codes: [String!]) { plans(filterBy: { regionCodes: $codes }) { nodes { id } } }', {
    codes: [regionCode],
  });
  return plans.nodes[0].id;
}

describe('questions to the five published plans', () => {
  it('the five plans have the tasks that their documents hold', async () => {
    const { plans } = await query('{ plans { totalCount nodes { title region { code name } tasks { totalCount } } } }');
    expect(plans.totalCount).toBe(5);
    const counts = Object.fromEntries(plans.nodes.map((plan: Data) => [plan.region.name, plan.tasks.totalCount]));
    expect(counts).toEqual({ 达州市: 55, 通川区: 47, 万源市: 25, 眉山市: 57, 广元市: 22 });
  });

  it('a plan is found by its document number, whatever brackets the year stands in', async () => {
    for (const documentNumber of ['达市府办发〔2023〕8号', '达市府办发[2023]8号', '达市府办发（2023）8号', ' 达市府办发【2023】8号']) {
      const { plan } = await query(
        'query ($documentNumber: String) { plan(documentNumber: $documentNumber) { title issuedOn issuingUnit { name region { code } } } }',
        { documentNumber },
      );
      expect(plan).toEqual({
        title: '2023年全市政务公开工作要点',
        issuedOn: '2023-04-24',
        issuingUnit: { name: '市政府办公室', region: { code: '511700' } },
      });
    }
  });

  it('tasks of Dazhou due by the end of August', async () => {
    const { tasks } = await query(
      '{ tasks(filterBy: { regionCodes: ["511700"], dueTo: "2023-08-31" }, orderBy: { field: DUE_ON, direction: ASC }) { totalCount nodes { number deadline { text dueOn kind } } } }',
    );
    expect(tasks.nodes.map((task: Data) => task.deadline.dueOn)).toEqual([
      '2023-05-31',
      '2023-07-31',
      '2023-08-31',
      '2023-08-31',
      '2023-08-31',
    ]);
    expect(tasks.totalCount).toBe(5);
  });

  it("the tasks of Dazhou's education bureau, named or through a collective; Meishan's is another body", async () => {
    const id = await unitId('市教育局', '511700');
    const { unit } = await query(
      `query ($id: ID!) { unit(id: $id) { name functionLine { code } region { name } tasks(first: 100) { totalCount nodes { plan { region { code } } } }
        responsibilities(first: 100) { totalCount nodes { phrase unit { name } group { expression } } } } }`,
      { id },
    );
    expect(unit).toMatchObject({ functionLine: { code: 'EDUCATION' }, region: { name: '达州市' } });
    expect(new Set(unit.tasks.nodes.map((task: Data) => task.plan.region.code))).toEqual(new Set(['511700']));
    const named = unit.responsibilities.nodes.filter((one: Data) => one.unit);
    expect(named.map((one: Data) => one.phrase)).toEqual(['市教育局', '市教育局', '市教育局']);
    const collectives = new Set(unit.responsibilities.nodes.filter((one: Data) => one.group).map((one: Data) => one.group.expression));
    expect(collectives).toEqual(new Set(['市级各部门（单位）', '市政府工作部门']));
    expect(unit.tasks.totalCount).toBe(unit.responsibilities.totalCount);
    const meishan = await unitId('市教体局', '511400');
    expect(meishan).not.toBe(id);
    const { tasks } = await query('query ($ids: [ID!]) { tasks(filterBy: { unitIds: $ids }) { nodes { plan { region { name } } } } }', {
      ids: [meishan],
    });
    expect(new Set(tasks.nodes.map((task: Data) => task.plan.region.name))).toEqual(new Set(['眉山市']));
  });

  it('tasks by kind of deadline in each plan add up to its tasks', async () => {
    const { taskStatistics } = await query(
      '{ taskStatistics(groupBy: [PLAN, DEADLINE_KIND]) { rows { keys { dimension key label node { ... on Plan { region { name } } } } taskCount } } }',
    );
    const figures: Record<string, Record<string, number>> = {};
    for (const { keys, taskCount } of taskStatistics.rows) (figures[keys[0].node.region.name] ??= {})[keys[1].key] = taskCount;
    expect(figures).toEqual({
      达州市: { TIMELY: 24, ONGOING: 15, BY_DATE: 14, AS_APPROPRIATE: 2 },
      通川区: { TIMELY: 22, BY_DATE: 14, ONGOING: 10, AS_APPROPRIATE: 1 },
      万源市: { BY_DATE: 25 },
      广元市: { NONE: 20, BY_DATE: 1, RECURRING: 1 },
      眉山市: { BY_DATE: 57 },
    });
  });

  it('every task with a quota can be listed with its words', async () => {
    const { tasks } = await query(
      '{ tasks(first: 100, filterBy: { hasTarget: true }) { nodes { targets { metric comparator value unit period phrase } } } }',
    );
    const promises = tasks.nodes.flatMap((task: Data) => task.targets);
    expect(promises).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ comparator: 'AT_LEAST', value: 3, unit: '种' }),
        expect.objectContaining({ comparator: 'AT_LEAST', value: 55, unit: '%' }),
        expect.objectContaining({ comparator: 'AT_LEAST', value: 90, unit: '%' }),
        expect.objectContaining({ comparator: 'AT_LEAST', value: 4, unit: '%' }),
      ]),
    );
  });

  it('full text finds two-character and longer words across plans, and only tasks that have them', async () => {
    const { tasks } = await query(
      '{ tasks(first: 100, filterBy: { text: "适老化" }) { totalCount nodes { text plan { region { name } } } } }',
    );
    expect(tasks.nodes.every((task: Data) => task.text.includes('适老化'))).toBe(true);
    expect(new Set(tasks.nodes.map((task: Data) => task.plan.region.name))).toEqual(
      new Set(['达州市', '通川区', '万源市', '广元市', '眉山市']),
    );
    const counts = await query(
      '{ two: tasks(filterBy: { text: "公报" }) { totalCount } both: tasks(filterBy: { text: "公报 数据库" }) { totalCount } wild: tasks(filterBy: { text: "%" }) { totalCount nodes { text } } }',
    );
    expect(counts.two.totalCount).toBeGreaterThan(counts.both.totalCount);
    expect(counts.both.totalCount).toBeGreaterThan(0);
    expect(counts.wild.nodes.every((task: Data) => task.text.includes('%'))).toBe(true);
  });

  it('达川区、万源市人民政府 is two units, and 发展改革委 is the commission of Dazhou', async () => {
    const { tasks } = await query(
      '{ tasks(filterBy: { regionCodes: ["511700"], text: "先行县要围绕" }) { nodes { responsibilities { phrase unit { name region { code } } } } } }',
    );
    expect(tasks.nodes[0].responsibilities).toEqual([
      { phrase: '达川区、万源市人民政府', unit: { name: '达川区人民政府', region: { code: '511703' } } },
      { phrase: '达川区、万源市人民政府', unit: { name: '万源市人民政府', region: { code: '511781' } } },
    ]);
    const { units } = await query('{ units(filterBy: { regionCodes: ["511700"], text: "发展改革委" }) { nodes { name aliases } } }');
    expect(units.nodes).toEqual([{ name: '市发展改革委', aliases: ['发展改革委'] }]);
  });

  it('a collective has its members, and says how many of them are known', async () => {
    const { tasks } = await query(
      `{ tasks(filterBy: { regionCodes: ["511700"], text: "人大代表建议" }) { nodes { responsibilities { mode group { expression roster members(first: 100) { totalCount nodes { name } } } } } } }`,
    );
    const [departments, counties] = tasks.nodes[0].responsibilities;
    expect(departments.group).toMatchObject({ expression: '市级各部门（单位）', roster: 'KNOWN' });
    expect(counties).toMatchObject({ mode: 'EACH', group: { expression: '各县（市、区）人民政府', roster: 'COMPLETE' } });
    expect(counties.group.members.nodes.map((unit: Data) => unit.name).sort()).toEqual(
      ['通川区人民政府', '达川区人民政府', '宣汉县人民政府', '开江县人民政府', '大竹县人民政府', '渠县人民政府', '万源市人民政府'].sort(),
    );
  });

  it('nobody is called late where no reports are collected', async () => {
    const { plans, taskStatistics, late } = await query(
      `{ plans { nodes { ledgerSince } } taskStatistics(groupBy: [STATUS]) { rows { keys { key } taskCount obligationCount completedCount overdueCount completionRate onTimeRate } }
         late: tasks(filterBy: { statuses: [OVERDUE] }) { totalCount } }`,
    );
    expect(plans.nodes.every((plan: Data) => plan.ledgerSince === null)).toBe(true);
    expect(taskStatistics.rows).toEqual([
      {
        keys: [{ key: 'NOT_COLLECTED' }],
        taskCount: 206,
        obligationCount: expect.any(Number),
        completedCount: null,
        overdueCount: null,
        completionRate: null,
        onTimeRate: null,
      },
    ]);
    expect(late.totalCount).toBe(0);
  });

  it('figures agree with the lists of the same filter', async () => {
    const id = await planIdOf('511400');
    const { plan, tasks } = await query(
      `query ($id: ID!) { plan(id: $id) { statistics(groupBy: [CATEGORY]) { totalRows rows { taskCount keys { node { ... on Category { path tasks { totalCount } } } } } } categories { title children { title } } }
         tasks(filterBy: { planIds: [$id] }) { totalCount } }`,
      { id },
    );
    expect(plan.statistics.rows.every((row: Data) => row.taskCount === row.keys[0].node.tasks.totalCount)).toBe(true);
    expect(plan.statistics.rows.reduce((sum: number, row: Data) => sum + row.taskCount, 0)).toBe(tasks.totalCount);
  });

  it('the first release counts what is public', async () => {
    const { release, plans, units } = await query(
      '{ release { number sha256 previousSha256 licence files { name rowCount sha256 url } } plans { totalCount } units { totalCount } }',
    );
    expect(release).toMatchObject({ number: 1, previousSha256: null });
    const rows = Object.fromEntries(release.files.map((file: Data) => [file.name, file.rowCount]));
    expect(rows).toMatchObject({ 'plans.jsonl': plans.totalCount, 'tasks.jsonl': 206, 'units.jsonl': units.totalCount });
  });

  it('a tree of plans, tasks and units takes a bounded number of statements', async () => {
    const tree = (plans: number, tasks: number) =>
      ask(
        database.publicReader,
        `{ plans(first: ${plans}) { totalCount nodes { region { name parent { name } } issuingUnit { name } basis { documentNumber plan { title } } categories { title }
           statistics(groupBy: [DEADLINE_KIND]) { rows { taskCount } }
           tasks(first: ${tasks}) { totalCount nodes { category { title parent { title } } targets { phrase } topics { topic { code parent { code } } }
             responsibilities { unit { name region { name } functionLine { code } } group { expression members(first: 5) { totalCount nodes { name } } } }
             units(first: 5) { totalCount nodes { name region { name } } } } } } } }`,
      );
    const small = await tree(3, 10);
    const large = await tree(5, 40);
    expect(large.errors).toEqual([]);
    expect(large.statements.length).toBeLessThanOrEqual(30);
    expect(large.statements.length - small.statements.length).toBeLessThanOrEqual(2);
  });
});
