import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlowedTables } from '../../../src/intake/parse/flowed-table';
import { printFlowed, randomStyle } from './flowed/print-flowed';
import { randomFrom, randomPlan } from './flowed/random-plan';
import { expand, expected } from './flowed/read-back';

const ROOT = join(__dirname, '../../..');
const toLines = (texts: readonly string[]) => texts.map((text, index) => ({ text, line: index + 1, page: null }));
const documentLines = (name: string) => toLines(readFileSync(join(ROOT, `seeds/documents/${name}.txt`), 'utf8').split('\n'));
const squeezed = (text: string) => text.replace(/[\s\u2028\u2029]/g, '');

interface ExpectedRow {
  number: string;
  category1: string;
  category2: string;
  text: string;
  responsible: string;
  deadline: string;
}
const expectedRows = (name: string) => JSON.parse(readFileSync(join(ROOT, `test/fixtures/flowed/${name}.json`), 'utf8')) as ExpectedRow[];

function readRows(name: string): ExpectedRow[] {
  const { tables } = readFlowedTables(documentLines(name));
  expect(tables).toHaveLength(1);
  return expand(tables[0]!).map(
    ([number, category1, category2, text, responsible, deadline]) =>
      ({ number, category1, category2, text, responsible, deadline }) as ExpectedRow,
  );
}

describe.each([
  ['dazhou-2023', 55],
  ['meishan-2023', 57],
])('the table of %s', (name, count) => {
  test('is read row by row', () => {
    const rows = readRows(name);
    expect(rows).toHaveLength(count);
    expectedRows(name).forEach((row, index) => expect({ row: index + 1, ...rows[index] }).toEqual({ row: index + 1, ...row }));
  });

  test('accounts for every printed character once, reprinted cells and headings aside', () => {
    const lines = documentLines(name);
    const { tables, rest } = readFlowedTables(lines);
    const table = tables[0]!;
    const outside = new Set(rest.map(({ line }) => line));
    const header = squeezed(table.rows[0]!.cells.map(({ text }) => text).join(''));
    let body = squeezed(
      lines
        .filter(({ line, text }) => line >= table.position.line! && !outside.has(line) && !/^\s*- \d+ -\s*$/.test(text))
        .map(({ text }) => text)
        .join(''),
    );
    body = body.split(header).join('');
    const count = (text: string) =>
      [...text].reduce((tally, character) => tally.set(character, (tally.get(character) ?? 0) + 1), new Map<string, number>());
    const printed = count(body);
    const read = count(
      squeezed(
        table.rows
          .slice(1)
          .flatMap(({ cells }) => cells.map(({ text }) => text))
          .join(''),
      ),
    );
    const columns = expand(table);
    const categoriesAndNumbers = new Set(squeezed(columns.flatMap((row) => row.slice(0, 3)).join('')));
    for (const [character, times] of read)
      if (!categoriesAndNumbers.has(character)) expect([character, times]).toEqual([character, printed.get(character) ?? 0]);
    for (const [character, times] of printed) {
      const difference = times - (read.get(character) ?? 0);
      if (categoriesAndNumbers.has(character)) expect(difference).toBeGreaterThanOrEqual(0);
      else expect([character, difference]).toEqual([character, 0]);
    }
  });

  test('gives the line on which each task begins', () => {
    const lines = documentLines(name);
    for (const row of readFlowedTables(lines).tables[0]!.rows.slice(1)) {
      const text = row.cells.find(({ column }) => column === 3)!.text;
      expect(squeezed(lines[row.position.line! - 1]!.text)).toContain(squeezed(text).slice(0, 6));
    }
  });
});

test('tasks that the prose repeats are word for word in it', () => {
  const lines = documentLines('dazhou-2023');
  const prose = squeezed(
    lines
      .slice(0, 359)
      .map(({ text }) => text)
      .join(''),
  ).replace(/（[一二三四五六七八九十]+）/g, '');
  for (const { text } of readRows('dazhou-2023')) expect(prose).toContain(squeezed(text));
});

test('a merged deadline may cover other rows than the merged units beside it', () => {
  const table = readFlowedTables(documentLines('meishan-2023')).tables[0]!;
  const spans = (column: number) =>
    table.rows
      .slice(1)
      .flatMap((row, index) => row.cells.filter((cell) => cell.column === column).map((cell) => [index + 1, cell.rowSpan]));
  expect(spans(4).find(([row]) => row === 15)).toEqual([15, 4]);
  expect(spans(5).filter(([row]) => row === 15 || row === 16)).toEqual([
    [15, 1],
    [16, 3],
  ]);
  expect(spans(4).find(([row]) => row === 51)).toEqual([51, 1]);
  expect(spans(5).find(([row]) => row === 49)).toEqual([49, 3]);
});

test('what stands before and behind the table is given back in order', () => {
  const { rest } = readFlowedTables(documentLines('dazhou-2023'));
  const texts = rest.map(({ text }) => text.trim()).filter((text) => text !== '');
  expect(texts[0]).toBe('达州市人民政府办公室');
  expect(texts[texts.length - 1]).toMatch(/^备注：/);
  expect(texts).toContain('2023年全市政务公开工作要点分工表');
  expect(rest.map(({ line }) => line)).toEqual([...rest.map(({ line }) => line)].sort((left, right) => left - right));
});

test('columns kept apart by spaces are read by their place, merged cells by the rows around their middle', () => {
  const text = readFileSync(join(ROOT, 'test/fixtures/flowed/columns-by-spaces.txt'), 'utf8');
  const { tables, rest } = readFlowedTables(toLines(text.split('\n')));
  const rows = expand(tables[0]!);
  expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 21 }, (_, index) => String(index + 1)));
  const spans = (column: number) =>
    tables[0]!.rows.slice(1).flatMap(({ cells }) => cells.filter((cell) => cell.column === column).map(({ rowSpan }) => rowSpan));
  expect(spans(1)).toEqual([7, 11, 3]);
  for (const column of [2, 4, 5]) expect(spans(column)).toEqual([4, 3, 5, 2, 4, 3]);
  expect(rows[14]).toEqual([
    '15',
    '推动政务公开转型升级',
    '全力抓好依申请公开工作',
    '及时公开重大项目、重大平台、重大改革等信息，及时发布扩大内需提振消费需求、积极扩大有效投资等方面政策及实施情况。',
    '市发展改革委、市经济和信息化局、市科技局、市商务局等市级有关部门（单位），各县（市、区）人民政府',
    '2023年底',
  ]);
  expect(rest.some(({ text: line }) => line.startsWith('备注：'))).toBe(true);
});

test('text without a task table has none', () => {
  const lines = documentLines('guangyuan-2022');
  expect(readFlowedTables(lines)).toEqual({ tables: [], rest: lines, problems: [] });
});

/** Share of tables read back whole, and of cells read back right. */
function measure(from: number, to: number, centred: boolean): { tables: number; cells: number } {
  let whole = 0;
  let right = 0;
  let all = 0;
  for (let seed = from; seed < to; seed += 1) {
    const random = randomFrom(seed * 7919 + (centred ? 1 : 0));
    const plan = randomPlan(random, centred ? { merged: true, oneCellPerGroup: true } : {});
    const lines = toLines(printFlowed(random, plan, randomStyle(random, plan, centred && plan.merged)));
    const table = readFlowedTables(lines).tables[0];
    const read = table === undefined ? [] : expand(table).map((row) => row.map(squeezed));
    const wanted = expected(plan);
    const wrong = wanted.flatMap((row, index) => row.filter((cell, column) => cell !== read[index]?.[column])).length;
    if (wrong === 0 && read.length === wanted.length) whole += 1;
    all += wanted.flat().length;
    right += wanted.flat().length - wrong;
  }
  return { tables: whole / (to - from), cells: right / all };
}

/** FLOWED_TABLES=300 measures more tables than a quick run does. */
const TABLES = Number(process.env['FLOWED_TABLES'] ?? 30);

test('random tables printed cell by cell are read back', () => {
  const rate = measure(1, TABLES + 1, false);
  console.info(`cells in reading order: ${JSON.stringify(rate)}`);
  expect(rate.cells).toBeGreaterThanOrEqual(0.985);
  expect(rate.tables).toBeGreaterThanOrEqual(0.93);
}, 600_000);

test('random tables whose merged cells are printed in the middle of their rows are read back', () => {
  const rate = measure(1, TABLES + 1, true);
  console.info(`merged cells in the middle: ${JSON.stringify(rate)}`);
  expect(rate.cells).toBeGreaterThanOrEqual(0.96);
}, 600_000);

test('hostile input is answered', () => {
  const heading = '序号 工作任务 重点任务 责任单位 完成时限';
  const random = randomFrom(3);
  const noise = (length: number) =>
    Array.from({ length }, () =>
      String.fromCharCode(
        random() < 0.6 ? 0x4e00 + Math.floor(random() * 600) : '，。、；（）“”《》 0123456789局办年底'.charCodeAt(random() * 29),
      ),
    ).join('');
  const hostile = [
    Array.from({ length: 10_000 }, () => '公开'),
    Array.from({ length: 10_000 }, () => '市教育局'),
    Array.from({ length: 3000 }, (_, index) => String(index % 40)),
    ['（'.repeat(100_000), '局、'.repeat(50_000)],
    ['公'.repeat(1_000_000)],
    [noise(1_000_000)],
    Array.from({ length: 5000 }, () => noise(1 + Math.floor(random() * 30))),
    [Array.from({ length: 100_000 }, () => noise(4)).join(' ')],
    Array.from({ length: 1500 }, () => heading),
  ];
  for (const body of hostile) expect(readFlowedTables(toLines([heading, ...body])).tables).toBeInstanceOf(Array);
}, 180_000);

const ROWS = [
  ['1', '及时公开财政预决算信息，方便群众查询。', '市财政局', '2024年底'],
  ['2', '规范政府网站栏目内容，确保数据准确。', '市政府办公室', '持续推进'],
  ['3', '完善依申请公开办理流程，杜绝超期答复。', '市司法局、市信访局', '6月底前'],
  ['4', '梳理养老服务机构名录，接受社会监督。', '市民政局', '长期坚持'],
];
const flowedRows = (rows: readonly string[][]) => rows.flatMap((row) => row.flatMap((cell) => [cell, '']));
const readBody = (heading: string[], body: readonly string[]) => {
  const { tables, rest } = readFlowedTables(toLines([...heading, '', ...body]));
  return { rows: tables.flatMap((table) => expand(table)), names: tables[0]?.rows[0]?.cells.map(({ text }) => text), rest };
};

test('a chapter right behind the last row is no part of it', () => {
  const prose = ['三、工作要求', '各地各部门要加强组织领导，明确责任分工，确保各项任务落到实处。'];
  const { rows, rest } = readBody(['序号 主要任务 责任单位 完成时限'], [...flowedRows(ROWS), ...prose]);
  expect(rows).toEqual(ROWS);
  expect(rest.map(({ text }) => text)).toEqual(prose);
});

test('a line that runs over all columns behind the last row is no part of it', () => {
  const heading = '  序号          主要任务                    责任单位          完成时限';
  const lines = ROWS.flatMap(([number, text, units, due]) => [`   ${number}    ${text!.padEnd(24)}   ${units!.padEnd(14)}   ${due}`, '']);
  const prose = ['    各地各部门要高度重视政务公开工作，加强组织领导，明确责任分工，细化工作措施，确保各项任务落到实处、取得实效。'];
  const { rows, rest } = readBody([heading], [...lines, ...prose]);
  expect(rows).toEqual(ROWS);
  expect(rest.map(({ text }) => text)).toEqual(prose);
});

test('a heading of two lines names the columns that stand under a common word in its place', () => {
  const rows = ROWS.map(([number, text, units, due]) => [number!, text!, units!, '各县（市、区）人民政府', due!]);
  const read = readBody(['序号 主要任务', '责任分工', '完成时限', '牵头单位 配合单位'], flowedRows(rows));
  expect(read.names?.filter((name) => name !== '')).toEqual(['序号', '主要任务', '牵头单位', '配合单位', '完成时限']);
  expect(read.rows.map((row) => row.filter((_, column) => read.names?.[column] !== ''))).toEqual(rows);
});

test('officials, scores and remarks stand in columns of their own', () => {
  const officials = ['周文斌', '李晓岚', '陈立', '王建华'];
  const rows = ROWS.map(([number, text, units, due], index) => [
    number!,
    text!,
    ['2', '1.5', '3', '2'][index]!,
    officials[index]!,
    units!,
    due!,
  ]);
  const read = readBody(['序号 主要任务 分值 牵头领导 责任单位 完成时限'], flowedRows(rows));
  expect(read.rows.map((row) => row.filter((_, column) => read.names?.[column] !== ''))).toEqual(rows);
  const remarked = ROWS.map((row, index) => [...row, index === 1 ? '新增任务' : '']);
  const body = remarked.flatMap((row) => row.filter((cell) => cell !== ''));
  const withRemarks = readBody(['序号 主要任务 责任单位 完成时限 备注'], body);
  expect(withRemarks.rows.map((row) => row.filter((_, column) => withRemarks.names?.[column] !== ''))).toEqual(remarked);
});
