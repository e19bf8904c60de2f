import type { ParseResult } from '../../src/intake';
import type { TableCell } from '../../src/intake/document';
import { showNumber } from '../../src/intake/readers/xlsx/shown-number';
import { readXlsx } from '../../src/intake/readers/xlsx/xlsx.reader';
import { category, DEADLINE, NUMBER, planCells, TASK, UNITS, type PlanColumn } from '../support/office/plan-cells';
import { sheetRows, workbookParts, xlsxOf, type Sheet, type SheetValue, type Workbook } from '../support/office/xlsx-writer';
import { zipOf } from '../support/office/zip-writer';
import { contentOf, officeFile, officeReading, PLANS, sourceText, tasksOf, textsOf } from './office-reading';
import { brief } from './reading-of';

async function blocksOf(sheet: Partial<Sheet>, workbook: Partial<Workbook> = {}): Promise<unknown[]> {
  return textsOf((await readXlsx(xlsxOf({ sheets: [{ name: '表', rows: [], ...sheet }], ...workbook }))).blocks);
}

describe.each(PLANS)('%s as a workbook', (name, count) => {
  it(`has the same header, ${count} tasks and annexes as its text`, async () => {
    const reading = await officeReading(officeFile(name, 'xlsx'));
    expect(reading.tasks).toHaveLength(count);
    expect(contentOf(reading)).toEqual(contentOf(await officeReading(sourceText(name))));
  });
});

describe('one plan in the layouts of many offices', () => {
  let plan: ParseResult;
  const LAYOUT: PlanColumn[] = [NUMBER, category(0, '工作任务'), category(1, '重点领域'), TASK, UNITS, DEADLINE];
  const TITLE = '2023年全区政务公开工作要点分工表';

  beforeAll(async () => {
    plan = await officeReading(sourceText('tongchuan-2023'));
  });

  /** A sheet of the table under its title. */
  function sheetOf(rows: readonly (readonly TableCell[])[], changes: Partial<Sheet> = {}): Sheet {
    const table = sheetRows(rows, 2);
    return { name: '分工表', ...changes, rows: [[TITLE], ...table.rows], merged: ['A1:F1', ...table.merged] };
  }

  async function expectSameTasks(sheets: readonly Sheet[], workbook: Partial<Workbook> = {}): Promise<ParseResult> {
    const reading = await officeReading(xlsxOf({ sheets, ...workbook }));
    expect(tasksOf(reading)).toEqual(tasksOf(plan));
    return reading;
  }

  it('category cells merged, under a merged title', async () => {
    const { plan: header, tasks } = await expectSameTasks([sheetOf(planCells(plan, LAYOUT))]);
    expect(header.title).toBe(TITLE);
    expect(tasks.map(({ source }) => source.row)).toEqual(plan.tasks.map((_, index) => index + 3));
  });

  it('cells of units and deadlines merged too', async () => {
    await expectSameTasks([
      sheetOf(
        planCells(
          plan,
          LAYOUT.map((column) => ({ ...column, merged: column !== TASK })),
        ),
      ),
    ]);
  });

  it('blank cells that mean "as above" instead of merged ones', async () => {
    const rows = planCells(plan, LAYOUT).map((row) => row.map((cell) => ({ ...cell, rowSpan: 1 })));
    await expectSameTasks([sheetOf(rows)]);
  });

  it('instructions on a sheet before, lists for choice on a hidden one after', async () => {
    const instructions: Sheet = { name: '填报说明', rows: [['填报说明'], ['1.请各单位对照本表落实。'], ['2.每季度末报送进展。']] };
    const choices: Sheet = {
      name: '选项',
      state: 'hidden',
      rows: [
        ['时限', '状态'],
        ['及时公开', '已完成'],
        ['长期坚持', '推进中'],
      ],
    };
    const read = await officeReading(xlsxOf({ sheets: [instructions, sheetOf(planCells(plan, LAYOUT)), choices] }));
    const printed = ({ tasks }: ParseResult): unknown[] =>
      tasks.map(({ categoryPath, text, responsibilities, deadline }) => [
        categoryPath,
        text,
        responsibilities,
        deadline.kind,
        deadline.text,
      ]);
    expect(printed(read)).toEqual(printed(plan));
  });

  it('a sheet for every area', async () => {
    const layout = LAYOUT.filter((column) => column !== LAYOUT[1]);
    const areas = [...new Set(plan.tasks.map((task) => task.categoryPath[0]))];
    const sheets = areas.map((area, index) => {
      const tasks = plan.tasks.filter((task) => task.categoryPath[0] === area);
      const table = sheetRows(planCells({ ...plan, tasks }, layout), 3);
      const heading = `${'一二三四五'[index] ?? ''}、${area ?? ''}`;
      return {
        name: area ?? '',
        rows: [[index === 0 ? TITLE : null], [heading], ...table.rows],
        merged: ['A1:E1', 'A2:E2', ...table.merged],
      };
    });
    await expectSameTasks(sheets);
  });

  it('the table away from the corner, with a blank column inside and thousands of formatted blank cells around', async () => {
    const formatted: SheetValue = { attributes: 's="0"', content: '' };
    const rows = planCells(plan, LAYOUT).map((row) => row.map((cell) => ({ ...cell, column: cell.column + (cell.column > 2 ? 3 : 2) })));
    const table = sheetRows(rows, 4);
    const wide = table.rows.map((row) => [...row, ...Array.from({ length: 200 }, () => formatted)]);
    const long = Array.from({ length: 3000 }, () => [formatted, formatted, formatted]);
    await expectSameTasks([{ name: '分工表', rows: [[], [null, null, TITLE], null, ...wide, ...long], merged: table.merged }]);
  });

  it('hidden rows and columns of drafts and working notes', async () => {
    const notes = { text: '内部掌握，不印发', column: 6, rowSpan: 1, colSpan: 1 };
    const rows = planCells(plan, LAYOUT).map((row) => [...row, notes]);
    const draft = { text: '作废：旧任务。', column: 3, rowSpan: 1, colSpan: 1 };
    const sheet = sheetOf([...rows, [draft, { ...draft, column: 4, text: '区教育局' }]]);
    await expectSameTasks([{ ...sheet, hiddenRows: [sheet.rows.length], columns: '<col min="7" max="7" hidden="1"/>' }]);
  });

  it('remarks, the reporting unit and the date above and below the table', async () => {
    const sheet = sheetOf(planCells(plan, LAYOUT));
    const { plan: header } = await expectSameTasks([
      { ...sheet, rows: [...sheet.rows, ['备注：上级另有要求的，从其要求。'], [], ['区政府办公室'], ['2023年6月1日']] },
    ]);
    expect(header).toMatchObject({ remarks: ['备注：上级另有要求的，从其要求。'], issuedOn: '2023-06-01' });
  });

  it('areas as merged rows over the rows of their tasks, texts in the table of shared strings', async () => {
    const layout = LAYOUT.filter((column) => column !== LAYOUT[1] && column !== NUMBER);
    const [heading = [], ...rows] = planCells(plan, layout);
    const withAreas = rows.flatMap((row, index) => {
      const area = plan.tasks[index]?.categoryPath[0] ?? '';
      const section = [{ text: area, column: 0, rowSpan: 1, colSpan: layout.length }];
      return area === plan.tasks[index - 1]?.categoryPath[0] ? [row] : [section, row];
    });
    const sheet = sheetOf([heading, ...withAreas]);
    const strings: string[] = [];
    const shared = sheet.rows.map((row) =>
      (row ?? []).map((value) => {
        if (typeof value !== 'string') return value;
        strings.push(
          `<si><r><t>${value.slice(0, 2)}</t></r><r><rPr><b/></rPr><t>${value.slice(2)}</t></r><rPh sb="0" eb="1"><t>pīn</t></rPh></si>`,
        );
        return { attributes: 't="s"', content: `<v>${strings.length - 1}</v>` };
      }),
    );
    await expectSameTasks([{ ...sheet, rows: shared }], { sharedStrings: strings.join('') });
  });
});

describe('a small plan', () => {
  it('with a heading of two rows, real dates, shares and numbers', async () => {
    const day = (serial: number, style: number): SheetValue => ({ attributes: `s="${style}"`, content: `<v>${serial}</v>` });
    const reading = await officeReading(
      xlsxOf({
        formats: ['yyyy"年"m"月"d"日"', 14, 'm"月"d"日";@', '0%'],
        sheets: [
          {
            name: '任务',
            rows: [
              ['2024年全县政务公开工作任务分解表'],
              ['序号', '任务', '指标', '责任分工', null, '时限'],
              [null, null, null, '牵头单位', '配合单位'],
              [1, '公开重大项目信息。', '及时率', '县发展改革局', '县财政局', day(45473, 1)],
              [2, '公开财政预决算信息。', day(1, 4), '县财政局', null, day(45565, 2)],
              [3, '组织政务公开业务培训。', null, '县政府办公室', null, day(45657, 3)],
            ],
            merged: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3'],
          },
        ],
      }),
    );
    expect(reading.tasks.map((task) => [task.printedNumber, task.deadline.text, task.deadline.dueOn])).toEqual([
      ['1', '2024年6月30日', '2024-06-30'],
      ['2', '2024-09-30', '2024-09-30'],
      ['3', '12月31日', '2024-12-31'],
    ]);
    expect(brief(reading).map(({ units }) => units)).toEqual(['L:县发展改革局 S:县财政局', 'L:县财政局', 'L:县政府办公室']);
  });
});

describe('what a cell shows', () => {
  it.each([
    [45169, 'yyyy"年"m"月"d"日"', '2023年8月31日'],
    [45169, 'yyyy"年"m"月"d"日";@', '2023年8月31日'],
    [45169, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2023-08-31'],
    [45169, '[$-804]yyyy\\年mm\\月dd\\日', '2023年08月31日'],
    [45169, '[DBNum1][$-804]yyyy"年"m"月"d"日";@', '二〇二三年八月三十一日'],
    [45169, 'yyyy"年"m"月"', '2023年8月'],
    [45169, 'm"月"d"日"', '8月31日'],
    [45169, 'yyyy/m/d', '2023-08-31'],
    [45169, 'm/d/yy', '2023-08-31'],
    [45169, 'mmm-yy', '2023年8月'],
    [45169, 'd-mmm', '8月31日'],
    [45169.75, 'yyyy-mm-dd hh:mm', '2023-08-31 18:00'],
    [0.75, 'h:mm', '18:00'],
    [45169.75, 'yyyy"年"m"月"d"日" 上午/下午h"时"mm"分"', '2023年8月31日 下午6时00分'],
    [45169, '[$-804]aaaa', '星期四'],
    [1, 'yyyy/m/d', '1900-01-01'],
    [61, 'yyyy/m/d', '1900-03-01'],
    [-5, 'yyyy/m/d', '-5'],
    [9e9, 'yyyy/m/d', '9000000000'],
    [0.55, '0%', '55%'],
    [0.5512, '0.0%', '55.1%'],
    [5, 'General', '5'],
    [0.1 + 0.2, 'General', '0.3'],
    [8.31, 'General', '8.31'],
    [12345678901, 'General', '12345678901'],
    [53, '0"项"', '53项'],
    [7, '"第"0"条"', '第7条'],
    [7, '000', '007'],
    [1234.5, '#,##0.00', '1,234.50'],
    [1234.5, '#,##0.##', '1,234.5'],
    [1234, '¥#,##0_);[Red](¥#,##0)', '¥1,234'],
    [-1234, '0.0_);(0.0)', '(1234.0)'],
    [-3, '0', '-3'],
    [0, '0;-0;"—"', '—'],
    [12, '[DBNum1][$-804]General', '十二'],
    [3, '[>=3]"优";"良"', '优'],
    [2, '[>=3]"优";"良"', '良'],
    [3, '@', '3'],
    [1.5, '# ?/?', '1.5'],
    [150000, '0.00E+00', '150000'],
    [3, ';;;', ''],
    [3, '', '3'],
  ])('%d in the format %s is %s', (value, code, shown) => {
    expect(showNumber(value, code, false)).toBe(shown);
  });

  it('dates of workbooks that count from 1904', () => {
    expect(showNumber(43707, 'yyyy"年"m"月"d"日"', true)).toBe('2023年8月31日');
    expect(showNumber(0, 'yyyy/m/d', true)).toBe('1904-01-01');
  });

  it('values that formulas had, truth values, errors, dates as text, line breaks', async () => {
    const rows: SheetValue[][] = [
      [
        { attributes: 't="str"', content: '<f>A2&amp;B2</f><v>公式的值</v>' },
        { attributes: '', content: '<f>SUM(A1:A9)</f><v>12</v>' },
        { attributes: 't="b"', content: '<v>1</v>' },
        { attributes: 't="e"', content: '<f>1/0</f><v>#DIV/0!</v>' },
        { attributes: 't="d"', content: '<v>2023-08-31T00:00:00</v>' },
      ],
      [{ attributes: '', content: '<f>NOW()</f>' }, '甲_x000D_\n乙', 'x_x0041_y', null, '丙'],
    ];
    expect(await blocksOf({ rows })).toEqual([
      [
        ['0:公式的值', '1:12', '2:TRUE', '3:#DIV/0!', '4:2023-08-31'],
        ['0:', '1:甲\n乙', '2:xAy', '3:', '4:丙'],
      ],
    ]);
  });
});

describe('sheets', () => {
  it('rows and cells that leave their places unsaid follow one another', async () => {
    const rows =
      '<row><c><v>1</v></c><c t="inlineStr"><is><t>甲</t></is></c></row><row r="2"><c r="B2"><v>2</v></c><c><v>3</v></c></row><row><c r="A1"><v>4</v></c><c><v>5</v></c></row>';
    const content = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
    const parts = workbookParts({ sheets: [{ name: '表', rows: [] }] });
    const bytes = zipOf(parts.map((part) => (part.name === 'xl/worksheets/sheet1.xml' ? { ...part, content } : part)));
    expect(textsOf((await readXlsx(bytes)).blocks)).toEqual([
      [
        ['0:1', '1:甲', '2:'],
        ['0:', '1:2', '2:3'],
        ['0:4', '1:5', '2:'],
      ],
    ]);
  });

  it('tables apart by a blank row are two, with what stands over each', async () => {
    expect(
      await blocksOf({
        rows: [
          ['组织机构'],
          ['姓名', '职务'],
          ['张三', '组长'],
          null,
          ['任务'],
          ['序号', '任务'],
          [1, '公开'],
          [2, '解读'],
          null,
          ['说明'],
        ],
      }),
    ).toEqual([
      '组织机构',
      [
        ['0:姓名', '1:职务'],
        ['0:张三', '1:组长'],
      ],
      '任务',
      [
        ['0:序号', '1:任务'],
        ['0:1', '1:公开'],
        ['0:2', '1:解读'],
      ],
      '说明',
    ]);
  });

  it('a merged cell that begins in a hidden row or column stands where it is first seen', async () => {
    expect(
      await blocksOf({
        rows: [
          ['域', '任务', '单位'],
          ['甲', '藏', '局'],
          [null, '公开', '委'],
          [null, '解读', '办'],
        ],
        merged: ['A2:A4'],
        hiddenRows: [2],
      }),
    ).toEqual([
      [
        ['0:域', '1:任务', '2:单位'],
        ['0:甲 2×1', '1:公开', '2:委'],
        ['1:解读', '2:办'],
      ],
    ]);
    expect(
      await blocksOf({
        rows: [
          ['域', null, '任务'],
          ['甲', '乙', '公开'],
        ],
        merged: ['A1:B1'],
        columns: '<col min="1" max="1" width="0"/>',
      }),
    ).toEqual([
      [
        ['0:域', '1:任务'],
        ['0:乙', '1:公开'],
      ],
    ]);
  });

  it('a last row with a text alone in another column than the first is a row of the table', async () => {
    expect(
      await blocksOf({
        rows: [
          ['域', '任务', '时限'],
          ['甲', '公开', '6月'],
          [null, '解读'],
        ],
      }),
    ).toEqual([
      [
        ['0:域', '1:任务', '2:时限'],
        ['0:甲', '1:公开', '2:6月'],
        ['0:', '1:解读', '2:'],
      ],
    ]);
  });

  it('positions name the sheet and the row in it', async () => {
    const { blocks } = await readXlsx(xlsxOf({ sheets: [{ name: '甲表', rows: [null, ['题'], ['a', 'b'], ['c', 'd']] }] }));
    expect(blocks.map(({ position }) => position)).toEqual([
      { page: null, sheet: '甲表', row: 2, line: null },
      { page: null, sheet: '甲表', row: 3, line: null },
    ]);
    expect(blocks[1]).toMatchObject({ rows: [{ position: { row: 3 } }, { position: { row: 4 } }] });
  });
});
