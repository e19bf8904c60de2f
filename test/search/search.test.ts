import { piecesOf, excerptOf } from '../../src/search/fragments';
import { generate } from '../../src/app/generate/generate';
import { useTestDatabase } from '../support/database';
import { ask, answer } from '../support/query';

const database = useTestDatabase({ seeded: true });
const asPublic = (source: string, variables: Record<string, unknown> = {}) => answer(database.publicReader, source, variables);

interface Found {
  kind: string;
  rank: number;
  fragments: { text: string; isMatch: boolean }[];
  node: { __typename: string; id: string; name?: string; title?: string; text?: string };
}

const query = `query ($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { kind rank fragments { text isMatch } node { __typename id ... on Unit { name region { name } } ... on Region { name } ... on Plan { title } ... on Task { text } } }
  }
}`;

const search = async (text: string, variables: Record<string, unknown> = {}): Promise<Found[]> =>
  (await asPublic(query, { text, ...variables })).search.nodes;

describe('search', () => {
  it('puts names before texts, and the whole name first', async () => {
    const found = await search('达州市');
    expect(found[0]).toMatchObject({ kind: 'REGION', node: { name: '达州市' } });
    expect(found.map(({ rank }) => rank)).toEqual(found.map(({ rank }) => rank).toSorted((a, b) => b - a));
    expect(new Set(found.map(({ kind }) => kind))).toContain('UNIT');
  });

  it('finds two characters inside a task and marks them', async () => {
    const found = await search('解读', { kinds: ['TASK'], first: 100 });
    expect(found.length).toBeGreaterThan(5);
    for (const { fragments, node } of found) {
      expect(node.text).toContain('解读');
      expect(fragments.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toContain('解读');
      expect(node.text).toContain(
        fragments
          .map(({ text }) => text)
          .join('')
          .replaceAll('…', ''),
      );
    }
  });

  it('wants every word', async () => {
    for (const { node } of await search('政策 解读', { kinds: ['TASK'], first: 100 })) {
      expect(node.text).toContain('政策');
      expect(node.text).toContain('解读');
    }
  });

  it('finds a body that is printed without its place by its whole name too, before all others, and by the initials of that', async () => {
    for (const text of ['达州市教育局', 'dzsjyj']) {
      const found = await search(text);
      expect(found[0]).toMatchObject({ kind: 'UNIT', node: { name: '市教育局', region: { name: '达州市' } } });
    }
    const { search: internal } = await answer(database.internalReader, query, { text: 'dzsjyj' });
    expect(internal.nodes).toHaveLength((await search('dzsjyj')).length);
  });

  it('of no kind finds nothing', async () => {
    expect(await search('公开', { kinds: [] })).toEqual([]);
    expect((await asPublic('{ searchFacets(text: "公开", kinds: []) { key } }')).searchFacets).toEqual([]);
  });

  it('finds bodies and places by the initials of their pinyin, as these are read in the name', async () => {
    expect((await search('cqs', { kinds: ['REGION'] }))[0]).toMatchObject({ node: { name: '重庆市' } });
    expect((await search('dzs', { kinds: ['REGION'], first: 20 })).map(({ node }) => node.name)).toContain('达州市');
  });

  it('finds a plan by its document number', async () => {
    expect((await search('达市府办发〔2023〕8号', { kinds: ['PLAN'] }))[0]!.node.title).toContain('2023年全市政务公开工作要点');
  });

  it('gives every record once, page by page', async () => {
    const all = await search('公开', { kinds: ['TASK', 'PLAN'], first: 100 });
    const paged: Found[] = [];
    let after: string | null = null;
    do {
      const { search: page }: { search: { nodes: Found[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await asPublic(
        query,
        {
          ...{ text: '公开', kinds: ['TASK', 'PLAN'], first: 17, after },
        },
      );
      paged.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged.slice(0, 100).map(({ node }) => node.id)).toEqual(all.map(({ node }) => node.id));
    expect(new Set(paged.map(({ node }) => node.id)).size).toBe(paged.length);
  });

  it('counts what it finds by kind, level and year, each adding up', async () => {
    const { search: found, searchFacets: facets } = await asPublic(
      '{ search(text: "教育") { totalCount } searchFacets(text: "教育") { dimension key count } }',
    );
    const sum = (dimension: string) =>
      facets
        .filter((facet: { dimension: string }) => facet.dimension === dimension)
        .reduce((total: number, { count }: { count: number }) => total + count, 0);
    expect(sum('KIND')).toBe(found.totalCount);
    expect(sum('LEVEL')).toBe(found.totalCount);
    expect(sum('YEAR')).toBeLessThan(found.totalCount);
  });

  it('finds nothing for a blank text, wildcards as themselves, and refuses a long one', async () => {
    expect(await search('  ')).toEqual([]);
    for (const { node } of await search('%', { kinds: ['TASK'] })) expect(node.text).toContain('%');
    expect(await search('_%_')).toEqual([]);
    expect((await ask(database.publicReader, query, { text: '长'.repeat(201) })).errors[0]!.code).toBe('BAD_USER_INPUT');
  });

  it('needs a bounded number of statements', async () => {
    const few = await ask(database.publicReader, query, { text: '公开', first: 5 });
    const many = await ask(database.publicReader, query, { text: '公开', first: 100 });
    expect(many.statements.length).toBeLessThanOrEqual(7);
    expect(many.statements.length - few.statements.length).toBeLessThanOrEqual(4);
  });

  it('knows new names at once, and of drafts nothing to the public', async () => {
    await database.owner.transaction((manager) => generate(manager, { plans: 1, seed: 'search', progress: () => {} }));
    const [plan] = await search('合成数据', { kinds: ['PLAN'] });
    expect(plan!.node.title).toContain('【合成数据】');
    await database.owner.query(`update plan set state = 'WITHDRAWN' where slug like 'synthetic-%'`);
    expect(await search('合成数据')).toEqual([]);
    expect((await answer(database.internalReader, query, { text: '合成数据' })).search.nodes.length).toBeGreaterThan(0);
  });
});

describe('pieces of a text', () => {
  it('are the text, with what was found set apart whatever its width and case', () => {
    expect(piecesOf('ＡＢ公开ab', ['ab'])).toEqual([
      { text: 'ＡＢ', isMatch: true },
      { text: '公开', isMatch: false },
      { text: 'ab', isMatch: true },
    ]);
    expect(piecesOf('', ['公开'])).toEqual([]);
  });

  it('of a long text are the part around the first word', () => {
    const text = `${'前'.repeat(300)}公开${'后'.repeat(300)}`;
    const pieces = excerptOf(text, ['公开']);
    expect(pieces[0]).toEqual({ text: '…', isMatch: false });
    expect(pieces.at(-1)).toEqual({ text: '…', isMatch: false });
    expect(pieces).toContainEqual({ text: '公开', isMatch: true });
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(110);
  });
});
