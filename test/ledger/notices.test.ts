import { aLedgerPlan, reportPublicly, setToday, type LedgerPlan } from '../support/ledger-plan';
import { useTestDatabase } from '../support/database';
import { officers } from '../support/office';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const office = officers(() => database);

let plan: LedgerPlan;
const soon =
  'query ($days: Int!, $filter: ObligationFilter) { dueSoon(days: $days, first: 100, filterBy: $filter) { totalCount nodes { dueOn unit { name } task { number } } } }';
const late = '{ overdue(first: 100) { totalCount nodes { dueOn status unit { name } task { number } } } }';
const told = (page: Data): string[] => page.nodes.map(({ task, unit, dueOn }: Data) => `${task.number} ${unit.name} ${dueOn}`);

beforeAll(async () => {
  await setToday(database, '2024-06-15');
  plan = await aLedgerPlan(database, { ledgerSince: '2024-02-01' });
});

describe('reminders', () => {
  it('tell what is due within the days, its last day included, and not what is complete, late or not collected', async () => {
    expect(told((await office.planner().data(soon, { days: 14 })).dueSoon)).toEqual([]);
    const inTime = ['2 县教育局 2024-06-30', '2 县财政局 2024-06-30'];
    expect(told((await office.planner().data(soon, { days: 15 })).dueSoon)).toEqual(inTime);
    await reportPublicly(database, plan.of(2, '县财政局'), { status: 'COMPLETED' });
    expect(told((await office.planner().data(soon, { days: 15 })).dueSoon)).toEqual(inTime.slice(0, 1));
    expect(told((await office.planner().data(late)).overdue)).toEqual(['5 县教育局 2024-03-31']);
    await setToday(database, '2024-07-01');
    expect(told((await office.auditor().data(late)).overdue)).toEqual(['5 县教育局 2024-03-31', '2 县教育局 2024-06-30']);
    await setToday(database, '2024-06-15');
  });

  it('tell a reporter of its own units alone', async () => {
    const finance = office.reporter('finance', plan.of(2, '县财政局').unitKey);
    expect(told((await finance.data(soon, { days: 366 })).dueSoon)).toEqual(['1 县财政局 2024-09-30', '7 县财政局 2024-12-31']);
    expect((await finance.data(late)).overdue.totalCount).toBe(0);
    const others = { unitIds: [] as string[] };
    expect((await finance.data(soon, { days: 366, filter: others })).dueSoon.totalCount).toBe(0);
  });

  it('refuse days that are none', async () => {
    for (const days of [-1, 367]) expect((await office.planner().ask(soon, { days })).codes).toEqual(['BAD_USER_INPUT']);
  });
});
