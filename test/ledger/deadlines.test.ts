import { brokenRules } from '../../src/app/standing-rules';
import { expandRhythm } from '../../src/ledger/occurrences/expand-rhythm';
import { periodOf, readPeriod } from '../../src/ledger/period';
import { aLedgerPlan, reportPublicly, setToday, type LedgerPlan } from '../support/ledger-plan';
import { useTestDatabase } from '../support/database';
import { ask, answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const asPublic = (source: string, variables?: Record<string, unknown>): Promise<Data> => answer(database.publicReader, source, variables);

describe('a rhythm', () => {
  const days = (rrule: string, year = 2024) => expandRhythm(rrule, year).map(({ dueOn }) => dueOn);
  const periods = (rrule: string, year = 2024) => expandRhythm(rrule, year).map(({ period }) => period);

  it('without days of its own falls due at the end of each period', () => {
    expect(days('FREQ=YEARLY')).toEqual(['2024-12-31']);
    expect(days('FREQ=MONTHLY;INTERVAL=6')).toEqual(['2024-06-30', '2024-12-31']);
    expect(days('FREQ=MONTHLY;INTERVAL=3')).toEqual(['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31']);
    expect(days('FREQ=MONTHLY')).toHaveLength(12);
    expect(days('FREQ=MONTHLY')[1]).toBe('2024-02-29');
    expect(days('FREQ=WEEKLY').slice(0, 2)).toEqual(['2024-01-07', '2024-01-14']);
    expect(days('FREQ=DAILY')).toHaveLength(366);
    expect(days('FREQ=YEARLY;INTERVAL=2')).toEqual([]);
  });

  it('with days of its own falls due on these', () => {
    expect(days('FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31')).toEqual(['2024-01-31']);
    expect(days('FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10')).toEqual(['2024-01-10', '2024-04-10', '2024-07-10', '2024-10-10']);
    expect(days('FREQ=YEARLY;BYYEARDAY=31,-32')).toEqual(['2024-01-31', '2024-11-30']);
    expect(days('FREQ=WEEKLY;BYDAY=FR')[0]).toBe('2024-01-05');
  });

  it('names the period of the calendar of which each has one, else the day', () => {
    expect(periods('FREQ=YEARLY')).toEqual(['2024']);
    expect(periods('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1')).toEqual(['2024-H1', '2024-H2']);
    expect(periods('FREQ=MONTHLY;INTERVAL=3')).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']);
    expect(periods('FREQ=MONTHLY;INTERVAL=4')).toEqual(['2024-04-30', '2024-08-31', '2024-12-31']);
    expect(periods('FREQ=WEEKLY').slice(-1)).toEqual(['2024-W52']);
  });

  it('leaves no day of the year out between one occurrence and the next', () => {
    for (const rrule of ['FREQ=MONTHLY', 'FREQ=MONTHLY;BYMONTHDAY=10', 'FREQ=WEEKLY', 'FREQ=YEARLY;BYYEARDAY=31,-32', 'FREQ=DAILY']) {
      const all = expandRhythm(rrule, 2024);
      for (const [at, { startsOn }] of all.entries()) {
        const before = all[at - 1];
        if (before) expect(Date.parse(startsOn) - Date.parse(before.dueOn)).toBe(86_400_000);
      }
    }
  });

  it('that cannot be read falls due on no day', () => {
    for (const rrule of ['', 'nonsense', 'FREQ=HOURLY', 'FREQ=YEARLY;BYMONTH=x']) expect(expandRhythm(rrule, 2024)).toEqual([]);
  });
});

describe('a period', () => {
  it('is read as its first and last day', () => {
    const read = (text: string) => [readPeriod(text)?.firstDay, readPeriod(text)?.lastDay];
    expect(read('2024')).toEqual(['2024-01-01', '2024-12-31']);
    expect(read('2024-H2')).toEqual(['2024-07-01', '2024-12-31']);
    expect(read('2024-Q1')).toEqual(['2024-01-01', '2024-03-31']);
    expect(read('2024-02')).toEqual(['2024-02-01', '2024-02-29']);
    expect(read('2024-W01')).toEqual(['2024-01-01', '2024-01-07']);
    expect(read('2020-W53')).toEqual(['2020-12-28', '2021-01-03']);
    expect(read('2024-02-29')).toEqual(['2024-02-29', '2024-02-29']);
  });

  it('is none where the calendar has no such', () => {
    for (const text of ['', '24', '2024-', '2024-H3', '2024-Q0', '2024-13', '2024-W00', '2023-W53', '2023-02-29', '2024-Q1x', '２０２４'])
      expect(readPeriod(text)).toBeNull();
  });

  it('is the one in which its own days lie', () => {
    for (const length of ['YEAR', 'HALF_YEAR', 'QUARTER', 'MONTH', 'WEEK'] as const)
      for (const day of ['2023-12-31', '2024-01-01', '2024-02-29', '2024-06-30', '2024-12-30', '2021-01-03']) {
        const period = readPeriod(periodOf(day, length))!;
        expect(day >= period.firstDay && day <= period.lastDay).toBe(true);
      }
  });
});

describe('deadlines(from, to)', () => {
  const query = `query ($from: Date!, $to: Date!, $filter: TaskFilter, $after: String) { deadlines(from: $from, to: $to, filterBy: $filter, first: 100, after: $after) {
    totalCount nodes { dueOn period quota task { id number plan { id } deadline { kind dueOn } units(first: 1) { totalCount } } } pageInfo { hasNextPage endCursor } } }`;
  const all = async (from: string, to: string, filter: object | null = null): Promise<Data[]> => {
    const nodes: Data[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { deadlines }: Data = await asPublic(query, { from, to, filter, after });
      nodes.push(...deadlines.nodes);
      ({ hasNextPage: more, endCursor: after } = deadlines.pageInfo);
      if (!more) expect(nodes).toHaveLength(deadlines.totalCount);
    }
    return nodes;
  };

  it('lists every date of a public task in the span, by day, and no other', async () => {
    const found = await all('2023-01-01', '2023-12-31');
    const { tasks } = await asPublic('{ tasks(first: 100, filterBy: { dueFrom: "2023-01-01", dueTo: "2023-12-31" }) { totalCount } }');
    expect(found.filter(({ period }) => period === null)).toHaveLength(tasks.totalCount);
    expect(found.map(({ dueOn }) => dueOn)).toEqual(found.map(({ dueOn }) => dueOn).sort());
    for (const { task, dueOn, period } of found) if (period === null) expect(task.deadline.dueOn).toBe(dueOn);
  });

  it('has recurring duties expanded within the year of their plan, from its issue on', async () => {
    const found = await all('2022-01-01', '2022-12-31', { deadlineKinds: ['RECURRING'] });
    // 广元市's plan was issued on 10 May 2022; it has two half-yearly duties.
    expect(found.map(({ dueOn, period }) => [dueOn, period])).toEqual(
      expect.arrayContaining([
        ['2022-06-30', '2022-H1'],
        ['2022-12-31', '2022-H2'],
      ]),
    );
    expect(found.every(({ dueOn }) => dueOn >= '2022-05-10')).toBe(true);
    expect(await all('2021-05-11', '2022-05-09', { deadlineKinds: ['RECURRING'], regionCodes: ['510800'] })).toEqual([]);
  });

  it('takes the filters of tasks', async () => {
    const here = await all('2023-01-01', '2023-12-31', { withinRegion: '511702' });
    const there = await all('2023-01-01', '2023-12-31', { withinRegion: '511700' });
    expect(here.length).toBeGreaterThan(0);
    expect(there.length).toBeGreaterThan(here.length);
    expect(here.every((one) => there.some(({ task }) => task.id === one.task.id))).toBe(true);
  });

  it('takes any span that does not end before it begins', async () => {
    const years = await Promise.all(['2021', '2022', '2023'].map((year) => all(`${year}-01-01`, `${year}-12-31`)));
    expect(await all('0001-01-01', '9999-12-31')).toEqual(years.flat());
    const { errors } = await ask(database.publicReader, query, { from: '2023-01-02', to: '2023-01-01' });
    expect(errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
  });

  it('takes a bounded number of statements for a page', async () => {
    const { statements } = await ask(database.publicReader, query, { from: '2023-01-01', to: '2023-12-31' });
    expect(statements.length).toBeLessThanOrEqual(6);
  });
});

describe('an obligation that recurs, or is counted from an event,', () => {
  let plan: LedgerPlan;
  const seen = async (task: number, unit: string): Promise<Data> =>
    (
      await asPublic(
        'query ($id: ID!) { obligation(id: $id) { status dueOn completedOn provisional occurrences { period reportedCount shortfall } task { status } } }',
        { id: plan.of(task, unit).id },
      )
    ).obligation;

  beforeAll(async () => {
    await setToday(database, '2024-02-20');
    plan = await aLedgerPlan(database, { ledgerSince: '2024-02-01' });
  });
  afterEach(async () => {
    expect(await brokenRules(database.owner)).toEqual([]);
  });

  it('is due by the first occurrence that is not met, and complete when all are', async () => {
    const quarter = async (period: string, completedOn: string) =>
      reportPublicly(database, plan.of(5, '县教育局'), { period, status: 'COMPLETED', completedOn });
    expect(await seen(5, '县教育局')).toMatchObject({ status: 'NOT_REPORTED', dueOn: '2024-03-31' });
    await setToday(database, '2024-04-05');
    expect(await seen(5, '县教育局')).toMatchObject({ status: 'OVERDUE', dueOn: '2024-03-31', task: { status: 'OVERDUE' } });
    await quarter('2024-Q1', '2024-04-02');
    expect(await seen(5, '县教育局')).toMatchObject({ status: 'IN_PROGRESS', dueOn: '2024-06-30', task: { status: 'IN_PROGRESS' } });
    await setToday(database, '2024-12-31');
    expect(await seen(5, '县教育局')).toMatchObject({ status: 'OVERDUE', dueOn: '2024-06-30' });
    await quarter('2024-05', '2024-05-20');
    await quarter('2024-Q3', '2024-09-01');
    expect(await seen(5, '县教育局')).toMatchObject({ status: 'IN_PROGRESS', dueOn: '2024-12-31' });
    await quarter('2024-Q4', '2024-12-30');
    expect(await seen(5, '县教育局')).toMatchObject({
      status: 'COMPLETED',
      dueOn: '2024-12-31',
      completedOn: '2024-12-30',
      occurrences: ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'].map((period) => ({ period, reportedCount: 1, shortfall: 0 })),
      task: { status: 'COMPLETED' },
    });
  });

  it('counts how often it was done against its quota', async () => {
    const twice = await aLedgerPlan(database, {
      ledgerSince: '2024-02-01',
      rows: ['1\t政策解读\t组织政策解读。\t县教育局\t每季度不少于3次'],
    });
    const own = twice.of(1, '县教育局');
    await reportPublicly(database, own, { period: '2024-Q1', times: 2 });
    const shortfalls = async () =>
      (await asPublic('query ($id: ID!) { obligation(id: $id) { dueOn occurrences { quota reportedCount shortfall } } }', { id: own.id }))
        .obligation;
    expect(await shortfalls()).toMatchObject({ dueOn: '2024-03-31' });
    expect((await shortfalls()).occurrences[0]).toEqual({ quota: 3, reportedCount: 2, shortfall: 1 });
    await reportPublicly(database, own, { period: '2024-03', occurrenceDueOn: '2024-03-31', times: 1 });
    expect(await shortfalls()).toMatchObject({ dueOn: '2024-06-30' });
    expect((await shortfalls()).occurrences[0]).toEqual({ quota: 3, reportedCount: 3, shortfall: 0 });
  });

  it('has a day once the event is reported, counted in working days', async () => {
    await setToday(database, '2024-10-20');
    expect(await seen(6, '县财政局')).toMatchObject({ status: 'NOT_REPORTED', dueOn: null });
    // 20 working days after 14 September 2024: over two festivals with their make-up days.
    await reportPublicly(database, plan.of(6, '县财政局'), { period: '2024-09', triggeredOn: '2024-09-14' });
    expect(await seen(6, '县财政局')).toMatchObject({
      status: 'OVERDUE',
      dueOn: '2024-10-18',
      provisional: false,
      task: { status: 'OVERDUE' },
    });
    await setToday(database, '2028-01-10');
    await reportPublicly(database, plan.of(6, '县财政局'), { period: '2028-01', triggeredOn: '2028-01-03' });
    expect(await seen(6, '县财政局')).toMatchObject({ status: 'IN_PROGRESS', dueOn: '2028-01-31', provisional: true });
  });
});
