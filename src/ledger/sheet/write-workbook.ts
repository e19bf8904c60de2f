import { writeXlsx, type CellStyle } from 'hucre/xlsx';
import { lettersOf } from './find-rows';
import { columnNames, sheetColumns, sheetHelp, type SheetCells } from './sheet-columns';
import { statusWords } from './sheet-words';

const line = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const gray = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } } as const;
/** Text throughout: a spreadsheet program makes no date of 2024-08 then. */
const filledInStyle: CellStyle = { numFmt: '@', border, alignment: { vertical: 'top', wrapText: true } };
const shownStyle: CellStyle = { ...filledInStyle, fill: gray };
const headStyle: CellStyle = { ...shownStyle, font: { bold: true }, alignment: { horizontal: 'center', wrapText: true } };

/** The sheet as a workbook: how to fill it in, the titles of the columns, their identifiers, then the rows. */
export async function writeWorkbook(rows: readonly SheetCells[]): Promise<Uint8Array> {
  const heading = sheetHelp.length;
  const values = [
    ...sheetHelp.map((text) => [text]),
    columnNames.map((name) => sheetColumns[name].title),
    columnNames.map((name) => sheetColumns[name].id),
    ...rows.map((cells) => columnNames.map((name) => cells[name] ?? null)),
  ];
  const cells = new Map<string, { style: CellStyle }>();
  values.forEach((_row, at) => {
    if (at < heading) return;
    columnNames.forEach((name, column) => {
      const style = at < heading + 2 ? headStyle : sheetColumns[name].isFilledIn ? filledInStyle : shownStyle;
      cells.set(`${at},${column}`, { style });
    });
  });
  const statusColumn = lettersOf(columnNames.indexOf('status') + 1);
  return writeXlsx({
    sheets: [
      {
        name: '台账',
        columns: columnNames.map((name) => ({ width: sheetColumns[name].width })),
        rows: values,
        cells,
        freezePane: { rows: heading + 2 },
        dataValidations: [
          {
            type: 'list',
            values: Object.values(statusWords),
            allowBlank: true,
            showErrorMessage: true,
            range: `${statusColumn}${heading + 3}:${statusColumn}${Math.max(heading + 2 + rows.length, heading + 3)}`,
          },
        ],
      },
    ],
  });
}
