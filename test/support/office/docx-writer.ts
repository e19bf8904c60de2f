import type { TableCell } from '../../../src/intake/document';
import { xmlText, zipOf, type ZipPart } from './zip-writer';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${LINKS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;

export interface ParagraphLooks {
  style?: string;
  /** Number of a list and its level. */
  list?: [number, number];
  /** Further properties of the paragraph. */
  properties?: string;
}

/** A run; line breaks and tabs become what Word writes for them. */
export function run(text: string, properties = ''): string {
  const pieces = text.split(/([\n\t])/).map((piece) => {
    if (piece === '\n') return '<w:br/>';
    if (piece === '\t') return '<w:tab/>';
    return piece === '' ? '' : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`;
  });
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${pieces.join('')}</w:r>`;
}

/** A paragraph of ready XML. */
export function paragraphOf(content: string, { style, list, properties = '' }: ParagraphLooks = {}): string {
  const named = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  const listed = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>`;
  return `<w:p><w:pPr>${named}${listed}${properties}</w:pPr>${content}</w:p>`;
}

export function paragraph(text: string, looks: ParagraphLooks = {}): string {
  return paragraphOf(text === '' ? '' : run(text), looks);
}

export interface CellLooks {
  /** The content of a cell; by default its text, a paragraph for each line. */
  content?: (cell: TableCell, row: number) => string;
  headerRows?: number;
  rowProperties?: (row: number) => string;
}

function linesOf(cell: TableCell): string {
  return cell.text
    .split('\n')
    .map((line) => paragraph(line))
    .join('');
}

/** A table of cells with their places and spans: merged cells as Word writes them, places without a cell blank. */
export function tableOf(rows: readonly (readonly TableCell[])[], looks: CellLooks = {}): string {
  const width = Math.max(...rows.flatMap((row) => row.map(({ column, colSpan }) => column + colSpan)));
  const reaching: { until: number; span: number }[] = [];
  const printed = rows.map((row, index) => {
    const cells: string[] = [];
    for (let column = 0; column < width;) {
      const above = reaching[column];
      const cell = row.find((candidate) => candidate.column === column);
      const span = cell?.colSpan ?? (above !== undefined && above.until >= index ? above.span : 1);
      const merge = cell === undefined ? (above !== undefined && above.until >= index ? '<w:vMerge/>' : '') : '';
      const begins = cell !== undefined && cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : merge;
      if (cell !== undefined) reaching[column] = { until: index + cell.rowSpan - 1, span };
      const properties = `<w:tcW w:w="${span * 1500}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${begins}`;
      const content = cell === undefined ? '<w:p/>' : (looks.content?.(cell, index) ?? linesOf(cell));
      cells.push(`<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`);
      column += span;
    }
    const properties = `${looks.rowProperties?.(index) ?? ''}${index < (looks.headerRows ?? 0) ? '<w:tblHeader/>' : ''}`;
    return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
  });
  const grid = Array.from({ length: width }, () => '<w:gridCol w:w="1500"/>').join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${printed.join('')}</w:tbl>`;
}

export interface ListLevel {
  style: string;
  text: string;
  gap?: 'tab' | 'space' | 'nothing';
  more?: string;
}

/** Lists by their numbers, each with its levels. */
export function numberingOf(lists: readonly (readonly ListLevel[])[], more = ''): string {
  const definitions = lists.map((levels, list) => {
    const printed = levels.map(
      ({ style, text, gap = 'nothing', more: further = '' }, level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${style}"/>${further}<w:suff w:val="${gap}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    );
    return `<w:abstractNum w:abstractNumId="${list}">${printed.join('')}</w:abstractNum>`;
  });
  const numbers = lists.map((_, list) => `<w:num w:numId="${list + 1}"><w:abstractNumId w:val="${list}"/></w:num>`);
  return `<w:numbering ${NAMESPACES}>${definitions.join('')}${numbers.join('')}${more}</w:numbering>`;
}

export interface WordFile {
  body: string;
  numbering?: string;
  /** The w:style elements. */
  styles?: string;
  parts?: ZipPart[];
}

/** The parts of a Word file, to be zipped whole or spoilt. */
export function wordParts({ body, numbering, styles, parts = [] }: WordFile): ZipPart[] {
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${target}"/>`;
  const links = (inner: string): string =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return [
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>${numbering === undefined ? '' : `<Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/>`}${styles === undefined ? '' : `<Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/>`}</Types>`,
    },
    { name: '_rels/.rels', content: links(link('rId1', 'officeDocument', 'word/document.xml')) },
    {
      name: 'word/_rels/document.xml.rels',
      content: links(
        (numbering === undefined ? '' : link('rId1', 'numbering', 'numbering.xml')) +
          (styles === undefined ? '' : link('rId2', 'styles', 'styles.xml')),
      ),
    },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    },
    ...(numbering === undefined ? [] : [{ name: 'word/numbering.xml', content: numbering }]),
    ...(styles === undefined ? [] : [{ name: 'word/styles.xml', content: `<w:styles ${NAMESPACES}>${styles}</w:styles>` }]),
    ...parts,
  ];
}

export function docxOf(file: WordFile): Buffer {
  return zipOf(wordParts(file));
}
