import { ApiClient, absentId, officeClient } from '../../support/api-client';
import { useTestDatabase } from '../../support/database';
import { importText, planText } from '../../support/draft-plan';
import { brokenRules } from '../../../src/app/standing-rules';
import type { Data } from '../../support/query';

const database = useTestDatabase({ seeded: true });
const planner = officeClient(database, 'PLANNER', 'planner-1');
const everyone = new ApiClient(() => database.publicReader);

const taskFields = `id version number text printedNumber responsibleText leadOfficial openEnded category { path }
  deadline { text kind dueOn precision thenOngoing rrule quota trigger duration dayCount rule explanation }
  targets { id position metric comparator value unit period dueOn phrase rule }
  corrections { field before after reason actor }`;
const editing = `mutation ($input: EditTaskInput!) { editTask(input: $input) { task { ${taskFields} } userErrors { code field message } } }`;

let key = 0;
const edit = (input: Record<string, unknown>): Promise<Data> =>
  planner.data(editing, { input: { idempotencyKey: `edit-${key++}`, ...input } }).then(({ editTask }) => editTask);

async function aPlan(number: string, publish = false): Promise<{ id: string; tasks: Data[] }> {
  const { planId } = await importText(database, planText(number), { publish });
  const { plan } = await planner.data(`query ($id: ID!) { plan(id: $id) { id tasks { nodes { ${taskFields} } } } }`, { id: planId });
  return { id: plan.id, tasks: plan.tasks.nodes };
}

const planOf = async (id: string): Promise<Data> =>
  (
    await planner.data('query ($id: ID!) { plan(id: $id) { version categories { path position } corrections { totalCount } } }', {
      id,
    })
  ).plan;

describe('a correction of a task', () => {
  it('changes what is given, leaves what is left out, takes away what is null, and remembers all of it', async () => {
    const { id, tasks } = await aPlan('101');
    const before = await planOf(id);
    const { task, userErrors } = await edit({
      taskId: tasks[0].id,
      version: tasks[0].version,
      text: '公开中小学招生信息，全年不少于2次。',
      printedNumber: null,
      leadOfficial: '分管副县长',
      reason: '与原件核对',
    });
    expect(userErrors).toEqual([]);
    expect(task).toMatchObject({
      text: '公开中小学招生信息，全年不少于2次。',
      printedNumber: null,
      leadOfficial: '分管副县长',
      responsibleText: tasks[0].responsibleText,
      version: tasks[0].version + 1,
      deadline: tasks[0].deadline,
      targets: tasks[0].targets,
    });
    expect(task.corrections).toEqual(
      expect.arrayContaining([
        {
          field: 'text',
          before: tasks[0].text,
          after: '公开中小学招生信息，全年不少于2次。',
          reason: '与原件核对',
          actor: 'planner-1',
        },
        expect.objectContaining({ field: 'printedNumber', before: '1', after: null }),
        expect.objectContaining({ field: 'leadOfficial', before: null, after: '分管副县长' }),
      ]),
    );
    expect(task.corrections).toHaveLength(3);
    const after = await planOf(id);
    expect(after).toMatchObject({ version: before.version + 1, corrections: { totalCount: 3 } });
  });

  it('of a deadline keeps the printed words and says that a person read them', async () => {
    const { tasks } = await aPlan('102');
    const { task } = await edit({
      taskId: tasks[1].id,
      version: tasks[1].version,
      deadline: { kind: 'BY_DATE', dueOn: '2024-06-30', precision: 'HALF_YEAR' },
    });
    expect(task.deadline).toMatchObject({
      text: '及时公开',
      kind: 'BY_DATE',
      dueOn: '2024-06-30',
      precision: 'HALF_YEAR',
      rule: `corrected:${tasks[1].deadline.rule}`,
      explanation: expect.stringMatching(/经人工更正.*corrected by a person/u),
    });
    expect(task.corrections.map(({ field }: Data) => field).sort()).toEqual(['deadline.dueOn', 'deadline.kind', 'deadline.precision']);

    const recurring = await edit({
      taskId: task.id,
      version: task.version,
      deadline: { kind: 'RECURRING', quota: 2, rrule: 'FREQ=YEARLY' },
    });
    expect(recurring.task.deadline).toMatchObject({ kind: 'RECURRING', dueOn: null, precision: null, quota: 2, rrule: 'FREQ=YEARLY' });
    const relative = await edit({
      taskId: task.id,
      version: recurring.task.version,
      deadline: { kind: 'RELATIVE', trigger: '信息形成', duration: 'P20D', dayCount: 'WORKING' },
    });
    expect(relative.task.deadline).toMatchObject({ rrule: null, quota: null, trigger: '信息形成', duration: 'P20D', dayCount: 'WORKING' });
  });

  it.each([
    [{ kind: 'BY_DATE' }, 'dueOn'],
    [{ kind: 'BY_DATE', dueOn: '2024-06-29', precision: 'MONTH' }, 'dueOn'],
    [{ kind: 'TIMELY', dueOn: '2024-06-30' }, 'dueOn'],
    [{ kind: 'RECURRING' }, 'rrule'],
    [{ kind: 'RECURRING', rrule: 'FREQ=SECONDLY' }, 'rrule'],
    [{ kind: 'RELATIVE', duration: '20天' }, 'duration'],
  ])('of a deadline whose parts do not fit is refused: %j', async (deadline, field) => {
    const { nodes } = (
      await planner.data('{ tasks(first: 1, filterBy: { deadlineKinds: [ONGOING], years: [2024] }) { nodes { id version } } }')
    ).tasks;
    const reason = '核对';
    const { task, userErrors } = await edit({ taskId: nodes[0].id, version: nodes[0].version, deadline, reason });
    expect(task).toBeNull();
    expect(userErrors).toEqual([expect.objectContaining({ code: 'DEADLINE_UNFIT', field: ['deadline', field] })]);
  });

  it('of targets replaces the list or corrects single ones by place', async () => {
    const { tasks } = await aPlan('103');
    const [target] = tasks[0].targets;
    expect(target).toMatchObject({ value: 2, comparator: 'AT_LEAST' });
    const input = { taskId: tasks[0].id, version: tasks[0].version };
    const one = await edit({
      ...input,
      targetCorrections: [
        { position: 1, value: 3 },
        { position: 2, dueOn: '2024-08-31', phrase: '8月底前公布' },
      ],
    });
    expect(one.task.targets).toMatchObject([
      { id: target.id, value: 3, unit: target.unit, phrase: target.phrase, rule: 'corrected' },
      { position: 2, dueOn: '2024-08-31', value: null },
    ]);
    const removed = await edit({ ...input, version: one.task.version, targetCorrections: [{ position: 1, remove: true }] });
    expect(removed.task.targets).toMatchObject([{ position: 1, dueOn: '2024-08-31' }]);
    const none = await edit({ ...input, version: removed.task.version, targets: [] });
    expect(none.task.targets).toEqual([]);
    const unfit = await edit({ ...input, version: none.task.version, targets: [{ phrase: '不少于两次' }] });
    expect(unfit.userErrors).toMatchObject([{ code: 'TARGET_UNFIT' }]);
    const both = { idempotencyKey: 'both', ...input, version: none.task.version, targets: [], targetCorrections: [] };
    expect(await planner.code(editing, { input: both })).toBe('BAD_USER_INPUT');
  });

  it('to another category makes it where it is new, and takes away the one that is left empty', async () => {
    const { id, tasks } = await aPlan('104');
    const { task } = await edit({ taskId: tasks[2].id, version: tasks[2].version, categoryPath: ['平台建设', '政府网站'] });
    expect(task.category.path).toEqual(['平台建设', '政府网站']);
    expect((await planOf(id)).categories).toEqual([
      { path: ['主动公开'], position: 1 },
      { path: ['平台建设'], position: 2 },
      { path: ['平台建设', '政府网站'], position: 3 },
    ]);
    const first = await edit({ taskId: tasks[0].id, version: tasks[0].version, categoryPath: ['平台建设'] });
    expect(first.task.category.path).toEqual(['平台建设']);
    expect((await planOf(id)).categories).toEqual([
      { path: ['平台建设'], position: 1 },
      { path: ['主动公开'], position: 2 },
      { path: ['平台建设', '政府网站'], position: 3 },
    ]);
    const none = await edit({ taskId: task.id, version: task.version, categoryId: null });
    expect(none.task.category).toBeNull();
    const foreign = (await aPlan('105')).id;
    const { plan } = await planner.data('query ($id: ID!) { plan(id: $id) { categories { id } } }', { id: foreign });
    const elsewhere = await edit({ taskId: task.id, version: none.task.version, categoryId: plan.categories[0].id });
    expect(elsewhere.userErrors).toMatchObject([{ code: 'NO_CATEGORY' }]);
  });

  it('is refused where the task has changed since it was read, and says at which version it is', async () => {
    const { tasks } = await aPlan('106');
    const input = { taskId: tasks[0].id, version: tasks[0].version, text: '公开招生信息。' };
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        planner.ask(editing, { input: { idempotencyKey: `at-once-${name}`, ...input, text: `公开${name}。` } }),
      ),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    for (const { errors } of answers.filter(({ errors }) => errors.length > 0)) {
      expect(errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', version: 2 });
      expect(errors[0]!.message).toContain('version 2');
    }
  });

  it('that changes nothing leaves no trace', async () => {
    const { id, tasks } = await aPlan('107');
    const before = await planOf(id);
    const { task } = await edit({ taskId: tasks[0].id, version: tasks[0].version, text: tasks[0].text, deadline: {}, openEnded: false });
    expect(task.version).toBe(tasks[0].version);
    expect(await planOf(id)).toEqual(before);
  });

  it('is refused where the text would be empty, where there is no such task, and to those who do not plan', async () => {
    const { tasks } = await aPlan('108');
    const input = { idempotencyKey: 'x', taskId: tasks[0].id, version: 1, text: ' \n ' };
    expect((await edit(input)).userErrors).toMatchObject([{ code: 'EMPTY_TEXT', field: ['text'] }]);
    expect(await planner.code(editing, { input: { ...input, idempotencyKey: 'y', taskId: absentId('Task') } })).toBe('NOT_FOUND');
    for (const role of ['REPORTER', 'REVIEWER', 'AUDITOR'] as const)
      expect(await officeClient(database, role).code(editing, { input })).toBe('FORBIDDEN');
  });
});

describe('a correction of a public plan', () => {
  const seen = `query ($id: ID!) { task(id: $id) { text corrections { field before after reason } plan { corrections { totalCount nodes { field } } } } }`;

  it('needs a reason, and is published with what the record said before', async () => {
    const { tasks } = await aPlan('109', true);
    const input = { taskId: tasks[0].id, version: tasks[0].version, text: '公开高中招生信息。' };
    expect((await edit(input)).userErrors).toMatchObject([{ code: 'REASON_REQUIRED', field: ['reason'] }]);
    expect((await edit({ ...input, reason: '  ' })).userErrors).toMatchObject([{ code: 'REASON_REQUIRED' }]);
    const { task } = await edit({ ...input, reason: '录入有误' });
    expect(task.text).toBe('公开高中招生信息。');
    expect(await everyone.data(seen, { id: task.id })).toEqual({
      task: {
        text: '公开高中招生信息。',
        corrections: [{ field: 'text', before: tasks[0].text, after: '公开高中招生信息。', reason: '录入有误' }],
        plan: { corrections: { totalCount: 1, nodes: [{ field: 'text' }] } },
      },
    });
    const found = await everyone.data('{ tasks(filterBy: { text: "公开高中招生" }) { totalCount } }');
    expect(found.tasks.totalCount).toBe(1);
    expect(await everyone.code('{ tasks { nodes { corrections { actor } } } }')).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('begins its public record with the publication: what a draft said before stays inside', async () => {
    const { id, tasks } = await aPlan('110');
    const { task } = await edit({ taskId: tasks[0].id, version: tasks[0].version, text: '公开招生计划。', reason: '内部核对' });
    const publishing = 'mutation ($input: PublishPlanInput!) { publishPlan(input: $input) { plan { state } } }';
    const withdrawing = 'mutation ($input: WithdrawPlanInput!) { withdrawPlan(input: $input) { plan { state } } }';
    const administrator = officeClient(database, 'ADMINISTRATOR');
    await administrator.data(publishing, { input: { idempotencyKey: 'p-110', planId: id, override: { reason: '测试' } } });
    expect((await everyone.data(seen, { id: task.id })).task.corrections).toEqual([]);
    await edit({ taskId: task.id, version: task.version, printedNumber: '一', reason: '补正序号' });
    expect((await everyone.data(seen, { id: task.id })).task.corrections).toHaveLength(1);
    await administrator.data(withdrawing, { input: { idempotencyKey: 'w-110', planId: id, reason: '撤回' } });
    expect((await everyone.data(seen, { id: task.id })).task).toBeNull();
    await administrator.data(publishing, { input: { idempotencyKey: 'p-110-2', planId: id, override: { reason: '测试' } } });
    expect((await everyone.data(seen, { id: task.id })).task.corrections).toEqual([]);
    expect((await planner.data(seen, { id: task.id })).task.corrections).toHaveLength(2);
  });
});

it('leaves the standing rules and the audit chain whole', async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
});
