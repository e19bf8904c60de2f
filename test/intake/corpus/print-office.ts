import type { DocumentBlock, TableCell } from '../../../src/intake/document';
import { docxOf, paragraph, tableOf } from '../../support/office/docx-writer';
import { sheetRows, xlsxOf, type SheetValue } from '../../support/office/xlsx-writer';
import { xmlText } from '../../support/office/zip-writer';
import type { GoldDocument } from './annotated-document';
import { sourceOf } from './print-document';

export type OfficeFormat = 'docx' | 'xlsx' | 'html';
type Cells = readonly (readonly TableCell[])[];

const htmlText = (text: string): string => xmlText(text).replace(/\n/g, '<br>');

function htmlTable(rows: Cells): string {
  const printed = rows.map((cells) =>
    cells.map(
      ({ text, rowSpan, colSpan }) =>
        `<td${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}>${htmlText(text)}</td>`,
    ),
  );
  return `<table border="1">${printed.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`;
}

function toDocx(blocks: readonly Printed[]): Buffer {
  return docxOf({
    body: blocks.map((block) => (block.rows === null ? paragraph(block.text.trim()) : `${tableOf(block.rows)}<w:p/>`)).join(''),
  });
}

/** One sheet, as offices keep a whole document: texts in their first column, tables without a blank row around them. */
function toXlsx(blocks: readonly Printed[]): Buffer {
  const rows: SheetValue[][] = [];
  const merged: string[] = [];
  for (const block of blocks) {
    if (block.rows === null) rows.push([block.text.trim()]);
    else {
      const table = sheetRows(block.rows, rows.length + 1);
      rows.push(...table.rows);
      merged.push(...table.merged);
    }
  }
  return xlsxOf({ sheets: [{ name: 'Sheet1', rows, merged }] });
}

/** A page of a site: navigation, the article, a footer. */
function toHtml(blocks: readonly Printed[], title: string): Buffer {
  const article = blocks.map((block) => (block.rows === null ? `<p>${htmlText(block.text.trim())}</p>` : htmlTable(block.rows)));
  const links = ['首页', '政务公开', '办事服务', '互动交流'].map((name) => `<li><a href="/">${name}</a></li>`);
  return Buffer.from(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${htmlText(title)}_门户网站</title></head><body><ul>${links.join('')}</ul>` +
      `<div class="info">来源：本网 字体：[大 中 小]</div><div class="content">${article.join('\n')}</div><div class="footer">主办：政府办公室</div></body></html>`,
  );
}

type Printed = { rows: Cells; text: '' } | { rows: null; text: string };

function printed(block: DocumentBlock): Printed {
  if (block.kind === 'table') return { rows: block.rows.map(({ cells }) => cells), text: '' };
  return { rows: null, text: block.kind === 'paragraph' ? block.text : '' };
}

/** The file of a document, as office programs and sites write it. */
export function officeFile(document: GoldDocument, format: OfficeFormat): Buffer {
  const blocks = sourceOf(document, 'merged').blocks.map(printed);
  if (format === 'docx') return toDocx(blocks);
  return format === 'xlsx' ? toXlsx(blocks) : toHtml(blocks, document.meta['title']?.[0] ?? '');
}
