import { globalId } from '../../src/platform/graphql';
import { absentId, ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

/** One record of every type that has a global id, and where it is found. */
const everyType = `{
  plans(first: 1) { nodes { __typename id sourceDocument { __typename id } categories { __typename id }
    tasks(first: 1) { nodes { __typename id topics { topic { __typename id } } } } } }
  tasks(first: 1, filterBy: { hasTarget: true }) { nodes { targets { __typename id } } }
  regions(first: 1) { nodes { __typename id } }
  borne: tasks(first: 20, filterBy: { regionCodes: ["511700"] }) { nodes { responsibilities { __typename id unit { __typename id } group { __typename id } } } }
  release { __typename id }
}`;

const nodeTypes = [
  'Category',
  'Plan',
  'Region',
  'Release',
  'Responsibility',
  'SourceDocument',
  'Target',
  'Task',
  'Topic',
  'Unit',
  'UnitGroup',
];

/** The by-id queries, each with the type whose ids it takes. */
const lookUps: [typeName: string, query: string][] = [
  ['Plan', 'query ($id: ID!) { found: plan(id: $id) { id } }'],
  ['Task', 'query ($id: ID!) { found: task(id: $id) { id } }'],
  ['Unit', 'query ($id: ID!) { found: unit(id: $id) { id } }'],
  ['UnitGroup', 'query ($id: ID!) { found: unitGroup(id: $id) { id } }'],
];

const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

const noIds = [
  '',
  ' ',
  'plan-1',
  '1',
  '-1',
  '511700',
  '达州市',
  '😀',
  'Plan:1',
  btoa('Plan:0'),
  btoa('Plan:01'),
  btoa('Plan:-1'),
  btoa('Plan:1.5'),
  btoa('Plan:1 or 1=1'),
  btoa('Plan'),
  btoa(':1'),
  btoa('Plan:99999999999'),
  btoa('Plan:1:2'),
  'A'.repeat(5_000),
];

/** Every id in an answer, by its type. */
function idsIn(answer: Data, found = new Map<string, string>()): Map<string, string> {
  if (typeof answer !== 'object' || answer === null) return found;
  if (answer.__typename && answer.id) found.set(answer.__typename, answer.id);
  for (const value of Object.values(answer)) idsIn(value, found);
  return found;
}

describe('global ids', () => {
  it('every type of record is found again by its id, alone and among others', async () => {
    const ids = idsIn(await api.data(everyType));
    expect([...ids.keys()].sort()).toEqual(nodeTypes);
    const expected = [...ids].map(([typeName, id]) => ({ __typename: typeName, id }));
    for (const one of expected) expect(await api.data(node, { id: one.id })).toEqual({ node: one });
    expect(await api.data(nodes, { ids: expected.map(({ id }) => id) })).toEqual({ nodes: expected });
    for (const [typeName, query] of lookUps)
      expect(await api.data(query, { id: ids.get(typeName) })).toEqual({ found: { id: ids.get(typeName) } });
  });

  it('are opaque, and of url-safe characters', async () => {
    for (const id of idsIn(await api.data(everyType)).values()) expect(id).toMatch(/^[\w-]+$/);
  });

  it('an id of nothing that exists gives null', async () => {
    const ids = [
      ...nodeTypes.map(absentId),
      globalId('Task', 2_147_483_647),
      globalId('Task', 2_147_483_648),
      globalId('Task', 9_999_999_999),
    ];
    for (const id of ids) expect(await api.data(node, { id })).toEqual({ node: null });
    expect(await api.data(nodes, { ids })).toEqual({ nodes: ids.map(() => null) });
    for (const [typeName, query] of lookUps) {
      for (const key of [1_999_999_999, 2_147_483_648, 9_999_999_999])
        expect(await api.data(query, { id: globalId(typeName, key) })).toEqual({ found: null });
    }
  });

  it('what is no id is BAD_USER_INPUT', async () => {
    for (const id of [...noIds, globalId('Nothing', 1), globalId('Query', 1), globalId('constructor', 1)]) {
      expect([id, await api.code(node, { id })]).toEqual([id, 'BAD_USER_INPUT']);
    }
    for (const [, query] of lookUps) {
      for (const id of noIds) expect([id, await api.code(query, { id })]).toEqual([id, 'BAD_USER_INPUT']);
    }
  });

  it('an id of another type is BAD_USER_INPUT where one type is asked for', async () => {
    const ids = [...idsIn(await api.data(everyType))];
    for (const [typeName, query] of lookUps) {
      for (const [, id] of ids.filter(([other]) => other !== typeName)) expect(await api.code(query, { id })).toBe('BAD_USER_INPUT');
    }
    const wrong = ids.find(([typeName]) => typeName === 'Topic')![1];
    const filters: [list: string, filter: Record<string, unknown>][] = [
      ['tasks', { planIds: [wrong] }],
      ['tasks', { categoryIds: [wrong] }],
      ['tasks', { unitIds: [wrong] }],
      ['tasks', { regionCodes: [wrong] }],
      ['tasks', { withinRegion: wrong }],
      ['plans', { issuingUnitIds: [wrong] }],
      ['units', { unitGroupIds: [wrong] }],
      ['units', { regionCodes: [wrong] }],
      ['regions', { codes: [wrong] }],
      ['regions', { parent: wrong }],
    ];
    for (const [list, filter] of filters) {
      const type = { tasks: 'Task', plans: 'Plan', units: 'Unit', regions: 'Region' }[list];
      const query = `query ($filter: ${type}Filter) { ${list}(filterBy: $filter) { totalCount } }`;
      expect([filter, await api.code(query, { filter })]).toEqual([filter, 'BAD_USER_INPUT']);
    }
  });

  it('one bad id among several is an error in its place, and the others are answered', async () => {
    const ids = [...idsIn(await api.data(everyType)).values()];
    const { data, errors } = await api.ask(nodes, { ids: [ids[0], 'nonsense', ids[1], ids[0]] });
    expect(data.nodes.map((one: Data) => one?.id ?? null)).toEqual([ids[0], null, ids[1], ids[0]]);
    expect(errors).toEqual([expect.objectContaining({ path: ['nodes', 1], extensions: { code: 'BAD_USER_INPUT' } })]);
  });

  it('at most 100 at once', async () => {
    const id = absentId('Task');
    expect((await api.data(nodes, { ids: Array<string>(100).fill(id) })).nodes).toHaveLength(100);
    expect(await api.code(nodes, { ids: Array<string>(101).fill(id) })).toBe('BAD_USER_INPUT');
    expect(await api.data(nodes, { ids: [] })).toEqual({ nodes: [] });
  });

  it('a plan is asked for by exactly one of id and document number', async () => {
    const id = idsIn(await api.data(everyType)).get('Plan');
    for (const args of ['', '(id: null)', '(id: null, documentNumber: null)', `(id: "${id}", documentNumber: "达市府办发〔2023〕8号")`]) {
      expect(await api.code(`{ plan${args} { id } }`)).toBe('BAD_USER_INPUT');
    }
    expect(await api.data('{ plan(documentNumber: "没有这个号") { id } }')).toEqual({ plan: null });
    expect(await api.data('{ plan(documentNumber: "") { id } }')).toEqual({ plan: null });
  });

  it('every record tells when it changed', async () => {
    const source = `query ($ids: [ID!]!) { nodes(ids: $ids) { ${nodeTypes.map((type) => `... on ${type} { updatedAt }`).join(' ')} } }`;
    const answer = await api.data(source, { ids: [...idsIn(await api.data(everyType)).values()] });
    for (const one of answer.nodes) expect(one.updatedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});
