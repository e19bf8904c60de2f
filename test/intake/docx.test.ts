import type { ParseResult } from '../../src/intake';
import type { TableCell } from '../../src/intake/document';
import { readDocx } from '../../src/intake/readers/docx/docx.reader';
import { docxOf, numberingOf, paragraph, paragraphOf, run, tableOf, wordParts, type WordFile } from '../support/office/docx-writer';
import { category, DEADLINE, NUMBER, planCells, TASK, UNITS, type PlanColumn } from '../support/office/plan-cells';
import { zipOf } from '../support/office/zip-writer';
import { contentOf, gridOf, officeFile, officeReading, PLANS, sourceText, tasksOf, textsOf } from './office-reading';
import { brief } from './reading-of';

async function blocksOf(file: WordFile): Promise<unknown[]> {
  return textsOf((await readDocx(docxOf(file))).blocks);
}

const cells = (...rows: (string | [string, number, number])[][]): TableCell[][] =>
  rows.map((row) => {
    let column = 0;
    return row.flatMap((value) => {
      const [text, rowSpan, colSpan] = typeof value === 'string' ? [value, 1, 1] : value;
      const place = column;
      column += colSpan;
      return text === '^' ? [] : [{ text, column: place, rowSpan, colSpan }];
    });
  });

describe.each(PLANS)('%s as a Word file', (name, count) => {
  it(`has the same header, ${count} tasks and annexes as its text`, async () => {
    const reading = await officeReading(officeFile(name, 'docx'));
    expect(reading.tasks).toHaveLength(count);
    expect(contentOf(reading)).toEqual(contentOf(await officeReading(sourceText(name))));
  });
});

describe('one plan in the layouts of many offices', () => {
  let plan: ParseResult;
  const LAYOUT: PlanColumn[] = [NUMBER, category(0, '工作任务'), category(1, '重点领域'), TASK, UNITS, DEADLINE];
  const TITLE = paragraph('2023年全区政务公开工作要点分工表');

  beforeAll(async () => {
    plan = await officeReading(sourceText('tongchuan-2023'));
  });

  async function expectSameTasks(body: string, numbering?: string): Promise<void> {
    const reading = await officeReading(docxOf({ body, ...(numbering === undefined ? {} : { numbering }) }));
    expect(tasksOf(reading)).toEqual(tasksOf(plan));
  }

  it('category cells merged', async () => {
    await expectSameTasks(TITLE + tableOf(planCells(plan, LAYOUT), { headerRows: 1 }));
  });

  it('cells of units and deadlines merged too', async () => {
    const merged = LAYOUT.map((column) => (column === UNITS || column === DEADLINE ? { ...column, merged: true } : column));
    await expectSameTasks(TITLE + tableOf(planCells(plan, merged)));
  });

  it('nothing merged, each cell printed in every row', async () => {
    await expectSameTasks(
      TITLE +
        tableOf(
          planCells(
            plan,
            LAYOUT.map((column) => ({ ...column, merged: false })),
          ),
        ),
    );
  });

  it('the title as a row of the table, a remark as its last row', async () => {
    const rows = planCells(plan, LAYOUT);
    const title = [{ text: '2023年全区政务公开工作要点分工表', column: 0, rowSpan: 1, colSpan: 6 }];
    const remark = [{ text: '备注：上级另有要求的，从其要求。', column: 0, rowSpan: 1, colSpan: 6 }];
    const reading = await officeReading(docxOf({ body: tableOf([title, ...rows, remark]) }));
    expect(tasksOf(reading)).toEqual(tasksOf(plan));
    expect(reading.plan).toMatchObject({ title: plan.plan.title, remarks: ['备注：上级另有要求的，从其要求。'] });
  });

  it('cut into tables under the same heading, with blank paragraphs between', async () => {
    const [heading = [], ...rows] = planCells(plan, LAYOUT);
    const cut = rows.findIndex((row, index) => index > 15 && row.length === LAYOUT.length);
    await expectSameTasks(`${TITLE}${tableOf([heading, ...rows.slice(0, cut)])}<w:p/><w:p/>${tableOf([heading, ...rows.slice(cut)])}`);
  });

  it('areas as rows of their own over the rows of their tasks', async () => {
    const layout = LAYOUT.filter((column) => column !== LAYOUT[1] && column !== NUMBER);
    const [heading = [], ...rows] = planCells(plan, layout);
    const withAreas = rows.flatMap((row, index) => {
      const area = plan.tasks[index]?.categoryPath[0] ?? '';
      const section = [{ text: area, column: 0, rowSpan: 1, colSpan: layout.length }];
      return area === plan.tasks[index - 1]?.categoryPath[0] ? [row] : [section, row];
    });
    await expectSameTasks(TITLE + tableOf([heading, ...withAreas]));
  });

  it('numbers counted by Word, a paragraph for every unit, everything in content controls', async () => {
    const layout = LAYOUT.map((column) =>
      column === NUMBER ? { ...column, of: (_: unknown, index: number) => String(index + 1), merged: false } : column,
    );
    const table = tableOf(planCells(plan, layout), {
      content: (cell, row) => {
        if (cell.column === 0 && row > 0) return paragraph('', { list: [1, 0] });
        if (cell.column !== 4) return `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(cell.text)}</w:sdtContent></w:sdt>`;
        return cell.text
          .split(/(?<=[、，])/)
          .map((line) => paragraph(line))
          .join('');
      },
    });
    const body = `${TITLE}<w:sdt><w:sdtPr/><w:sdtContent>${table}</w:sdtContent></w:sdt>`;
    const numbering = numberingOf([[{ style: 'decimal', text: '%1' }]]);
    await expectSameTasks(body, numbering);
    const reading = await officeReading(docxOf({ body, numbering }));
    expect(reading.tasks.map((task) => task.printedNumber)).toEqual(plan.tasks.map((_, index) => String(index + 1)));
  });

  it('written under the strict names of the format, with prefixes of its own', async () => {
    const parts = wordParts({ body: TITLE + tableOf(planCells(plan, LAYOUT)) }).map((part) =>
      part.name === 'word/document.xml'
        ? {
            ...part,
            content: String(part.content)
              .replace(
                /http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main/,
                'http://purl.oclc.org/ooxml/wordprocessingml/main',
              )
              .replace(/(<\/?|\s)w:/g, '$1ns0:')
              .replace('xmlns:w=', 'xmlns:ns0='),
          }
        : part,
    );
    expect(tasksOf(await officeReading(zipOf(parts)))).toEqual(tasksOf(plan));
  });
});

describe('small plans', () => {
  it('prose whose items end in their units and deadline', async () => {
    const item = (text: string): string => paragraph(text, { list: [1, 2] });
    const reading = await officeReading(
      docxOf({
        body: [
          paragraph('2024年全县政务公开工作要点'),
          paragraph('重点任务', { list: [1, 0] }),
          paragraph('深化主动公开', { list: [1, 1] }),
          item('公开重大项目信息。（责任单位：县发展改革局；完成时限：2024年6月底）'),
          item('公开财政预决算。（责任单位：县财政局；完成时限：2024年9月底）'),
          paragraph('加强解读', { list: [1, 1] }),
          item('政策性文件全部解读。（责任单位：县政府办公室；完成时限：长期坚持）'),
        ].join(''),
        numbering: numberingOf([
          [
            { style: 'chineseCountingThousand', text: '%1、' },
            { style: 'chineseCountingThousand', text: '（%2）' },
            { style: 'decimal', text: '%3.', gap: 'tab' },
          ],
        ]),
      }),
    );
    expect(brief(reading)).toEqual([
      { path: '重点任务 > 深化主动公开', text: '公开重大项目信息。', units: 'R:县发展改革局', due: 'BY_DATE 2024-06-30' },
      { path: '重点任务 > 深化主动公开', text: '公开财政预决算。', units: 'R:县财政局', due: 'BY_DATE 2024-09-30' },
      { path: '重点任务 > 加强解读', text: '政策性文件全部解读。', units: 'R:县政府办公室', due: 'ONGOING' },
    ]);
    expect(reading.tasks.map((task) => task.printedNumber)).toEqual(['1', '2', '1']);
  });

  it('a heading of two rows, the title in a text box', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('2024年任务分解表')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('2024年任务分解表')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const table = tableOf(
      cells(
        [
          ['序号', 2, 1],
          ['任务', 2, 1],
          ['责任分工', 1, 2],
          ['时限', 2, 1],
        ],
        ['^', '^', '牵头单位', '配合单位', '^'],
        ['1', '公开规划实施情况，加强解读。', '市发改局', '市财政局', ['6月底', 2, 1]],
        ['2', '公开重大项目进展，定期更新。', '市住建局', '', '^'],
      ),
      { headerRows: 2 },
    );
    const reading = await officeReading(docxOf({ body: paragraphOf(box) + table }));
    expect(reading.plan.title).toBe('2024年任务分解表');
    expect(brief(reading).map(({ units, due }) => [units, due])).toEqual([
      ['L:市发改局 S:市财政局', 'BY_DATE 2024-06-30'],
      ['L:市住建局', 'BY_DATE 2024-06-30'],
    ]);
  });
});

describe('text', () => {
  it('of tracked changes is what stays; hidden text, instructions of fields, comments and readings are not printed', async () => {
    const body = [
      paragraphOf(
        `${run('公开')}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run('新')}</w:ins><w:moveFrom>${run('走')}</w:moveFrom>${run('信息')}${run('（内部）', '<w:vanish/>')}`,
      ),
      paragraphOf(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>${run('藏')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink>${run('页')}</w:hyperlink>`,
      ),
      paragraphOf(`<w:r><w:ruby><w:rt>${run('dá')}</w:rt><w:rubyBase>${run('达')}</w:rubyBase></w:ruby></w:r>${run('州\n市\t委')}`),
      paragraphOf(run('一段'), { properties: '<w:rPr><w:del/></w:rPr>' }),
      paragraph('并作一段'),
      '<w:altChunk r:id="rId9"/>',
    ];
    expect(await blocksOf({ body: body.join('') })).toEqual(['公开新信息', '7页', '达州\n市\t委', '一段并作一段']);
  });

  it('of a table of contents repeats the headings and is left out', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>';
    expect(await blocksOf({ body: paragraph('一、总则\t1', { style: '11' }) + paragraph('一、总则'), styles })).toEqual(['一、总则']);
  });
});

describe('numbers of lists', () => {
  const numbering = numberingOf(
    [
      [
        { style: 'chineseCountingThousand', text: '%1、' },
        { style: 'chineseCounting', text: '（%2）' },
        { style: 'decimal', text: '%3.', gap: 'space' },
      ],
      [{ style: 'bullet', text: '' }],
      [
        { style: 'decimalEnclosedCircleChinese', text: '%1' },
        { style: 'decimal', text: '%1.%2', more: '<w:isLgl/>' },
      ],
    ],
    '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>',
  );

  it('are printed as the list defines them, and begin anew below a higher one', async () => {
    const at = (level: number): string => paragraph('甲', { list: [1, level] });
    expect(await blocksOf({ body: [at(0), at(1), at(2), at(2), at(1), at(2), at(0), at(1)].join(''), numbering })).toEqual([
      '一、甲',
      '（一）甲',
      '1. 甲',
      '2. 甲',
      '（二）甲',
      '1. 甲',
      '二、甲',
      '（一）甲',
    ]);
  });

  it('bullets are ornaments; circled and decimal numbers; a list that begins at eleven', async () => {
    const body = [
      paragraph('甲', { list: [2, 0] }),
      paragraph('乙', { list: [3, 0] }),
      paragraph('丙', { list: [3, 1] }),
      paragraph('丁', { list: [9, 0] }),
      paragraph('戊', { list: [9, 0] }),
      paragraph('己', { list: [0, 0] }),
    ];
    expect(await blocksOf({ body: body.join(''), numbering })).toEqual(['甲', '①乙', '1.1丙', '十一、丁', '十二、戊', '己']);
  });

  it('come from the style of the paragraph and those that it is based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="节"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="小节"/><w:basedOn w:val="a"/></w:style>';
    const body = paragraph('甲', { style: 'a' }) + paragraph('乙', { style: 'b' }) + paragraph('丙', { style: 'b', list: [0, 0] });
    expect(await blocksOf({ body, numbering, styles })).toEqual(['（一）甲', '（二）乙', '丙']);
  });
});

describe('tables', () => {
  it('merged cells stand once, where they begin, with their spans', async () => {
    const grid = cells([['甲', 2, 2], '乙', '丙'], [], ['戊', '己', '', ['庚', 2, 1]], [['辛', 1, 3], '^']);
    grid[1] = [{ text: '丁', column: 2, rowSpan: 1, colSpan: 2 }];
    expect(await blocksOf({ body: tableOf(grid) })).toEqual([
      [['0:甲 2×2', '2:乙', '3:丙'], ['2:丁 1×2'], ['0:戊', '1:己', '2:', '3:庚 2×1'], ['0:辛 1×3']],
    ]);
  });

  it('rows that begin later, cells merged the old way, deleted rows, a merged cell without a beginning', async () => {
    const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('甲', '<w:hMerge w:val="restart"/>')}${cell('', '<w:hMerge/>')}${cell('乙')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('丙')}${cell('丁', '<w:vMerge/>')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cell('旧')}</w:tr></w:tbl>`;
    expect(await blocksOf({ body })).toEqual([
      [
        ['0:甲 1×2', '2:乙'],
        ['1:丙', '2:丁'],
      ],
    ]);
  });

  it('a table inside a cell is lines of the cell; a frame of one cell is what it holds', async () => {
    const inner = tableOf(cells(['甲', '1'], ['乙', '2']));
    const outer = tableOf(cells(['项', '说明'], ['丙', '丁']), {
      content: (cell, row) => (row === 1 && cell.column === 1 ? paragraph('如下：') + inner + paragraph('') : paragraph(cell.text)),
    });
    expect(await blocksOf({ body: outer })).toEqual([
      [
        ['0:项', '1:说明'],
        ['0:丙', '1:如下：\n甲\t1\n乙\t2'],
      ],
    ]);
    const frame = tableOf(cells(['框']), { content: () => paragraph('标题') + inner + paragraph('') });
    expect(await blocksOf({ body: frame })).toEqual([
      '标题',
      [
        ['0:甲', '1:1'],
        ['0:乙', '1:2'],
      ],
    ]);
  });

  it('of another heading that follow one another stay apart, and rows know their number', async () => {
    const { blocks } = await readDocx(
      docxOf({ body: tableOf(cells(['甲', '乙'], ['1', '2'])) + tableOf(cells(['丙', '丁'], ['3', '4'])) }),
    );
    expect(blocks).toHaveLength(2);
    const joined = await readDocx(docxOf({ body: tableOf(cells(['甲', '乙'], ['1', '2'])) + tableOf(cells(['甲', '乙'], ['3', '4'])) }));
    const [table, another] = joined.blocks;
    expect(another).toBeUndefined();
    expect(table?.kind === 'table' && gridOf(table)).toEqual([
      ['0:甲', '1:乙'],
      ['0:1', '1:2'],
      ['0:3', '1:4'],
    ]);
    expect(table?.kind === 'table' && table.rows.map((row) => row.position.row)).toEqual([1, 2, 3]);
  });
});

describe('tables of unusual shape', () => {
  const form = (task: string, text: string, unit: string, due: string): string =>
    tableOf(cells(['任务名称', [task, 1, 3]], ['主要内容', [text, 1, 3]], ['牵头单位', [unit, 1, 1], '完成时限', [due, 1, 1]]));

  it('a form for each task, its labels beside their values', async () => {
    const first = form('政策文件库建设', '归集现行有效行政规范性文件，统一公开。', '区政府办公室', '2024年6月30日');
    const second = form('政务公开专区升级', '升级改造街道政务公开专区。', '区行政审批局', '2024年10月31日');
    const body = `${paragraph('新城区2024年政务公开重点项目任务书')}${paragraph('项目一')}${first}${paragraph('项目二')}${second}`;
    expect(brief(await officeReading(docxOf({ body })))).toEqual([
      { path: '政策文件库建设', text: '归集现行有效行政规范性文件，统一公开。', units: 'L:区政府办公室', due: 'BY_DATE 2024-06-30' },
      { path: '政务公开专区升级', text: '升级改造街道政务公开专区。', units: 'L:区行政审批局', due: 'BY_DATE 2024-10-31' },
    ]);
  });

  it('a heading of two rows whose lower one only counts the levels of the upper', async () => {
    const body =
      paragraph('石门市2024年政务公开工作责任清单') +
      tableOf(
        cells(
          [
            ['公开领域', 1, 2],
            ['目标任务', 2, 1],
            ['责任体系', 1, 2],
            ['时间进度', 2, 1],
          ],
          ['一级', '二级', '^', '牵头单位', '责任单位', '^'],
          ['放管服改革', '证照办理', '推进电子证照共享应用，公开清单。', '市数据局', '市级各部门', '11月底'],
        ),
      );
    expect(brief(await officeReading(docxOf({ body })))).toEqual([
      {
        path: '放管服改革 > 证照办理',
        text: '推进电子证照共享应用，公开清单。',
        units: 'L:市数据局 R:«市级各部门»',
        due: 'BY_DATE 2024-11-30',
      },
    ]);
  });
});
