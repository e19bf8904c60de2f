import { verifyAuditChain } from '../../src/audit';
import { brokenRules } from '../../src/app/standing-rules';
import { globalId } from '../../src/platform/graphql';
import { useTestDatabase } from '../support/database';
import { importText } from '../support/draft-plan';
import { startApp, tokenFor, type Json, type RunningApp } from '../support/internal-api';

const database = useTestDatabase({ seeded: true });
const region = '511725';
let app: RunningApp;
let administrator: string;

beforeAll(async () => {
  app = await startApp(database);
  administrator = await tokenFor(database, { role: 'ADMINISTRATOR', subject: 'admin' });
}, 60_000);

afterAll(() => app.close());

let lastKey = 0;
const unitFields =
  'id name kind aliases formerNames { name until } validFrom validTo succession successor { name } predecessors { name } updatedAt';

async function run(mutation: string, input: Record<string, unknown>, selection = `unit { ${unitFields} } changedPlans`): Promise<Json> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code field } } }`;
  const { body } = await app.send(administrator, query, { input: { idempotencyKey: `k${++lastKey}`, ...input } });
  return body.errors ? { error: body.errors[0].extensions.code } : body.data[mutation];
}

const register = (name: string, more: Record<string, unknown> = {}) =>
  run('upsertUnit', { regionCode: region, name, source: '渠委编〔2024〕1号', ...more });

async function unitOf(name: string): Promise<Json> {
  const query = `query ($text: String!) { units(filterBy: { regionCodes: ["${region}"], text: $text }) { nodes { ${unitFields} } } }`;
  const { units } = await app.data(administrator, query, { text: name });
  return units.nodes.find((unit: Json) => unit.name === name) ?? null;
}

let lastNumber = 100;

/** A public plan of a year, whose day is the first of January. */
async function aPlan(year: number, ...bodies: string[]): Promise<string> {
  const rows = bodies.map(
    (printed, index) => `${index + 1}\t主动公开\t公开第${index + 1}类信息（${++lastNumber}）。\t${printed}\t${year}年9月底`,
  );
  const text = [
    `渠县${year}年政务公开工作要点分工表`,
    `渠府办发〔${year}〕${++lastNumber}号`,
    '',
    '序号\t工作任务\t具体内容\t责任单位\t完成时限',
    ...rows,
    '',
  ];
  return (await importText(database, text.join('\n'), { region, publish: true, file: `${lastNumber}.txt` })).planId;
}

/** Names of the units to which a plan's tasks fall now. */
async function bearersOf(planId: string): Promise<string[]> {
  const key = Number(Buffer.from(planId, 'base64url').toString().split(':')[1]);
  const rows = await database.owner.query<{ name: string }[]>(
    'select distinct u.name from obligation o join unit u on u.id = o.unit_id where o.plan_id = $1 and o.ended_on is null order by 1',
    [key],
  );
  return rows.map(({ name }) => name);
}

const asPublic = async (query: string): Promise<Json> =>
  (await (await fetch(`${app.url}/public/graphql?query=${encodeURIComponent(query)}`)).json()).data;

describe('a unit that is registered', () => {
  it('is public at once and joins the collectives that its sort belongs to, in plans of days on which it existed', async () => {
    const early = await aPlan(2021, '县教育局', '县级各部门');
    const late = await aPlan(2023, '县级各部门');
    const made = await register('县数据局', { validFrom: '2022-05-01' });
    expect(made).toMatchObject({
      unit: { kind: 'DEPARTMENT', validFrom: '2022-05-01', formerNames: [], predecessors: [] },
      changedPlans: 1,
    });
    expect(await bearersOf(early)).not.toContain('县数据局');
    expect(await bearersOf(late)).toContain('县数据局');
    expect(await asPublic(`{ unit(id: "${made.unit.id}") { name tasks { totalCount } } }`)).toEqual({
      unit: { name: '县数据局', tasks: { totalCount: 1 } },
    });
  });

  it('is changed by who read it last; collectives follow its sort and its days', async () => {
    const plan = await aPlan(2023, '县财政局', '县级各部门');
    const { unit } = await register('县融媒协会', { kind: 'OTHER' });
    expect(await bearersOf(plan)).not.toContain('县融媒协会');
    const sorted = await run('upsertUnit', { unitId: unit.id, updatedAt: unit.updatedAt, kind: 'PUBLIC_INSTITUTION', functionLine: null });
    expect(sorted.unit).toMatchObject({ kind: 'PUBLIC_INSTITUTION', name: '县融媒协会', validTo: null });
    expect(await bearersOf(plan)).toContain('县融媒协会');
    expect(await run('upsertUnit', { unitId: unit.id, updatedAt: unit.updatedAt, kind: 'OTHER' })).toEqual({ error: 'CONFLICT' });
    const change = { unitId: unit.id, updatedAt: sorted.unit.updatedAt };
    const outcomes = await Promise.all(
      ['2020-01-01', '2020-01-02', '2020-01-03'].map((validFrom) => run('upsertUnit', { ...change, validFrom })),
    );
    expect(outcomes.filter(({ error }) => error === 'CONFLICT')).toHaveLength(2);
    const { updatedAt } = await unitOf('县融媒协会');
    expect((await run('upsertUnit', { ...change, updatedAt, kind: 'OTHER' })).unit.kind).toBe('OTHER');
    expect(await bearersOf(plan)).not.toContain('县融媒协会');
  });

  it('ends by being abolished: plans of later days are its no more, earlier ones stay', async () => {
    const [before, after] = [await aPlan(2022, '县级各部门'), await aPlan(2024, '县级各部门')];
    const { unit } = await register('县物资局');
    expect([await bearersOf(before), await bearersOf(after)]).toEqual([
      expect.arrayContaining(['县物资局']),
      expect.arrayContaining(['县物资局']),
    ]);
    const ended = await run('upsertUnit', { unitId: unit.id, updatedAt: unit.updatedAt, validTo: '2023-06-30', succession: 'ABOLISHED' });
    expect(ended.unit).toMatchObject({ validTo: '2023-06-30', succession: 'ABOLISHED', successor: null });
    expect(await bearersOf(before)).toContain('县物资局');
    expect(await bearersOf(after)).not.toContain('县物资局');
  });

  it('is refused with the field that is wrong', async () => {
    const { unit } = await register('县甲局');
    const { unit: later } = await register('县乙局');
    const change = { unitId: unit.id, updatedAt: unit.updatedAt };
    const refusals: [Record<string, unknown>, string, string][] = [
      [{ regionCode: '999999', name: '县丙局', source: 'x' }, 'NO_REGION', 'regionCode'],
      [{ regionCode: region, name: '渠县甲局', source: 'x' }, 'NAME_TAKEN', 'name'],
      [{ regionCode: region, name: ' \t', source: 'x' }, 'NO_NAME', 'name'],
      [{ regionCode: region, name: '中共', source: 'x' }, 'NO_NAME', 'name'],
      [{ regionCode: region, name: '县丙局', source: 'x', functionLine: 'NONE' }, 'NO_FUNCTION_LINE', 'functionLine'],
      [{ ...change, name: '县丙局' }, 'USE_RENAME', 'name'],
      [{ ...change, regionCode: '511700' }, 'OTHER_REGION', 'regionCode'],
      [{ ...change, succession: 'MERGED' }, 'USE_MERGE', 'succession'],
      [{ ...change, succession: 'ABOLISHED' }, 'END_NEEDS_A_DAY', 'validTo'],
      [{ ...change, validFrom: '2020-01-01', validTo: '2019-01-01' }, 'ENDS_BEFORE_IT_BEGINS', 'validTo'],
      [{ ...change, successorId: later.id }, 'SUCCESSION_NEEDED', 'succession'],
      [{ ...change, validTo: '2024-01-01', succession: 'SPLIT', successorId: unit.id }, 'CIRCLE', 'successorId'],
      [{ ...change, validTo: '2024-01-01', succession: 'SPLIT', successorId: globalId('Unit', 1_999_999_999) }, 'NO_UNIT', 'successorId'],
    ];
    for (const [input, code, field] of refusals)
      expect([code, await run('upsertUnit', input)]).toEqual([
        code,
        { unit: null, changedPlans: 0, userErrors: [{ code, field: [field] }] },
      ]);
    expect(await run('upsertUnit', { name: '县丙局' })).toEqual({ error: 'BAD_USER_INPUT' });
    expect(await run('upsertUnit', { unitId: unit.id, kind: 'OTHER' })).toEqual({ error: 'BAD_USER_INPUT' });
    expect(await unitOf('县丙局')).toBeNull();
    expect((await unitOf('县甲局')).updatedAt).toBe(unit.updatedAt);
  });
});

describe('a unit that is renamed', () => {
  it('stays the same unit: earlier plans are its own, and documents with the name before still mean it', async () => {
    const earlier = await aPlan(2020, '县旅游局');
    const { id, updatedAt } = await unitOf('县旅游局');
    const renamed = await run('renameUnit', {
      unitId: id,
      updatedAt,
      name: '县文化旅游发展局',
      on: '2021-03-01',
      reason: '渠委发〔2021〕3号',
    });
    expect(renamed.unit).toMatchObject({
      id,
      aliases: ['县旅游局'],
      formerNames: [{ name: '县旅游局', until: '2021-02-28' }],
      succession: null,
    });
    const later = await aPlan(2022, '县旅游局', '县文化旅游发展局');
    expect([await bearersOf(earlier), await bearersOf(later)]).toEqual([['县文化旅游发展局'], ['县文化旅游发展局']]);
    expect(await asPublic(`{ unit(id: "${id}") { name formerNames { name until } } }`)).toEqual({
      unit: { name: '县文化旅游发展局', formerNames: [{ name: '县旅游局', until: '2021-02-28' }] },
    });
    const found = await asPublic(`{ units(filterBy: { regionCodes: ["${region}"], text: "县旅游局" }) { nodes { id } } }`);
    expect(found.units.nodes).toEqual([{ id }]);
  });

  it('leaves its name to another unit: which of the two is meant follows from the day of the document', async () => {
    const { unit } = await register('县招商局');
    const renamed = await run('renameUnit', {
      unitId: unit.id,
      updatedAt: unit.updatedAt,
      name: '县经济合作局',
      on: '2019-05-01',
      reason: 'x',
    });
    await run('upsertUnit', { unitId: unit.id, updatedAt: renamed.unit.updatedAt, aliases: [] });
    const other = await register('县招商局', { validFrom: '2020-05-01' });
    expect(other.userErrors).toEqual([]);
    expect(await bearersOf(await aPlan(2018, '县招商局'))).toEqual(['县经济合作局']);
    expect(await bearersOf(await aPlan(2021, '县招商局'))).toEqual(['县招商局']);
  });

  it('may only have been misspelt: the name before is then none that it ever bore', async () => {
    const { unit } = await register('县水物局');
    const corrected = await run('renameUnit', { unitId: unit.id, updatedAt: unit.updatedAt, name: '县水务局', reason: '笔误' });
    expect(corrected.unit).toMatchObject({ name: '县水务局', aliases: ['县水物局'], formerNames: [] });
  });

  it('is refused where the name is its own or taken, and CONFLICT where it has changed since', async () => {
    const { unit } = await register('县粮食局');
    await register('县供销社');
    const change = { unitId: unit.id, updatedAt: unit.updatedAt, reason: 'x' };
    expect((await run('renameUnit', { ...change, name: '县粮食局' })).userErrors).toEqual([{ code: 'SAME_NAME', field: ['name'] }]);
    expect((await run('renameUnit', { ...change, name: '（）' })).userErrors).toEqual([{ code: 'NO_NAME', field: ['name'] }]);
    expect((await run('renameUnit', { ...change, name: '县供销社' })).userErrors).toEqual([{ code: 'NAME_TAKEN', field: ['name'] }]);
    await run('renameUnit', { ...change, name: '县粮食和储备局' });
    expect(await run('renameUnit', { ...change, name: '县储备局' })).toEqual({ error: 'CONFLICT' });
  });
});

describe('units that are merged', () => {
  it('keep what earlier plans gave them; later plans are the successor’s', async () => {
    const { unit: culture } = await register('县广播局');
    const { unit: sport } = await register('县体育局');
    const [before, after] = [await aPlan(2018, '县广播局、县体育局', '县级各部门'), await aPlan(2020, '县级各部门')];
    const { unit: into } = await register('县广播体育局', { validFrom: '2019-01-01' });
    const merged = await run('mergeUnits', {
      unitIds: [culture.id, sport.id],
      intoUnitId: into.id,
      on: '2019-03-20',
      reason: '渠委发〔2019〕6号',
    });
    expect(merged.unit).toMatchObject({
      id: into.id,
      predecessors: expect.arrayContaining([{ name: '县体育局' }, { name: '县广播局' }]) as unknown,
    });
    expect(merged.changedPlans).toBeGreaterThan(0);
    expect(await bearersOf(before)).toEqual(expect.arrayContaining(['县广播局', '县体育局']));
    expect(await bearersOf(before)).not.toContain('县广播体育局');
    const later = await bearersOf(after);
    expect(later).toContain('县广播体育局');
    expect(later.filter((name) => name === '县广播局' || name === '县体育局')).toEqual([]);
    expect(await asPublic(`{ unit(id: "${culture.id}") { validTo succession successor { name } } }`)).toEqual({
      unit: { validTo: '2019-03-19', succession: 'MERGED', successor: { name: '县广播体育局' } },
    });
  });

  it('are meant by their names until that day; from then on the names mean the successor, by however many steps', async () => {
    const units = await Promise.all(
      ['县新闻局', '县出版局', '县新闻出版局', '县融媒体中心'].map(async (name) => (await register(name)).unit),
    );
    const merge = (from: Json[], into: Json, on: string) =>
      run('mergeUnits', { unitIds: from.map(({ id }) => id), intoUnitId: into.id, on, reason: 'x' });
    await merge(units.slice(0, 2), units[2], '2017-07-01');
    await merge([units[2]], units[3], '2019-07-01');
    const named = async (year: number) => bearersOf(await aPlan(year, '县新闻局、县出版局'));
    expect(await named(2016)).toEqual(['县出版局', '县新闻局']);
    expect(await named(2017)).toEqual(['县出版局', '县新闻局']);
    expect(await named(2018)).toEqual(['县新闻出版局']);
    expect(await named(2020)).toEqual(['县融媒体中心']);
    expect(await bearersOf(await aPlan(2020, '县新闻局、县融媒体中心'))).toEqual(['县融媒体中心']);
  });

  it('that ended without a successor are still meant by their name, with a doubt for somebody to settle', async () => {
    const { unit } = await register('县供水局');
    await run('upsertUnit', { unitId: unit.id, updatedAt: unit.updatedAt, validTo: '2019-12-31', succession: 'ABOLISHED' });
    const doubts = async (planId: string) => {
      const { plan } = await app.data(administrator, `{ plan(id: "${planId}") { unitMatches { name state unit { id } } } }`);
      return plan.unitMatches.filter(({ name }: Json) => name === '县供水局');
    };
    expect(await doubts(await aPlan(2018, '县供水局'))).toEqual([{ name: '县供水局', state: 'TAKEN', unit: { id: unit.id } }]);
    expect(await doubts(await aPlan(2021, '县供水局'))).toEqual([{ name: '县供水局', state: 'DOUBTFUL', unit: { id: unit.id } }]);
  });

  it('are replaced by the successor in collectives that are listed', async () => {
    await aPlan(2018, '成员单位', '县林业局、县园林局');
    const [forest, park] = [await unitOf('县林业局'), await unitOf('县园林局')];
    const roster = { regionCode: region, expression: '成员单位', roster: 'COMPLETE', source: '名册', reason: 'x' };
    const { updatedAt } = await groupOf('成员单位');
    await run(
      'upsertUnitGroup',
      { ...roster, updatedAt, members: [{ unitId: forest.id }, { unitId: park.id, validFrom: '2019-01-01' }] },
      'changedPlans',
    );
    const { unit: into } = await register('县林业园林局');
    await run('mergeUnits', { unitIds: [forest.id, park.id], intoUnitId: into.id, on: '2022-01-01', reason: 'x' });
    expect([
      await membersOn('成员单位', '2018-06-01'),
      await membersOn('成员单位', '2021-12-31'),
      await membersOn('成员单位', '2022-01-01'),
    ]).toEqual([['县林业局'], ['县园林局', '县林业局'], ['县林业园林局']]);
  });

  it('is refused for units that have ended, do not exist yet, or would become part of themselves', async () => {
    const names = ['县一局', '县二局', '县三局'];
    const [one, two, three] = await Promise.all(names.map(async (name) => (await register(name)).unit));
    const { unit: young } = await register('县四局', { validFrom: '2024-01-01' });
    const merge = (unitIds: string[], intoUnitId: string, on = '2022-01-01') => run('mergeUnits', { unitIds, intoUnitId, on, reason: 'x' });
    expect((await merge([one.id], one.id)).userErrors).toEqual([{ code: 'INTO_ITSELF', field: ['unitIds'] }]);
    expect((await merge([one.id], young.id)).userErrors).toEqual([{ code: 'NOT_YET', field: ['intoUnitId'] }]);
    expect((await merge([young.id], one.id, '2024-01-01')).userErrors).toEqual([{ code: 'NOT_YET', field: ['unitIds'] }]);
    // At once: each may become part of the next, but never all in a circle.
    const circle = await Promise.all([merge([one.id], two.id), merge([two.id], three.id), merge([three.id], one.id)]);
    expect(circle.filter(({ userErrors }) => userErrors.length === 0).length).toBeLessThan(3);
    expect((await merge([globalId('Unit', 1_999_999_999)], one.id)).error).toBe('NOT_FOUND');
    expect((await merge([], one.id)).error).toBe('BAD_USER_INPUT');
  });
});

async function groupOf(expression: string): Promise<Json> {
  const [{ id }] = await database.owner.query(
    'select g.id from unit_group g join region r on r.id = g.region_id where r.stable_id = $1 and g.expression = $2',
    [region, expression],
  );
  return (await app.data(administrator, `{ unitGroup(id: "${globalId('UnitGroup', id)}") { id roster rule updatedAt } }`)).unitGroup;
}

async function membersOn(expression: string, day: string): Promise<string[]> {
  const { id } = await groupOf(expression);
  const { unitGroup } = await app.data(administrator, `{ unitGroup(id: "${id}") { members(asOf: "${day}") { nodes { name } } } }`);
  return unitGroup.members.nodes.map(({ name }: { name: string }) => name).sort();
}

describe('the roster of a collective', () => {
  it('takes the place of its rule; plans have the members of their own day', async () => {
    const [old, recent] = [await aPlan(2019, '县级责任部门', '县司法局、县民政局'), await aPlan(2023, '县级责任部门')];
    const [justice, civil] = [await unitOf('县司法局'), await unitOf('县民政局')];
    expect(await bearersOf(recent)).toEqual([]);
    const { id, updatedAt, roster: known } = await groupOf('县级责任部门');
    expect(known).toBe('KNOWN');
    const input = {
      regionCode: region,
      expression: '县级责任部门',
      source: '渠府办〔2022〕8号附件',
      reason: '名单印发',
      roster: 'COMPLETE',
    };
    const members = [
      { unitId: justice.id, validTo: '2021-12-31' },
      { unitId: civil.id, validFrom: '2022-01-01' },
    ];
    const set = await run('upsertUnitGroup', { ...input, updatedAt, members }, 'unitGroup { id roster rule updatedAt } changedPlans');
    expect(set).toMatchObject({ unitGroup: { id, roster: 'COMPLETE', rule: '渠府办〔2022〕8号附件' }, changedPlans: 2 });
    expect(await bearersOf(old)).toEqual(expect.arrayContaining(['县司法局']));
    expect(await bearersOf(recent)).toEqual(['县民政局']);
    expect(await run('upsertUnitGroup', { ...input, updatedAt, members: [] }, 'changedPlans')).toEqual({ error: 'CONFLICT' });
    expect(await run('upsertUnitGroup', { ...input, members: [] }, 'changedPlans')).toEqual({ error: 'BAD_USER_INPUT' });
    const emptied = await run('upsertUnitGroup', { ...input, updatedAt: set.unitGroup.updatedAt, members: [] }, 'changedPlans');
    expect(emptied.changedPlans).toBe(2);
    expect(await bearersOf(recent)).toEqual([]);
  });

  it('no longer grows by a rule', async () => {
    const plan = await aPlan(2023, '县直各部门');
    const { updatedAt } = await groupOf('县直各部门');
    const { unit } = await register('县档案局');
    const input = {
      regionCode: region,
      expression: '县直各部门',
      source: '名册',
      reason: 'x',
      roster: 'KNOWN',
      members: [{ unitId: unit.id }],
    };
    const set = await run('upsertUnitGroup', { ...input, updatedAt: (await groupOf('县直各部门')).updatedAt ?? updatedAt }, 'changedPlans');
    expect(set.userErrors).toEqual([]);
    await register('县地方志办');
    await aPlan(2023, '县直各部门', '县保密局');
    expect(await bearersOf(plan)).toEqual(['县档案局']);
  });

  it('is refused where a member is named twice, ends before it begins, or outlives itself', async () => {
    const { unit } = await register('县短命局', { validTo: '2020-12-31', succession: 'ABOLISHED' });
    const input = { regionCode: region, expression: '县级名单单位', source: '名册', reason: 'x', roster: 'COMPLETE' };
    const refusals: [object[], string][] = [
      [
        [
          { unitId: unit.id, validTo: '2020-01-01' },
          { unitId: unit.id, validTo: '2020-02-01' },
        ],
        'NAMED_TWICE',
      ],
      [[{ unitId: unit.id, validFrom: '2020-02-01', validTo: '2020-01-01' }], 'ENDS_BEFORE_IT_BEGINS'],
      [[{ unitId: unit.id }], 'ENDED'],
    ];
    for (const [members, code] of refusals)
      expect((await run('upsertUnitGroup', { ...input, members }, 'changedPlans')).userErrors).toEqual([{ code, field: ['members'] }]);
  });
});

it('nothing of all this breaks a rule of the data or the chain of its record', async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
  expect(await verifyAuditChain(database.owner)).toEqual([]);
});
