import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { readResponsibilities, type ResponsibilityContext } from '../../../src/intake/parse/responsibility';

const CONTEXT: ResponsibilityContext = { defaultRole: 'RESPONSIBLE', firstLeads: false };
const ROLE_LETTERS = { LEAD: 'L', RESPONSIBLE: 'R', SUPPORTING: 'S' } as const;

/** "R 市教育局" a responsible unit, "L" leading, "S" supporting; {…} a collective, * each for itself, … an open list. */
function shown(printed: string, context = CONTEXT): string[] {
  const { responsibilities, openEnded } = readResponsibilities(printed, context);
  const lines = responsibilities.map(
    ({ role, mode, unit, group }) => `${ROLE_LETTERS[role]}${mode === 'EACH' ? '*' : ''} ${unit ?? `{${group}}`}`,
  );
  return openEnded ? [...lines, '…'] : lines;
}

type Case = [printed: string, expected: string[]];
const ZONES = ['R 达州高新区管委会', 'R 达州东部经开区管委会'];

const LISTS: Record<string, Case[]> = {
  'a list is split at its signs': [
    [
      '市委人才办，各县（市、区）人民政府、达州高新区管委会、达州东部经开区管委会。',
      ['R 市委人才办', 'R* {各县（市、区）人民政府}', ...ZONES],
    ],
    ['市教育局/市财政局', ['R 市教育局', 'R 市财政局']],
    ['1.市教育局；2.市财政局', ['R 市教育局', 'R 市财政局']],
    ['市政府办公室。', ['R 市政府办公室']],
    ['市政府办公室', ['R 市政府办公室']],
    ['区保密局。', ['R 区保密局']],
  ],
  'line breaks inside are joined': [
    [
      '市发展改革委、市公共资源交易服务中心等\n部门（单位），各县（市、区）人民政府、达州高新\n区管委会。',
      ['R 市发展改革委', 'R 市公共资源交易服务中心', 'R* {各县（市、区）人民政府}', 'R 达州高新区管委会', '…'],
    ],
    ['市教育局\n市财政局\n各县（市、区）人民政府', ['R 市教育局', 'R 市财政局', 'R* {各县（市、区）人民政府}']],
    ['市委办公室 市政府办公室', ['R 市委办公室', 'R 市政府办公室']],
  ],
  '等 and what follows only leave the list open': [
    ['市发展改革委、市经信局等部门（单位），各县（市、区）人民政府', ['R 市发展改革委', 'R 市经信局', 'R* {各县（市、区）人民政府}', '…']],
    ['市商务局、发展改革委、市经济合作外事局等部门（单位）', ['R 市商务局', 'R 发展改革委', 'R 市经济合作外事局', '…']],
    ['市政府办公室、市卫健局等22个市级相关部门', ['R 市政府办公室', 'R 市卫健局', '…']],
    ['市司法局、市交运局等具有行政执法主体资格的单位', ['R 市司法局', 'R 市交运局', '…']],
    ['市审计局、市政府督查室等市级相关单位', ['R 市审计局', 'R 市政府督查室', '…']],
    [
      '市科技局等市级有关部门（单位），天府新区眉山管委会，各县（区）人民政府',
      ['R 市科技局', 'R 天府新区眉山管委会', 'R* {各县（区）人民政府}', '…'],
    ],
    ['市教育局、市财政局等', ['R 市教育局', 'R 市财政局', '…']],
    ['各高等院校', ['R* {各高等院校}']],
  ],
  'an expression without 等 is a collective, brackets kept': [
    [
      '市政府办公室，26个基层政务公开事项领域的部门（详见附件4），各乡、镇人民政府，古东关街道办',
      ['R 市政府办公室', 'R {26个基层政务公开事项领域的部门（详见附件4）}', 'R* {各乡、镇人民政府}', 'R 古东关街道办'],
    ],
    ['市审计局、被审计市级部门（单位）', ['R 市审计局', 'R {被审计市级部门（单位）}']],
    ['市财政局、市级各部门（单位）', ['R 市财政局', 'R {市级各部门（单位）}']],
    ['各级保密行政管理部门', ['R* {各级保密行政管理部门}']],
    ['牵头职能部门。', ['R {牵头职能部门}']],
    ['有关县（市、区）人民政府。', ['R {有关县（市、区）人民政府}']],
    ['市政府工作部门，市政府信息公开管理中心', ['R {市政府工作部门}', 'R 市政府信息公开管理中心']],
    ['市级各部门（单位）', ['R {市级各部门（单位）}']],
    ['区政府相关工作部门，各乡镇街委。', ['R {区政府相关工作部门}', 'R* {各乡镇街委}']],
    ['区政府工作部门、各乡镇街委。', ['R {区政府工作部门}', 'R* {各乡镇街委}']],
    ['市级有关部门（单位）', ['R {市级有关部门（单位）}']],
    ['各科室', ['R* {各科室}']],
    ['各股室、局属各单位', ['R* {各股室}', 'R {局属各单位}']],
    ['各镇（街道）', ['R* {各镇（街道）}']],
    ['各有关单位', ['R* {各有关单位}']],
    ['各责任单位', ['R* {各责任单位}']],
    ['市直各部门', ['R {市直各部门}']],
    ['相关部门', ['R {相关部门}']],
    ['全体成员单位', ['R {全体成员单位}']],
    ['乡镇（街道）', ['R {乡镇（街道）}']],
    ['县级以上人民政府', ['R {县级以上人民政府}']],
    ['区人民政府', ['R 区人民政府']],
  ],
  'kinds of places under one 各 are one collective': [
    ['市民政局，各乡、镇人民政府，古东关街道办', ['R 市民政局', 'R* {各乡、镇人民政府}', 'R 古东关街道办']],
    ['各乡镇、镇人民政府', ['R* {各乡镇、镇人民政府}']],
    ['各乡镇（街道）、各部门', ['R* {各乡镇（街道）}', 'R* {各部门}']],
    ['各镇人民政府、街道办事处', ['R* {各镇人民政府、街道办事处}']],
    ['各县（市、区）党委、政府', ['R* {各县（市、区）党委、政府}']],
    ['各乡镇人民政府、各街道办事处，区直各部门', ['R* {各乡镇人民政府}', 'R* {各街道办事处}', 'R {区直各部门}']],
    ['各市、县（区）人民政府', ['R* {各市、县（区）人民政府}']],
    ['市政府办公室，各县、区人民政府', ['R 市政府办公室', 'R* {各县、区人民政府}']],
  ],
  '和, 及, 与 part two bodies, not the words of one name': [
    ['市政府办公室和各部门', ['R 市政府办公室', 'R* {各部门}']],
    ['区委办、区政府办及各部门', ['R 区委办', 'R 区政府办', 'R* {各部门}']],
    ['市教育局及下属单位', ['R 市教育局', 'R {下属单位}']],
    ['各级政府及其部门', ['R* {各级政府及其部门}']],
    ['市教育局以及市财政局', ['R 市教育局', 'R 市财政局']],
    ['市经济和信息化局、市发展和改革委员会', ['R 市经济和信息化局', 'R 市发展和改革委员会']],
    ['市人力资源和社会保障局、市规划和自然资源局', ['R 市人力资源和社会保障局', 'R 市规划和自然资源局']],
    ['市住房和城乡建设局与市文化广播电视和旅游局', ['R 市住房和城乡建设局', 'R 市文化广播电视和旅游局']],
    ['市政务服务和大数据管理局', ['R 市政务服务和大数据管理局']],
  ],
  'places share the ending of the last': [
    ['达川区、万源市人民政府。', ['R 达川区人民政府', 'R 万源市人民政府']],
    ['达川区和万源市人民政府', ['R 达川区人民政府', 'R 万源市人民政府']],
    ['仁寿县、东坡区、青神县人\n民政府', ['R 仁寿县人民政府', 'R 东坡区人民政府', 'R 青神县人民政府']],
    [
      '广元经济技术开发区、市天然气综合利用工业园区、广元国际铁路港管委会',
      ['R 广元经济技术开发区管委会', 'R 市天然气综合利用工业园区管委会', 'R 广元国际铁路港管委会'],
    ],
    ['东城街道、西城街道办事处', ['R 东城街道办事处', 'R 西城街道办事处']],
    ['市、区教育局', ['R 市教育局', 'R 区教育局']],
    ['城关镇、东关街道办事处', ['R 城关镇', 'R 东关街道办事处']],
  ],
  'fields that share a noun are one collective': [
    ['教育、卫健、住建等部门', ['R {教育、卫健、住建等部门}', '…']],
    ['县住建局、水电气等公共企业', ['R 县住建局', 'R {水电气等公共企业}', '…']],
    ['供水、供电、供气企业', ['R {供水、供电、供气企业}']],
    ['市教育局、供电公司等单位', ['R 市教育局', 'R 供电公司', '…']],
  ],
  'a name stays as printed where its 市 is left out': [
    ['市发改委、教育局，图书馆、档案馆', ['R 市发改委', 'R 教育局', 'R 图书馆', 'R 档案馆']],
  ],
  'labels give roles': [
    [
      '牵头单位：市政府办公室；责任单位：市教育局、市财政局；配合单位：各县（市、区）人民政府',
      ['L 市政府办公室', 'R 市教育局', 'R 市财政局', 'S* {各县（市、区）人民政府}'],
    ],
    ['主责：市教育局，协办：市财政局', ['L 市教育局', 'S 市财政局']],
    ['【牵头单位：市政府办公室；责任单位：市级各部门】', ['L 市政府办公室', 'R {市级各部门}']],
    ['（责任单位：市教育局、市财政局）', ['R 市教育局', 'R 市财政局']],
    ['牵头科室：办公室；责任科室：各科室', ['L 办公室', 'R* {各科室}']],
    ['责任部门：市教育局', ['R 市教育局']],
    ['责任单位：市教育局；完成时限：8月底', ['R 市教育局']],
  ],
  'verbs give roles': [
    ['市政府办公室牵头，各部门配合', ['L 市政府办公室', 'S* {各部门}']],
    ['由市教育局牵头、市财政局、市民政局配合', ['L 市教育局', 'S 市财政局', 'S 市民政局']],
    ['市政府办公室牵头市直各部门配合', ['L 市政府办公室', 'S {市直各部门}']],
    ['市政府办公室和市司法局牵头，市级各部门配合', ['L 市政府办公室', 'L 市司法局', 'S {市级各部门}']],
    ['市政府办公室会同市司法局、市财政局', ['L 市政府办公室', 'S 市司法局', 'S 市财政局']],
    [
      '市政府办公室牵头，市司法局等部门和各县（市、区）人民政府按职责分工负责',
      ['L 市政府办公室', 'R 市司法局', 'R* {各县（市、区）人民政府}', '…'],
    ],
    ['市教育局会同市财政局', ['L 市教育局', 'S 市财政局']],
    ['市教育局为牵头单位，市财政局为配合单位', ['L 市教育局', 'S 市财政局']],
    ['市教育局、市财政局负责，各县（市、区）人民政府参与', ['R 市教育局', 'R 市财政局', 'S* {各县（市、区）人民政府}']],
    ['市教育局（牵头），市财政局、市民政局等部门配合', ['L 市教育局', 'S 市财政局', 'S 市民政局', '…']],
    ['市教育局、市财政局等按职责分工负责', ['R 市教育局', 'R 市财政局', '…']],
    ['市政府办公室指导，各县（区）政府落实', ['R 市政府办公室', 'R* {各县（区）政府}']],
    ['本部分由市政府办公室牵头，各有关处室、单位配合', ['L 市政府办公室', 'S* {各有关处室、单位}']],
    ['市教育局、市财政局分别负责', ['R* 市教育局', 'R* 市财政局']],
  ],
  'notes in brackets give roles and are no part of a name': [
    ['市教育局（牵头）、市财政局', ['L 市教育局', 'R 市财政局']],
    ['市教育局（牵头单位）、市财政局、市民政局', ['L 市教育局', 'R 市财政局', 'R 市民政局']],
    ['市教育局（张三）、市财政局（电话：0818-1234567）', ['R 市教育局', 'R 市财政局']],
    ['市政府办公室（联系人：张三，电话：2222222）', ['R 市政府办公室']],
    ['市委宣传部（市新闻出版局）', ['R 市委宣传部（市新闻出版局）']],
    ['市司法局，古东关街道办（排第一位的为牵头单位，下同）', ['L 市司法局', 'R 古东关街道办']],
  ],
  'a body stands once': [['市政府办公室、市政府办公室', ['R 市政府办公室']]],
};

describe('readResponsibilities', () => {
  for (const [rule, cases] of Object.entries(LISTS)) {
    test.each(cases)(`${rule}: %s`, (printed, expected) => expect(shown(printed)).toEqual(expected));
  }

  test('the long list of a county office is read name by name', () => {
    const printed =
      '区发改局、区教育局、区公安分局、区民政局、区司法局、区财政局、区人社局、区自然资源局、通川生态环境局、区住建局、区交运局、区农业农村局、区文体旅游局、区卫健局、区应急管理局、区市场监管局、区统计局、区乡村振兴局、区综合行政执法局、区税务局、区公共资源交易中心。';
    expect(shown(printed)).toEqual(
      printed
        .replace('。', '')
        .split('、')
        .map((name) => `R ${name}`),
    );
  });

  test('the first of a list leads where the document says so', () => {
    expect(shown('市司法局、市发改局，各乡、镇人民政府', { ...CONTEXT, firstLeads: true })).toEqual([
      'L 市司法局',
      'R 市发改局',
      'R* {各乡、镇人民政府}',
    ]);
  });

  test('a column gives its role to its units', () => {
    expect(shown('市司法局', { ...CONTEXT, defaultRole: 'LEAD' })).toEqual(['L 市司法局']);
    expect(shown('市司法局、市财政局', { ...CONTEXT, defaultRole: 'SUPPORTING' })).toEqual(['S 市司法局', 'S 市财政局']);
  });

  test('units that share an ending keep the phrase as printed', () => {
    const { responsibilities } = readResponsibilities('达川区、万源市人民政府。', CONTEXT);
    expect(responsibilities.map(({ phrase }) => phrase)).toEqual(['达川区、万源市人民政府', '达川区、万源市人民政府']);
  });

  test.each(['', '  \n', '/', '—', '。'])('an empty list is a problem: %j', (printed) => {
    const { responsibilities, problems } = readResponsibilities(printed, CONTEXT);
    expect(responsibilities).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'WARNING', code: 'RESPONSIBLE_UNIT_MISSING' }]);
  });

  test.each(['同上', '另行通知', '2023'])('what names no body is a problem: %s', (printed) => {
    expect(readResponsibilities(printed, CONTEXT)).toMatchObject({ responsibilities: [], problems: [{ code: 'RESPONSIBLE_UNIT_UNREAD' }] });
  });
});

/** Cells of the published documents whose layout keeps one cell on one line. */
function publishedCells(): string[] {
  const read = (name: string): string => readFileSync(`seeds/documents/${name}`, 'utf8');
  const tongchuan = read('tongchuan-2023.txt')
    .split('\n')
    .map((line) => line.trim());
  const wanyuan = read('wanyuan-2021.txt')
    .split('\n')
    .flatMap((line) => (/^\d*\t/.test(line) ? [line.split('\t').at(-2) ?? '', line.split('\t').at(-3) ?? ''] : []));
  return [
    ...new Set([
      ...tongchuan.filter((line) => /^(?:区|通川|牵头职能)[^，。]{1,160}(?:[局心门馆室]|（单位）)(?:[，、。].{0,30})?$/.test(line)),
      ...wanyuan.filter((cell) => /^市.*[局室部办门位]$/.test(cell)),
    ]),
  ];
}

describe('a bureau of two lines', () => {
  test.each(['市教科局', '市文教科局', '县农科局'])('%s is one body, not a kind of bodies', (name) => {
    expect(readResponsibilities(`${name}、各科局`, CONTEXT).responsibilities.map(({ unit, group }) => unit ?? `«${group}»`)).toEqual([
      name,
      '«各科局»',
    ]);
  });
});

describe('the cells of published documents', () => {
  const cells = publishedCells();

  test('are many', () => expect(cells.length).toBeGreaterThan(40));

  test.each(cells)('put together again give what is printed: %s', (cell) => {
    const { responsibilities, openEnded, problems } = readResponsibilities(cell, CONTEXT);
    const closed = cell
      .replace(/等[^，、。]*/g, '')
      .replace(/，/g, '、')
      .replace(/。$/, '');
    const together = responsibilities.map(({ unit, group }) => unit ?? group).join('、');
    expect(together.replace(/，/g, '、')).toBe(closed);
    expect(openEnded).toBe(cell.includes('等'));
    expect(problems).toEqual([]);
  });
});

const FRAGMENTS = [
  '市教育局',
  '各县（市、区）人民政府',
  '、',
  '，',
  '；',
  '和',
  '及',
  '等部门（单位）',
  '等',
  '牵头',
  '配合',
  '由',
  '（',
  '）',
  '达川区',
  '万源市人民政府',
  '责任单位：',
  '牵头单位：',
  '分别',
  '负责',
  '各乡',
  '镇人民政府',
  '市',
  '26个部门',
  '（牵头）',
  '。',
  '会同',
  '张三',
];
const wording = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const anyContext = fc.record({
  defaultRole: fc.constantFrom('LEAD' as const, 'RESPONSIBLE' as const, 'SUPPORTING' as const),
  firstLeads: fc.boolean(),
});

describe('any wording', () => {
  test('is read without an exception into units or collectives, none twice', () => {
    fc.assert(
      fc.property(wording, anyContext, (text, context) => {
        const { responsibilities } = readResponsibilities(text, context);
        for (const { unit, group, phrase } of responsibilities) {
          expect((unit === null) !== (group === null)).toBe(true);
          expect(phrase).not.toBe('');
        }
        expect(new Set(responsibilities.map(({ unit, group }) => `${unit}|${group}`)).size).toBe(responsibilities.length);
      }),
      { numRuns: 3000 },
    );
  });

  test('means the same wherever white space breaks it', () => {
    fc.assert(
      fc.property(wording, fc.constantFrom(' ', '\n', '\u3000', '\u2028'), (text, space) => {
        expect(readResponsibilities([...text].join(space), CONTEXT)).toEqual(readResponsibilities(text, CONTEXT));
      }),
      { numRuns: 1000 },
    );
  });

  test('a list of plain names comes back name by name', () => {
    const name = fc
      .tuple(
        fc.constantFrom('市', '区', '县'),
        fc.constantFrom('教育', '财政', '民政', '司法', '住房和城乡建设', '市场监管'),
        fc.constantFrom('局', '委员会'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('、', '，', '；', '/', '和', '\n'),
        (names, sign) => {
          expect(shown(names.join(sign))).toEqual(names.map((each) => `R ${each}`));
        },
      ),
    );
  });
});
