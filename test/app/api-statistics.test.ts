import { globalId } from '../../src/platform/graphql';
import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import type { Data } from '../support/query';
import { loadModel, matches, pairsOf, type ModelFilter, type ModelPair, type ModelTask } from '../support/task-model';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

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

const figures = `query ($groupBy: [TaskDimension!]!, $filter: TaskFilter, $order: StatisticsOrder, $first: Int) {
  taskStatistics(groupBy: $groupBy, filterBy: $filter, orderBy: $order, first: $first) { asOf totalRows rows { keys { dimension key } taskCount obligationCount unitCount } } }`;

let model: ModelTask[];

beforeAll(async () => {
  // Parts that differ, tasks without a category, a year and a status that are not the same everywhere.
  await database.owner.query(`update plan set year = null where document_number like '广%'`);
  await database.owner.query(`update task set progress = 'IN_PROGRESS', ledger_since = '2020-01-01' where id % 5 = 0`);
  await database.owner.query(`update responsibility set role = 'SUPPORTING' where id % 4 = 0`);
  await database.owner.query(`update obligation u set role = b.role from responsibility b where b.id = u.responsibility_id`);
  await database.owner.query(`update task set category_id = null where id % 7 = 0`);
  await database.owner.query('select refresh_published_tasks(id) from plan');
  model = await loadModel(database.internalReader);
});

/** What one task, borne in one way, counts under. */
interface Strand {
  task: ModelTask;
  pair: ModelPair | null;
  role: string | null;
  topic: string | null;
}

/** The ways in which a task is borne, as far as they are asked for: its units, or its responsibilities with theirs. */
function bearers(task: ModelTask, filter: ModelFilter, groupBy: readonly Dimension[]): Omit<Strand, 'topic'>[] {
  const pairs = pairsOf(task, filter);
  const nobody = [{ task, pair: null, role: null }];
  if (!groupBy.includes('ROLE')) return pairs.length > 0 ? pairs.map((pair) => ({ task, pair, role: pair.role })) : nobody;
  const found = task.responsibilities.flatMap(({ key, role }): Omit<Strand, 'topic'>[] => {
    if (filter.roles && !filter.roles.includes(role)) return [];
    const own = pairs.filter(({ responsibility }) => responsibility === key);
    if (own.length > 0) return own.map((pair) => ({ task, pair, role }));
    return filter.unitIds || filter.functionLines ? [] : [{ task, pair: null, role }];
  });
  return found.length > 0 ? found : nobody;
}

function strands(task: ModelTask, filter: ModelFilter, groupBy: readonly Dimension[]): Strand[] {
  const topics = groupBy.includes('TOPIC') && task.topics.length > 0 ? task.topics.map(({ code }) => code) : [null];
  return bearers(task, filter, groupBy).flatMap((bearer) => topics.map((topic) => ({ ...bearer, topic })));
}

function keyOf({ task, pair, role, topic }: Strand, dimension: Dimension): string | null {
  const keys: Record<Dimension, string | null> = {
    REGION: task.region,
    LEVEL: task.level,
    YEAR: task.year === null ? null : String(task.year),
    PLAN: task.planId,
    CATEGORY: task.category,
    TOPIC: topic,
    UNIT: pair?.id ?? null,
    FUNCTION_LINE: pair?.functionLine ?? null,
    ROLE: role,
    DEADLINE_KIND: task.deadlineKind,
    DUE_MONTH: task.dueOn?.slice(0, 7) ?? null,
    STATUS: task.status,
  };
  return keys[dimension];
}

interface Row {
  keys: (string | null)[];
  taskCount: number;
  obligationCount: number;
  unitCount: number;
}

function reckoned(groupBy: readonly Dimension[], filter: ModelFilter = {}, tasks = model): Row[] {
  const groups = new Map<string, Strand[]>(groupBy.length === 0 ? [['[]', []]] : []);
  for (const strand of tasks.filter((task) => matches(task, filter)).flatMap((task) => strands(task, filter, groupBy))) {
    const group = JSON.stringify(groupBy.map((dimension) => keyOf(strand, dimension)));
    groups.set(group, [...(groups.get(group) ?? []), strand]);
  }
  return [...groups].map(([group, members]) => ({
    keys: JSON.parse(group) as (string | null)[],
    taskCount: new Set(members.map(({ task }) => task.id)).size,
    obligationCount: new Set(members.flatMap(({ task, pair }) => (pair ? `${task.id} ${pair.id}` : []))).size,
    unitCount: new Set(members.flatMap(({ pair }) => pair?.id ?? [])).size,
  }));
}

const sorted = (rows: Row[]): string[] =>
  rows.map((row) => JSON.stringify([row.keys, row.taskCount, row.obligationCount, row.unitCount])).sort();
const rowsOf = (statistics: Data): Row[] =>
  statistics.rows.map(({ keys, ...rest }: Data) => ({ keys: keys.map(({ key }: Data) => key), ...rest }));

async function asked(groupBy: readonly Dimension[], filter: ModelFilter = {}): Promise<Row[]> {
  const { taskStatistics } = await api.data(figures, { groupBy, filter });
  expect(taskStatistics.totalRows).toBeGreaterThanOrEqual(taskStatistics.rows.length);
  for (const row of taskStatistics.rows) expect(row.keys.map(({ dimension }: Data) => dimension)).toEqual(groupBy);
  return rowsOf(taskStatistics);
}

const filters: Record<string, () => ModelFilter> = {
  nothing: () => ({}),
  'a region and what is below it': () => ({ withinRegion: '511700' }),
  'a text and a day': () => ({ text: '公开', dueTo: '2023-12-31' }),
  'two units': () => ({
    unitIds: [...new Set(model.flatMap(({ pairs }) => pairs.map(({ id }) => id)))].filter((_id, index) => index % 40 === 3),
  }),
  'a line of work': () => ({ functionLines: ['EDUCATION', 'HEALTH'] }),
  'a part': () => ({ roles: ['SUPPORTING'] }),
  'a line in a part': () => ({ functionLines: ['EDUCATION'], roles: ['SUPPORTING', 'LEAD'] }),
  'what matches nothing': () => ({ years: [1950] }),
};

describe('figures of tasks', () => {
  describe.each(Object.entries(filters))('under a filter of %s', (_label, filter) => {
    it('by one dimension are those that a count of every row gives', async () => {
      for (const groupBy of [[], ...dimensions.map((dimension) => [dimension])])
        expect(sorted(await asked(groupBy, filter()))).toEqual(sorted(reckoned(groupBy, filter())));
    });
  });

  const pairs = dimensions.flatMap((one, index) => dimensions.slice(index + 1).map((other): [Dimension, Dimension] => [one, other]));
  it.each(pairs)('by %s and %s are those that a count of every row gives', async (one, other) => {
    for (const filter of [{}, { roles: ['SUPPORTING'], withinRegion: '511700' }]) {
      const wanted = reckoned([one, other], filter);
      if (wanted.length <= 1_000) expect(sorted(await asked([one, other], filter))).toEqual(sorted(wanted));
      else expect((await asked([other, one], filter)).length).toBe(1_000);
    }
  });

  it.each([
    ['PLAN', 'DEADLINE_KIND', 'DUE_MONTH'],
    ['REGION', 'ROLE', 'TOPIC'],
    ['LEVEL', 'FUNCTION_LINE', 'ROLE'],
    ['YEAR', 'STATUS', 'TOPIC'],
    ['STATUS', 'ROLE', 'DEADLINE_KIND'],
  ] as Dimension[][])('by %s, %s and %s are those that a count of every row gives', async (...groupBy) => {
    expect(sorted(await asked(groupBy))).toEqual(sorted(reckoned(groupBy)));
  });

  it('of every row agree with the list of the same filter', async () => {
    const field: Partial<Record<Dimension, string>> = {
      REGION: 'regionCodes',
      LEVEL: 'levels',
      YEAR: 'years',
      PLAN: 'planIds',
      UNIT: 'unitIds',
      FUNCTION_LINE: 'functionLines',
      ROLE: 'roles',
      DEADLINE_KIND: 'deadlineKinds',
      STATUS: 'statuses',
    };
    for (const [dimension, name] of Object.entries(field)) {
      for (const { keys, taskCount } of (await asked([dimension as Dimension])).slice(0, 12)) {
        if (keys[0] === null) continue;
        const filter = { [name]: [dimension === 'YEAR' ? Number(keys[0]) : keys[0]] };
        expect([
          filter,
          (await api.data('query ($filter: TaskFilter) { tasks(filterBy: $filter) { totalCount } }', { filter })).tasks.totalCount,
        ]).toEqual([filter, taskCount]);
      }
    }
  });

  it('take one to three different dimensions, or none', async () => {
    expect(await api.code(figures, { groupBy: ['PLAN', 'PLAN'] })).toBe('BAD_USER_INPUT');
    expect(await api.code(figures, { groupBy: ['PLAN', 'LEVEL', 'YEAR', 'STATUS'] })).toBe('BAD_USER_INPUT');
    expect(await asked([])).toEqual([
      {
        keys: [],
        taskCount: 206,
        obligationCount: model.flatMap(({ pairs: all }) => all).length,
        unitCount: new Set(model.flatMap(({ pairs: all }) => all.map(({ id }) => id))).size,
      },
    ]);
    expect(await asked([], { planIds: [] })).toEqual([{ keys: [], taskCount: 0, obligationCount: 0, unitCount: 0 }]);
    expect(await asked(['PLAN'], { planIds: [] })).toEqual([]);
  });

  it('come in the order that is asked for, and no more rows than that', async () => {
    for (const dimension of dimensions.filter((one) => !['PLAN', 'CATEGORY', 'UNIT'].includes(one))) {
      const up = (await api.data(figures, { groupBy: [dimension] })).taskStatistics.rows.map(({ keys }: Data) => keys[0].key) as (
        string | null
      )[];
      const keys = up.filter((key) => key !== null);
      expect(up).toEqual([...[...keys].sort(), ...(keys.length < up.length ? [null] : [])]);
      const { taskStatistics } = await api.data(figures, { groupBy: [dimension], order: { field: 'KEY', direction: 'DESC' } });
      expect(taskStatistics.rows.map(({ keys: [key] }: Data) => key.key)).toEqual([
        ...[...keys].sort().reverse(),
        ...(keys.length < up.length ? [null] : []),
      ]);
    }
    for (const [field, property] of [
      ['TASK_COUNT', 'taskCount'],
      ['OBLIGATION_COUNT', 'obligationCount'],
      ['UNIT_COUNT', 'unitCount'],
    ] as const) {
      for (const [direction, sign] of [
        ['ASC', 1],
        ['DESC', -1],
      ] as const) {
        const variables = { groupBy: ['UNIT', 'TOPIC'], order: { field, direction } };
        const all = (await api.data(figures, { ...variables, first: 1000 })).taskStatistics;
        expect(all.rows.map((row: Data) => row[property])).toEqual(
          all.rows.map((row: Data) => row[property]).sort((a: number, b: number) => sign * (a - b)),
        );
        const cut = (await api.data(figures, { ...variables, first: 7 })).taskStatistics;
        expect(cut.rows).toEqual(all.rows.slice(0, 7));
        expect(cut.totalRows).toBe(all.totalRows);
      }
    }
    for (const first of [0, -1, 1001]) expect(await api.code(figures, { groupBy: ['PLAN'], first })).toBe('BAD_USER_INPUT');
  });

  it('say what each row is about', async () => {
    const source = `query ($groupBy: [TaskDimension!]!) { taskStatistics(groupBy: $groupBy) { rows { keys { dimension key label node { __typename id
      ... on Region { stableId name } ... on Plan { title } ... on Category { path } ... on Topic { code titleZh } ... on Unit { name } } } } } }`;
    const label: Partial<Record<string, (node: Data) => string>> = {
      Region: ({ name }) => name,
      Plan: ({ title }) => title,
      Category: ({ path }) => path.join(' / '),
      Topic: ({ titleZh }) => titleZh,
      Unit: ({ name }) => name,
    };
    const nodeOf: Partial<Record<Dimension, string>> = {
      REGION: 'Region',
      PLAN: 'Plan',
      CATEGORY: 'Category',
      TOPIC: 'Topic',
      UNIT: 'Unit',
    };
    for (const dimension of dimensions) {
      const { taskStatistics } = await api.data(source, { groupBy: [dimension] });
      for (const {
        keys: [key],
      } of taskStatistics.rows) {
        if (key.key === null) expect(key).toEqual({ dimension, key: null, label: '无', node: null });
        else if (!nodeOf[dimension])
          expect(key).toEqual({ dimension, key: key.key, label: expect.stringMatching(/\p{Script=Han}/u), node: null });
        else {
          expect(key.node.__typename).toBe(nodeOf[dimension]);
          expect(key.label).toBe(label[key.node.__typename]!(key.node));
          expect(key.key).toBe(key.node.stableId ?? key.node.code ?? key.node.id);
        }
      }
    }
    const months = (await asked(['DUE_MONTH'])).map(({ keys }) => keys[0]);
    expect(months).toEqual(expect.arrayContaining(['2023-08', null]));
    expect((await asked(['YEAR'])).map(({ keys }) => keys[0])).toEqual(['2021', '2023', null]);
  });

  it('of a plan, a region and a unit are those of their tasks', async () => {
    const below = `statistics(groupBy: $groupBy, filterBy: $filter) { totalRows rows { keys { key } taskCount obligationCount unitCount } }`;
    const source = `query ($groupBy: [TaskDimension!]!, $filter: TaskFilter) { plans { nodes { id ${below} } }
      regions(filterBy: { codes: ["510000", "511700", "511702", "110000", "zone-dazhou-gaoxin"] }) { nodes { stableId ${below} } }
      units(first: 20, filterBy: { regionCodes: ["511700", "511400"] }) { nodes { id ${below} } } }`;
    for (const groupBy of [[], ['DEADLINE_KIND'], ['ROLE'], ['UNIT', 'STATUS'], ['TOPIC']] as Dimension[][]) {
      for (const filter of [{}, { dueTo: '2023-12-31' }]) {
        const { plans, regions, units } = await api.data(source, { groupBy, filter });
        for (const plan of plans.nodes)
          expect(sorted(rowsOf(plan.statistics))).toEqual(sorted(reckoned(groupBy, { ...filter, planIds: [plan.id] })));
        for (const region of regions.nodes)
          expect(sorted(rowsOf(region.statistics))).toEqual(sorted(reckoned(groupBy, { ...filter, withinRegion: region.stableId })));
        for (const unit of units.nodes)
          expect(sorted(rowsOf(unit.statistics))).toEqual(sorted(reckoned(groupBy, { ...filter, unitIds: [unit.id] })));
      }
    }
  });

  it('are null where there is nothing to divide by', async () => {
    const rates = 'completedCount overdueCount completionRate onTimeRate';
    const { taskStatistics, plans } = await api.data(
      `{ taskStatistics(groupBy: [UNIT]) { rows { ${rates} } } plans { nodes { statistics(groupBy: []) { rows { ${rates} } } } } }`,
    );
    const rows = [...taskStatistics.rows, ...plans.nodes.flatMap((plan: Data) => plan.statistics.rows)];
    for (const row of rows) expect(row).toEqual({ completedCount: null, overdueCount: null, completionRate: null, onTimeRate: null });
  });

  it('are rates of the pairs that are reported on, once they are', async () => {
    const unit = model.flatMap(({ pairs: all }) => all).find(({ role }) => role === 'LEAD')!;
    const own = model.filter(({ pairs: all, dueOn }) => dueOn !== null && all.some(({ id }) => id === unit.id));
    const keys = (tasks: ModelTask[]) => tasks.map(({ id }) => Number(/\d+/.exec(atob(id))));
    await database.owner.query(`update obligation set ledger_since = '2020-01-01' where unit_id = $1 and task_id = any($2)`, [
      unit.key,
      keys(own),
    ]);
    await database.owner.query(
      `update obligation set progress = 'COMPLETED', completed_on = due_on + at::int - 2 from unnest($2::int[]) with ordinality as chosen(task, at) where unit_id = $1 and task_id = task`,
      [unit.key, keys(own.slice(0, 3))],
    );
    const { unit: found } = await api.data(
      `query ($id: ID!) { unit(id: $id) { statistics(groupBy: []) { rows { completedCount overdueCount completionRate onTimeRate } } } }`,
      { id: globalId('Unit', unit.key) },
    );
    expect(own.length).toBeGreaterThan(3);
    expect(found.statistics.rows).toEqual([
      { completedCount: 3, overdueCount: own.length - 3, completionRate: 3 / own.length, onTimeRate: 2 / 3 },
    ]);
  });
});
