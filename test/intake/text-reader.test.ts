import iconv from 'iconv-lite';
import type { DocumentBlock, TableBlock } from '../../src/intake/document';
import { readDocument, readTextDocument } from '../../src/intake/readers/read-document';

function blocksOf(text: string | Buffer): DocumentBlock[] {
  return readTextDocument(typeof text === 'string' ? Buffer.from(text, 'utf8') : text).blocks;
}

function tableOf(text: string): TableBlock {
  const found = blocksOf(text).find((block) => block.kind === 'table');
  if (found === undefined) throw new Error('no table');
  return found;
}

const cellsOf = (table: TableBlock): string[][] => table.rows.map((row) => row.cells.map((cell) => cell.text));

describe('characters', () => {
  const text = '一、主动公开\n（一）公开规划。\n';
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['gb18030', iconv.encode(text, 'gb18030')],
  ])('%s is recognised', (encoding, bytes) => {
    const document = readTextDocument(bytes);
    expect(document.encoding).toBe(encoding);
    expect(document.blocks[0]).toMatchObject({
      kind: 'flowed',
      lines: [{ text: '一、主动公开', line: 1 }, { text: '（一）公开规划。' }, { text: '' }],
    });
  });

  it('a UTF-8 text cut in the middle of a character is still UTF-8', () => {
    const bytes = Buffer.from('公开'.repeat(300));
    expect(readTextDocument(bytes.subarray(0, bytes.length - 1)).encoding).toBe('utf-8');
  });

  it('lines end at line feeds alone; the separators U+2028 and U+2029 are text', () => {
    const lines = blocksOf('一\u2028二\u2029三\r\n四')[0];
    expect(lines).toMatchObject({ kind: 'flowed', lines: [{ text: '一\u2028二\u2029三' }, { text: '四', line: 2 }] });
  });

  it('a form feed turns the page', () => {
    expect(blocksOf('一\n\f二')[0]).toMatchObject({ lines: [{ page: 1 }, { text: '二', page: 2 }] });
  });
});

describe('tables', () => {
  it('one tab-led cell a line, rows set apart by blank lines', () => {
    const table = tableOf('\t序号\n\t任务\n\t单位\n\n\t1\n\t公开\n\t甲局\n\n\t\n\t解读\n\t乙局\n ');
    expect(cellsOf(table)).toEqual([
      ['序号', '任务', '单位'],
      ['1', '公开', '甲局'],
      ['', '解读', '乙局'],
    ]);
    expect(table.rows[2]?.position).toMatchObject({ row: 3, line: 9 });
  });

  it('tab-separated rows, with blank lines between groups and line breaks in quoted cells', () => {
    const table = tableOf('序号\t任务\t单位\n1\t"公开""一老一小""\n信息"\t甲局\n\n\t"三审"制度\t乙局\n');
    expect(cellsOf(table)).toEqual([
      ['序号', '任务', '单位'],
      ['1', '公开"一老一小"\n信息', '甲局'],
      ['', '"三审"制度', '乙局'],
    ]);
  });

  it('paragraphs that a tab indents are no table', () => {
    expect(blocksOf('\t为做好公开工作，制定本方案。\n\t各单位要认真落实。\n').every((block) => block.kind === 'flowed')).toBe(true);
  });

  it('pipes, with or without the rule under the heading', () => {
    expect(cellsOf(tableOf('| 任务 | 单位 |\n|---|:-:|\n| 甲<br>乙 | 丙\\|丁 |'))).toEqual([
      ['任务', '单位'],
      ['甲\n乙', '丙|丁'],
    ]);
  });

  it('comma-separated values; Chinese commas separate nothing', () => {
    expect(cellsOf(tableOf('序号,任务,单位\r\n1,"公开，解读","甲局,乙局"\r\n2,培训,丙局'))[1]).toEqual(['1', '公开，解读', '甲局,乙局']);
  });

  it('prose before, between and after tables keeps its lines', () => {
    const blocks = blocksOf('标题\n\n甲\t乙\t丙\n1\t2\t3\n\n附件2\n\n丁\t戊\n4\t5\n备注：无');
    expect(blocks.map((block) => [block.kind, block.position.line])).toEqual([
      ['flowed', 1],
      ['table', 3],
      ['flowed', 6],
      ['table', 8],
      ['flowed', 10],
    ]);
  });
});

describe('hostile texts', () => {
  it.each([
    ['tabs without end', '\ta\n\ta\n\n'.repeat(20_000)],
    ['quotes that never close', 'a,"b\n'.repeat(20_000)],
    ['pipes in one line', `${'|'.repeat(100_000)}\n`],
    ['spaces in one line', `${' '.repeat(500_000)}x`],
  ])('%s are read to the end', (_, text) => {
    expect(blocksOf(text)).toBeInstanceOf(Array);
  });

  it('more lines than any plan has are refused', () => {
    expect(() => blocksOf('公\n'.repeat(500_001))).toThrow(/500000/);
  });
});

describe('a table whose title was copied with its tags', () => {
  const rows = '序号,工作任务,责任单位\n1,公开规划,市发改委\n2,公开预算,市财政局\n3,公开招生,市教委\n';
  it.each(['<p>分工表</p>,,', '<div>分工表</div>,,', '<h1>分工表</h1>,,', '<table>分工表,,'])('%s is a table of commas', async (title) => {
    const { mediaType, blocks } = await readDocument(Buffer.from(`${title}\n${rows}`));
    expect(mediaType).toBe('text/plain');
    expect(blocks.some(({ kind }) => kind === 'table')).toBe(true);
  });

  it.each(['<p>要点</p>\n<p>一、公开，解读，回应</p>\n<p>做好公开。</p>', '<div>\n要点\n</div>'])('%s is a page', async (page) => {
    expect((await readDocument(Buffer.from(page))).mediaType).toBe('text/html');
  });
});
