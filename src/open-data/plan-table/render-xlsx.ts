import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { PlanGrid } from '../../intake';
import { badUserInput } from '../../platform/graphql';

/** Widths in characters of what stands in a column; the task's own words are the widest. */
const widthOf: Record<string, number> = { 序号: 8, 工作任务: 60, 责任单位: 40, 完成时限: 20 };
const usualWidth = 16;

const grid = { borderStyle: 'thin', alignVertical: 'center', wrap: true } as const;

/** A cell of a workbook holds no more characters (UTF-16 units); programs cut the rest off, or refuse the file. */
const longestCell = 32_767;

/** The grid as a workbook of one sheet: every cell is text, and none is hidden. BAD_USER_INPUT where a cell is longer than a workbook holds. */
export async function renderXlsx(table: PlanGrid): Promise<Buffer> {
  const { rows, titleRows, headRows } = table;
  refuseLongCells(table);
  const columns = rows[titleRows]!.map((title) => ({ width: widthOf[title] ?? usualWidth }));
  const data: SheetData = rows.map((row, at) => row.map((text, column) => cellOf(table, text, at, column)));
  return writeXlsxFile(data, { sheet: '分工表', columns, orientation: 'landscape', stickyRowsCount: titleRows + headRows }).toBuffer();
}

function refuseLongCells({ rows, titleRows }: PlanGrid): void {
  for (const [at, row] of rows.entries()) {
    const column = row.findIndex((text) => text.length > longestCell);
    if (column === -1) continue;
    const place = `${at + 1}/${column + 1}`;
    const title = rows[titleRows]![column]!;
    throw badUserInput(
      `The cell in row/column ${place} (${title}) has ${row[column]!.length} characters, and a workbook holds ${longestCell}: take the CSV, which holds all of it. / 第 ${place} 行/列（${title}）有 ${row[column]!.length} 字，超过工作簿单元格上限 ${longestCell} 字：请改用 CSV，内容完整。`,
      { longestCell },
    );
  }
}

function cellOf({ titleRows, headRows, taskRows, printedColumns }: PlanGrid, text: string, row: number, column: number): CellObject | null {
  const cell = { value: text, type: String };
  if (row < titleRows) {
    if (column > 0) return null;
    return { ...cell, align: 'center', columnSpan: printedColumns, ...(row === 0 && { fontWeight: 'bold', fontSize: 16 }) };
  }
  const style = row < titleRows + headRows + taskRows ? grid : {};
  if (text === '') return Object.keys(style).length > 0 ? { ...style } : null;
  return { ...cell, ...style, ...(row < titleRows + headRows && { align: 'center', fontWeight: row === titleRows ? 'bold' : undefined }) };
}
