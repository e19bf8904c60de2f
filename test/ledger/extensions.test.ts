import { brokenRules } from '../../src/app/standing-rules';
import { globalId } from '../../src/platform/graphql';
import { aLedgerPlan, reportPublicly, setToday, type LedgerPlan, type PlanObligation } from '../support/ledger-plan';
import { useTestDatabase } from '../support/database';
import { officers } from '../support/office';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const office = officers(() => database);

let plan: LedgerPlan;

const reporterOf = ({ unit, unitKey }: PlanObligation) => office.reporter(`reporter of ${unit}`, unitKey);
const fields = 'extension { id state previousDueOn proposedDueOn }';
const request = (obligation: PlanObligation, proposedDueOn: string, over: object = {}): Promise<Data> =>
  reporterOf(obligation).run('requestExtension', { obligationId: obligation.id, proposedDueOn, reason: '系统改造延后', ...over }, fields);
const decide = (extensionId: string, decision = 'GRANTED', person = office.planner()): Promise<Data> =>
  person.run('decideExtension', { extensionId, decision, reason: '同意' }, `${fields.slice(0, -1)} decidedBy }`);
const seen = async ({ id }: PlanObligation, reader = database.publicReader): Promise<Data> =>
  (
    await answer(
      reader,
      'query ($id: ID!) { obligation(id: $id) { status dueOn originalDueOn rescheduledTo rescheduleReason daysLate extensions { state reason decisionReason } } }',
      { id },
    )
  ).obligation;

beforeAll(async () => {
  await setToday(database, '2024-06-15');
  plan = await aLedgerPlan(database);
});
afterEach(async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
});

describe('an extension', () => {
  it('that is granted moves the day of that unit alone, and keeps the old day and the reason', async () => {
    const obligation = plan.of(2, '县教育局');
    const { extension } = await request(obligation, '2024-07-31');
    expect(extension).toMatchObject({ state: 'REQUESTED', previousDueOn: '2024-06-30' });
    const asBefore = { dueOn: '2024-06-30', originalDueOn: '2024-06-30', rescheduledTo: null, rescheduleReason: null };
    expect(await seen(obligation)).toMatchObject({ ...asBefore, extensions: [] });
    expect((await seen(obligation, database.internalReader)).extensions).toEqual([
      { state: 'REQUESTED', reason: '系统改造延后', decisionReason: null },
    ]);

    expect(await decide(extension.id)).toMatchObject({ extension: { state: 'GRANTED', decidedBy: 'planner' }, userErrors: [] });
    await setToday(database, '2024-07-10');
    expect(await seen(obligation)).toEqual({
      status: 'NOT_REPORTED',
      dueOn: '2024-07-31',
      originalDueOn: '2024-06-30',
      rescheduledTo: '2024-07-31',
      rescheduleReason: '系统改造延后',
      daysLate: 0,
      extensions: [{ state: 'GRANTED', reason: '系统改造延后', decisionReason: '同意' }],
    });
    expect(await seen(plan.of(2, '县财政局'))).toMatchObject({ ...asBefore, status: 'OVERDUE', daysLate: 10 });

    const again = await request(obligation, '2024-08-31', { reason: '再延' });
    await decide(again.extension.id);
    expect(await seen(obligation)).toMatchObject({ dueOn: '2024-08-31', originalDueOn: '2024-06-30', rescheduleReason: '再延' });
    await setToday(database, '2024-09-01');
    expect(await seen(obligation)).toMatchObject({ status: 'OVERDUE', daysLate: 1 });
    await setToday(database, '2024-06-15');
  });

  it('that is refused changes nothing, and the public does not see it', async () => {
    const obligation = plan.of(1, '县教育局');
    const { extension } = await request(obligation, '2024-12-31');
    expect(await decide(extension.id, 'REFUSED')).toMatchObject({ extension: { state: 'REFUSED' } });
    expect(await seen(obligation)).toMatchObject({ dueOn: '2024-09-30', rescheduledTo: null, extensions: [] });
    const { node } = await answer(database.publicReader, 'query ($id: ID!) { node(id: $id) { id } }', { id: extension.id });
    expect(node).toBeNull();
    expect(await decide(extension.id)).toEqual({ error: 'CONFLICT' });
  });

  it('is decided by planners and administrators, never by who asked for it', async () => {
    const obligation = plan.of(7, '县财政局');
    const { extension } = await request(obligation, '2025-03-31');
    for (const person of [reporterOf(obligation), office.reviewer(), office.auditor()])
      expect(await decide(extension.id, 'GRANTED', person)).toEqual({ error: 'FORBIDDEN' });
    expect(await decide(extension.id, 'GRANTED', office.planner(`reporter of ${obligation.unit}`))).toMatchObject({
      extension: null,
      userErrors: [{ code: 'OWN_REQUEST' }],
    });
    expect(await decide(globalId('DeadlineExtension', 1_999_999_999))).toEqual({ error: 'NOT_FOUND' });
    expect(await decide(extension.id, 'GRANTED', office.administrator())).toMatchObject({ extension: { state: 'GRANTED' } });
  });

  it.each<[code: string, task: number, unit: string, day: string]>([
    ['NO_DUE_DATE', 4, '县政府办公室', '2024-12-31'],
    ['NO_DUE_DATE', 6, '县财政局', '2024-12-31'],
    ['NOT_LATER', 3, '临巴镇人民政府', '2024-10-31'],
    ['ALREADY_COMPLETE', 3, '土溪镇人民政府', '2024-12-31'],
    ['ALREADY_REQUESTED', 3, '三汇镇人民政府', '2024-12-31'],
  ])('is refused with %s where there is no ground for it', async (code, task, unit, day) => {
    const obligation = plan.of(task, unit);
    if (code === 'ALREADY_COMPLETE') await reportPublicly(database, obligation, { status: 'COMPLETED' });
    if (code === 'ALREADY_REQUESTED') await request(obligation, '2024-11-30');
    expect(await request(obligation, day)).toMatchObject({ extension: null, userErrors: [{ code }] });
  });

  it('is asked for by a reporter of the very unit alone, with a reason', async () => {
    const obligation = plan.of(3, '文崇镇人民政府');
    const input = { obligationId: obligation.id, proposedDueOn: '2024-12-31', reason: '延后' };
    for (const person of [reporterOf(plan.of(1, '县教育局')), office.planner()])
      expect(await person.run('requestExtension', input, fields)).toEqual({ error: 'FORBIDDEN' });
    expect(await request(obligation, '2024-12-31', { reason: ' ' })).toEqual({ error: 'BAD_USER_INPUT' });
  });

  it('outlives a change of the plan, and gives way to a later day of the plan itself', async () => {
    const own = await aLedgerPlan(database);
    const obligation = own.of(2, '县教育局');
    const { extension } = await request(obligation, '2024-07-31');
    await decide(extension.id);
    const moveTo = async (day: string) => {
      await database.owner.query('update task set due_on = $2 where id = (select task_id from obligation where id = $1)', [
        obligation.key,
        day,
      ]);
      await office.planner().run('generateObligations', { planId: own.id }, 'createdCount');
      if ((await seen(obligation)).dueOn) await database.owner.query('select refresh_published_tasks($1)', [own.key]);
    };
    await moveTo('2024-07-15');
    expect(await seen(obligation)).toMatchObject({ dueOn: '2024-07-31', rescheduledTo: '2024-07-31' });
    await moveTo('2024-08-15');
    expect(await seen(obligation)).toMatchObject({ dueOn: '2024-08-15', originalDueOn: '2024-08-15', rescheduledTo: null });
  });

  it('asked for before the day changed is not granted on the old ground', async () => {
    const own = await aLedgerPlan(database);
    const obligation = own.of(2, '县教育局');
    const { extension } = await request(obligation, '2024-07-31');
    await database.owner.query(`update task set due_on = '2024-07-15' where id = (select task_id from obligation where id = $1)`, [
      obligation.key,
    ]);
    await office.planner().run('generateObligations', { planId: own.id }, 'createdCount');
    await database.owner.query('select refresh_published_tasks($1)', [own.key]);
    expect(await decide(extension.id)).toEqual({ error: 'CONFLICT' });
    expect(await decide(extension.id, 'REFUSED')).toMatchObject({ extension: { state: 'REFUSED' } });
  });

  it('decided by two at once is decided once', async () => {
    const obligation = plan.of(3, '涌兴镇人民政府');
    const { extension } = await request(obligation, '2024-12-31');
    const both = await Promise.all([
      decide(extension.id, 'GRANTED', office.planner('a')),
      decide(extension.id, 'REFUSED', office.planner('b')),
    ]);
    expect(both.filter(({ error }) => error === 'CONFLICT')).toHaveLength(1);
  });

  it('of a recurring duty moves the next occurrence alone', async () => {
    const obligation = plan.of(5, '县教育局');
    await reportPublicly(database, obligation, { period: '2024-Q1', status: 'COMPLETED', completedOn: '2024-03-20' });
    const { extension } = await request(obligation, '2024-07-20');
    expect(extension).toMatchObject({ previousDueOn: '2024-06-30' });
    await decide(extension.id);
    const { obligation: found } = await answer(
      database.publicReader,
      'query ($id: ID!) { obligation(id: $id) { dueOn originalDueOn occurrences { period dueOn originalDueOn quota reportedCount shortfall } } }',
      { id: obligation.id },
    );
    expect(found).toMatchObject({ dueOn: '2024-07-20', originalDueOn: '2024-06-30' });
    expect(found.occurrences.map((one: Data) => [one.period, one.dueOn, one.originalDueOn, one.reportedCount, one.shortfall])).toEqual([
      ['2024-Q1', '2024-03-31', '2024-03-31', 1, 0],
      ['2024-Q2', '2024-07-20', '2024-06-30', 0, 1],
      ['2024-Q3', '2024-09-30', '2024-09-30', 0, 1],
      ['2024-Q4', '2024-12-31', '2024-12-31', 0, 1],
    ]);
  });
});
