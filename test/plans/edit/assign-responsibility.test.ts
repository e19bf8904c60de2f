import { brokenRules } from '../../../src/app/standing-rules';
import { ApiClient, absentId, officeClient } from '../../support/api-client';
import { useTestDatabase } from '../../support/database';
import { importText, planText } from '../../support/draft-plan';
import type { Data } from '../../support/query';

const database = useTestDatabase({ seeded: true });
const planner = officeClient(database, 'PLANNER');
const everyone = new ApiClient(() => database.publicReader);

const taskFields = `id version text responsibilities { id position phrase role mode rule unit { id name } group { expression } } units { nodes { name } }
  corrections { field before after }`;
const assigning = `mutation ($input: AssignResponsibilityInput!) { assignResponsibility(input: $input) { task { ${taskFields} } userErrors { code field } } }`;

let key = 0;
const assign = async (input: object): Promise<Data> =>
  (await planner.data(assigning, { input: { idempotencyKey: `assign-${key++}`, ...input } })).assignResponsibility;

async function tasksOf(number: string, publish = false): Promise<Data[]> {
  const { planId } = await importText(database, planText(number), { publish });
  const { plan } = await planner.data(`query ($id: ID!) { plan(id: $id) { tasks { nodes { ${taskFields} } } } }`, { id: planId });
  return plan.tasks.nodes;
}

async function aUnit(text: string, region = '511725'): Promise<string> {
  const { units } = await planner.data(
    `query ($text: String, $region: String!) { units(filterBy: { text: $text, withinRegion: $region }) { nodes { id } } }`,
    { text, region },
  );
  return units.nodes[0].id;
}

const names = (task: Data) => task.responsibilities.map(({ unit, group }: Data) => unit?.name ?? group.expression);

describe('who bears a task', () => {
  it('is added, moved, changed and taken out; nobody else is touched', async () => {
    const [task] = await tasksOf('301');
    const [education, finance] = task.responsibilities;
    const input = { taskId: task.id, version: task.version };
    const added = await assign({ ...input, group: '县级各部门（单位）', position: 1, role: 'SUPPORTING', mode: 'EACH' });
    expect(names(added.task)).toEqual(['县级各部门（单位）', '县教育局', '县财政局']);
    expect(added.task.responsibilities[0]).toMatchObject({
      role: 'SUPPORTING',
      mode: 'EACH',
      phrase: '县级各部门（单位）',
      rule: 'corrected',
    });
    const leads = await assign({ ...input, version: added.task.version, responsibilityId: finance.id, role: 'LEAD', position: 1 });
    expect(leads.task.responsibilities[0]).toMatchObject({ id: finance.id, role: 'LEAD', position: 1, phrase: '县财政局' });
    const removed = await assign({ ...input, version: leads.task.version, responsibilityId: education.id, remove: true });
    expect(names(removed.task)).toEqual(['县财政局', '县级各部门（单位）']);
    expect(removed.task.corrections).toHaveLength(3);
    expect(removed.task.corrections[0]).toMatchObject({ field: 'responsibilities', before: expect.stringContaining('县教育局') });
    expect(removed.task.corrections[0].after).not.toContain('县教育局');
  });

  it('is another unit, for this task or for all tasks that print the name', async () => {
    const tasks = await tasksOf('302');
    const township = await aUnit('天星');
    const finance = tasks[0].responsibilities[1];
    const one = await assign({ taskId: tasks[0].id, version: tasks[0].version, responsibilityId: finance.id, unitId: township });
    expect(one.task.responsibilities[1]).toMatchObject({ phrase: '县财政局', unit: { id: township } });
    const [, second] = await tasksOf('302');
    expect(names(second)).toContain('县财政局');

    const all = await tasksOf('303');
    const line = all[0].responsibilities[1];
    const input = { taskId: all[0].id, version: all[0].version, responsibilityId: line.id, unitId: township, everywhere: true };
    expect((await assign(input)).userErrors).toEqual([]);
    const now = await tasksOf('303');
    expect(now.map((task) => task.responsibilities.filter(({ unit }: Data) => unit?.id === township).length)).toEqual([1, 1, 0]);
    expect(now.map(({ version }) => version)).toEqual([2, 2, 1]);
  });

  it('is refused where it names nothing, something twice or something unknown', async () => {
    const [task] = await tasksOf('304');
    const input = { taskId: task.id, version: task.version };
    const [education, finance] = task.responsibilities;
    expect((await assign(input)).userErrors).toMatchObject([{ code: 'NO_BODY' }]);
    expect((await assign({ ...input, unitId: education.unit.id })).userErrors).toMatchObject([{ code: 'BODY_TWICE' }]);
    expect((await assign({ ...input, unitId: absentId('Unit') })).userErrors).toMatchObject([{ code: 'NO_UNIT' }]);
    const gone = { ...input, responsibilityId: absentId('Responsibility'), role: 'LEAD' };
    expect((await assign(gone)).userErrors).toMatchObject([{ code: 'NO_RESPONSIBILITY' }]);
    const both = { ...input, idempotencyKey: 'both', unitId: finance.unit.id, group: '各部门' };
    expect(await planner.code(assigning, { input: both })).toBe('BAD_USER_INPUT');
    expect(await planner.code(assigning, { input: { ...input, idempotencyKey: 'stale', version: 9, remove: true } })).toBe('CONFLICT');
    expect((await tasksOf('304'))[0]).toEqual(task);
  });

  it('of a public plan comes to be public with its reason, members of a collective and all', async () => {
    const [, , task] = await tasksOf('305', true);
    const { addTask } = await planner.data(
      'mutation ($input: AddTaskInput!) { addTask(input: $input) { task { responsibilities { unit { id } } } } }',
      {
        input: await (async () => {
          const { planId } = await importText(database, planText('306', ['1\t主动公开\t公开水价。\t县供水监管中心\t及时公开']));
          const { plan } = await planner.data(
            'query ($id: ID!) { plan(id: $id) { version tasks { nodes { responsibilities { unit { id } } } } } }',
            {
              id: planId,
            },
          );
          const { unit } = plan.tasks.nodes[0].responsibilities[0];
          return { idempotencyKey: 'hidden', planId, version: plan.version, text: '公开水质。', responsibilities: [{ unitId: unit.id }] };
        })(),
      },
    );
    const hidden = addTask.task.responsibilities[0].unit.id;
    const seen = `query ($id: ID!) { task(id: $id) { ${taskFields.replace('version', 'number')} } }`;
    const input = { taskId: task.id, version: task.version, reason: '遗漏' };
    const withUnit = await assign({ ...input, unitId: hidden });
    const withGroup = await assign({ ...input, version: withUnit.task.version, group: '各乡镇人民政府' });
    expect(withGroup.userErrors).toEqual([]);
    const { task: open } = await everyone.data(seen, { id: task.id });
    expect(names(open)).toEqual(['县政府办公室', '县供水监管中心', '各乡镇人民政府']);
    expect(open.units.nodes.length).toBeGreaterThan(10);
    expect(open.corrections).toHaveLength(2);
  });
});

it('leaves the standing rules whole', async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
});
