import { parse } from 'csv-parse/sync';
import { binaryContentType } from '../readers/content-type';
import { decodeText } from '../readers/decode-text';
import { UnreadableDocumentError } from '../readers/unreadable-document.error';
import { readSheetCells } from '../readers/xlsx/sheet-cells';
import { readWorkbook } from '../readers/xlsx/workbook';
import { OfficePackage } from '../readers/zip/office-package';
import { unquotedCell } from '../plan-table/quoted-cell';

/** Texts by row and column, both from 1 as a spreadsheet program counts them; blank cells left out. Hidden rows and columns are among them. */
export type SheetTexts = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** The sheets of a workbook that are shown, or the one of a CSV file, cell by cell. Throws UnreadableDocumentError. */
export async function readSheets(bytes: Buffer): Promise<SheetTexts[]> {
  const binary = binaryContentType(bytes);
  if (binary === null) return [readCsv(bytes)];
  if (binary.mediaType !== 'application/zip')
    throw new UnreadableDocumentError(
      'UNSUPPORTED_FORMAT',
      `这是${binary.chinese}，请另存为 .xlsx 或 .csv 后重新上传。`,
      `This is ${binary.english}: save it as .xlsx or .csv and upload it again.`,
    );
  const office = await OfficePackage.open(bytes);
  const workbook = await readWorkbook(office);
  const sheets: SheetTexts[] = [];
  for (const { part } of workbook.sheets) sheets.push((await readSheetCells(office, part, workbook)).rows);
  return sheets;
}

function readCsv(bytes: Buffer): SheetTexts {
  const { text } = decodeText(bytes);
  const delimiter = text.split('\t').length > text.split(',').length ? '\t' : ',';
  let records: string[][];
  try {
    records = parse(text, { delimiter, relax_column_count: true });
  } catch {
    throw new UnreadableDocumentError('DAMAGED', 'CSV 文件的引号不成对，无法读取。', 'The quotes of the CSV file do not match.');
  }
  return new Map(
    records.map((cells, row) => [
      row + 1,
      new Map(cells.flatMap((cell, column): [number, string][] => (cell.trim() === '' ? [] : [[column + 1, unquotedCell(cell)]]))),
    ]),
  );
}
