import fc from 'fast-check';
import { globalId } from '../../src/platform/graphql';
import { absentId, ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { loadModel, matches, type ModelFilter, type ModelTask } from '../support/task-model';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

const list = `query ($filter: TaskFilter, $after: String) {
  tasks(first: 100, filterBy: $filter, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;

let model: ModelTask[];
let regionIds: Map<string, string>;

async function found(filter: ModelFilter): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { tasks } = await api.data(list, { filter, after });
    ids.push(...tasks.nodes.map(({ id }: { id: string }) => id));
    after = tasks.pageInfo.hasNextPage ? tasks.pageInfo.endCursor : null;
    if (after === null) expect(tasks.totalCount).toBe(ids.length);
  } while (after !== null);
  return ids;
}

const expected = (filter: ModelFilter): string[] => model.filter((task) => matches(task, filter)).map(({ id }) => id);
const planOf = (region: string): string => model.find((task) => task.region === region)!.planId;
const someUnit = (): string => model.find(({ pairs }) => pairs.length > 3)!.pairs[0]!.id;

beforeAll(async () => {
  // The five plans have no task with a zone's plan, no status but one, and were all taken in at once: make them unlike.
  await database.owner.query(`update task set updated_at = updated_at where id % 2 = 0`);
  await database.owner.query(`update plan set year = null where document_number like '广%'`);
  await database.owner.query(`update task set progress = 'IN_PROGRESS', ledger_since = '2020-01-01' where id % 5 = 0`);
  await database.owner.query('select refresh_published_tasks(id) from plan');
  model = await loadModel(database.internalReader);
  const rows = await database.internalReader.rows<{ id: number; stable_id: string }>('select id, stable_id from region');
  regionIds = new Map(rows.map(({ id, stable_id }) => [stable_id, globalId('Region', id)]));
});

describe('a filter of tasks', () => {
  const cases: [label: string, filter: () => ModelFilter][] = [
    ['nothing', () => ({})],
    ['one plan', () => ({ planIds: [planOf('511700')] })],
    ['two plans, one of them twice', () => ({ planIds: [planOf('511700'), planOf('511702'), planOf('511700')] })],
    ['a plan that does not exist', () => ({ planIds: [absentId('Plan')] })],
    ['no plan', () => ({ planIds: [] })],
    ['regions', () => ({ regionCodes: ['511700', '511400'] })],
    ['a region without plans, and codes of nothing', () => ({ regionCodes: ['110000', '999999', '', 'zone-of-nothing'] })],
    ['no region', () => ({ regionCodes: [] })],
    ['within the nation', () => ({ withinRegion: '100000' })],
    ['within the province', () => ({ withinRegion: '510000' })],
    ['within the prefecture, its counties too', () => ({ withinRegion: '511700' })],
    ['within the county', () => ({ withinRegion: '511781' })],
    ['within a region without plans', () => ({ withinRegion: '110000' })],
    ['within a zone', () => ({ withinRegion: 'zone-dazhou-gaoxin' })],
    ['within nothing', () => ({ withinRegion: '' })],
    ['within a code of nothing', () => ({ withinRegion: '51' })],
    ['within a wildcard', () => ({ withinRegion: '%' })],
    ...['NATION', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'].map((level): [string, () => ModelFilter] => [
      `level ${level}`,
      () => ({ levels: [level] }),
    ]),
    ['no level', () => ({ levels: [] })],
    ['years', () => ({ years: [2023, 2021, 2023] })],
    ['years far away', () => ({ years: [-2147483648, 0, 2147483647] })],
    ['no year', () => ({ years: [] })],
    [
      'a category with others below it',
      () => ({ categoryIds: [model.find(({ categories }) => categories.length > 1)!.categories.at(-1)!] }),
    ],
    ['a category at the bottom', () => ({ categoryIds: [model.find(({ categories }) => categories.length > 1)!.category!] })],
    ['a category and the one above it', () => ({ categoryIds: model.find(({ categories }) => categories.length > 1)!.categories })],
    ['no category', () => ({ categoryIds: [] })],
    ['a topic with others below it', () => ({ topicCodes: ['PLATFORMS'] })],
    ['a topic at the bottom', () => ({ topicCodes: ['GAZETTE'] })],
    ['topics of nothing', () => ({ topicCodes: ['gazette', 'NOTHING', ''] })],
    ['no topic', () => ({ topicCodes: [] })],
    ['a unit that is named', () => ({ unitIds: [model.flatMap(({ pairs }) => pairs).find(({ role }) => role === 'LEAD')!.id] })],
    ['a member of a collective', () => ({ unitIds: [someUnit()] })],
    ['no unit', () => ({ unitIds: [] })],
    ['a unit that does not exist', () => ({ unitIds: [absentId('Unit')] })],
    ['a line of work at all levels', () => ({ functionLines: ['EDUCATION'] })],
    ['two lines, and one of nothing', () => ({ functionLines: ['EDUCATION', 'HEALTH', 'NOTHING'] })],
    ['no line', () => ({ functionLines: [] })],
    ...['LEAD', 'RESPONSIBLE', 'SUPPORTING'].map((role): [string, () => ModelFilter] => [`role ${role}`, () => ({ roles: [role] })]),
    ['no role', () => ({ roles: [] })],
    ['a unit in a role', () => ({ unitIds: [someUnit()], roles: ['RESPONSIBLE'] })],
    ['a unit in a role that it does not have', () => ({ unitIds: [someUnit()], roles: ['SUPPORTING'] })],
    ['a line in a role', () => ({ functionLines: ['GENERAL_OFFICE'], roles: ['LEAD', 'RESPONSIBLE'] })],
    ['a unit of another line', () => ({ unitIds: [someUnit()], functionLines: ['EDUCATION'] })],
    [
      'every sort of deadline',
      () => ({ deadlineKinds: ['BY_DATE', 'TIMELY', 'ONGOING', 'AS_APPROPRIATE', 'RECURRING', 'RELATIVE', 'NONE'] }),
    ],
    ...['BY_DATE', 'TIMELY', 'ONGOING', 'AS_APPROPRIATE', 'RECURRING', 'RELATIVE', 'NONE'].map((kind): [string, () => ModelFilter] => [
      `deadline ${kind}`,
      () => ({ deadlineKinds: [kind] }),
    ]),
    ['no sort of deadline', () => ({ deadlineKinds: [] })],
    ['due from a day on', () => ({ dueFrom: '2023-08-31' })],
    ['due up to a day', () => ({ dueTo: '2023-08-31' })],
    ['due on one day', () => ({ dueFrom: '2023-08-31', dueTo: '2023-08-31' })],
    ['due before it begins', () => ({ dueFrom: '2023-12-31', dueTo: '2023-01-01' })],
    ['due in all the time there is', () => ({ dueFrom: '0001-01-01', dueTo: '9999-12-31' })],
    ...['NOT_COLLECTED', 'NOT_REPORTED', 'IN_PROGRESS', 'COMPLETED', 'OVERDUE'].map((status): [string, () => ModelFilter] => [
      `status ${status}`,
      () => ({ statuses: [status] }),
    ]),
    ['no status', () => ({ statuses: [] })],
    ['with a promise', () => ({ hasTarget: true })],
    ['without a promise', () => ({ hasTarget: false })],
    ['changed since an instant', () => ({ updatedSince: new Date(Math.max(...model.map(({ updatedAt }) => updatedAt))).toISOString() })],
    ['changed since long ago', () => ({ updatedSince: '0001-01-01T00:00:00Z' })],
    ['changed since a time to come', () => ({ updatedSince: '9999-12-31T23:59:59.999Z' })],
    [
      'null everywhere',
      () => ({
        text: null,
        updatedSince: null,
        planIds: null,
        regionCodes: null,
        withinRegion: null,
        levels: null,
        years: null,
        categoryIds: null,
        topicCodes: null,
        unitIds: null,
        functionLines: null,
        roles: null,
        deadlineKinds: null,
        dueFrom: null,
        dueTo: null,
        statuses: null,
        hasTarget: null,
      }),
    ],
  ];

  it.each(cases)('finds what a look at every row finds: %s', async (_label, filter) => {
    expect(await found(filter())).toEqual(expected(filter()));
  });

  it('tells apart what the seeds hold', () => {
    for (const filter of [
      { hasTarget: true },
      { dueTo: '2023-08-31' },
      { roles: ['LEAD'] },
      { functionLines: ['EDUCATION'] },
      { statuses: ['IN_PROGRESS'] },
      { topicCodes: ['PLATFORMS'] },
      { withinRegion: '511700' },
    ]) {
      expect(expected(filter).length).toBeGreaterThan(0);
      expect(expected(filter).length).toBeLessThan(model.length);
    }
  });

  it('combines its fields with "and"', async () => {
    const pick = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 3 });
    const units = [...new Set(model.flatMap(({ pairs }) => pairs.map(({ id }) => id)))];
    const days = ['2021-12-31', '2023-05-31', '2023-08-31', '2023-12-31'];
    const day = fc.option(fc.constantFrom(...days), { nil: undefined, freq: 3 });
    const filters = fc.record(
      {
        text: fc.option(fc.constantFrom('公开', '解读', '政', '信息 公开', '平台', ''), { nil: undefined }),
        planIds: pick([...new Set(model.map(({ planId }) => planId))]),
        regionCodes: pick(['511700', '511702', '511781', '511400', '510800', '110000']),
        withinRegion: fc.option(fc.constantFrom('100000', '510000', '511700', '511702'), { nil: undefined, freq: 3 }),
        levels: pick(['PREFECTURE', 'COUNTY']),
        years: pick([2021, 2022, 2023]),
        categoryIds: pick([...new Set(model.flatMap(({ categories }) => categories))]),
        topicCodes: pick(['PLATFORMS', 'GRASSROOTS', 'LIVELIHOOD', 'GAZETTE', 'EDUCATION']),
        unitIds: pick(units),
        functionLines: pick(['EDUCATION', 'HEALTH', 'GENERAL_OFFICE', 'DEVELOPMENT_REFORM']),
        roles: pick(['LEAD', 'RESPONSIBLE', 'SUPPORTING']),
        deadlineKinds: pick(['BY_DATE', 'TIMELY', 'ONGOING', 'NONE']),
        dueFrom: day,
        dueTo: day,
        statuses: pick(['NOT_COLLECTED', 'IN_PROGRESS']),
        hasTarget: fc.option(fc.boolean(), { nil: undefined }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const given = JSON.parse(JSON.stringify({ ...filter, unitIds: filter.unitIds?.slice(0, 250) })) as ModelFilter;
        expect(await found(given)).toEqual(expected(given));
      }),
      { numRuns: 120, seed: 11 },
    );
  });

  it('takes a region by its code, by the id of a zone and by its global id alike', async () => {
    await database.owner.query(
      `update plan set region_id = (select id from region where stable_id = 'zone-dazhou-gaoxin') where region_id = (select id from region where code = '511702')`,
    );
    await database.owner.query('select refresh_published_tasks(id) from plan');
    model = await loadModel(database.internalReader);
    for (const region of ['511700', 'zone-dazhou-gaoxin', '511400']) {
      for (const name of [region, regionIds.get(region)!]) {
        expect(await found({ regionCodes: [name] })).toEqual(expected({ regionCodes: [region] }));
        expect(await found({ withinRegion: name })).toEqual(expected({ withinRegion: region }));
      }
    }
    expect(expected({ regionCodes: ['zone-dazhou-gaoxin'] })).toHaveLength(47);
    expect(expected({ withinRegion: '511700' })).toHaveLength(55 + 47 + 25);
  });

  it('has at most 250 items in a list', async () => {
    for (const [name, item] of [
      ['planIds', absentId('Plan')],
      ['regionCodes', '511700'],
      ['years', 2023],
      ['topicCodes', 'GAZETTE'],
      ['levels', 'COUNTY'],
    ] as const) {
      const filter = (length: number) => ({ [name]: Array<unknown>(length).fill(item) });
      expect((await api.ask(list, { filter: filter(250) })).errors).toEqual([]);
      expect(await api.code(list, { filter: filter(251) })).toBe('BAD_USER_INPUT');
      const literal = (length: number) =>
        `[${Array<string>(length)
          .fill(name === 'levels' ? String(item) : JSON.stringify(item))
          .join()}]`;
      expect((await api.ask(`{ tasks(filterBy: { ${name}: ${literal(250)} }) { totalCount } }`)).errors).toEqual([]);
      expect(await api.code(`{ tasks(filterBy: { ${name}: ${literal(251)} }) { totalCount } }`)).toBe('BAD_USER_INPUT');
    }
  });
});
