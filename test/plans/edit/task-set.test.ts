import { brokenRules } from '../../../src/app/standing-rules';
import { officeClient } from '../../support/api-client';
import { useTestDatabase } from '../../support/database';
import { importText, planText } from '../../support/draft-plan';
import type { Data } from '../../support/query';

const database = useTestDatabase({ seeded: true });
const planner = officeClient(database, 'PLANNER');

const taskFields = `id version number text category { path } deadline { kind dueOn rule } openEnded
  responsibilities { role mode phrase unit { name } group { expression } } targets { value phrase } corrections { field before after }`;
const adding = `mutation ($input: AddTaskInput!) { addTask(input: $input) { task { ${taskFields} } userErrors { code } } }`;
const removing = 'mutation ($input: RemoveTaskInput!) { removeTask(input: $input) { plan { id } userErrors { code } } }';
const splitting = `mutation ($input: SplitTaskInput!) { splitTask(input: $input) { tasks { ${taskFields} } userErrors { code } } }`;

let key = 0;
const keyed = (input: object) => ({ input: { idempotencyKey: `set-${key++}`, ...input } });

interface PlanNow {
  id: string;
  version: number;
  tasks: { nodes: Data[] };
  categories: Data[];
  corrections: { nodes: Data[] };
}

async function planNow(id: string): Promise<PlanNow> {
  const { plan } = await planner.data(
    `query ($id: ID!) { plan(id: $id) { id version tasks { nodes { ${taskFields} } } categories { path position }
      corrections { nodes { field before after task { id } } } } }`,
    { id },
  );
  return plan;
}

async function aPlan(number: string, publish = false): Promise<PlanNow> {
  return planNow((await importText(database, planText(number), { publish })).planId);
}

const order = ({ tasks }: PlanNow) => tasks.nodes.map(({ number, text }) => [number, text.slice(0, 4)]);

describe('the tasks of a plan that is not public', () => {
  it('are joined by one that was missed, at its place; the others keep their ids', async () => {
    const plan = await aPlan('201');
    const [first] = plan.tasks.nodes;
    const { node } = await planner.data('query ($id: ID!) { node(id: $id) { ... on Task { responsibilities { unit { id } } } } }', {
      id: first.id,
    });
    const { addTask } = await planner.data(
      adding,
      keyed({
        planId: plan.id,
        version: plan.version,
        number: 2,
        text: '公开义务教育收费，每年至少1次。',
        categoryPath: ['主动公开', '教育'],
        responsibilities: [
          { unitId: node.responsibilities[0].unit.id, role: 'LEAD' },
          { group: '各乡镇人民政府', mode: 'EACH' },
        ],
        deadline: { text: '6月底', kind: 'BY_DATE', dueOn: '2024-06-30', precision: 'MONTH' },
        targets: [{ phrase: '每年至少1次', comparator: 'AT_LEAST', value: 1, unit: '次', period: 'YEAR' }],
      }),
    );
    expect(addTask).toMatchObject({
      userErrors: [],
      task: {
        number: 2,
        category: { path: ['主动公开', '教育'] },
        deadline: { kind: 'BY_DATE', dueOn: '2024-06-30' },
        responsibilities: [
          { role: 'LEAD', mode: 'JOINT', phrase: '县教育局', unit: { name: '县教育局' } },
          { role: 'RESPONSIBLE', mode: 'EACH', phrase: '各乡镇人民政府', group: { expression: '各乡镇人民政府' } },
        ],
        targets: [{ value: 1 }],
        corrections: [{ field: 'text', before: null, after: '公开义务教育收费，每年至少1次。' }],
      },
    });
    const now = await planNow(plan.id);
    expect(order(now)).toEqual([
      [1, '公开学校'],
      [2, '公开义务'],
      [3, '公开财政'],
      [4, '规范办理'],
    ]);
    expect(now.tasks.nodes.flatMap(({ id }) => (id === addTask.task.id ? [] : [id]))).toEqual(plan.tasks.nodes.map(({ id }) => id));
    expect(now.categories.map(({ path }) => path)).toEqual([['主动公开'], ['主动公开', '教育'], ['依申请公开']]);
  });

  it('close up when one is taken out', async () => {
    const plan = await aPlan('202');
    const [first, second, third] = plan.tasks.nodes;
    expect((await planner.data(removing, keyed({ taskId: first.id, version: first.version }))).removeTask.userErrors).toEqual([]);
    const now = await planNow(plan.id);
    expect(now.tasks.nodes.map(({ id, number }) => [id, number])).toEqual([
      [second.id, 1],
      [third.id, 2],
    ]);
    expect(now.corrections.nodes).toEqual([{ field: 'tasks', before: `text: ${first.text}, number: 1`, after: null, task: null }]);
  });

  it('are split into parts: the first stays the task, targets go with their words', async () => {
    const plan = await aPlan('203');
    const [task] = plan.tasks.nodes;
    const { splitTask } = await planner.data(
      splitting,
      keyed({ taskId: task.id, version: task.version, texts: ['做好教育领域公开。', '公开学校招生信息，全年不少于2次。'] }),
    );
    expect(splitTask.userErrors).toEqual([]);
    expect(splitTask.tasks).toMatchObject([
      { id: task.id, number: 1, text: '做好教育领域公开。', targets: [], responsibilities: task.responsibilities },
      { number: 2, targets: task.targets, responsibilities: task.responsibilities, deadline: task.deadline, category: task.category },
    ]);
    expect(order(await planNow(plan.id))).toEqual([
      [1, '做好教育'],
      [2, '公开学校'],
      [3, '公开财政'],
      [4, '规范办理'],
    ]);
  });

  it('are neither more nor fewer once it is public', async () => {
    const plan = await aPlan('204', true);
    const [task] = plan.tasks.nodes;
    const why = { reason: '核对' };
    const refused = [
      (await planner.data(adding, keyed({ planId: plan.id, version: plan.version, text: '公开。', ...why }))).addTask,
      (await planner.data(removing, keyed({ taskId: task.id, version: task.version, ...why }))).removeTask,
      (await planner.data(splitting, keyed({ taskId: task.id, version: task.version, texts: ['甲。', '乙。'], ...why }))).splitTask,
    ];
    expect(refused.map(({ userErrors }) => userErrors)).toEqual(refused.map(() => [{ code: 'PLAN_IS_PUBLIC' }]));
    expect(order(await planNow(plan.id))).toEqual(order(plan));
  });

  it('change one after another: who adds on a plan that has changed since is told so', async () => {
    const plan = await aPlan('205');
    const input = { planId: plan.id, version: plan.version, text: '公开。', number: 1 };
    const answers = await Promise.all([1, 2, 3].map(() => planner.ask(adding, keyed(input))));
    expect(answers.map(({ errors }) => errors.map(({ extensions }) => extensions.code)).sort()).toEqual([[], ['CONFLICT'], ['CONFLICT']]);
    expect(order(await planNow(plan.id)).map(([number]) => number)).toEqual([1, 2, 3, 4]);
  });
});

describe('a correction of a plan itself', () => {
  const editing = `mutation ($input: EditPlanInput!) { editPlan(input: $input) { plan { id version title documentNumber kind year issuedOn remarks disclosure
    issuerText issuingUnit { name } basis { title documentNumber } corrections { nodes { field before after } } } userErrors { code field } } }`;

  it('changes what is given and leaves what is left out', async () => {
    const plan = await aPlan('206');
    const { units } = await planner.data('{ units(filterBy: { regionCodes: ["511725"], kinds: [GOVERNMENT] }) { nodes { id name } } }');
    const { editPlan } = await planner.data(
      editing,
      keyed({
        planId: plan.id,
        version: plan.version,
        title: '渠县2024年政务公开工作要点',
        kind: 'KEY_POINTS',
        documentNumber: '渠府办发[2024]206号',
        issuedOn: '2024-03-01',
        issuingUnitId: units.nodes[0].id,
        remarks: ['上级另有规定的从其规定。'],
        basis: [{ documentNumber: '达市府办发(2024)3号' }],
      }),
    );
    expect(editPlan.userErrors).toEqual([]);
    expect(editPlan.plan).toMatchObject({
      version: plan.version + 1,
      title: '渠县2024年政务公开工作要点',
      documentNumber: '渠府办发〔2024〕206号',
      kind: 'KEY_POINTS',
      year: 2024,
      issuedOn: '2024-03-01',
      issuingUnit: { name: units.nodes[0].name },
      basis: [{ title: null, documentNumber: '达市府办发〔2024〕3号' }],
    });
    expect(editPlan.plan.corrections.nodes.map(({ field }: Data) => field).sort()).toEqual([
      'basis',
      'issuedOn',
      'issuingUnit',
      'kind',
      'remarks',
      'title',
    ]);
  });

  it('gives no two plans one number', async () => {
    const [one, two, three] = [await aPlan('207'), await aPlan('208'), await aPlan('209')];
    const taken = await planner.data(editing, keyed({ planId: one.id, version: one.version, documentNumber: '渠府办发〔2024〕208号' }));
    expect(taken.editPlan.userErrors).toEqual([{ code: 'NUMBER_TAKEN', field: ['documentNumber'] }]);
    const answers = await Promise.all(
      [two, three].map(({ id, version }) => planner.data(editing, keyed({ planId: id, version, documentNumber: '渠府办发〔2024〕299号' }))),
    );
    expect(answers.map(({ editPlan }) => editPlan.userErrors.length).sort()).toEqual([0, 1]);
  });
});

it('leaves the standing rules whole', async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
});
