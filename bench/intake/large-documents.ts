import { PdfPageWriter, pdfOf } from '../../test/support/pdf-writer';
import { xlsxOf, type SheetValue } from '../../test/support/office/xlsx-writer';

const HEADING = ['序号', '工作任务', '责任单位', '完成时限'];
const UNITS = ['市教育局', '市财政局、市审计局', '各县（市、区）人民政府', '市民政局等部门（单位）'];
const DEADLINES = ['2024年6月底', '长期坚持', '每季度', '信息形成后20个工作日内'];

function cellsOf(row: number): [number: string, text: string, units: string, deadline: string] {
  const text = `公开第${row}类事项的办理依据、条件、程序和结果，办理情况按季度汇总，全年更新不少于4次。`;
  return [String(row), text, UNITS[row % UNITS.length] ?? '', DEADLINES[row % DEADLINES.length] ?? ''];
}

/** A workbook of so many tasks. */
export function largeWorkbook(tasks: number): Buffer {
  const rows = Array.from({ length: tasks }, (_, index): SheetValue[] => cellsOf(index + 1));
  return xlsxOf({ sheets: [{ name: '任务清单', rows: [['2024年政务公开任务清单'], HEADING, ...rows] }] });
}

const LEFT = [50, 90, 320, 450, 545];
const TASKS_A_PAGE = 10;
const HEIGHT = 70;
/** Lines of a cell of so many characters. */
const wrapped = (text: string, width: number): string[] => text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];

/** A PDF of so many pages of a ruled table. */
export function largePdf(pages: number): Buffer {
  const printed = Array.from({ length: pages }, (_, index) => {
    const page = new PdfPageWriter();
    const tops = Array.from({ length: TASKS_A_PAGE + 2 }, (_, row) => 800 - (row === 0 ? 0 : 30 + (row - 1) * HEIGHT));
    page.grid(LEFT, tops);
    HEADING.forEach((name, column) => page.text((LEFT[column] ?? 0) + 4, 780, name));
    for (let row = 0; row < TASKS_A_PAGE; row += 1) {
      const cells = cellsOf(index * TASKS_A_PAGE + row + 1);
      const top = (tops[row + 1] ?? 0) - 14;
      cells.forEach((text, column) => page.lines((LEFT[column] ?? 0) + 4, top, wrapped(text, column === 1 ? 21 : 11)));
    }
    return page;
  });
  return pdfOf(printed);
}

/** Lines of a text in which the borders of a table of so many tasks are lost. */
export function largeFlowedText(tasks: number): Buffer {
  const rows = Array.from({ length: tasks }, (_, index) => {
    const [number, text, units, deadline] = cellsOf(index + 1);
    return [number, ...wrapped(text, 18), ...wrapped(units, 9), deadline].join('\n');
  });
  return Buffer.from(`2024年政务公开任务清单\n\n${HEADING.join(' ')}\n${rows.join('\n')}\n`);
}

/** The same text with its columns kept apart by spaces. */
export function largeLaidOutText(tasks: number): Buffer {
  const column = (text: string, width: number): string => text + ' '.repeat(Math.max(2, width - text.length));
  const rows = Array.from({ length: tasks }, (_, index) => {
    const [number, text, units, deadline] = cellsOf(index + 1);
    const [texts, bodies] = [wrapped(text, 18), wrapped(units, 9)];
    return texts
      .map((line, at) => column(at === 0 ? number : '', 6) + column(line, 22) + column(bodies[at] ?? '', 13) + (at === 0 ? deadline : ''))
      .join('\n');
  });
  const heading = column('序号', 6) + column('工作任务', 22) + column('责任单位', 13) + '完成时限';
  return Buffer.from(`2024年政务公开任务清单\n\n${heading}\n${rows.join('\n')}\n`);
}
