import { brokenRules } from '../../src/app/standing-rules';
import { readKey } from '../../src/platform/graphql';
import { runPlanSteps } from '../../src/plans';
import { aLedgerPlan, aReport, readLedgerPlan, reportPublicly, setToday, type LedgerPlan } from '../support/ledger-plan';
import { useTestDatabase } from '../support/database';
import { officers } from '../support/office';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const office = officers(() => database);

const counts = 'createdCount endedCount removedCount plan { ledgerSince }';
const generate = (planId: string, over: object = {}): Promise<Data> =>
  office.planner().run('generateObligations', { planId, ...over }, counts);
const obligation = async (id: string, fields: string): Promise<Data> =>
  (await answer(database.publicReader, `query ($id: ID!) { obligation(id: $id) { ${fields} } }`, { id })).obligation;

/** Gives a task of the plan other bodies, as an editor does. */
async function assign(plan: LedgerPlan, number: number, units: readonly string[]): Promise<void> {
  const { plan: found } = await answer(
    database.internalReader,
    'query ($id: ID!) { plan(id: $id) { tasks { nodes { id number version responsibilities { id position unit { id name } } } } } }',
    { id: plan.id },
  );
  const task = found.tasks.nodes.find((one: Data) => one.number === number);
  expect(task.responsibilities.length).toBeGreaterThan(0);
  await database.owner.transaction(async (manager) => {
    const taskKey = readKey(task.id, 'Task');
    await manager.query('select from plan where id = $1 for no key update', [plan.key]);
    await manager.query('delete from responsibility where task_id = $1', [taskKey]);
    for (const [at, name] of units.entries())
      await manager.query(
        `insert into responsibility (plan_id, task_id, position, phrase, role, mode, unit_id, printed_unit, rule)
         select $1, $2, $3, $4, 'RESPONSIBLE', 'JOINT', u.id, $4, 'test' from unit u join region r on r.id = u.region_id where r.code = '511725' and u.name = $4`,
        [plan.key, taskKey, at + 1, name],
      );
    await runPlanSteps(manager, 'CHANGED', plan.key);
  });
}

beforeAll(() => setToday(database, '2024-06-15'));
afterEach(async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
});

describe('obligations that are generated again', () => {
  it('are the same where nothing changed', async () => {
    const plan = await aLedgerPlan(database);
    await reportPublicly(database, plan.of(1, '县教育局'));
    expect(await generate(plan.id)).toEqual({
      createdCount: 0,
      endedCount: 0,
      removedCount: 0,
      plan: { ledgerSince: '2024-01-01' },
      userErrors: [],
    });
    expect((await readLedgerPlan(database, plan.id)).obligations).toEqual(plan.obligations);
  });

  it('end where something was reported on them, go where nothing was, and come again with what was reported', async () => {
    const plan = await aLedgerPlan(database);
    const [reported, silent] = [plan.of(2, '县财政局'), plan.of(2, '县教育局')];
    const entry = await reportPublicly(database, reported, { status: 'COMPLETED', completedOn: '2024-06-01' });
    await assign(plan, 2, ['县政府办公室']);
    const left = await readLedgerPlan(database, plan.id);
    expect(left.obligations.filter(({ task }) => task === 2).map(({ unit }) => unit)).toEqual(['县政府办公室']);
    expect(await obligation(silent.id, 'id')).toBeNull();
    expect(
      await obligation(reported.id, 'status endedOn endedReason entries { nodes { id } } task { status units { totalCount } }'),
    ).toEqual({
      status: 'COMPLETED',
      endedOn: '2024-06-15',
      endedReason: 'NO_LONGER_RESPONSIBLE',
      entries: { nodes: [{ id: entry }] },
      task: { status: 'NOT_REPORTED', units: { totalCount: 1 } },
    });
    const { ended, figures } = await answer(
      database.publicReader,
      `query ($ids: [ID!]) { ended: obligations(filterBy: { planIds: $ids, ended: true }) { nodes { id } }
         figures: taskStatistics(filterBy: { planIds: $ids }, groupBy: []) { rows { obligationCount completedCount } } }`,
      { ids: [plan.id] },
    );
    expect(ended.nodes).toEqual([{ id: reported.id }]);
    expect(figures.rows).toEqual([{ obligationCount: left.obligations.length, completedCount: 0 }]);
    const report = office.reporter('late', reported.unitKey).run('reportProgress', aReport(reported), 'entry { id }');
    expect(await report).toMatchObject({ entry: null, userErrors: [{ code: 'OBLIGATION_ENDED' }] });

    await assign(plan, 2, ['县财政局', '县教育局']);
    const back = await readLedgerPlan(database, plan.id);
    expect(back.of(2, '县财政局').id).toBe(reported.id);
    expect(await obligation(reported.id, 'status endedOn task { status }')).toEqual({
      status: 'COMPLETED',
      endedOn: null,
      task: { status: 'IN_PROGRESS' },
    });
  });

  it('follow a roster: a member that joined is owed by, one that left is not', async () => {
    const plan = await aLedgerPlan(database);
    const [gone, quiet, ...rest] = plan.obligations.filter(({ task }) => task === 3);
    await reportPublicly(database, gone!);
    await database.owner.query('delete from unit_group_member where unit_id = any($1)', [[gone!.unitKey, quiet!.unitKey]]);
    expect(await generate(plan.id)).toMatchObject({ createdCount: 0, endedCount: 1, removedCount: 1 });
    expect(await obligation(gone!.id, 'endedReason')).toEqual({ endedReason: 'NO_LONGER_MEMBER' });
    await database.owner.query(
      'insert into unit_group_member (group_id, unit_id) select distinct o.group_id, u from obligation o, unnest($2::int[]) u where o.id = $1',
      [rest[0]!.key, [gone!.unitKey, quiet!.unitKey]],
    );
    expect(await generate(plan.id)).toMatchObject({ createdCount: 1, endedCount: 0, removedCount: 0 });
    expect(await obligation(gone!.id, 'endedOn status')).toEqual({ endedOn: null, status: 'IN_PROGRESS' });
  });

  it('lose no report that comes at the same time', async () => {
    const plan = await aLedgerPlan(database);
    const members = plan.obligations.filter(({ task }) => task === 3).slice(0, 12);
    const reports: Promise<Data>[] = [];
    for (const [at, member] of members.entries()) {
      if (at % 3 === 0) reports.push(generate(plan.id));
      reports.push(office.reporter(`r${at}`, member.unitKey).run('reportProgress', aReport(member), 'entry { id }'));
      if (at % 4 === 3) await Promise.all(reports);
    }
    expect((await Promise.all(reports)).filter(({ error, userErrors }) => error || userErrors.length > 0)).toEqual([]);
    const [{ count }] = (await database.internalReader.rows<{ count: number }>(
      'select count(*)::int from ledger_entry where plan_id = $1',
      [plan.key],
    )) as [{ count: number }];
    expect(count).toBe(members.length);
    expect((await readLedgerPlan(database, plan.id)).obligations).toEqual(plan.obligations);
  });

  it('are generated by planners and administrators', async () => {
    const plan = await aLedgerPlan(database, { ledgerSince: null });
    for (const person of [office.reporter('r', plan.obligations[0]!.unitKey), office.reviewer(), office.auditor()])
      expect(await person.run('generateObligations', { planId: plan.id }, counts)).toEqual({ error: 'FORBIDDEN' });
    expect(await office.administrator().run('generateObligations', { planId: plan.id, ledgerSince: '2024-02-01' }, counts)).toMatchObject({
      plan: { ledgerSince: '2024-02-01' },
    });
  });
});

describe('a ledger', () => {
  it('is not closed once something is reported, but its first day may move', async () => {
    const plan = await aLedgerPlan(database);
    expect(await generate(plan.id, { ledgerSince: null })).toMatchObject({ plan: { ledgerSince: null } });
    await generate(plan.id, { ledgerSince: '2024-03-01' });
    await office.reporter('r', plan.of(1, '县教育局').unitKey).run('reportProgress', aReport(plan.of(1, '县教育局')), 'entry { id }');
    expect(await generate(plan.id, { ledgerSince: null })).toMatchObject({
      plan: null,
      userErrors: [{ code: 'LEDGER_IN_USE', field: ['ledgerSince'] }],
    });
    expect(await generate(plan.id, { ledgerSince: '2024-05-01' })).toMatchObject({ plan: { ledgerSince: '2024-05-01' } });
  });

  it('of a withdrawn plan is not opened', async () => {
    const plan = await aLedgerPlan(database);
    await office.administrator().run('withdrawPlan', { planId: plan.id, reason: '测试' }, 'plan { id }');
    expect(await generate(plan.id)).toEqual({ error: 'CONFLICT' });
  });
});
