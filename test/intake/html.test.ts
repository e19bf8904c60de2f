import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { UnreadableDocumentError, type ParseResult } from '../../src/intake';
import type { SourceDocumentModel, TableBlock } from '../../src/intake/document';
import { parseDocument } from '../../src/intake/parse-file';
import { readHtml } from '../../src/intake/readers/html/html.reader';
import { brief, unitsOf } from './reading-of';
import { fieldsOf, FIVE_PLANS, readingOfText } from './same-reading';

const FIXTURES = join(__dirname, '../fixtures/html');
const fixture = (name: string): Buffer => readFileSync(join(FIXTURES, `${name}.html`));

const parse = (page: string | Buffer): Promise<ParseResult> => parseDocument(Buffer.from(page), 'page.html');
const read = (page: string | Buffer): Promise<SourceDocumentModel> => readHtml(Buffer.from(page));

const LINKS = ['首页', '新闻', '公开', '服务', '互动', '专题'].map((name) => `<li><a href="/${name}">${name}栏目</a></li>`).join('');

function textsOf(document: SourceDocumentModel): string[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.kind === 'flowed' ? block.lines.map(({ text }) => text) : ['TABLE'],
  );
}

async function tableIn(page: string): Promise<TableBlock> {
  const found = (await read(page)).blocks.find((block) => block.kind === 'table');
  if (found === undefined) throw new Error('no table');
  return found;
}

const cellsOf = (table: TableBlock): string[][] => table.rows.map((row) => row.cells.map((cell) => cell.text));

describe.each(FIVE_PLANS)('%s', (name, count) => {
  it.each([
    ['as a page of a site', 'site', 'utf-8'],
    ['as saved by a word processor', 'word', 'gb18030'],
  ])('%s gives what its text gives, field by field', async (_, kind, encoding) => {
    const reading = await parse(fixture(`${name}.${kind}`));
    expect(reading.source).toMatchObject({ mediaType: 'text/html', encoding });
    expect(reading.tasks).toHaveLength(count);
    expect(fieldsOf(reading)).toEqual(fieldsOf(await readingOfText(name)));
  });

  it('is the same in UTF-8 that declares GB2312', async () => {
    const page = iconv.decode(fixture(`${name}.word`), 'gb18030');
    const reading = await parse(page);
    expect(reading.source.encoding).toBe('utf-8');
    expect(fieldsOf(reading)).toEqual(fieldsOf(await readingOfText(name)));
  });
});

describe('unlike layouts', () => {
  const rows = `<tr><td>序号</td><td>重点任务</td><td>责任单位</td><td>完成时限</td></tr>
    <tr><td colspan=4>一、加强主动公开</td></tr>
    <tr><td>1</td><td>公开2024年重大项目批准和实施信息，每季度更新一次。</td><td rowspan=2>市发展改革委、市住房城乡建设局</td><td>2024年6月底</td></tr>
    <tr><td>2</td><td>公开财政预决算及“三公”经费信息，接受社会监督。</td><td>长期坚持</td></tr>
    <tr><td colspan=4>二、加强政策解读</td></tr>
    <tr><td>3</td><td>政策文件与解读材料同步起草、同步审批、同步发布。</td><td>各县（区）人民政府，市级各部门</td><td>及时公开</td></tr>`;
  const expected = [
    {
      path: '加强主动公开',
      text: '公开2024年重大项目批准和实施信息，每季度更新一次。',
      units: 'R:市发展改革委 R:市住房城乡建设局',
      due: 'BY_DATE 2024-06-30',
    },
    {
      path: '加强主动公开',
      text: '公开财政预决算及“三公”经费信息，接受社会监督。',
      units: 'R:市发展改革委 R:市住房城乡建设局',
      due: 'ONGOING',
    },
    {
      path: '加强政策解读',
      text: '政策文件与解读材料同步起草、同步审批、同步发布。',
      units: 'R:«各县（区）人民政府» R:«市级各部门»',
      due: 'TIMELY',
    },
  ];

  it('a page laid out by tables, without any usual name', async () => {
    const reading = await parse(`<html><head><title>x</title></head><body>
      <table width=1000><tr><td colspan=2><a href=/>某市人民政府</a></td></tr>
      <tr><td width=200><ul>${LINKS}</ul></td><td width=800><table><tr><td align=center><b>2024年政务公开工作要点任务分解表</b></td></tr>
      <tr><td><table border=1>${rows}</table></td></tr></table></td></tr>
      <tr><td colspan=2>版权所有：某市人民政府办公室 蜀ICP备05001234号</td></tr></table></body></html>`);
    expect(reading.plan.title).toBe('2024年政务公开工作要点任务分解表');
    expect(brief(reading)).toEqual(expected);
  });

  it('particulars in a table above the article, the heading outside of it, GB2312', async () => {
    const page = `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>
      <div id="top"><ul>${LINKS}</ul></div>
      <table><tr><td>索引号：</td><td>008654321/2024-00012</td><td>发文字号：</td><td>某府办发〔2024〕7号</td></tr>
      <tr><td>发布机构：</td><td>某市人民政府办公室</td><td>成文日期：</td><td>2024-03-18</td></tr></table>
      <h1>某市人民政府办公室关于印发《2024年全市政务公开工作要点》的通知</h1>
      <div id="zoom"><p>各县（区）人民政府，市级各部门：</p><p>现将《2024年全市政务公开工作要点》印发你们，请认真落实。</p>
      <table>${rows}</table></div><div class="footer">主办：某市人民政府办公室</div></body></html>`;
    const reading = await parse(iconv.encode(page, 'gbk'));
    expect(reading.plan).toMatchObject({
      title: '2024年全市政务公开工作要点',
      documentNumber: '某府办发〔2024〕7号',
      issuer: '某市人民政府办公室',
      issuedOn: '2024-03-18',
    });
    expect(brief(reading)).toEqual(expected);
  });

  it('markup that is not closed, closed twice or wrongly nested', async () => {
    const broken = rows.replace(/<\/td>|<\/tr>/g, '').replace(/<td>长期/, '</div><td>长期');
    const reading = await parse(`<div><center><p>2024年政务公开工作要点任务分解表<div><table border>${broken}</div></table></center></p>`);
    expect(brief(reading)).toEqual(expected);
  });

  it('prose in one element whose lines break', async () => {
    const reading = await parse(`<body><div class=box>某县2024年政务公开工作要点<br><br>
      &emsp;&emsp;为做好2024年政务公开工作，制定本要点。<br>　　一、加强主动公开<br>
      　　（一）公开重大项目批准和实施信息。（责任单位：县发展改革局、县住房城乡建设局；完成时限：2024年6月底前）<br>
      &nbsp;&nbsp;&nbsp;&nbsp;（二）公开财政预决算信息，接受社会监督。（责任单位：县财政局；完成时限：长期坚持）<br>
      　　二、加强政策解读<br>　　（一）政策文件与解读材料同步发布。（责任单位：县级各部门；完成时限：及时公开）</div></body>`);
    expect(brief(reading).map(({ path, units, due }) => [path, units, due])).toEqual([
      ['加强主动公开', 'R:县发展改革局 R:县住房城乡建设局', 'BY_DATE 2024-06-30'],
      ['加强主动公开', 'R:县财政局', 'ONGOING'],
      ['加强政策解读', 'R:«县级各部门»', 'TIMELY'],
    ]);
  });

  it('what is hidden is not read', async () => {
    const page = `<html><head><style>/* .x{ */ .gone, #away {display : none} @media print{.wrap{display:none}}</style></head><body><div class=wrap>
      <h2>2024年政务公开工作要点任务分解表</h2><div class=gone>草稿一</div><div id=away>草稿二</div><template><p>草稿三</p></template>
      <noscript>草稿四</noscript><p style="color:red;display: none">草稿五</p><p hidden>草稿六</p><svg><title>草稿七</title><p>可见</p></svg>
      <table>${rows}<tr style="display:none"><td>4</td><td>草稿八：公开其他信息，接受社会监督。</td><td>市财政局</td><td>长期坚持</td></tr></table></div></body></html>`;
    expect(JSON.stringify(await read(page))).not.toContain('草稿');
    expect(brief(await parse(page))).toEqual(expected);
  });

  it('numbers that lists print are read with their items', async () => {
    const texts = textsOf(
      await read(
        '<body><ol><li>公开规划</li><li value=5>公开预算</li><li>公开决算</li></ol><ol style="list-style:cjk-ideographic" start=11><li>解读</li></ol>',
      ),
    );
    expect(texts).toEqual(['1.公开规划', '5.公开预算', '6.公开决算', '十一、解读']);
  });

  it('the declared title helps where the page prints none', async () => {
    const page = `<html><head><meta name="ArticleTitle" content="2024年政务公开工作要点任务分解表"><meta name="PubDate" content="2024-03-20 10:00">
      </head><body><table>${rows}</table></body></html>`;
    const reading = await parse(page);
    expect(reading.plan).toMatchObject({ title: '2024年政务公开工作要点任务分解表', year: 2024 });
    expect(brief(reading)).toEqual(expected);
    const titled = await read(page.replace('<body>', '<body><p>2024年政务公开工作要点任务分解表</p><p>2024年3月18日</p>'));
    expect(textsOf(titled)).toEqual(['2024年政务公开工作要点任务分解表', '2024年3月18日', 'TABLE']);
  });

  it('several units, one a line, in cells with paragraphs and breaks', async () => {
    const reading = await parse(`<p>2024年政务公开任务分工表</p><table><tr><th>任务</th><th>责任单位</th><th>时限</th></tr>
      <tr><td><div>公开重大项目批准和实施信息，</div><div>每季度更新一次。</div></td><td><p>市发展改革委</p><p>市财政局</p></td><td>6月<br>底前</td></tr>
      <tr><td>公开财政预决算信息，接受社会监督。</td><td>市财政局<br/>各县（区）人民政府</td><td>年底</td></tr></table>`);
    expect(reading.tasks.map(unitsOf)).toEqual([
      ['R:市发展改革委', 'R:市财政局'],
      ['R:市财政局', 'R:«各县（区）人民政府»'],
    ]);
    expect(reading.tasks.map(({ deadline }) => deadline.dueOn)).toEqual(['2024-06-30', '2024-12-31']);
  });
});

describe('tables', () => {
  it('merged cells stand once, with spans that do not leave the table', async () => {
    const table = await tableIn('<table><tr><td rowspan=0>甲<td colspan=9>乙<tr><td rowspan=99>丙<td>丁<tr><td>戊<td>己</table><p>文</p>');
    expect(table.rows.map((row) => row.cells.map(({ text, column, rowSpan, colSpan }) => [text, column, rowSpan, colSpan]))).toEqual([
      [
        ['甲', 0, 3, 1],
        ['乙', 1, 1, 3],
      ],
      [
        ['丙', 1, 2, 1],
        ['丁', 2, 1, 1],
      ],
      [
        ['戊', 2, 1, 1],
        ['己', 3, 1, 1],
      ],
    ]);
    expect(table.rows.map((row) => row.position.row)).toEqual([1, 2, 3]);
  });

  it('blank rows are no rows, and a cell over them is as much shorter', async () => {
    const table = await tableIn(
      '<table><tr><td rowspan=3>甲<td>一<tr style="display:none"><td>藏<tr><td>二<tr><td>乙<td>三<tr><td><td></table><p>文</p>',
    );
    expect(cellsOf(table)).toEqual([['甲', '一'], ['二'], ['乙', '三']]);
    expect(table.rows[0]?.cells[0]?.rowSpan).toBe(2);
  });

  it('the foot of a table comes last, wherever it is written', async () => {
    const table = await tableIn(
      '<table><tfoot><tr><td>末<td>尾</tfoot><tbody><tr><td>一<td>二</tbody><thead><tr><th>头<th>部</thead></table><p>文</p>',
    );
    expect(cellsOf(table)).toEqual([
      ['头', '部'],
      ['一', '二'],
      ['末', '尾'],
    ]);
  });

  it('prose in rows over the whole width, as sheets are saved, is prose', async () => {
    const wide = ['标题', '某府发〔2024〕1号', '各部门：', '现印发如下。'].map((text) => `<tr><td colspan=3>${text}</td></tr>`).join('');
    const document = await read(`<table>${wide}<tr><td>序号<td>任务<td>单位<tr><td colspan=3>一、公开<tr><td>1<td>公开<td>甲局</table>`);
    expect(textsOf(document)).toEqual(['标题', '某府发〔2024〕1号', '各部门：', '现印发如下。', 'TABLE']);
    const table = document.blocks.find((block) => block.kind === 'table');
    expect(table?.rows.map(({ position }) => position.row)).toEqual([5, 6, 7]);
  });

  it('a table inside a cell is text of the cell', async () => {
    const inner = '<table><tr><td>子一<td>子二<tr><td>子三<td>子四</table>';
    const long = '公开规划、计划和统计信息，公开预算和决算信息，公开收费项目和标准。';
    const table = await tableIn(`<table><tr><td>任务<td>说明<tr><td>${long}<td>${inner}<tr><td>${long}<td>无</table><p>文</p>`);
    expect(cellsOf(table)[1]).toEqual([long, '子一 子二\n子三 子四']);
  });
});

describe('pages that cannot be read', () => {
  it.each([
    ['no text', '<html><body><script>document.write("正文")</script><img src="a.png"></body></html>'],
    ['nothing but markup', '<div></div>'],
  ])('%s is said', async (_, page) => {
    await expect(parse(page)).rejects.toMatchObject({ code: 'EMPTY_DOCUMENT' });
  });

  it.each([
    ['nested without end', '<div>'.repeat(200_000)],
    ['tables in tables', '<table><tr><td>'.repeat(100_000)],
    ['styles opened and never closed', '<p><font color=1>'.repeat(100_000)],
    ['styles that multiply', `${Array.from({ length: 300 }, (_, i) => `<font color=${i}>`).join('')}${'<p>甲</p>'.repeat(50_000)}`],
    ['text where tables want rows', `<table>${'<br>甲'.repeat(100_000)}`],
    ['attributes without end', `<p ${Array.from({ length: 300_000 }, (_, i) => `a${i}`).join(' ')}>甲`],
    ['elements without end', '<b>甲</b>'.repeat(500_000)],
    ['spans without end', `<table>${'<tr><td rowspan=65000 colspan=1000>甲'.repeat(5_000)}</table>`],
    ['quotes that never close', `<p a="${'<p a=" '.repeat(100_000)}`],
    ['comments that never close', `<div>${'<!-- '.repeat(200_000)}`],
    ['scripts that never close', `<div>${'<script>'.repeat(200_000)}`],
    ['rules that never end', `<style>${'.a{display:'.repeat(100_000)}</style><div>甲`],
    ['list items', `<ol>${'<li>甲'.repeat(100_000)}`],
  ])('%s is read or refused in time', async (_, page) => {
    const outcome = await parse(`<html>${page}`).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UnreadableDocumentError);
  });

  it('cut or damaged pages are read or refused', async () => {
    let seed = 20_240_318;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (const name of ['meishan-2023.site', 'tongchuan-2023.word']) {
      const whole = fixture(name);
      for (let round = 0; round < 12; round += 1) {
        const bytes = Buffer.from(round % 3 === 0 ? whole.subarray(0, random(whole.length)) : whole);
        if (round % 3 !== 0)
          for (let flips = 0; flips < 200 && bytes.length > 0; flips += 1) bytes[random(bytes.length)]! ^= 1 << random(8);
        const outcome = await parse(bytes).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UnreadableDocumentError);
      }
    }
  });
});
