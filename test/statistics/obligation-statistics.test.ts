import { aLedgerPlan, reportPublicly, setToday } from '../support/ledger-plan';
import { useTestDatabase } from '../support/database';
import { answer, ask, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const asPublic = (source: string, variables?: Record<string, unknown>): Promise<Data> => answer(database.publicReader, source, variables);

const dimensions = [
  'REGION',
  'LEVEL',
  'YEAR',
  'PLAN',
  'CATEGORY',
  'TOPIC',
  'UNIT',
  'FUNCTION_LINE',
  'ROLE',
  'DEADLINE_KIND',
  'DUE_MONTH',
  'STATUS',
] as const;
type Dimension = (typeof dimensions)[number];

const figures = `rows { keys { key } taskCount obligationCount unitCount collectedCount completedCount overdueCount completionRate onTimeRate rosterKnownOnly }`;
const query = `query ($groupBy: [TaskDimension!]!, $filter: ObligationFilter) { obligationStatistics(groupBy: $groupBy, filterBy: $filter) { totalRows ${figures} } }`;

let everything: Data[];

/** Under what values of a dimension an obligation counts. */
const valuesOf: Record<Dimension, (one: Data) => (string | null)[]> = {
  REGION: ({ unit }) => [unit.region.stableId],
  LEVEL: ({ unit }) => [unit.region.level],
  YEAR: ({ plan }) => [plan.year === null ? null : `${plan.year}`],
  PLAN: ({ plan }) => [plan.id],
  CATEGORY: ({ task }) => [task.category?.id ?? null],
  TOPIC: ({ task }) => (task.topics.length === 0 ? [null] : task.topics.map(({ topic }: Data) => topic.code)),
  UNIT: ({ unit }) => [unit.id],
  FUNCTION_LINE: ({ unit }) => [unit.functionLine?.code ?? null],
  ROLE: ({ role }) => [role],
  DEADLINE_KIND: ({ task }) => [task.deadline.kind],
  DUE_MONTH: ({ dueOn }) => [dueOn && dueOn.slice(0, 7)],
  STATUS: ({ status }) => [status],
};

/** What the rows must be, counted from the list of all obligations. */
function reckoned(groupBy: readonly Dimension[], from: readonly Data[]): Data[] {
  const groups = new Map<string, Data[]>();
  for (const one of from) {
    let keys: (string | null)[][] = [[]];
    for (const dimension of groupBy) keys = keys.flatMap((key) => valuesOf[dimension](one).map((value) => [...key, value]));
    for (const key of keys) groups.set(JSON.stringify(key), [...(groups.get(JSON.stringify(key)) ?? []), one]);
  }
  return [...groups].map(([key, members]) => {
    const collected = members.filter(({ collected: isCollected }) => isCollected);
    const completed = members.filter(({ status }) => status === 'COMPLETED');
    const dated = completed.filter(({ dueOn }) => dueOn !== null);
    return {
      keys: (JSON.parse(key) as (string | null)[]).map((value) => ({ key: value })),
      taskCount: new Set(members.map(({ task }) => task.id)).size,
      obligationCount: members.length,
      unitCount: new Set(members.map(({ unit }) => unit.id)).size,
      collectedCount: collected.length,
      completedCount: collected.length > 0 ? completed.length : null,
      overdueCount: collected.length > 0 ? members.filter(({ status }) => status === 'OVERDUE').length : null,
      completionRate: collected.length > 0 ? completed.length / collected.length : null,
      onTimeRate: dated.length > 0 ? dated.filter(({ completedOn, dueOn }) => completedOn <= dueOn).length / dated.length : null,
      rosterKnownOnly: members.some(({ group }) => group?.roster === 'KNOWN'),
    };
  });
}

const sorted = (rows: readonly Data[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

beforeAll(async () => {
  await setToday(database, '2024-08-15');
  const plan = await aLedgerPlan(database);
  await reportPublicly(database, plan.of(2, '县财政局'), { status: 'COMPLETED', completedOn: '2024-06-20' });
  await reportPublicly(database, plan.of(2, '县教育局'), { status: 'COMPLETED', completedOn: '2024-07-20' });
  await reportPublicly(database, plan.of(3, '临巴镇人民政府'), { percentage: 40 });
  await reportPublicly(database, plan.of(4, '县政府办公室'), { status: 'COMPLETED' });
  everything = [];
  for (let after: string | null = null, more = true; more;) {
    const { obligations }: Data = await asPublic(
      `query ($after: String) { obligations(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id role status dueOn completedOn collected
         group { roster } plan { id year } unit { id region { stableId level } functionLine { code } }
         task { id category { id } topics { topic { code } } deadline { kind } } } } }`,
      { after },
    );
    everything.push(...obligations.nodes);
    ({ hasNextPage: more, endCursor: after } = obligations.pageInfo);
  }
}, 60_000);

describe('figures of obligations', () => {
  it.each(dimensions)('by %s are those that a count of every obligation gives', async (dimension) => {
    const { obligationStatistics } = await asPublic(query, { groupBy: [dimension] });
    expect(sorted(obligationStatistics.rows)).toEqual(sorted(reckoned([dimension], everything)));
    expect(obligationStatistics.totalRows).toBe(obligationStatistics.rows.length);
  });

  it.each<[Dimension[]]>([[[]], [['LEVEL', 'STATUS']], [['PLAN', 'ROLE', 'DUE_MONTH']], [['STATUS', 'TOPIC', 'DEADLINE_KIND']]])(
    'by %j are so too',
    async (groupBy) => {
      const { obligationStatistics } = await asPublic(query, { groupBy });
      expect(sorted(obligationStatistics.rows)).toEqual(sorted(reckoned(groupBy, everything)));
    },
  );

  it('are of the obligations that the same filter lists', async () => {
    const some = everything.find(({ unit }) => unit.region.level === 'TOWNSHIP')!;
    const filters: [object, (one: Data) => boolean][] = [
      [{ statuses: ['COMPLETED', 'OVERDUE'] }, ({ status }) => status === 'COMPLETED' || status === 'OVERDUE'],
      [{ overdueOnly: true }, ({ status }) => status === 'OVERDUE'],
      [{ overdueOnly: false, planIds: [some.plan.id] }, ({ status, plan }) => status !== 'OVERDUE' && plan.id === some.plan.id],
      [{ levels: ['TOWNSHIP'], roles: ['RESPONSIBLE'] }, ({ unit, role }) => unit.region.level === 'TOWNSHIP' && role === 'RESPONSIBLE'],
      [{ regionCodes: ['511702'] }, ({ unit }) => unit.region.stableId === '511702'],
      [{ unitIds: [some.unit.id] }, ({ unit }) => unit.id === some.unit.id],
      [{ taskIds: [some.task.id] }, ({ task }) => task.id === some.task.id],
      [{ functionLines: ['EDUCATION'] }, ({ unit }) => unit.functionLine?.code === 'EDUCATION'],
      [{ years: [2023], deadlineKinds: ['TIMELY'] }, ({ plan, task }) => plan.year === 2023 && task.deadline.kind === 'TIMELY'],
      [{ dueFrom: '2024-01-01', dueTo: '2024-10-31' }, ({ dueOn }) => dueOn !== null && dueOn >= '2024-01-01' && dueOn <= '2024-10-31'],
      [{ planIds: [] }, () => false],
    ];
    for (const [filter, isMeant] of filters) {
      const { obligationStatistics, obligations } = await asPublic(
        `query ($filter: ObligationFilter) { obligationStatistics(groupBy: [PLAN], filterBy: $filter) { ${figures} } obligations(filterBy: $filter) { totalCount } }`,
        { filter },
      );
      const meant = everything.filter(isMeant);
      expect([filter, sorted(obligationStatistics.rows)]).toEqual([filter, sorted(reckoned(['PLAN'], meant))]);
      expect(obligations.totalCount).toBe(meant.length);
    }
  });

  it('of bodies on which nothing is collected name nobody late', async () => {
    const { obligationStatistics } = await asPublic(query, { groupBy: [], filter: { years: [2021, 2022, 2023] } });
    expect(obligationStatistics.rows[0]).toMatchObject({
      collectedCount: 0,
      completedCount: null,
      overdueCount: null,
      completionRate: null,
      onTimeRate: null,
    });
  });

  it('take one to three different dimensions, or none, and at most 1000 rows', async () => {
    for (const [groupBy, first] of [
      [['ROLE', 'ROLE'], null],
      [['ROLE', 'PLAN', 'UNIT', 'YEAR'], null],
      [['ROLE'], 0],
      [['ROLE'], 1001],
    ]) {
      const source = `query ($groupBy: [TaskDimension!]!, $first: Int) { obligationStatistics(groupBy: $groupBy, first: $first) { totalRows } }`;
      expect((await ask(database.publicReader, source, { groupBy, first })).errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
    }
    const { obligationStatistics } = await asPublic(
      '{ obligationStatistics(groupBy: [UNIT], orderBy: { field: OBLIGATION_COUNT, direction: DESC }, first: 5) { totalRows rows { obligationCount } } }',
    );
    const counts = obligationStatistics.rows.map((row: Data) => row.obligationCount as number);
    expect(counts).toEqual(
      reckoned(['UNIT'], everything)
        .map((row) => row.obligationCount as number)
        .sort((a, b) => b - a)
        .slice(0, 5),
    );
    expect(obligationStatistics.totalRows).toBe(new Set(everything.map(({ unit }) => unit.id)).size);
  });

  it('take one statement', async () => {
    const { statements } = await ask(
      database.publicReader,
      '{ obligationStatistics(groupBy: [STATUS]) { rows { keys { key label } obligationCount } } }',
    );
    expect(statements).toHaveLength(1);
  });
});

describe('lists of obligations', () => {
  it('take a bounded number of statements, whatever the number of rows', async () => {
    const source = (first: number) =>
      `{ obligations(first: ${first}) { nodes { status originalDueOn rescheduledTo provisional unit { name region { name } } group { expression } plan { title } task { text }
         latestEntry { id } entries(first: 3) { totalCount nodes { narrative supersedes { id } receipt { route } } } occurrences { period } extensions { reason } } } }`;
    const few = await ask(database.publicReader, source(2));
    const many = await ask(database.publicReader, source(100));
    expect([few.errors, many.errors]).toEqual([[], []]);
    expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + 3);
    expect(many.statements.length).toBeLessThanOrEqual(16);
  });

  it('have every row once, in every order', async () => {
    const ids = everything.map(({ id }) => id as string);
    expect(new Set(ids).size).toBe(ids.length);
    for (const field of ['TASK', 'DUE_ON', 'UPDATED_AT'])
      for (const direction of ['ASC', 'DESC']) {
        const seen: string[] = [];
        for (let after: string | null = null, more = true; more;) {
          const { obligations }: Data = await asPublic(
            `query ($after: String) { obligations(first: 100, after: $after, filterBy: { levels: [PREFECTURE] }, orderBy: { field: ${field}, direction: ${direction} }) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
            { after },
          );
          seen.push(...obligations.nodes.map((node: Data) => node.id as string));
          ({ hasNextPage: more, endCursor: after } = obligations.pageInfo);
        }
        expect([...seen].sort()).toEqual(
          everything
            .filter(({ unit }) => unit.region.level === 'PREFECTURE')
            .map(({ id }) => id as string)
            .sort(),
        );
      }
  });
});
