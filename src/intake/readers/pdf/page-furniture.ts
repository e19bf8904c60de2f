import type { PdfPage } from './pdf-page';
import type { PrintedLine } from './printed-line';

/** - 17 -, — 3 —, 第 3 页 共 9 页, 3/9, 3 */
const PAGE_NUMBER =
  /^(?:[-–—－·•~〜～]*\s*\d{1,4}\s*[-–—－·•~〜～]*|第\s*[\d一二三四五六七八九十]{1,4}\s*页(?:\s*[,，/／（(]?\s*共\s*[\d一二三四五六七八九十]{1,4}\s*页[）)]?)?|\d{1,4}\s*[/／]\s*\d{1,4}|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/i;
/** Heads and feet of pages stand in this share of their height; the foot of a page laid across is nearer to its middle. */
const MARGIN = 0.16;
const LEAST_PAGES = 2;

function isInMargin(line: PrintedLine, page: PdfPage): boolean {
  return line.baseline < page.height * MARGIN || line.baseline > page.height * (1 - MARGIN);
}

/** What a running head prints, whatever page number is in it. */
const runningText = (line: PrintedLine): string => `${Math.round(line.baseline / 4)} ${line.text.replace(/\s+/g, '').replace(/\d+/g, '#')}`;

/** Drops page numbers, and the heads and feet that pages repeat. */
export function withoutFurniture(pages: readonly { page: PdfPage; lines: PrintedLine[] }[]): PrintedLine[][] {
  const times = new Map<string, number>();
  for (const { page, lines } of pages) {
    for (const text of new Set(lines.filter((line) => isInMargin(line, page)).map(runningText)))
      times.set(text, (times.get(text) ?? 0) + 1);
  }
  const isRunning = (line: PrintedLine): boolean => {
    const count = times.get(runningText(line)) ?? 0;
    return count >= LEAST_PAGES && count * 2 >= pages.length;
  };
  return pages.map(({ page, lines }) =>
    lines.filter((line) => !isInMargin(line, page) || !(PAGE_NUMBER.test(line.text.trim()) || isRunning(line))),
  );
}
