import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

const badDays = [
  '2023-02-30',
  '2023-02-29',
  '2023-13-01',
  '2023-00-10',
  '2023-01-00',
  '10000-01-01',
  '+010000-01-01',
  '0000-01-01',
  '-0001-01-01',
  '2023-1-1',
  '20230101',
  '2023-01-01T00:00:00Z',
  ' 2023-01-01',
  '2023-01-01 ',
  '',
  'today',
  '２０２３-01-01',
  '2023年1月1日',
  'infinity',
  '9'.repeat(400),
];
const badInstants = [
  '2023-02-30T00:00:00Z',
  '2023-01-01',
  '2023-01-01T00:00:00',
  '2023-01-01 00:00:00Z',
  '2023-01-01T24:00:00Z',
  '2023-01-01T00:60:00Z',
  '2023-01-01T00:00:60Z',
  '2023-01-01T00:00:00+24:00',
  '2023-01-01T00:00:00|08:00',
  '10000-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-01:00',
  '0001-01-01T00:00:00+01:00',
  '1690000000',
  '',
  'now',
  'infinity',
];
const otherKinds = [20230101, 1.5, true, ['2023-01-01', '2023-01-02'], { day: 1 }];

describe('a value that is none', () => {
  it('of a date is BAD_USER_INPUT, as a variable and in the document', async () => {
    for (const field of ['dueFrom', 'dueTo']) {
      const query = `query ($day: Date) { tasks(filterBy: { ${field}: $day }) { totalCount } }`;
      for (const day of [...badDays, ...otherKinds]) expect([day, await api.code(query, { day })]).toEqual([day, 'BAD_USER_INPUT']);
      for (const day of badDays)
        expect([day, await api.code(`{ tasks(filterBy: { ${field}: ${JSON.stringify(day)} }) { totalCount } }`)]).toEqual([
          day,
          'BAD_USER_INPUT',
        ]);
    }
    expect(await api.code('{ tasks(filterBy: { dueFrom: 20230101 }) { totalCount } }')).toBe('BAD_USER_INPUT');
    for (const day of ['0001-01-01', '2024-02-29', '9999-12-31'])
      expect((await api.ask(`{ tasks(filterBy: { dueFrom: "${day}" }) { totalCount } }`)).errors).toEqual([]);
  });

  it('of an instant is BAD_USER_INPUT, as a variable and in the document', async () => {
    for (const list of ['tasks', 'plans']) {
      const query = `query ($since: DateTime) { ${list}(filterBy: { updatedSince: $since }) { totalCount } }`;
      for (const since of [...badInstants, ...otherKinds])
        expect([since, await api.code(query, { since })]).toEqual([since, 'BAD_USER_INPUT']);
      for (const since of badInstants)
        expect([since, await api.code(`{ ${list}(filterBy: { updatedSince: ${JSON.stringify(since)} }) { totalCount } }`)]).toEqual([
          since,
          'BAD_USER_INPUT',
        ]);
    }
  });

  it('of a number is refused, and a number that holds nothing finds nothing', async () => {
    const query = 'query ($years: [Int!]) { tasks(filterBy: { years: $years }) { totalCount } }';
    for (const year of [2_147_483_648, -2_147_483_649, 1e30, 2023.5, '2023', true, null])
      expect([year, await api.code(query, { years: [year] })]).toEqual([year, 'BAD_USER_INPUT']);
    for (const year of [2_147_483_647, -2_147_483_648, 0, -1])
      expect(await api.data(query, { years: [year] })).toEqual({ tasks: { totalCount: 0 } });
    for (const number of [2_147_483_647, -2_147_483_648, 0, -1])
      expect(await api.data('query ($number: Int) { release(number: $number) { id } }', { number })).toEqual({ release: null });
    for (const size of [2_147_483_648, 1e30, 1.5, '20', true])
      expect([size, await api.code('query ($first: Int) { tasks(first: $first) { totalCount } }', { first: size })]).toEqual([
        size,
        'BAD_USER_INPUT',
      ]);
  });
});

describe('an instant', () => {
  it('is the same however it is written', async () => {
    await database.owner.query(`update task set updated_at = updated_at where id % 2 = 0`);
    await database.owner.query('select refresh_published_tasks(id) from plan');
    const [row] = await database.owner.query<{ latest: Date; half: number }[]>(
      'select max(updated_at) as latest, (count(*) filter (where updated_at = (select max(updated_at) from task)))::int as half from task',
    );
    const latest = row!.latest.toISOString();
    const inShanghai = new Date(row!.latest.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
    const inNewYork = new Date(row!.latest.getTime() - 5 * 3_600_000).toISOString().replace('Z', '-05:00');
    const after = new Date(row!.latest.getTime() + 1).toISOString();
    const count = async (since: string) =>
      (await api.data('query ($since: DateTime) { tasks(filterBy: { updatedSince: $since }) { totalCount } }', { since })).tasks
        .totalCount as number;
    for (const since of [latest, inShanghai, inNewYork, latest.replace('Z', '+00:00'), latest.toLowerCase()])
      expect([since, await count(since)]).toEqual([since, row!.half]);
    expect(await count(after)).toBe(0);
    const { tasks } = await api.data('{ tasks(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { updatedAt } } }');
    expect(tasks.nodes[0].updatedAt).toBe(latest);
  });
});

/** What betrays how the service is made. */
const innards =
  /\bselect\b.*\bfrom\b|\bjoin\b|node_modules|\.ts:|\.js:|\n\s+at |relation "|column "|violates|syntax error at|published_task|ledger_entry|unit_group_member|Did you mean/is;

describe('an error', () => {
  const wrong: [query: string, code: string, variables?: Record<string, unknown>][] = [
    ['{ tasks(first: 0) { totalCount } }', 'BAD_USER_INPUT'],
    ['{ node(id: "x") { id } }', 'BAD_USER_INPUT'],
    ['{ plan { id } }', 'BAD_USER_INPUT'],
    ['{ taskStatistics(groupBy: [PLAN, PLAN]) { totalRows } }', 'BAD_USER_INPUT'],
    ['{ tasks(filterBy: { planIds: ["x"] }) { totalCount } }', 'BAD_USER_INPUT'],
    ['{ plans { nodes { tasks(first: 101) { totalCount } } } }', 'BAD_USER_INPUT'],
    ['{ plans { nodes { statistics(groupBy: [], first: 0) { totalRows } } } }', 'BAD_USER_INPUT'],
    ['query ($id: ID!) { node(id: $id) { id } }', 'BAD_USER_INPUT'],
    ['query ($f: TaskFilter) { tasks(filterBy: $f) { totalCount } }', 'BAD_USER_INPUT', { f: { plans: 1 } }],
    ['query ($f: TaskFilter) { tasks(filterBy: $f) { totalCount } }', 'BAD_USER_INPUT', { f: { levels: ['CITY'] } }],
    ['query ($f: TaskFilter) { tasks(filterBy: $f) { totalCount } }', 'BAD_USER_INPUT', { f: { levels: [null] } }],
    ['{ tasks(filterBy: { levels: [CITY] }) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ tasks(filterBy: { planIds: [null] }) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ tasks(orderBy: { field: NUMBER }) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ taskStatistics { totalRows } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ plan(id: "x") { version } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ plans(filterBy: { states: [DRAFT] }) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ plans { totalCount }', 'GRAPHQL_PARSE_FAILED'],
    ['{ plans(first: 100) { nodes { tasks(first: 100) { nodes { id } } } } }', 'COMPLEXITY_LIMIT_EXCEEDED'],
    ['mutation { publishPlan { id } }', 'GRAPHQL_VALIDATION_FAILED'],
  ];

  it.each(wrong)('tells its code, and nothing of how the service is made: %s', async (query, code, variables = {}) => {
    const { errors } = await api.ask(query, variables);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message, extensions } of errors) {
      expect(extensions.code).toBe(code);
      expect(extensions).not.toHaveProperty('stacktrace');
      expect(message).not.toMatch(innards);
    }
  });

  it('of the service itself is masked', async () => {
    const statement = 'select secret from task';
    const failing = new ApiClient(() => ({
      audience: 'public',
      rows: () => Promise.reject(new Error(`relation "nothing" does not exist in ${statement}`)),
    }));
    for (const query of [
      '{ tasks { nodes { id } } }',
      '{ taskStatistics(groupBy: []) { totalRows } }',
      '{ region(code: "511700") { id } }',
      '{ release { id } }',
    ]) {
      const { data, errors } = await failing.ask(query);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL']);
      expect(JSON.stringify({ data, errors })).not.toContain('nothing');
    }
    expect(failing.faults).toHaveLength(4);
  });

  it('in one field leaves the others answered', async () => {
    const { data, errors } = await api.ask(
      '{ good: plan(documentNumber: "达市府办发〔2023〕8号") { title } bad: plan(id: "x") { title } node(id: "y") { id } }',
    );
    expect(data).toEqual({ good: { title: '2023年全市政务公开工作要点' }, bad: null, node: null });
    expect(errors.map((error: Data) => [error.path, error.extensions.code])).toEqual([
      [['bad'], 'BAD_USER_INPUT'],
      [['node'], 'BAD_USER_INPUT'],
    ]);
  });
});

describe('the cost of figures', () => {
  const figures = (first: string, below: string) =>
    `{ taskStatistics(groupBy: [UNIT]${first}) { rows { taskCount keys { label ${below} } } } rateLimit { cost } }`;
  const costOf = async (query: string) => {
    const { data, errors } = await api.ask(query);
    return (data?.rateLimit?.cost as number | undefined) ?? errors[0]?.extensions['code'];
  };

  it('counts the records behind every row that may come', async () => {
    expect(await costOf(figures('', ''))).toBe(20);
    expect(await costOf(figures(', first: 10', 'node { id }'))).toBe(20);
    expect(await costOf(figures('', 'node { id }'))).toBe(1_020);
    expect(await costOf(figures('', 'node { ... on Unit { tasks(first: 70) { nodes { id } } } }'))).toBe('COMPLEXITY_LIMIT_EXCEEDED');
  });
});
