import type { DocumentBlock, SourceDocumentModel } from '../../document';
import { UnreadableDocumentError } from '../unreadable-document.error';
import { columnRegions } from './column-region';
import { columnBlock } from './column-table';
import { extractPages } from './extract-pages';
import { continueTable, goesOn, startTable, tableBlock, type JoinedTable } from './joined-table';
import { withoutFurniture } from './page-furniture';
import { marginsOf, paragraphsOf, type Margins, type PagedLine } from './paragraphs';
import type { PdfPage } from './pdf-page';
import { printedLines } from './printed-line';
import { ruledTables, type RuledTable } from './ruled-table';

type PagePart = { kind: 'table'; table: RuledTable; top: number } | { kind: 'line'; line: PagedLine; top: number };

/** What stands on each page, from top to bottom, without page numbers and the like. */
function pageParts(pages: readonly PdfPage[]): PagePart[][] {
  const read = pages.map((page) => ({ page, ...ruledTables(page) }));
  const lines = withoutFurniture(read.map(({ page, rest }) => ({ page, lines: printedLines(rest) })));
  return read.map(({ page, tables }, index) => {
    const parts: PagePart[] = tables.map((table) => ({ kind: 'table', table, top: table.top }));
    for (const line of lines[index] ?? []) parts.push({ kind: 'line', line: { ...line, page: page.number }, top: line.baseline });
    return parts.sort((left, right) => left.top - right.top);
  });
}

/** Where all lines are short, none of them is full. */
const LEAST_RIGHT = 0.6;

/** Margins of running text, for each width of paper. */
function marginsByPage(pages: readonly PdfPage[], parts: readonly PagePart[][]): (page: number) => Margins {
  const lines = new Map<number, PagedLine[]>();
  pages.forEach((page, index) => {
    const width = Math.round(page.width);
    const found = lines.get(width) ?? [];
    for (const part of parts[index] ?? []) if (part.kind === 'line') found.push(part.line);
    lines.set(width, found);
  });
  const margins = new Map(
    [...lines].map(([width, found]) => {
      const { left, right } = marginsOf(found);
      return [width, { left, right: Math.max(right, width * LEAST_RIGHT) }];
    }),
  );
  const widths = new Map(pages.map((page) => [page.number, Math.round(page.width)]));
  return (page) => margins.get(widths.get(page) ?? 0) ?? { left: 0, right: Infinity };
}

/** Where each page draws level lines that are long enough to part rows. */
function levelRules(pages: readonly PdfPage[]): (page: number) => readonly number[] {
  const rules = new Map(
    pages.map(({ number, width, rules: drawn }) => [
      number,
      drawn.filter(({ left, right, top, bottom }) => bottom - top < 1 && right - left > width / 5).map(({ top }) => top),
    ]),
  );
  return (page) => rules.get(page) ?? [];
}

/** Text outside ruled tables: what stands in columns apart from what runs on. */
function textBlocks(
  lines: readonly PagedLine[],
  margins: (page: number) => Margins,
  rulesOf: (page: number) => readonly number[],
): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let from = 0;
  for (const region of columnRegions(lines)) {
    blocks.push(...paragraphsOf(lines.slice(from, region.start), margins), columnBlock(lines, region, rulesOf));
    from = region.end;
  }
  return [...blocks, ...paragraphsOf(lines.slice(from), margins)];
}

/** The document in its order: tables over several pages are one, and so are paragraphs. */
function blocksOf(pages: readonly PdfPage[]): DocumentBlock[] {
  const parts = pageParts(pages);
  const margins = marginsByPage(pages, parts);
  const rulesOf = levelRules(pages);
  const blocks: DocumentBlock[] = [];
  let lines: PagedLine[] = [];
  let open: JoinedTable | null = null;
  const endLines = (): void => {
    blocks.push(...textBlocks(lines, margins, rulesOf));
    lines = [];
  };
  const endTable = (): void => {
    if (open !== null) blocks.push(tableBlock(open));
    open = null;
  };
  for (const page of parts) {
    page.forEach((part, index) => {
      if (part.kind === 'line') {
        endTable();
        lines.push(part.line);
        return;
      }
      endLines();
      if (open !== null && index === 0 && goesOn(open, part.table)) continueTable(open, part.table);
      else {
        endTable();
        open = startTable(part.table);
      }
    });
  }
  endLines();
  endTable();
  return blocks;
}

const NO_CHARACTER = /[\u0000-\u001f\ue000-\uf8ff\ufffd]/g;
/** What a scanning program prints on each page is no text of the document. */
const LEAST_CHARACTERS_A_PAGE = 8;

/** A scan has no text, or its maker's name; fonts without a table of characters give signs that stand for none. */
function requireText(pages: readonly PdfPage[]): void {
  const text = pages
    .flatMap(({ runs }) => runs.map((run) => run.text))
    .join('')
    .replace(/\s+/g, '');
  if (text.length < pages.length * LEAST_CHARACTERS_A_PAGE) {
    throw new UnreadableDocumentError(
      'EMPTY_DOCUMENT',
      'PDF 中没有文字，可能是扫描件。请先识别文字（OCR），或使用原始电子文件。',
      'The PDF holds no text; it may be a scan. Recognise its text first (OCR), or use the original file.',
    );
  }
  if ((text.match(NO_CHARACTER)?.length ?? 0) * 5 > text.length) {
    throw new UnreadableDocumentError(
      'NOT_TEXT',
      'PDF 的字体没有字符编码，文字无法提取。请先识别文字（OCR），或使用原始电子文件。',
      'The fonts of the PDF do not say which characters they print. Recognise its text first (OCR), or use the original file.',
    );
  }
}

/** A PDF with text: its tables and paragraphs. Nothing in it is run or loaded. Throws UnreadableDocumentError. */
export async function readPdf(bytes: Buffer): Promise<SourceDocumentModel> {
  const pages = await extractPages(bytes);
  requireText(pages);
  return { mediaType: 'application/pdf', encoding: null, blocks: blocksOf(pages) };
}
