import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

/** Texts that stand in five tasks of Wanyuan, by their numbers. */
const texts = [
  '完成率达到100%，见 file_name_v2 与 C:\\公开\\目录',
  `他说"公开"，她说'不'; drop table task; --`,
  'ＡＢＣ１２３ 政务公开ＡＰＰ上线，Établissement İstanbul ΣΊΣΥΦΟΣ',
  '表情😀👨‍👩‍👧完成，生僻字𠮷野家',
  'a%b axb a_b a\\b（全角括号）',
];

const search =
  'query ($text: String) { tasks(first: 100, filterBy: { text: $text, regionCodes: ["511781"] }) { totalCount nodes { number } } }';

async function numbersOf(text: string): Promise<number[]> {
  const { tasks } = await api.data(search, { text });
  return tasks.nodes.map(({ number }: Data) => number).filter((number: number) => number <= texts.length);
}

beforeAll(async () => {
  for (const [index, text] of texts.entries()) {
    await database.owner.query(
      `update task set text = $1 where number = $2 and plan_id = (select id from plan where document_number like '万%')`,
      [text, index + 1],
    );
  }
  await database.owner.query('select refresh_published_tasks(id) from plan');
});

describe('a text to look for', () => {
  const cases: [text: string, numbers: number[]][] = [
    ['100%', [1]],
    ['%', [1, 5]],
    ['_', [1, 5]],
    ['\\', [1, 5]],
    ['a%b', [5]],
    ['a_b', [5]],
    ['a\\b', [5]],
    ['a%', [5]],
    ['%%', []],
    ['e_name_', [1]],
    ['C:\\公开\\', [1]],
    ['"公开"', [2]],
    [`'不'; drop table task`, [2]],
    ["'", [2]],
    ['"', [2]],
    ['--', [2]],
    ['公', [1, 2, 3]],
    ['公开', [1, 2, 3]],
    ['abc123', [3]],
    ['ABC123', [3]],
    ['ＡＢＣ１２３', [3]],
    ['政务公开app', [3]],
    ['app', [3]],
    ['établissement', [3]],
    ['ÉTABLISSEMENT', [3]],
    ['É', [3]],
    ['ΣΊΣΥΦΟΣ', [3]],
    ['😀', [4]],
    ['情😀', [4]],
    ['😀👨‍👩‍👧完成', [4]],
    ['𠮷', [4]],
    ['𠮷野', [4]],
    ['(全角括号)', [5]],
    ['（全角括号）', [5]],
    ['公开 file_name', [1]],
    ['  公开　 目录  ', [1]],
    ['公开\t不\n她说', [2]],
    ['公开 没有这个词', []],
    ['开公', []],
    ['没有这个词', []],
    ['名', []],
  ];

  it.each(cases)('is found as it stands, whatever its case and width: %j', async (text, numbers) => {
    expect(await numbersOf(text)).toEqual(numbers);
  });

  it('that is blank leaves nothing out', async () => {
    for (const text of ['', ' ', '　', '\n\t ']) expect((await api.data(search, { text })).tasks.totalCount).toBe(25);
    for (const list of ['regions', 'units', 'plans']) {
      const { all, blank } = await api.data(`{ all: ${list} { totalCount } blank: ${list}(filterBy: { text: " 　" }) { totalCount } }`);
      expect(blank).toEqual(all);
    }
  });

  it('has at most 200 characters, however many bytes they take', async () => {
    const lists = ['tasks', 'regions', 'units', 'plans'].map(
      (list) => `query ($text: String) { ${list}(filterBy: { text: $text }) { totalCount } }`,
    );
    const figures = ['', 'plan(documentNumber: "达市府办发〔2023〕8号") {', 'region(code: "511700") {', 'units(first: 1) { nodes {'].map(
      (parent) => {
        const field = parent === '' ? 'taskStatistics' : 'statistics';
        return `query ($text: String) { ${parent} ${field}(groupBy: [], filterBy: { text: $text }) { totalRows } ${parent.replace(/[^{]/g, '').replaceAll('{', '}')} }`;
      },
    );
    for (const query of [...lists, ...figures]) {
      for (const character of ['公', 'x', '😀']) {
        expect((await api.ask(query, { text: character.repeat(200) })).errors).toEqual([]);
        expect(await api.code(query, { text: character.repeat(201) })).toBe('BAD_USER_INPUT');
      }
    }
  });

  it('with NUL or half a character is BAD_USER_INPUT, as is every other text with them', async () => {
    const lone = ['a\0b', '\0', '公\ud83d', '\udc00开', '\ud83d\ud83d'];
    const queries = [
      search,
      'query ($text: String!) { region(code: $text) { id } }',
      'query ($text: String!) { plan(documentNumber: $text) { id } }',
      'query ($text: ID!) { node(id: $text) { id } }',
      'query ($text: String!) { tasks(after: $text) { totalCount } }',
      'query ($text: String!) { tasks(filterBy: { topicCodes: [$text] }) { totalCount } }',
      'query ($text: String!) { units(filterBy: { withinRegion: $text }) { totalCount } }',
    ];
    for (const query of queries) for (const text of lone) expect(await api.code(query, { text })).toBe('BAD_USER_INPUT');
    for (const escaped of ['\\u0000', '\\ud83d', '\\udc00']) {
      expect(await api.code(`{ region(code: "${escaped}") { id } }`)).toBe('BAD_USER_INPUT');
      expect(await api.code(`{ tasks(filterBy: { text: "公${escaped}" }) { totalCount } }`)).toBe('BAD_USER_INPUT');
    }
  });

  it('finds units by their names and aliases, regions and plans by theirs', async () => {
    const source = `query ($text: String) {
      units(filterBy: { text: $text, regionCodes: ["511700"] }) { nodes { name } } regions(filterBy: { text: $text, withinRegion: "511700" }) { nodes { name } }
      plans(filterBy: { text: $text }) { nodes { documentNumber } } }`;
    const names = async (text: string) => {
      const { units, regions, plans } = await api.data(source, { text });
      return [
        units.nodes.map(({ name }: Data) => name),
        regions.nodes.map(({ name }: Data) => name),
        plans.nodes.map((plan: Data) => plan.documentNumber),
      ];
    };
    expect(await names('发展改革委')).toEqual([['市发展改革委'], [], []]);
    expect(await names('东部经济开发区')).toEqual([[], ['达州东部经开区'], []]);
    for (const number of ['府办发〔2023〕8', '府办发[2023]8', '府办发（２０２３）8', '达市府办发〔2023〕8号', ' 达市 府办发【2023】8号']) {
      expect(await names(number)).toEqual([[], [], ['达市府办发〔2023〕8号']]);
    }
    expect((await names('工作要点 全市'))[2]).toEqual(['达市府办发〔2023〕8号']);
    for (const nothing of ['%', '_', '\\', '市%局']) expect(await names(nothing)).toEqual([[], [], []]);
  });
});
