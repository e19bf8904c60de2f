import type { TableCell } from '../../../src/intake/document';
import { xmlText, zipOf, type ZipPart } from './zip-writer';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A text, a number, or ready XML of the cell's attributes and content. */
export type SheetValue = string | number | { attributes: string; content: string } | null;

export interface Sheet {
  name: string;
  /** Values by row; a row left out is absent from the file. */
  rows: readonly (readonly SheetValue[] | null)[];
  /** Such as A1:C3. */
  merged?: readonly string[];
  hiddenRows?: readonly number[];
  /** The x:col elements. */
  columns?: string;
  state?: 'hidden' | 'veryHidden';
}

function columnName(column: number): string {
  const rest = column % 26;
  const first = String.fromCharCode(65 + rest);
  return column < 26 ? first : columnName(Math.floor(column / 26) - 1) + first;
}

function cellXml(value: SheetValue, place: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'string') return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
  return `<c r="${place}" ${value.attributes}>${value.content}</c>`;
}

function sheetXml({ rows, merged = [], hiddenRows = [], columns = '' }: Sheet): string {
  const printed = rows.map((row, index) => {
    if (row === null) return '';
    const hidden = hiddenRows.includes(index + 1) ? ' hidden="1"' : '';
    const cells = row.map((value, column) => cellXml(value, `${columnName(column)}${index + 1}`));
    return `<row r="${index + 1}"${hidden}>${cells.join('')}</row>`;
  });
  const areas = merged.map((area) => `<mergeCell ref="${area}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${printed.join('')}</sheetData>${areas === '' ? '' : `<mergeCells>${areas}</mergeCells>`}</worksheet>`;
}

export interface Workbook {
  sheets: readonly Sheet[];
  /** The x:si elements. */
  sharedStrings?: string;
  /** Number formats of the cell styles 1, 2, 3 …: an own code, or the number of one that needs none. */
  formats?: readonly (string | number)[];
  from1904?: boolean;
  parts?: ZipPart[];
}

function stylesXml(formats: readonly (string | number)[]): string {
  const own = formats.map((code, index) =>
    typeof code === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${xmlText(code)}"/>` : '',
  );
  const styles = formats.map((code, index) => `<xf numFmtId="${typeof code === 'string' ? 200 + index : code}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

/** The parts of a workbook, to be zipped whole or spoilt. */
export function workbookParts({ sheets, sharedStrings, formats = [], from1904 = false, parts = [] }: Workbook): ZipPart[] {
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${target}"/>`;
  const links = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const entries = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${index + 1}"/>`,
  );
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${EXCEL}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${EXCEL}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${EXCEL}.styles+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: links(link('rId1', 'officeDocument', '/xl/workbook.xml')) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: links(
        sheets.map((_, index) => link(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('') +
          link('styles', 'styles', 'styles.xml') +
          (sharedStrings === undefined ? '' : link('strings', 'sharedStrings', 'sharedStrings.xml')),
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${entries.join('')}</sheets></workbook>`,
    },
    { name: 'xl/styles.xml', content: stylesXml(formats) },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet) })),
    ...(sharedStrings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${sharedStrings}</sst>` }]),
    ...parts,
  ];
}

export function xlsxOf(workbook: Workbook): Buffer {
  return zipOf(workbookParts(workbook));
}

/** Rows of cells with their places and spans as values and merged areas of a sheet, from a row on. */
export function sheetRows(rows: readonly (readonly TableCell[])[], firstRow: number): { rows: SheetValue[][]; merged: string[] } {
  const merged: string[] = [];
  const values = rows.map((cells, index) => {
    const row: SheetValue[] = [];
    for (const { text, column, rowSpan, colSpan } of cells) {
      for (let blank = row.length; blank < column; blank += 1) row.push(null);
      row[column] = /^\d{1,3}$/.test(text) ? Number(text) : text === '' ? null : text;
      const top = firstRow + index;
      if (rowSpan > 1 || colSpan > 1) {
        merged.push(`${columnName(column)}${top}:${columnName(column + colSpan - 1)}${top + rowSpan - 1}`);
      }
    }
    return row;
  });
  return { rows: values, merged };
}
