import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodeFor, parseFile, UnreadableDocumentError, type ParseResult } from '../../src/intake';
import { unitsOf } from './reading-of';

const DOCUMENTS = join(__dirname, '../../seeds/documents');
const READINGS = join(__dirname, '../fixtures/readings');

/** The names of rules explain a reading; they may change while it stays the same. */
function withoutRules(reading: ParseResult): unknown {
  return JSON.parse(JSON.stringify(reading, (key, value: unknown) => (key === 'rule' ? undefined : value)));
}

const counts: [string, number][] = [
  ['dazhou-2023', 55],
  ['tongchuan-2023', 47],
  ['wanyuan-2021', 25],
  ['meishan-2023', 57],
  ['guangyuan-2022', 22],
];

const readings = new Map<string, ParseResult>();

beforeAll(async () => {
  for (const [name] of counts) readings.set(name, await parseFile(join(DOCUMENTS, `${name}.txt`)));
});

function reading(name: string): ParseResult {
  const found = readings.get(name);
  if (found === undefined) throw new Error(`no reading of ${name}`);
  return found;
}

describe.each(counts)('%s', (name, count) => {
  it(`has ${count} tasks, numbered in order`, () => {
    expect(reading(name).tasks.map((task) => task.number)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(exitCodeFor(reading(name))).toBe(0);
  });

  it('is read as it was when its reading was checked against the source', () => {
    const golden = join(READINGS, `${name}.json`);
    if (process.env['UPDATE_READINGS'] === '1' || !existsSync(golden)) {
      writeFileSync(golden, `${JSON.stringify(withoutRules(reading(name)), null, 1)}\n`);
    }
    expect(withoutRules(reading(name))).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  it('keeps every task to the character of the source', () => {
    const source = readFileSync(join(DOCUMENTS, `${name}.txt`), 'utf8').replace(/<\/?p>|[\s\u2028\u2029]/g, '');
    if (name === 'guangyuan-2022' || name === 'tongchuan-2023' || name === 'wanyuan-2021') {
      for (const task of reading(name).tasks) expect(source).toContain(task.text);
    }
  });

  it('has units and a deadline in every row of its table', () => {
    if (name === 'guangyuan-2022') return;
    for (const task of reading(name).tasks) {
      expect(task.responsibilities.length).toBeGreaterThan(0);
      expect(task.deadline.kind).not.toBe('NONE');
      expect(task.categoryPath.length).toBe(name === 'wanyuan-2021' ? 1 : 2);
    }
  });
});

describe('what the sources print', () => {
  it('Dazhou: number, kind, date, remark; five areas and twenty second levels', () => {
    const { plan, tasks } = reading('dazhou-2023');
    expect(plan).toMatchObject({
      title: '2023年全市政务公开工作要点',
      documentNumber: '达市府办发〔2023〕8号',
      kind: 'KEY_POINTS',
      issuer: '达州市人民政府办公室',
      issuedOn: '2023-04-24',
      year: 2023,
      remarks: ['备注：省政府办公厅对“完成时限”有具体要求的，按照要求执行。'],
    });
    expect(new Set(tasks.map((task) => task.categoryPath[0])).size).toBe(5);
    expect(new Set(tasks.map((task) => task.categoryPath[1])).size).toBe(20);
    expect(unitsOf(tasks.find((task) => task.responsibleText === '达川区、万源市人民政府。'))).toEqual([
      'R:达川区人民政府',
      'R:万源市人民政府',
    ]);
    expect(tasks.filter((task) => task.deadline.dueOn === '2023-08-31').map((task) => task.number)).toEqual([20, 27, 38]);
    expect(tasks.filter((task) => task.deadline.kind === 'AS_APPROPRIATE')).toHaveLength(2);
  });

  it('Tongchuan: an annex alone, without number, date and issuer', () => {
    const { plan, tasks } = reading('tongchuan-2023');
    expect(plan).toMatchObject({
      title: '2023年全区政务公开工作要点分工表',
      kind: 'ASSIGNMENT_TABLE',
      documentNumber: null,
      issuer: null,
      issuedOn: null,
      year: 2023,
    });
    expect(tasks.map((task) => task.printedNumber).filter((number, index, all) => number !== all[index - 1])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    expect(tasks[9]).toMatchObject({ text: '做好通川区10项民生实事实施信息公开', responsibleText: '牵头职能部门。' });
    expect(tasks[0]?.source).toMatchObject({ line: 10, lineEnd: 15 });
    expect(tasks.every((task) => task.openEnded === (task.responsibleText?.includes('等部门') ?? false))).toBe(true);
  });

  it('Wanyuan: leads by their column, officials, two cited documents, four annexes', () => {
    const { plan, tasks, annexes } = reading('wanyuan-2021');
    expect(plan).toMatchObject({
      kind: 'IMPLEMENTATION_PLAN',
      documentNumber: '万府办函〔2021〕44号',
      issuedOn: '2021-11-11',
      disclosure: '主动公开',
    });
    expect(plan.basis.map(({ documentNumber }) => documentNumber)).toEqual(['川办函〔2021〕57号', '达市府办函〔2021〕119号']);
    expect(new Set(tasks.map((task) => task.categoryPath[0]))).toEqual(
      new Set(['深化行政决策公开', '深化重点领域信息公开', '深化为民服务公开', '深化政策落实公开', '深化智慧政务建设']),
    );
    for (const task of tasks) {
      expect(task.responsibilities.filter(({ role }) => role === 'LEAD')).toHaveLength(1);
      expect(task.leadOfficial).toMatch(/^[\u4e00-\u9fff]{2,3}$/);
      expect(task.text).not.toMatch(/<|>/);
    }
    expect(unitsOf(tasks[0])).toEqual(['L:市司法局', 'R:市发改局', 'R:«各乡、镇人民政府»', 'R:古东关街道办']);
    expect(
      annexes.map(({ number, kind, entries }) => [number, kind, kind === 'UNIT_LIST' || kind === 'CATALOGUE' ? entries.length : null]),
    ).toEqual([
      ['1', 'LEADERSHIP_GROUP', null],
      ['2', 'UNIT_LIST', 10],
      ['3', 'TASK_TABLE', null],
      ['4', 'CATALOGUE', 26],
    ]);
    expect(annexes[0]?.entries).toContainEqual({ role: '副组长', name: '何思源', post: '市委常委、宣传部部长', line: 200 });
    expect(annexes[3]?.entries[25]).toMatchObject({ 领域: '税收管理', 市级编制单位: '税务局' });
  });

  it('Meishan: cells that span rows hold for each of them', () => {
    const { plan, tasks } = reading('meishan-2023');
    expect(plan).toMatchObject({ kind: 'ASSIGNMENT_TABLE', documentNumber: '眉府办函〔2023〕19号', issuedOn: '2023-05-23' });
    expect(tasks.map((task) => task.printedNumber)).toEqual(Array.from({ length: 57 }, (_, index) => String(index + 1)));
    expect(tasks[12]?.deadline).toMatchObject({ text: '2023年底', dueOn: '2023-12-31', precision: 'YEAR' });
    expect(tasks.filter((task) => task.deadline.dueOn === '2023-08-31').map((task) => task.number)).toEqual([15, 40]);
    expect(unitsOf(tasks[38])).toEqual(['R:仁寿县人民政府', 'R:东坡区人民政府', 'R:青神县人民政府']);
  });

  it('Guangyuan: eighteen items under two headings, four safeguards under one, cut paragraphs whole', () => {
    const { plan, tasks } = reading('guangyuan-2022');
    expect(plan).toMatchObject({
      kind: 'WORK_ARRANGEMENT',
      title: '广元市2022年政务公开重点工作安排',
      documentNumber: '广府办函〔2022〕15号',
    });
    expect(plan.basis).toEqual([
      { title: '关于印发2022年政务公开工作要点的通知', documentNumber: '国办发〔2022〕8号' },
      { title: '关于印发2022年全省政务公开重点工作安排的通知', documentNumber: '川办发〔2022〕38号' },
    ]);
    expect(tasks.slice(0, 18).every((task) => task.categoryPath.length === 2 && task.categoryPath[0] === '重点任务')).toBe(true);
    expect(tasks.slice(18).map((task) => [task.printedNumber, ...task.categoryPath])).toEqual(
      ['（一）', '（二）', '（三）', '（四）'].map((number) => [number, '保障措施']),
    );
    expect(tasks[0]?.categoryPath).toEqual(['重点任务', '深化重点领域信息公开，以公开促落实']);
    expect(tasks[2]?.text).toContain('促进就业创业的政策措施公开');
    expect(tasks[2]?.source).toMatchObject({ line: 39, lineEnd: 41 });
    expect(tasks[18]?.text).toMatch(/^切实强化组织领导。各县（区）、/);
  });
});

describe('files that cannot be read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-intake-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function refusal(name: string, bytes: Buffer): Promise<UnreadableDocumentError> {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const outcome = await parseFile(path).catch((error: unknown) => error);
    if (!(outcome instanceof UnreadableDocumentError)) throw new Error('was read');
    return outcome;
  }

  it.each([
    ['an image that calls itself text', 'a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'UNSUPPORTED_FORMAT'],
    ['an old Word file', 'b.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'UNSUPPORTED_FORMAT'],
    ['random bytes', 'd.txt', Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 7919) % 32)), 'NOT_TEXT'],
    ['nothing', 'e.txt', Buffer.from(' \n\t\n'), 'EMPTY_DOCUMENT'],
  ])('%s is refused with what it is and what to do', async (_, name, bytes, code) => {
    const error = await refusal(name, bytes);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/[\u4e00-\u9fff].*[A-Za-z]/);
  });

  it('a missing file, a folder and a file over 20 MiB are refused', async () => {
    await expect(parseFile(join(folder, 'missing'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(parseFile(folder)).rejects.toMatchObject({ code: 'NOT_A_FILE' });
    const large = join(folder, 'large.txt');
    writeFileSync(large, '');
    truncateSync(large, 20 * 1024 * 1024 + 1);
    await expect(parseFile(large)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});
