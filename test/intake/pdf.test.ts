import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { UnreadableDocumentError, type ParseResult } from '../../src/intake';
import type { SourceDocumentModel, TableBlock } from '../../src/intake/document';
import { parseDocument } from '../../src/intake/parse-file';
import { readPdf } from '../../src/intake/readers/pdf/pdf.reader';
import { PdfPageWriter, pdfOf } from '../support/pdf-writer';
import { brief } from './reading-of';
import { fieldsOf, FIVE_PLANS, readingOfText } from './same-reading';

const fixture = (name: string): Buffer => readFileSync(join(__dirname, `../fixtures/pdf/${name}.pdf`));
const parse = (bytes: Buffer): Promise<ParseResult> => parseDocument(bytes, 'plan.pdf');
const read = (...pages: PdfPageWriter[]): Promise<SourceDocumentModel> => readPdf(pdfOf(pages));
const page = (): PdfPageWriter => new PdfPageWriter();

function tablesIn(document: SourceDocumentModel): TableBlock[] {
  return document.blocks.filter((block) => block.kind === 'table');
}

const cellsOf = (table: TableBlock | undefined): string[][] => (table?.rows ?? []).map((row) => row.cells.map((cell) => cell.text));

function paragraphsIn(document: SourceDocumentModel): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

describe.each(FIVE_PLANS)('%s', (name, count) => {
  it('as printed gives what its text gives, field by field', async () => {
    const reading = await parse(fixture(name));
    expect(reading.source).toMatchObject({ mediaType: 'application/pdf', encoding: null });
    expect(reading.tasks).toHaveLength(count);
    expect(fieldsOf(reading)).toEqual(fieldsOf(await readingOfText(name)));
    expect(reading.tasks.every(({ source }) => source.page !== null)).toBe(true);
  });
});

it('a table of 55 rows over many pages, without a single line, gives what its text gives', async () => {
  expect(fieldsOf(await parse(fixture('dazhou-2023.lineless')))).toEqual(fieldsOf(await readingOfText('dazhou-2023')));
});

const TITLE = '某市2024年政务公开工作要点任务分解表';
const TASKS = ['公开重大项目批准和实施信息，每季度更新。', '公开财政预决算信息，接受社会监督。', '政策文件与解读材料同步发布。'];
const EXPECTED = [
  { path: '加强主动公开', text: TASKS[0], units: 'R:市发展改革委 R:市住房城乡建设局', due: 'BY_DATE 2024-06-30' },
  { path: '加强主动公开', text: TASKS[1], units: 'R:市财政局', due: 'ONGOING' },
  { path: '加强政策解读', text: TASKS[2], units: 'R:«市级各部门»', due: 'TIMELY' },
];

/** The plan as a table of five columns; each cell may have several lines. */
function printPlan(on: PdfPageWriter, xs: readonly number[], top: number, height: number): PdfPageWriter {
  const at = (column: number, row: number, lines: readonly string[]): PdfPageWriter =>
    on.lines((xs[column] ?? 0) + 4, top - row * height - 14, lines);
  ['序号', '工作任务', '具体内容', '责任单位', '完成时限'].forEach((label, column) => at(column, 0, [label]));
  at(0, 1, ['1']);
  at(1, 1, ['加强主', '动公开']);
  at(2, 1, ['公开重大项目批准和实', '施信息，每季度更新。']);
  at(3, 1, ['市发展改革委、市', '住房城乡建设局']);
  at(4, 1, ['2024年6月底']);
  at(2, 2, ['公开财政预决算信息，', '接受社会监督。']);
  at(3, 2, ['市财政局']);
  at(4, 2, ['长期坚持']);
  at(0, 3, ['2']);
  at(1, 3, ['加强政', '策解读']);
  at(2, 3, ['政策文件与解读材料同', '步发布。']);
  at(3, 3, ['市级各部门']);
  return at(4, 3, ['及时公开']);
}

const XS = [50, 90, 150, 270, 370, 450];

describe('unlike layouts', () => {
  it('thin bars for lines, and none at the sides', async () => {
    const on = printPlan(page().text(180, 760, TITLE, 14), XS, 700, 40);
    for (const y of [700, 660, 580, 540]) on.bar(50, y, 400, 0.5);
    for (const x of XS.slice(2, -1)) on.bar(x, 540, 0.5, 160);
    on.bar(150, 620, 300, 0.5).bar(90, 540, 0.5, 160);
    expect(brief(await parse(pdfOf([on])))).toEqual(EXPECTED);
  });

  it.each([
    ['the page is turned', new PdfPageWriter(842, 595, 90), ''],
    ['the text is turned', new PdfPageWriter(595, 842), '0 1 -1 0 595 0 cm'],
  ])('%s', async (_, on, matrix) => {
    if (matrix !== '') on.raw(matrix);
    printPlan(on.text(180, 560, TITLE, 14), XS, 500, 40)
      .grid(XS.slice(2), [500, 460, 420, 380, 340])
      .grid(XS.slice(0, 3), [500, 460, 380, 340]);
    expect(brief(await parse(pdfOf([on])))).toEqual(EXPECTED);
  });

  it('a mark laid over the page at an angle is not read', async () => {
    const on = printPlan(page().text(180, 760, TITLE, 14), XS, 700, 40)
      .grid(XS.slice(2), [700, 660, 620, 580, 540])
      .grid(XS.slice(0, 3), [700, 660, 580, 540]);
    on.raw('q 0.7071 0.7071 -0.7071 0.7071 300 400 cm').text(0, 0, '内部资料注意保存', 40).raw('Q');
    const document = await read(on);
    expect(JSON.stringify(document)).not.toContain('内部资料');
    expect(brief(await parse(pdfOf([on])))).toEqual(EXPECTED);
  });

  it('no lines at all: columns by where they stand, rows by the steps between them', async () => {
    const on = printPlan(page().text(180, 760, TITLE, 14), [50, 90, 150, 280, 390, 480], 700, 44);
    expect(brief(await parse(pdfOf([on])))).toEqual(EXPECTED);
  });

  it('level lines between the rows alone', async () => {
    const on = printPlan(page().text(180, 760, TITLE, 14), [50, 90, 150, 280, 390, 480], 700, 30);
    for (const y of [700, 670, 640, 610, 580]) on.line(50, y, 545, y);
    expect(brief(await parse(pdfOf([on])))).toEqual(EXPECTED);
  });

  it('headings over the whole width, and text printed in one run over two cells', async () => {
    const xs = [50, 90, 250, 370, 450];
    const on = page().text(180, 760, TITLE, 14);
    on.grid(xs, [700, 670]).grid([50, 450], [670, 640]).grid(xs, [640, 610, 580]).grid([50, 450], [580, 550]).grid(xs, [550, 520]);
    const row = (y: number, cells: readonly string[]): unknown => cells.map((text, column) => on.text((xs[column] ?? 0) + 4, y + 10, text));
    row(670, ['序号', '具体内容', '责任单位', '完成时限']);
    on.text(54, 650, '一、加强主动公开');
    row(610, ['1', '公开重大项目批准和实施', '市发展改革委', '2024年6月底']);
    on.text(54, 590, '2', 10)
      .text(94, 590, '公开财政预决算信息接受社会监督', 10)
      .text(254, 590, '市财政局', 10)
      .text(374, 590, '长期坚持', 10);
    on.text(54, 560, '二、加强政策解读');
    row(520, ['3', '政策文件与解读同步发布', '市级各部门', '及时公开']);
    const reading = await parse(pdfOf([on]));
    expect(brief(reading).map(({ path, units, due }) => [path, units, due])).toEqual([
      ['加强主动公开', 'R:市发展改革委', 'BY_DATE 2024-06-30'],
      ['加强主动公开', 'R:市财政局', 'ONGOING'],
      ['加强政策解读', 'R:«市级各部门»', 'TIMELY'],
    ]);
    const across = page().grid([50, 90, 130, 170], [700, 670, 640]).text(60, 680, '甲乙丙丁戊己庚辛壬', 11).text(54, 650, '一');
    expect(cellsOf(tablesIn(await read(across))[0])[0]).toEqual(['甲乙丙', '丁戊己', '庚辛壬']);
  });

  it('prose over pages: wrapped lines whole, heads and page numbers gone', async () => {
    const wrapped = ['　　一、加强主动公开。公开重大项目批准和实施信', '息，每季度更新一次，并接受社会监督；公开财政预', '决算信息。'];
    const pages = [1, 2, 3].map((number) => page().text(200, 810, '某市人民政府公报').text(280, 30, `第 ${number} 页 共 3 页`));
    pages[0]
      ?.text(200, 740, '某市2024年政务公开工作要点', 16)
      .lines(60, 700, wrapped, 20, 30)
      .text(60, 100, '　　二、加强政策解读。政策文件与解读材料同步起草', 20);
    pages[1]?.text(60, 760, '、同步审批、同步发布。', 20).text(60, 730, '　　三、加强队伍建设。', 20);
    pages[2]?.text(60, 760, '　　四、抓好落实。', 20);
    expect(paragraphsIn(await read(...pages))).toEqual([
      '某市2024年政务公开工作要点',
      '一、加强主动公开。公开重大项目批准和实施信息，每季度更新一次，并接受社会监督；公开财政预决算信息。',
      '二、加强政策解读。政策文件与解读材料同步起草、同步审批、同步发布。',
      '三、加强队伍建设。',
      '四、抓好落实。',
    ]);
  });

  it('a row that the end of a page cuts, under a heading printed again', async () => {
    const xs = [50, 90, 250, 370];
    const heading = (on: PdfPageWriter): PdfPageWriter =>
      on.grid(xs, [780, 760]).text(54, 766, '序号').text(94, 766, '具体内容').text(254, 766, '责任单位');
    const first = heading(page())
      .grid(xs, [760, 730, 700])
      .text(54, 746, '1')
      .text(94, 746, '公开规划信息。')
      .text(254, 746, '市发展改革委');
    first
      .text(54, 718, '2')
      .lines(94, 718, ['公开重大项目批准和实施信息，', '并于每季度末更新一次进展和结'], 10.5)
      .text(254, 718, '市财政局');
    const second = heading(page())
      .grid(xs, [760, 730, 700])
      .text(94, 746, '果信息。')
      .text(54, 716, '3')
      .text(94, 716, '公开预算。')
      .text(254, 716, '市财政局');
    const table = tablesIn(await read(first, second));
    expect(table).toHaveLength(1);
    expect(cellsOf(table[0])).toEqual([
      ['序号', '具体内容', '责任单位'],
      ['1', '公开规划信息。', '市发展改革委'],
      ['2', '公开重大项目批准和实施信息，并于每季度末更新一次进展和结果信息。', '市财政局'],
      ['3', '公开预算。', '市财政局'],
    ]);
    expect(table[0]?.rows.map(({ position }) => [position.page, position.row])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 4],
    ]);
  });

  it('a frame around text, an underline and a drawing are no tables', async () => {
    const on = page().grid([40, 560], [800, 40]).text(60, 700, '某市2024年政务公开工作要点').line(60, 690, 300, 690);
    on.grid([400, 420, 440], [300, 280, 260]);
    const document = await read(on);
    expect(tablesIn(document)).toEqual([]);
    expect(paragraphsIn(document)).toEqual(['某市2024年政务公开工作要点']);
  });

  it('several units, one a line, stay apart', async () => {
    const on = page().grid([50, 250, 400], [700, 670, 600]).text(54, 680, '任务').text(254, 680, '责任单位');
    on.text(54, 655, '公开预算信息。').lines(254, 655, ['市发展改革委', '市财政局', '市民政局']);
    expect(cellsOf(tablesIn(await read(on))[0])[1]?.[1]).toBe('市发展改革委\n市财政局\n市民政局');
  });
});

describe('files that cannot be read', () => {
  const ENCRYPTED = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'28'.repeat(32)}> /U <${'4e'.repeat(32)}> /P -4 >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`;

  it.each([
    ['a scan', pdfOf([page().bar(50, 50, 300, 300)]), 'EMPTY_DOCUMENT', /扫描件.*OCR/],
    ['an encrypted file', pdfOf([page().text(50, 700, '公开')], ENCRYPTED), 'UNSUPPORTED_FORMAT', /加密.*password/],
    ['a scan with the mark of its program', pdfOf([page().text(400, 30, '扫描王')]), 'EMPTY_DOCUMENT', /扫描件/],
    ['signs without characters', pdfOf([page().text(50, 700, '\ue001\ue002\ue003\ue004\ue005'.repeat(20))]), 'NOT_TEXT', /字符编码.*OCR/],
    ['nothing but a signature', Buffer.from('%PDF-1.7\n'), 'UNSUPPORTED_FORMAT', /损坏.*damaged/],
    ['more pages than a plan has', pdfOf(Array.from({ length: 501 }, page)), 'TOO_LARGE', /500/],
  ])('%s is refused with the reason and what to do', async (_, bytes, code, message) => {
    await expect(parse(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('a stream that unpacks to gigabytes ends nothing but its own process', async () => {
    const packed = deflateSync(deflateSync(Buffer.alloc(1024 * 1024 * 1024, ' '))).toString('latin1');
    const bomb = pdfOf([page().text(50, 700, '公开')]).toString('latin1');
    const stream = `<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${packed}\nendstream`;
    const outcome = await parse(
      Buffer.from(
        bomb.replace(/<< \/Length \d+ >>\nstream[^]*?endstream/, () => stream),
        'latin1',
      ),
    ).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(UnreadableDocumentError);
  }, 90_000);

  it.each([
    ['runs of text', Array.from({ length: 60_000 }, (_, i) => `BT /F1 9 Tf ${i % 500} ${i % 800} Td <516c> Tj ET`).join('\n')],
    ['lines', Array.from({ length: 30_000 }, (_, i) => `${i % 590} 0 m ${i % 590} 800 l S 0 ${i % 800} m 590 ${i % 800} l S`).join('\n')],
  ])('%s without end are read or refused in time', async (_, content) => {
    const outcome = await parse(pdfOf([page().text(50, 700, '公开').raw(content)])).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UnreadableDocumentError);
  });

  it('cut or damaged files are read or refused', async () => {
    let seed = 20_240_318;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const whole = fixture('meishan-2023');
    for (let round = 0; round < 12; round += 1) {
      const bytes = Buffer.from(round % 3 === 0 ? whole.subarray(0, random(whole.length)) : whole);
      if (round % 3 !== 0)
        for (let flips = 0; flips < 40 * round && bytes.length > 0; flips += 1) bytes[random(bytes.length)]! ^= 1 << random(8);
      const outcome = await parse(bytes).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UnreadableDocumentError);
    }
  }, 90_000);
});
