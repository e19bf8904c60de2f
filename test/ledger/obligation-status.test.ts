import fc from 'fast-check';
import { brokenRules } from '../../src/app/standing-rules';
import { aLedgerPlan, reportPublicly, setToday, type LedgerPlan } from '../support/ledger-plan';
import { useTestDatabase } from '../support/database';
import { officers } from '../support/office';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const asPublic = (source: string, variables?: Record<string, unknown>): Promise<Data> => answer(database.publicReader, source, variables);

interface Facts {
  progress: 'NONE' | 'IN_PROGRESS' | 'COMPLETED';
  dueOn: string | null;
  ledgerSince: string | null;
  today: string;
}

/** The rules as docs/decisions/0010 states them, in words of their own. */
function statusOf({ progress, dueOn, ledgerSince, today }: Facts): string {
  const isCollected = ledgerSince !== null && ledgerSince <= today;
  if (!isCollected) return 'NOT_COLLECTED';
  if (progress === 'COMPLETED') return 'COMPLETED';
  const couldBeReported = dueOn !== null && dueOn >= ledgerSince;
  if (couldBeReported && dueOn < today) return 'OVERDUE';
  return progress === 'NONE' ? 'NOT_REPORTED' : 'IN_PROGRESS';
}

const day = fc.integer({ min: 0, max: 12 }).map((offset) => new Date(Date.UTC(2024, 1, 24 + offset)).toISOString().slice(0, 10));
const facts: fc.Arbitrary<Facts> = fc.record({
  progress: fc.constantFrom('NONE' as const, 'IN_PROGRESS' as const, 'COMPLETED' as const),
  dueOn: fc.option(day),
  ledgerSince: fc.option(day),
  today: day,
});

describe('the status of an obligation', () => {
  it('follows from its facts and from today', async () => {
    const all = fc.sample(facts, 3_000);
    const rows = await database.internalReader.rows<{ status: string }>(
      `select obligation_status(progress, due_on, ledger_since, today) as status
       from unnest($1::text[], $2::date[], $3::date[], $4::date[]) with ordinality as f(progress, due_on, ledger_since, today, at) order by at`,
      [all.map((f) => f.progress), all.map((f) => f.dueOn), all.map((f) => f.ledgerSince), all.map((f) => f.today)],
    );
    expect(rows.map(({ status }) => status)).toEqual(all.map(statusOf));
    expect(new Set(rows.map(({ status }) => status)).size).toBe(5);
  });

  it('is OVERDUE only for a date that has passed since the ledger opened', () => {
    for (const f of fc.sample(facts, 2_000)) {
      if (statusOf(f) !== 'OVERDUE') continue;
      expect(f.dueOn! < f.today && f.dueOn! >= f.ledgerSince!).toBe(true);
      expect(statusOf({ ...f, dueOn: null })).not.toBe('OVERDUE');
      expect(statusOf({ ...f, progress: 'COMPLETED' })).toBe('COMPLETED');
      expect(statusOf({ ...f, ledgerSince: null })).toBe('NOT_COLLECTED');
    }
  });
});

describe('the five published plans, on which nobody reports,', () => {
  it('have obligations that are not collected, and nobody is late', async () => {
    const { obligations, late, taskStatistics } = await asPublic(
      `{ obligations(filterBy: { statuses: [NOT_COLLECTED] }) { totalCount nodes { status collected daysLate completedOn } }
         late: obligations(filterBy: { overdueOnly: true }) { totalCount }
         taskStatistics(groupBy: []) { rows { obligationCount completedCount overdueCount completionRate onTimeRate } } }`,
    );
    expect(late.totalCount).toBe(0);
    expect(obligations.totalCount).toBe(taskStatistics.rows[0].obligationCount);
    expect(taskStatistics.rows[0]).toMatchObject({ completedCount: null, overdueCount: null, completionRate: null, onTimeRate: null });
    for (const one of obligations.nodes)
      expect(one).toEqual({ status: 'NOT_COLLECTED', collected: false, daysLate: null, completedOn: null });
  });
});

describe('as days go by', () => {
  let plan: LedgerPlan;
  const statusesOn = async (today: string): Promise<Record<string, string>> => {
    await setToday(database, today);
    const { plan: found } = await asPublic(
      'query ($id: ID!) { plan(id: $id) { tasks { nodes { number status obligations(first: 100) { nodes { unit { name } status daysLate } } } } } }',
      { id: plan.id },
    );
    return Object.fromEntries(
      found.tasks.nodes.flatMap((task: Data) => [
        [`${task.number}`, task.status],
        ...task.obligations.nodes.map((one: Data) => [`${task.number} ${one.unit.name}`, `${one.status} ${one.daysLate}`]),
      ]),
    );
  };

  beforeAll(async () => {
    plan = await aLedgerPlan(database, { ledgerSince: '2024-03-01' });
  });

  it('a status turns at midnight, without a write, in lists, filters and figures alike', async () => {
    expect(await statusesOn('2024-02-29')).toMatchObject({ '2': 'NOT_COLLECTED', '2 县教育局': 'NOT_COLLECTED null' });
    expect(await statusesOn('2024-03-01')).toMatchObject({ '2': 'NOT_REPORTED', '2 县教育局': 'NOT_REPORTED 0' });
    expect(await statusesOn('2024-06-30')).toMatchObject({ '2': 'NOT_REPORTED', '2 县教育局': 'NOT_REPORTED 0' });
    expect(await statusesOn('2024-07-01')).toMatchObject({ '2': 'OVERDUE', '2 县教育局': 'OVERDUE 1', '2 县财政局': 'OVERDUE 1' });
    expect(await statusesOn('2024-07-08')).toMatchObject({ '2': 'OVERDUE', '2 县教育局': 'OVERDUE 8' });
    const { late, tasks, taskStatistics } = await asPublic(
      `query ($ids: [ID!]) { late: obligations(filterBy: { planIds: $ids, overdueOnly: true }) { nodes { task { number } } }
         tasks(filterBy: { planIds: $ids, statuses: [OVERDUE] }) { nodes { number } }
         taskStatistics(filterBy: { planIds: $ids }, groupBy: [STATUS]) { rows { keys { key } taskCount overdueCount } } }`,
      { ids: [plan.id] },
    );
    expect(late.nodes.map((one: Data) => one.task.number)).toEqual([2, 2, 5]);
    expect(tasks.nodes.map((task: Data) => task.number)).toEqual([2, 5]);
    expect(taskStatistics.rows).toEqual([
      { keys: [{ key: 'NOT_REPORTED' }], taskCount: 5, overdueCount: 0 },
      { keys: [{ key: 'OVERDUE' }], taskCount: 2, overdueCount: 3 },
    ]);
    expect(await brokenRules(database.owner)).toEqual([]);
  });

  it('what has no date never turns overdue', async () => {
    expect(await statusesOn('2034-01-01')).toMatchObject({
      '4': 'NOT_REPORTED',
      '4 县政府办公室': 'NOT_REPORTED null',
      '6': 'NOT_REPORTED',
    });
  });

  it('what was due before the ledger opened is not called late', async () => {
    const office = officers(() => database);
    await office.planner().run('generateObligations', { planId: plan.id, ledgerSince: '2024-07-01' }, 'createdCount');
    expect(await statusesOn('2024-07-08')).toMatchObject({ '2': 'NOT_REPORTED', '2 县教育局': 'NOT_REPORTED null' });
    await office.planner().run('generateObligations', { planId: plan.id, ledgerSince: '2024-03-01' }, 'createdCount');
    expect(await statusesOn('2024-07-08')).toMatchObject({ '2': 'OVERDUE' });
  });

  it('a shared task is done when its lead has done it, without a lead when all have, and one of each when every member has', async () => {
    await setToday(database, '2024-06-15');
    const done = { status: 'COMPLETED', completedOn: '2024-06-10' };
    await reportPublicly(database, plan.of(1, '县财政局'), done);
    expect(await statusesOn('2024-06-15')).toMatchObject({ '1': 'IN_PROGRESS', '1 县财政局': 'COMPLETED 0' });
    await reportPublicly(database, plan.of(1, '县教育局'), done);
    expect(await statusesOn('2024-06-15')).toMatchObject({ '1': 'COMPLETED' });

    await reportPublicly(database, plan.of(2, '县财政局'), done);
    expect(await statusesOn('2024-06-15')).toMatchObject({ '2': 'IN_PROGRESS' });
    await reportPublicly(database, plan.of(2, '县教育局'), done);
    expect(await statusesOn('2024-06-15')).toMatchObject({ '2': 'COMPLETED' });

    const members = plan.obligations.filter(({ task }) => task === 3);
    expect(members.length).toBeGreaterThan(20);
    for (const member of members.slice(1)) await reportPublicly(database, member, done);
    expect(await statusesOn('2024-06-15')).toMatchObject({ '3': 'IN_PROGRESS' });
    await reportPublicly(database, members[0]!, done);
    expect(await statusesOn('2024-06-15')).toMatchObject({ '3': 'COMPLETED' });
    expect(await statusesOn('2034-01-01')).toMatchObject({ '1': 'COMPLETED', '2': 'COMPLETED', '3': 'COMPLETED' });
    expect(await brokenRules(database.owner)).toEqual([]);
  });

  it('a completion after the date is late by so many days, and does not count as in time', async () => {
    await setToday(database, '2025-01-20');
    await reportPublicly(database, plan.of(7, '县财政局'), { status: 'COMPLETED', completedOn: '2025-01-10' });
    expect(await statusesOn('2025-03-01')).toMatchObject({ '7': 'COMPLETED', '7 县财政局': 'COMPLETED 10' });
    const { taskStatistics } = await asPublic(
      'query ($ids: [ID!]) { taskStatistics(filterBy: { planIds: $ids, dueFrom: "2024-12-31" }, groupBy: []) { rows { completedCount onTimeRate } } }',
      { ids: [plan.id] },
    );
    expect(taskStatistics.rows).toEqual([{ completedCount: 1, onTimeRate: 0 }]);
  });
});
