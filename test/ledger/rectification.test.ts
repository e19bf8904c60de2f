import { verifyAuditChain } from '../../src/audit';
import { today } from '../../src/platform/calendar';
import { globalId } from '../../src/platform/graphql';
import { useTestDatabase } from '../support/database';
import { officers } from '../support/office';
import { aDraftPlan } from '../support/plan-to-review';
import { answer, ask, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const { administrator, planner, reporter, reviewer, auditor } = officers(() => database);

const all = 'rectification { id state measures result closedOn overdue reopenings }';
const laterDay = '2999-12-31';

let unit: { id: string; key: number };
let other: { id: string; key: number };

beforeAll(async () => {
  const rows = await database.internalReader.rows<{ id: number }>(
    `select u.id from unit u join region r on r.id = u.region_id where r.stable_id = '511700' and u.published order by u.id limit 2`,
  );
  [unit, other] = rows.map(({ id }) => ({ id: globalId('Unit', id), key: id })) as [typeof unit, typeof other];
});

const open = (input: object = {}, person = planner()): Promise<Data> =>
  person.run('openRectification', { unitId: unit.id, source: 'INSPECTION', finding: '栏目更新不及时', dueOn: laterDay, ...input }, all);
const report = (rectificationId: string, person = reporter('reporter', unit.key), measures = '已补齐栏目内容'): Promise<Data> =>
  person.run('recordRectificationMeasures', { rectificationId, measures }, all);
const check = (rectificationId: string, passed: boolean, person = reviewer(), result = '复核情况属实'): Promise<Data> =>
  person.run('closeRectification', { rectificationId, passed, result }, all);
const opened = async (input: object = {}): Promise<string> => (await open(input)).rectification.id as string;

const seenBy = async (id: string): Promise<Data> =>
  (
    await answer(
      database.publicReader,
      'query ($id: ID!) { node(id: $id) { ... on Rectification { finding state measures result closedOn unit { id } plan { id } task { id } } } }',
      { id },
    )
  ).node;

describe('a finding', () => {
  it('is closed by what the check saw where the unit reported nothing, and by the words of the unit where it did', async () => {
    const closeSeen = (rectificationId: string, passed = true): Promise<Data> =>
      reviewer().run('closeRectification', { rectificationId, passed, result: '现场复核属实', measures: '现场所见：栏目已补齐' }, all);
    const id = await opened();
    expect(await closeSeen(id, false)).toMatchObject({ rectification: { state: 'OPEN', measures: null, result: null } });
    expect(await closeSeen(id)).toMatchObject({
      rectification: { state: 'CLOSED', measures: '现场所见：栏目已补齐', result: '现场复核属实', closedOn: today() },
    });
    expect(await closeSeen(id)).toEqual({ error: 'CONFLICT' });
    const reported = await opened();
    await report(reported);
    expect(await closeSeen(reported)).toMatchObject({ userErrors: [{ code: 'MEASURES_REPORTED', field: ['measures'] }] });
    expect(await check(reported, true)).toMatchObject({ rectification: { state: 'CLOSED', measures: '已补齐栏目内容' } });
  });

  it('is opened, acted on, checked by another person and closed, each step on record', async () => {
    const { rectification } = await open({ demandedMeasures: '限期补齐' });
    expect(rectification).toMatchObject({ state: 'OPEN', measures: null, closedOn: null, overdue: false, reopenings: 0 });
    const { id } = rectification;
    expect(await check(id, true)).toEqual({ error: 'CONFLICT' });
    expect(await report(id)).toMatchObject({ rectification: { state: 'RECHECK', measures: null } });
    expect(await report(id)).toEqual({ error: 'CONFLICT' });
    expect(await check(id, false, reviewer(), '仍缺两项')).toMatchObject({
      rectification: { state: 'OPEN', measures: null, result: null },
    });
    await report(id, reporter('colleague', unit.key), '已补齐其余两项');
    expect(await check(id, true)).toMatchObject({
      rectification: { state: 'CLOSED', measures: '已补齐其余两项', result: '复核情况属实', closedOn: today() },
    });
    const { node } = await auditor().data('query ($id: ID!) { node(id: $id) { ... on Rectification { steps { kind text actor } } } }', {
      id,
    });
    expect(node.steps.map((step: Data) => [step.kind, step.actor])).toEqual([
      ['OPENED', 'planner'],
      ['MEASURES_REPORTED', 'reporter'],
      ['RECHECK_FAILED', 'reviewer'],
      ['MEASURES_REPORTED', 'colleague'],
      ['CLOSED', 'reviewer'],
    ]);
  });

  it('is not checked by who reported what was done, now or before', async () => {
    const id = await opened();
    await report(id, reporter('first', unit.key));
    await check(id, false);
    await report(id, reporter('second', unit.key));
    for (const person of ['first', 'second'])
      expect(await check(id, true, reviewer(person))).toMatchObject({ rectification: null, userErrors: [{ code: 'OWN_MEASURES' }] });
    await expect(
      database.owner.query(`insert into rectification_step (rectification_id, position, kind, text, actor)
        select rectification_id, 9, 'CLOSED', '通过', 'first' from rectification_step where actor = 'first' limit 1`),
    ).rejects.toThrow(/rechecks measures of their own/);
    await expect(database.owner.query('delete from rectification_step')).rejects.toThrow(/kept as it was/);
  });

  it('is opened again with a new day, and closed anew', async () => {
    const id = await opened();
    const reopen = (dueOn = laterDay): Promise<Data> =>
      planner().run('reopenRectification', { rectificationId: id, reason: '问题反弹', dueOn }, all);
    expect(await reopen()).toEqual({ error: 'CONFLICT' });
    await report(id);
    await check(id, true);
    expect(await reopen('2020-01-01')).toMatchObject({ userErrors: [{ code: 'DAY_PAST', field: ['dueOn'] }] });
    expect(await reopen()).toMatchObject({ rectification: { state: 'OPEN', closedOn: null, reopenings: 1 } });
    await report(id);
    expect(await check(id, true)).toMatchObject({ rectification: { state: 'CLOSED', reopenings: 1 } });
  });

  it('is closed by one of two who check it at the same moment', async () => {
    const id = await opened();
    await report(id);
    const outcomes = await Promise.all(['a', 'b', 'c'].map((person) => check(id, true, reviewer(person))));
    expect(outcomes.filter(({ rectification }) => rectification)).toHaveLength(1);
    expect(outcomes.filter(({ error }) => error === 'CONFLICT')).toHaveLength(2);
  });

  it('is each role’s own step', async () => {
    const id = await opened();
    for (const person of [reporter('reporter', unit.key), reviewer(), auditor()])
      expect(await open({}, person)).toEqual({ error: 'FORBIDDEN' });
    for (const person of [planner(), administrator(), auditor(), reviewer(), reporter('stranger', other.key)])
      expect(await report(id, person)).toEqual({ error: 'FORBIDDEN' });
    for (const person of [planner(), administrator(), auditor(), reporter('reporter', unit.key)])
      expect(await check(id, true, person)).toEqual({ error: 'FORBIDDEN' });
  });

  it('is refused where it makes no sense', async () => {
    expect(await open({ dueOn: '2020-01-01' })).toMatchObject({ rectification: null, userErrors: [{ code: 'DAY_PAST' }] });
    expect(await open({ finding: '' })).toEqual({ error: 'BAD_USER_INPUT' });
    expect(await open({ unitId: globalId('Unit', 1_999_999_999) })).toEqual({ error: 'NOT_FOUND' });
    expect(await open({ subjectId: unit.id })).toEqual({ error: 'BAD_USER_INPUT' });
    expect(await open({ subjectId: globalId('Task', 1_999_999_999) })).toEqual({ error: 'NOT_FOUND' });
    const [obligation] = await database.internalReader.rows<{ id: number }>('select id from obligation where unit_id <> $1 limit 1', [
      unit.key,
    ]);
    expect(await open({ subjectId: globalId('Obligation', obligation!.id) })).toMatchObject({
      userErrors: [{ code: 'OBLIGATION_OF_OTHER_UNIT' }],
    });
  });
});

describe('to the public a finding', () => {
  it('shows from the day on that was chosen, and what the unit wrote only once a check has accepted it', async () => {
    const [hidden, later, now] = [await opened(), await opened({ public: 'FROM_CLOSING' }), await opened({ public: 'FROM_OPENING' })];
    const seen = async (): Promise<Data[]> => Promise.all([hidden, later, now].map(seenBy));
    expect(await seen()).toEqual([null, null, expect.objectContaining({ state: 'OPEN', unit: { id: unit.id } })]);
    for (const id of [hidden, later, now]) await report(id, undefined, '未经复核的内容');
    expect(await seen()).toEqual([null, null, expect.objectContaining({ state: 'RECHECK', measures: null })]);
    for (const id of [hidden, later, now]) await check(id, true);
    const closed = expect.objectContaining({ state: 'CLOSED', measures: '未经复核的内容' });
    expect(await seen()).toEqual([null, closed, closed]);
    await planner().run('reopenRectification', { rectificationId: later, reason: '反弹', dueOn: laterDay }, all);
    expect((await seenBy(later)).state).toBe('OPEN');
  });

  it('shows neither names nor steps, and no plan that is not public', async () => {
    const draft = await aDraftPlan(database);
    const id = await opened({ public: 'FROM_OPENING', subjectId: draft.id });
    expect(await seenBy(id)).toMatchObject({ plan: null, task: null });
    const steps = 'query ($id: ID!) { node(id: $id) { ... on Rectification { steps { actor } } } }';
    expect((await ask(database.publicReader, steps, { id })).errors).toMatchObject([{ message: expect.stringContaining('steps') }]);
    await expect(database.publicReader.rows('select 1 from rectification_step')).rejects.toThrow(/permission denied/);
    const [row] = await database.publicReader.rows<object>('select * from rectification limit 1');
    expect(Object.keys(row!).join()).not.toMatch(/actor|_by/);
  });

  it('is listed and counted without those that are hidden', async () => {
    const finding = '仅此一条的公开问题';
    await opened({ finding, public: 'FROM_OPENING' });
    await opened({ finding });
    const source = `query ($id: ID!) { unit(id: $id) { rectifications(filterBy: { text: "仅此一条" }) { totalCount nodes { finding } } }
      rectifications(filterBy: { text: "仅此一条", unitIds: [$id], withinRegion: "510000" }) { totalCount } }`;
    expect(await answer(database.publicReader, source, { id: unit.id })).toEqual({
      unit: { rectifications: { totalCount: 1, nodes: [{ finding }] } },
      rectifications: { totalCount: 1 },
    });
    expect(await auditor().data(source, { id: unit.id })).toMatchObject({ rectifications: { totalCount: 2 } });
  });
});

describe('the list of findings', () => {
  const count = async (filterBy: object): Promise<number> =>
    (await auditor().data('query ($filterBy: RectificationFilter) { rectifications(filterBy: $filterBy) { totalCount } }', { filterBy }))
      .rectifications.totalCount as number;

  it('is filtered by what it is about, how far it is and when it is due', async () => {
    const [task] = await database.internalReader.rows<{ id: number; plan_id: number }>(
      'select t.id, t.plan_id from task t where t.published order by t.id limit 1',
    );
    const id = await opened({ subjectId: globalId('Task', task!.id), source: 'AUDIT', dueOn: today() });
    const about = { planIds: [globalId('Plan', task!.plan_id)], taskIds: [globalId('Task', task!.id)] };
    expect(await count(about)).toBe(1);
    expect(await count({ ...about, sources: ['AUDIT'], states: ['OPEN'], dueFrom: today(), dueTo: today(), overdue: false })).toBe(1);
    expect(await count({ ...about, sources: ['PUBLIC_REPORT'] })).toBe(0);
    expect(await count({ ...about, overdue: true })).toBe(0);
    await database.owner.query(`update rectification set opened_on = '2020-01-01', due_on = '2020-02-01' where task_id = $1`, [task!.id]);
    expect(await count({ ...about, overdue: true })).toBe(1);
    expect((await auditor().data('query ($id: ID!) { node(id: $id) { ... on Rectification { overdue } } }', { id })).node.overdue).toBe(
      true,
    );
  });

  it('takes as many statements for many rows as for one', async () => {
    const source = `query ($first: Int!) { rectifications(first: $first) { totalCount nodes { finding unit { name } plan { title } task { text } steps { text } } } }`;
    const [one, many] = [await auditor().ask(source, { first: 1 }), await auditor().ask(source, { first: 100 })];
    expect(many.data.rectifications.nodes.length).toBeGreaterThan(5);
    expect(many.statements.length).toBeLessThanOrEqual(6);
    expect(one.statements.length).toBeLessThanOrEqual(many.statements.length);
  });
});

test('every step is on the audit log, which is whole', async () => {
  expect(await verifyAuditChain(database.owner)).toEqual([]);
  const [{ steps, events }] = (await database.internalReader.rows<{ steps: number; events: number }>(
    `select (select count(*)::int from rectification_step) as steps, (select count(*)::int from audit_event where action like 'rectification.%') as events`,
  )) as [{ steps: number; events: number }];
  expect(events).toBe(steps);
});
