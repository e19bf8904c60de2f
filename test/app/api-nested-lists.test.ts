import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

interface Below {
  /** Where the parents are, and their ids. */
  parents: string;
  parentType: string;
  /** The list below each, with room for arguments. */
  field: string;
  /** Arguments beside those of the page. */
  variants: string[];
}

const lists: Below[] = [
  {
    parents: 'plans(first: 5)',
    parentType: 'Plan',
    field: 'tasks',
    variants: ['', 'orderBy: { field: DUE_ON, direction: DESC }', 'filterBy: { deadlineKinds: [BY_DATE] }', 'filterBy: { text: "公开" }'],
  },
  {
    parents: 'regions(first: 20, filterBy: { withinRegion: "511700", levels: [PREFECTURE, COUNTY] })',
    parentType: 'Region',
    field: 'children',
    variants: ['', 'orderBy: { field: NAME, direction: ASC }', 'orderBy: { field: LEVEL, direction: DESC }'],
  },
  {
    parents: 'regions(first: 20, filterBy: { withinRegion: "511700", levels: [PREFECTURE, COUNTY] })',
    parentType: 'Region',
    field: 'units',
    variants: ['', 'orderBy: { field: NAME, direction: DESC }'],
  },
  {
    parents: 'regions(first: 20, filterBy: { withinRegion: "511700", levels: [PREFECTURE, COUNTY] })',
    parentType: 'Region',
    field: 'plans',
    variants: ['', 'orderBy: { field: ISSUED_ON, direction: DESC }'],
  },
  {
    parents: 'tasks(first: 12, filterBy: { regionCodes: ["511700"] })',
    parentType: 'Task',
    field: 'units',
    variants: ['', 'expanded: false'],
  },
  {
    parents: 'units(first: 20, filterBy: { regionCodes: ["511700"] })',
    parentType: 'Unit',
    field: 'tasks',
    variants: ['', 'filterBy: { years: [2023] }', 'orderBy: { field: UPDATED_AT, direction: ASC }'],
  },
  { parents: 'units(first: 20, filterBy: { regionCodes: ["511700"] })', parentType: 'Unit', field: 'responsibilities', variants: [''] },
];

const selection = 'totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

async function parentsOf({ parents }: Below): Promise<string[]> {
  const { list } = await api.data(`{ list: ${parents} { nodes { id } } }`);
  return list.nodes.map(({ id }: Data) => id);
}

/** What one parent answers when it is asked alone. */
async function alone({ parentType, field }: Below, id: string, args: string): Promise<Data> {
  const { node } = await api.data(
    `query ($id: ID!) { node(id: $id) { ... on ${parentType} { list: ${field}(${args}) { ${selection} } } } }`,
    { id },
  );
  return node.list;
}

describe.each(lists)('$field of each $parentType among several', (below) => {
  const { parents, field, variants } = below;
  const pages = ['first: 3', 'last: 2', 'first: 100'];
  const asked = variants.flatMap((variant) => pages.map((page) => [page, variant].filter(Boolean).join(', ')));

  it('gives each parent what it would be given alone, whatever else is asked beside it', async () => {
    const ids = await parentsOf(below);
    expect(ids.length).toBeGreaterThan(4);
    for (const some of [asked.slice(0, 6), asked.slice(6)].filter((group) => group.length > 0)) {
      const source = `{ list: ${parents} { nodes { id ${some.map((args, index) => `a${index}: ${field}(${args}) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`).join(' ')} } } }`;
      const { list } = await api.data(source);
      for (const [index, args] of some.entries()) {
        for (const node of list.nodes.slice(0, 8)) expect([args, node[`a${index}`]]).toEqual([args, await alone(below, node.id, args)]);
      }
    }
  });

  it('takes as many statements for many parents as for one, and for the same question asked twice as for once', async () => {
    const query = (root: string, fields: string) => api.ask(`{ list: ${root} { nodes { ${fields} } } }`);
    const single = parents.replace(/first: \d+/, 'first: 1');
    const one = await query(single, `a: ${field}(first: 3) { ${selection} }`);
    const many = await query(parents, `a: ${field}(first: 3) { ${selection} }`);
    const twice = await query(parents, `a: ${field}(first: 3) { ${selection} } b: ${field}(first: 3) { nodes { id } totalCount }`);
    expect([one.errors, many.errors, twice.errors]).toEqual([[], [], []]);
    // The parents, the region by which they are found, and the rows and the totals of all their lists.
    expect(one.statements.length).toBeLessThanOrEqual(4);
    expect(many.statements).toHaveLength(one.statements.length);
    expect([...twice.statements].sort()).toEqual([...many.statements].sort());
  });

  it('pages through with its own cursors, which no other parent takes', async () => {
    const ids = await parentsOf(below);
    const wholes = await Promise.all(ids.map((id) => alone(below, id, 'first: 100')));
    const [id, whole] = ids.map((each, index) => [each, wholes[index]] as const).find(([, list]) => list.edges.length > 1) ?? [];
    if (!id) return;
    const walked: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Data = await alone(below, id, `first: 1${after ? `, after: "${after}"` : ''}`);
      walked.push(...page.edges.map(({ node }: Data) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(walked).toEqual(whole.edges.map(({ node }: Data) => node.id));
    expect(whole.totalCount).toBe(walked.length);
    const other = ids.find((each) => each !== id);
    const source = `query ($id: ID!) { node(id: $id) { ... on ${below.parentType} { ${field}(first: 1, after: "${whole.edges[0].cursor}") { totalCount } } } }`;
    expect((await api.ask(source, { id })).errors).toEqual([]);
    expect(await api.code(source, { id: other })).toBe('BAD_USER_INPUT');
  });
});

describe('statements', () => {
  it('of a list are one for its total, one for its rows, and none for what nobody asks', async () => {
    const count = async (source: string) => {
      const { statements, errors } = await api.ask(source);
      expect(errors).toEqual([]);
      return statements.length;
    };
    for (const list of ['tasks', 'plans', 'units', 'regions']) {
      expect(await count(`{ ${list} { totalCount } }`)).toBe(1);
      expect(await count(`{ ${list} { nodes { id } edges { node { id } } pageInfo { endCursor } } }`)).toBe(1);
      expect(await count(`{ ${list} { totalCount pageInfo { hasNextPage } } }`)).toBe(2);
      expect(await count(`{ ${list} { __typename } }`)).toBe(0);
    }
    expect(await count('{ plans { nodes { tasks { totalCount } } } }')).toBe(2);
    expect(await count('{ taskStatistics(groupBy: [PLAN, UNIT]) { rows { taskCount } } }')).toBe(1);
  });

  const heavy: [name: string, source: (size: number) => string, most: number][] = [
    [
      'plans with their tasks, those who bear them, and figures',
      (
        size,
      ) => `{ plans(first: ${size}, orderBy: { field: REGION, direction: DESC }) { totalCount nodes { title region { name parent { name } } issuingUnit { name } basis { title plan { title } } derivedFrom { title } annexes { title } sourceDocument { fileName } categories { title parent { title } children { title } }
        statistics(groupBy: [DEADLINE_KIND], first: 20) { rows { taskCount keys { label node { id } } } }
        tasks(first: 8) { totalCount nodes { number category { title } targets { phrase task { number } } topics { topic { code parent { code } children { code } } }
          responsibilities { task { number } unit { name region { name } functionLine { code } successor { name } } group { expression region { name } } } } } } } }`,
      27,
    ],
    [
      'units with their tasks, their plans and their figures',
      (
        size,
      ) => `{ units(first: ${size}, filterBy: { regionCodes: ["511700", "511702", "511400"] }) { totalCount nodes { name region { name } functionLine { titleZh }
        statistics(groupBy: [STATUS], first: 20) { rows { taskCount } } tasks(first: 4) { totalCount nodes { text plan { title region { name } } deadline { explanation } units(first: 3) { nodes { name region { name } } } } }
        responsibilities(first: 4) { totalCount nodes { phrase task { number } group { expression } } } } } }`,
      16,
    ],
    [
      'regions with what is below them',
      (
        size,
      ) => `{ regions(first: ${size}, filterBy: { withinRegion: "511700" }) { nodes { name parent { name parent { name } } children(first: 5) { totalCount nodes { name } } units(first: 5) { nodes { name } }
        plans(first: 5) { totalCount nodes { title tasks(first: 2) { nodes { text } } } } statistics(groupBy: [], first: 20) { rows { taskCount } } } } }`,
      12,
    ],
    [
      'figures with the records behind them',
      (size) =>
        `{ taskStatistics(groupBy: [PLAN, CATEGORY, UNIT], first: ${size * 10}) { rows { keys { label node { ... on Plan { title region { name } } ... on Category { plan { title } } ... on Unit { name region { name } } } } taskCount } } }`,
      6,
    ],
  ];

  it.each(heavy)('do not grow with the rows: %s', async (_name, source, most) => {
    const [few, many] = [await api.ask(source(1)), await api.ask(source(5))];
    expect([few.errors, many.errors]).toEqual([[], []]);
    expect(many.statements.length).toBeLessThanOrEqual(most);
    // A kind of record that only some rows have may come in.
    expect(many.statements.length - few.statements.length).toBeLessThanOrEqual(4);
  });
});
