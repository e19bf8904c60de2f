import type { PrintedPlan, PrintedTable } from './printed-plan';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** How an office prints: page, type and where cells stand in their rows. */
export interface PrintStyle {
  width: string;
  height: string;
  bodySize: number;
  tableSize: number;
  pageNumber: string;
  vertical: 'top' | 'middle';
  align: 'center' | 'start';
  breaksRows: boolean;
  /** Without lines its rows stand one under the other without a gap. */
  hasLines: boolean;
}

function cell(table: PrintedTable, text: string, rowSpan: number, colSpan: number, style: string): string {
  const spans = `${rowSpan > 1 ? ` table:number-rows-spanned="${rowSpan}"` : ''}${colSpan > 1 ? ` table:number-columns-spanned="${colSpan}"` : ''}`;
  return `<table:table-cell table:style-name="Cell"${spans}><text:p text:style-name="${style}">${escaped(text)}</text:p></table:table-cell>${'<table:covered-table-cell/>'.repeat(colSpan - 1)}`;
}

function rowsOf(table: PrintedTable, style: string): string[] {
  const coveredUntil = table.widths.map(() => -1);
  return [table.header, ...table.rows].map((row, index) => {
    const cells = [...row];
    let xml = '';
    for (let column = 0; column < table.widths.length;) {
      if ((coveredUntil[column] ?? -1) >= index) {
        xml += '<table:covered-table-cell/>';
        column += 1;
        continue;
      }
      const { text, rowSpan, colSpan } = cells.shift() ?? { text: '', rowSpan: 1, colSpan: 1 };
      xml += cell(table, text, rowSpan, colSpan, index === 0 ? 'Head' : style);
      for (let covered = column; covered < column + colSpan; covered += 1) coveredUntil[covered] = index + rowSpan - 1;
      column += colSpan;
    }
    return `<table:table-row table:style-name="Row">${xml}</table:table-row>`;
  });
}

function tableXml(table: PrintedTable, number: number): string {
  const columns = table.widths.map((_, index) => `<table:table-column table:style-name="T${number}C${index}"/>`).join('');
  const [header, ...rows] = rowsOf(table, 'Body');
  return `<table:table table:name="T${number}" table:style-name="Table">${columns}<table:table-header-rows>${header}</table:table-header-rows>${rows.join('\n')}</table:table>`;
}

const isTitle = (text: string): boolean => text.length < 60 && !/[。：:；，、]$|^[一二三四五六七八九十（(\d]/.test(text);

function paragraphXml(text: string): string {
  return `<text:p text:style-name="${isTitle(text) ? 'Centre' : 'Text'}">${escaped(text)}</text:p>`;
}

function styles(plan: PrintedPlan, style: PrintStyle): string {
  const tables = plan.parts.filter((part): part is PrintedTable => typeof part !== 'string');
  const usable = Number.parseFloat(style.width) - 4;
  const columns = tables.flatMap(({ widths }, number) =>
    widths.map((width, index) => {
      const centimetres = ((width / widths.reduce((sum, other) => sum + other, 0)) * usable).toFixed(2);
      return `<style:style style:name="T${number}C${index}" style:family="table-column"><style:table-column-properties style:column-width="${centimetres}cm"/></style:style>`;
    }),
  );
  const text = (name: string, size: number, properties: string): string =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${properties}/><style:text-properties style:font-name="F" style:font-name-asian="F" fo:font-size="${size}pt" style:font-size-asian="${size}pt" fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:style>`;
  return `${text('Text', style.bodySize, `style:punctuation-wrap="simple" fo:text-indent="${style.bodySize * 2}pt" fo:line-height="160%" fo:text-align="justify"`)}
${text('Centre', style.bodySize + 2, 'fo:text-align="center" fo:margin-top="6pt" fo:margin-bottom="6pt"')}
${text('Head', style.tableSize, 'fo:text-align="center"')}
${text('Body', style.tableSize, `style:punctuation-wrap="simple" fo:text-align="${style.align}"`)}
<style:style style:name="Table" style:family="table"><style:table-properties style:width="${usable}cm" table:border-model="collapsing" table:align="margins"/></style:style>
<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="${style.breaksRows ? 'auto' : 'always'}"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties ${style.hasLines ? 'fo:border="0.5pt solid #000000" fo:padding="0.1cm"' : 'fo:border="none" fo:padding-left="0.2cm" fo:padding-right="0.2cm" fo:padding-top="0cm" fo:padding-bottom="0cm"'} style:vertical-align="${style.vertical}"/></style:style>
${columns.join('\n')}
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="${style.width}" fo:page-height="${style.height}" fo:margin="2cm"/><style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style></style:page-layout>
${text('Foot', 10, 'fo:text-align="center"')}`;
}

/** A plan as a flat OpenDocument text, from which an office program prints a PDF. */
export function flatDocument(plan: PrintedPlan, style: PrintStyle, font: string): string {
  let tables = 0;
  const body = plan.parts.map((part) => (typeof part === 'string' ? paragraphXml(part) : tableXml(part, tables++)));
  const number = style.pageNumber.replace('#', '<text:page-number text:select-page="current"/>').replace('@', '<text:page-count/>');
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'${font}'"/></office:font-face-decls>
<office:automatic-styles>${styles(plan, style)}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:footer><text:p text:style-name="Foot">${number}</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${body.join('\n')}</office:text></office:body></office:document>
`;
}
