import fc from 'fast-check';
import { CursorCodec } from '../../src/platform/graphql';
import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

interface List {
  name: string;
  order: string;
  fields: string[];
  filter: string;
  /** What the rows are asked for, to see their order. */
  selection: string;
  /** Sort value of a row by order field; null stands last whatever the direction. */
  value: Record<string, (row: Data) => string | number | null>;
}

const levels = ['NATION', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'];

/** The place of each name in the order of the database, which sorts Chinese by its collation. */
const places = new Map<string, number>();

const lists: List[] = [
  {
    name: 'regions',
    order: 'RegionOrder',
    fields: ['CODE', 'NAME', 'LEVEL'],
    filter: '{ withinRegion: "510000" }',
    selection: 'code name level stableId',
    value: { CODE: (row) => row.code, NAME: (row) => places.get(row.name)!, LEVEL: (row) => levels.indexOf(row.level) },
  },
  {
    name: 'units',
    order: 'UnitOrder',
    fields: ['NAME', 'REGION', 'UPDATED_AT'],
    filter: '{ withinRegion: "511700" }',
    selection: 'name updatedAt region { stableId }',
    value: { NAME: (row) => places.get(row.name)!, REGION: (row) => row.region.stableId, UPDATED_AT: (row) => row.updatedAt },
  },
  {
    name: 'plans',
    order: 'PlanOrder',
    fields: ['REGION', 'YEAR', 'ISSUED_ON', 'UPDATED_AT'],
    filter: '{}',
    selection: 'year issuedOn updatedAt region { stableId }',
    value: {
      REGION: (row) => row.region.stableId,
      YEAR: (row) => row.year,
      ISSUED_ON: (row) => row.issuedOn,
      UPDATED_AT: (row) => row.updatedAt,
    },
  },
  {
    name: 'tasks',
    order: 'TaskOrder',
    fields: ['NUMBER', 'DUE_ON', 'UPDATED_AT'],
    filter: '{}',
    selection: 'number updatedAt deadline { dueOn }',
    value: { NUMBER: () => 0, DUE_ON: (row) => row.deadline.dueOn, UPDATED_AT: (row) => row.updatedAt },
  },
];

const orders = lists.flatMap((list) =>
  list.fields.flatMap((field) =>
    ['ASC', 'DESC'].map((direction) => ({ list, field, direction, label: `${list.name} by ${field} ${direction}` })),
  ),
);

function pageQuery({ name, filter, selection }: List, field: string, direction: string): string {
  return `query ($first: Int, $after: String, $last: Int, $before: String) {
    list: ${name}(first: $first, after: $after, last: $last, before: $before, filterBy: ${filter}, orderBy: { field: ${field}, direction: ${direction} }) {
      totalCount edges { cursor node { id ${selection} } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
}

/** All rows of a list, page by page; what pages say of themselves is checked on the way. */
async function walk(query: string, size: number, backward: boolean): Promise<Data[]> {
  const pages: Data[][] = [];
  let cursor: string | null = null;
  for (;;) {
    const { list }: Data = await api.data(query, backward ? { last: size, before: cursor } : { first: size, after: cursor });
    const edges: Data[] = list.edges;
    expect(list.nodes).toEqual(edges.map(({ node }) => ({ id: node.id })));
    expect([list.pageInfo.startCursor, list.pageInfo.endCursor]).toEqual([edges[0].cursor, edges.at(-1).cursor]);
    expect(backward ? list.pageInfo.hasNextPage : list.pageInfo.hasPreviousPage).toBe(cursor !== null);
    pages.push(edges.map(({ node }) => node));
    if (!(backward ? list.pageInfo.hasPreviousPage : list.pageInfo.hasNextPage)) {
      expect(list.totalCount).toBe(pages.flat().length);
      return (backward ? pages.reverse() : pages).flat();
    }
    expect(edges).toHaveLength(size);
    cursor = backward ? list.pageInfo.startCursor : list.pageInfo.endCursor;
  }
}

function isInOrder(values: (string | number | null)[], direction: string): boolean {
  return values.slice(1).every((value, index) => {
    const before = values[index]!;
    if (value === null) return true;
    if (before === null) return false;
    return direction === 'ASC' ? before <= value : before >= value;
  });
}

describe('walking through a list page by page', () => {
  beforeAll(async () => {
    const names = 'select name from region union select name from unit';
    const rows = await database.owner.query<{ name: string; place: string }[]>(
      `select name, dense_rank() over (order by name) as place from (${names}) x`,
    );
    for (const { name, place } of rows) places.set(name, Number(place));
    // Rows that are alike, and rows without a value, at the edges of pages too.
    await database.owner.query(`update plan set year = null where document_number like '眉%'`);
    await database.owner.query(`update unit set updated_at = now() where id % 3 = 0`);
  });

  it.each(orders)('gives every row once, the same backwards as forwards: $label', async ({ list, field, direction }) => {
    const query = pageQuery(list, field, direction);
    const sizes = list.name === 'plans' ? [1, 2] : [100, 37];
    const forward = await walk(query, sizes[0]!, false);
    const ids = forward.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await walk(query, sizes[1]!, true)).map(({ id }) => id)).toEqual(ids);
    expect(isInOrder(forward.map(list.value[field]!), direction)).toBe(true);
  });

  it('reaches the whole country', async () => {
    const rows = await walk(pageQuery({ ...lists[0]!, filter: '{}' }, 'CODE', 'ASC'), 100, false);
    const count = { NATION: 0, PROVINCE: 0, PREFECTURE: 0, COUNTY: 0, TOWNSHIP: 0 } as Record<string, number>;
    for (const { level } of rows) count[level]!++;
    expect(count).toEqual({ NATION: 1, PROVINCE: 34, PREFECTURE: 333, COUNTY: 2846 + 8, TOWNSHIP: 422 });
    expect(rows.slice(-8).map(({ code }) => code)).toEqual(Array(8).fill(null));
  });
});

describe('a page', () => {
  const query = pageQuery(lists[3]!, 'DUE_ON', 'DESC');
  let all: Data[];

  beforeAll(async () => {
    const first = await api.data(query, { first: 100 });
    const rest = await api.data(query, { first: 100, after: first.list.pageInfo.endCursor });
    const last = await api.data(query, { first: 100, after: rest.list.pageInfo.endCursor });
    all = [...first.list.edges, ...rest.list.edges, ...last.list.edges];
  });

  it('is what the Relay specification cuts out of the whole list', async () => {
    const place = fc.option(fc.nat(all.length - 1), { nil: null });
    const size = fc.integer({ min: 1, max: 100 });
    const sizes = fc.oneof(
      fc.record({ first: size, last: fc.constant(null) }),
      fc.record({ first: fc.constant(null), last: size }),
      fc.constant({ first: null, last: null }),
    );
    await fc.assert(
      fc.asyncProperty(place, place, sizes, async (after, before, { first, last }) => {
        const { list } = await api.data(query, {
          first,
          last,
          after: after === null ? null : all[after].cursor,
          before: before === null ? null : all[before].cursor,
        });
        const between = all.slice(after === null ? 0 : after + 1, before ?? all.length);
        const wanted = first ?? last ?? 20;
        expect(list.edges).toEqual(last === null ? between.slice(0, wanted) : between.slice(-wanted));
        const cut = between.length > wanted;
        expect(list.pageInfo).toEqual({
          hasNextPage: last === null ? cut : before !== null,
          hasPreviousPage: last === null ? after !== null : cut,
          startCursor: list.edges[0]?.cursor ?? null,
          endCursor: list.edges.at(-1)?.cursor ?? null,
        });
        expect(list.totalCount).toBe(all.length);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('has 20 rows where no size is given, and null is no size', async () => {
    for (const args of ['', '(first: null)', '(last: null)', '(first: null, last: null, after: null, before: null)']) {
      expect((await api.data(`{ tasks${args} { nodes { id } } }`)).tasks.nodes).toHaveLength(20);
    }
    const nested = await api.data('{ plans { nodes { tasks { nodes { id } } } } }');
    for (const plan of nested.plans.nodes) expect(plan.tasks.nodes).toHaveLength(20);
  });

  it('may be empty', async () => {
    const { list } = await api.data(query, { first: 5, after: all.at(-1).cursor });
    expect(list).toMatchObject({
      edges: [],
      nodes: [],
      totalCount: 206,
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
    const none = await api.data(
      '{ tasks(filterBy: { planIds: [] }) { totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
    );
    expect(none.tasks).toEqual({
      totalCount: 0,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  const everyConnection = (args: string, selection = 'totalCount') => [
    ...lists.map(({ name }) => `{ ${name}${args} { ${selection} } }`),
    `{ plans(first: 1) { nodes { tasks${args} { ${selection} } } } }`,
    `{ plans(first: 1) { nodes { categories { tasks${args} { ${selection} } } } } }`,
    `{ tasks(first: 1) { nodes { units${args} { ${selection} } } } }`,
    `{ units(first: 1) { nodes { tasks${args} { ${selection} } } } }`,
    `{ units(first: 1) { nodes { responsibilities${args} { ${selection} } } } }`,
    `{ region(code: "511700") { children${args} { ${selection} } } }`,
    `{ region(code: "511700") { plans${args} { ${selection} } } }`,
    `{ region(code: "511700") { units${args} { ${selection} } } }`,
    `{ tasks(first: 1, filterBy: { regionCodes: ["511700"] }) { nodes { responsibilities { group { members${args} { ${selection} } } } } } }`,
  ];

  it('of less than 1 or more than 100 rows, or from both ends, is BAD_USER_INPUT, whatever is selected of it', async () => {
    for (const args of [
      '(first: 0)',
      '(first: -1)',
      '(first: 101)',
      '(first: 2147483647)',
      '(last: 0)',
      '(last: -1)',
      '(last: 101)',
      '(first: 5, last: 5)',
    ]) {
      for (const selection of ['totalCount', 'nodes { id }']) {
        for (const source of everyConnection(args, selection)) expect([source, await api.code(source)]).toEqual([source, 'BAD_USER_INPUT']);
      }
    }
  });

  it('after a cursor of another list, of another order, or forged or damaged is BAD_USER_INPUT', async () => {
    const cursor: string = all[3].cursor;
    const others = await api.data(`{ ${lists.map(({ name }) => `${name}(first: 1) { edges { cursor } }`).join(' ')}
      plan(documentNumber: "达市府办发〔2023〕8号") { tasks(first: 1, orderBy: { field: DUE_ON, direction: DESC }) { edges { cursor } } } }`);
    const damaged = [
      cursor.slice(0, -1),
      cursor.slice(1),
      cursor.slice(0, 10),
      `${cursor}A`,
      `${cursor}=`,
      `${cursor}!`,
      ` ${cursor}`,
      `${cursor}\n`,
      cursor.toLowerCase(),
    ];
    const forged = new CursorCodec(Buffer.alloc(32, 8)).encode('tasks:DUE_ON:DESC', ['2023-08-31', '1']);
    const strange = [
      ...lists.map(({ name }) => others[name].edges[0].cursor),
      others.plan.tasks.edges[0].cursor,
      forged,
      ...damaged,
      '',
      'x',
      'null',
      '😀',
      '0',
      'eyJpZCI6MX0',
      'A'.repeat(3_000),
    ];
    for (const bad of strange) {
      expect([bad, await api.code(query, { first: 5, after: bad })]).toEqual([bad, 'BAD_USER_INPUT']);
      expect([bad, await api.code(query, { last: 5, before: bad })]).toEqual([bad, 'BAD_USER_INPUT']);
    }
    expect(
      (
        await api.ask('query ($after: String) { tasks(after: $after, orderBy: { field: DUE_ON, direction: DESC }) { totalCount } }', {
          after: cursor,
        })
      ).errors,
    ).toEqual([]);
    for (const source of everyConnection(`(after: "${cursor}")`))
      expect([source, await api.code(source)]).toEqual([source, 'BAD_USER_INPUT']);
  });
});
