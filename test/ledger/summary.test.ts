import { createHash } from 'node:crypto';
import { brokenRules } from '../../src/app/standing-rules';
import { canonicalJson, verifyAuditChain } from '../../src/audit';
import { globalId } from '../../src/platform/graphql';
import { useTestDatabase } from '../support/database';
import { aLedgerPlan, reportPublicly, setToday, type LedgerPlan, type PlanObligation } from '../support/ledger-plan';
import { officers } from '../support/office';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const office = officers(() => database);
const asPublic = (source: string, variables?: Record<string, unknown>): Promise<Data> => answer(database.publicReader, source, variables);

const figures = `unitCount planCount obligationCount carriedOverCount notCollectedCount notReportedCount inProgressCount completedCount overdueCount
  completedInPeriodCount dueInPeriodCount dueInPeriodCompletedCount lateCount rescheduledCount completionRate entryCount
  findingOpenedCount findingClosedCount findingOpenCount findingOverdueCount`;
const all = `summary { id period asOf version reason sha256 unit { id } region { id } figures { ${figures} } }`;

const issue = (input: Record<string, unknown>, person = office.planner()): Promise<Data> => person.run('issueSummary', input, all);

let plan: LedgerPlan;
let education: PlanObligation;

beforeAll(async () => {
  await setToday(database, '2024-08-10');
  plan = await aLedgerPlan(database);
  education = plan.of(2, '县教育局');
  await reportPublicly(database, education, { status: 'COMPLETED', completedOn: '2024-07-05', period: '2024-07' });
  await reportPublicly(database, plan.of(1, '县教育局'), { period: '2024-Q2' });
});

/** Counted again from what anyone can ask for. */
async function recount(unitIds: string[]): Promise<Data> {
  const { obligations } = await asPublic(
    'query ($ids: [ID!]) { obligations(first: 100, filterBy: { unitIds: $ids }) { nodes { status dueOn completedOn collected } } }',
    { ids: unitIds },
  );
  const rows: Data[] = obligations.nodes;
  const count = (test: (row: Data) => boolean): number => rows.filter(test).length;
  const collected = count((row) => row.collected);
  return {
    obligationCount: rows.length,
    notCollectedCount: count((row) => row.status === 'NOT_COLLECTED'),
    notReportedCount: count((row) => row.status === 'NOT_REPORTED'),
    inProgressCount: count((row) => row.status === 'IN_PROGRESS'),
    completedCount: count((row) => row.status === 'COMPLETED'),
    overdueCount: count((row) => row.status === 'OVERDUE'),
    completionRate: count((row) => row.status === 'COMPLETED') / collected,
    lateCount: count((row) => row.dueOn !== null && (row.completedOn ?? '2024-08-10') > row.dueOn),
  };
}

describe('a summary', () => {
  it('counts what anyone can count again from the public rows', async () => {
    const unitId = globalId('Unit', education.unitKey);
    const { summary } = await issue({ unitId, period: '2024-Q2' });
    expect(summary).toMatchObject({ period: '2024-Q2', asOf: '2024-08-10', version: 1, reason: null, unit: { id: unitId } });
    expect(summary.figures).toMatchObject(await recount([unitId]));
    // 2024-06-30 is over: done five days late by one unit. Of the quarterly duty the first two quarters are over, unreported.
    expect(summary.figures).toMatchObject({
      unitCount: 1,
      planCount: 1,
      obligationCount: 3,
      completedCount: 1,
      inProgressCount: 1,
      overdueCount: 1,
      lateCount: 2,
    });
    expect(summary.figures).toMatchObject({
      dueInPeriodCount: 1,
      dueInPeriodCompletedCount: 1,
      completedInPeriodCount: 0,
      entryCount: 1,
      rescheduledCount: 0,
    });
    const third = await issue({ regionCode: '511725', period: '2022' });
    expect(third.summary.figures).toMatchObject({ obligationCount: 0, lateCount: null, rescheduledCount: null, completionRate: null });
  });

  it('of a region takes in all its public units, those of the regions below it too', async () => {
    const { summary } = await issue({ regionCode: '511725', period: '2024-H1' });
    const units = [...new Set(plan.obligations.map(({ unitKey }) => globalId('Unit', unitKey)))];
    expect(summary.figures).toMatchObject(await recount(units));
    expect(summary.figures.unitCount).toBe(units.length);
    expect(summary.unit).toBeNull();
  });

  it('knows nothing of lateness where nothing is collected, and says so by null', async () => {
    const { summary } = await issue({ regionCode: '511781', period: '2021' });
    expect(summary.figures.obligationCount).toBeGreaterThan(20);
    expect(summary.figures).toMatchObject({
      notCollectedCount: summary.figures.obligationCount,
      overdueCount: 0,
      lateCount: null,
      completionRate: null,
    });
  });

  it('does not see what is not public: reports in review, hidden findings, drafts', async () => {
    const unitId = globalId('Unit', plan.of(7, '县财政局').unitKey);
    const { summary: before } = await issue({ unitId, period: '2024-Q2' });
    const reporter = office.reporter('somebody', plan.of(7, '县财政局').unitKey);
    const report = { obligationId: plan.of(7, '县财政局').id, period: '2024-Q2', status: 'IN_PROGRESS', narrative: '未经审核。' };
    expect((await reporter.run('reportProgress', report, 'entry { id }')).entry).not.toBeNull();
    const finding = { unitId, source: 'AUDIT', finding: '问题', dueOn: '2999-01-01' };
    await office.planner().run('openRectification', finding, 'rectification { id }');
    const again = await issue({ unitId, period: '2024-Q2', reason: '核对' });
    expect(again.summary.figures).toEqual(before.figures);
    await office.planner().run('openRectification', { ...finding, public: 'FROM_OPENING' }, 'rectification { id }');
    const third = await issue({ unitId, period: '2024-Q2', reason: '再次核对' });
    expect(third.summary).toMatchObject({ version: 3, figures: { findingOpenCount: 1, findingOverdueCount: 0 } });
  });

  it('is frozen: what changes afterwards changes nothing in it, nor does anybody with the database', async () => {
    const unitId = globalId('Unit', plan.of(4, '县政府办公室').unitKey);
    const { summary } = await issue({ unitId, period: '2024-Q1' });
    await reportPublicly(database, plan.of(4, '县政府办公室'), { status: 'COMPLETED', completedOn: '2024-08-09' });
    const source = `query ($id: ID!) { node(id: $id) { ... on LedgerSummary { sha256 figures { ${figures} } } } }`;
    const { node } = await asPublic(source, { id: summary.id });
    expect(node).toEqual({ sha256: summary.sha256, figures: summary.figures });
    for (const statement of [`update ledger_summary set figures = '{}'`, 'delete from ledger_summary', 'truncate ledger_summary'])
      await expect(database.owner.query(statement)).rejects.toThrow(/never changed/);
    const hashed = { asOf: summary.asOf, figures: summary.figures, period: '2024-Q1', region: '511725', unit: unitId, version: 1 };
    expect(createHash('sha256').update(canonicalJson(hashed)).digest('hex')).toBe(summary.sha256);
  });

  it('is issued again only with a reason, as a further version', async () => {
    const unitId = globalId('Unit', education.unitKey);
    expect(await issue({ unitId, period: '2024-Q1' })).toMatchObject({ summary: { version: 1 } });
    expect(await issue({ unitId, period: '2024-Q1' })).toMatchObject({
      summary: null,
      userErrors: [{ code: 'ALREADY_ISSUED', field: ['reason'] }],
    });
    expect(await issue({ unitId, period: '2024-Q1', reason: '补录' })).toMatchObject({ summary: { version: 2, reason: '补录' } });
    const source = `query ($id: ID!) { unit(id: $id) { summaries(filterBy: { periods: ["2024-Q1"] }) { totalCount }
      latest: summaries(filterBy: { periods: ["2024-Q1"], latest: true }) { nodes { version } } } }`;
    expect(await asPublic(source, { id: unitId })).toEqual({ unit: { summaries: { totalCount: 2 }, latest: { nodes: [{ version: 2 }] } } });
  });

  it('is issued once by two at the same moment', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => issue({ regionCode: '511724', period: '2024-Q1' })));
    expect(outcomes.filter(({ summary }) => summary)).toHaveLength(1);
  });

  it('is refused for a time that is not over, for nobody, and to those who may not', async () => {
    const unitId = globalId('Unit', education.unitKey);
    expect(await issue({ unitId, period: '2024-Q3' })).toMatchObject({ userErrors: [{ code: 'PERIOD_NOT_OVER', field: ['period'] }] });
    for (const period of ['2024-07', '2024-W10', '2024-Q5', '二季度', ''])
      expect(await issue({ unitId, period })).toMatchObject({ userErrors: [{ code: 'NO_PERIOD' }] });
    expect(await issue({ unitId, regionCode: '511725', period: '2024-Q1' })).toEqual({ error: 'BAD_USER_INPUT' });
    expect(await issue({ period: '2024-Q1' })).toEqual({ error: 'BAD_USER_INPUT' });
    expect(await issue({ unitId: globalId('Unit', 1_999_999_999), period: '2024-Q1' })).toEqual({ error: 'NOT_FOUND' });
    expect(await issue({ regionCode: '999999', period: '2024-Q1' })).toMatchObject({ userErrors: [{ code: 'NO_REGION' }] });
    for (const person of [office.reporter(), office.reviewer(), office.auditor()])
      expect(await issue({ unitId, period: '2024-Q1' }, person)).toEqual({ error: 'FORBIDDEN' });
  });

  it('is listed by place and time', async () => {
    const source = `query ($filterBy: LedgerSummaryFilter) { summaries(filterBy: $filterBy) { totalCount nodes { period unit { id } } }
      region(code: "511725") { summaries { totalCount nodes { unit { id } } } } }`;
    const count = async (filterBy: object): Promise<number> => (await asPublic(source, { filterBy })).summaries.totalCount as number;
    expect(await count({ withinRegion: '511700', years: [2024] })).toBeGreaterThan(4);
    expect(await count({ withinRegion: '511700', years: [2020] })).toBe(0);
    expect(await count({ regionCodes: ['511725'] })).toBe(2);
    expect(await count({ unitIds: [globalId('Unit', education.unitKey)], periods: ['2024-Q2'] })).toBe(1);
    const { region } = await asPublic(source, {});
    expect(region.summaries).toEqual({ totalCount: 2, nodes: [{ unit: null }, { unit: null }] });
  });
});

test('after all of this the standing rules hold and the audit log is whole', async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
  expect(await verifyAuditChain(database.owner)).toEqual([]);
});
