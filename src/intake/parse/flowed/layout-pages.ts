import { isPageNumber, type FlowedLine } from './fragments';
import type { HeadColumn } from './layout-heading';
import type { FlowedRegion } from './region';

/** The lines of one page of a table. */
export interface PageLines {
  lines: FlowedLine[];
  columns: HeadColumn[] | null;
  sections: FlowedLine[];
  page: number | null;
}

/** 合计 100: the sum under a column of points is no row. */
const TOTAL = /^\s*(?:合\s*计|总\s*计|小\s*计)(?:\s+[\d.]+)*\s*$/;
const SECTION =
  /^\s{0,8}(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章部])\s{0,3}\S{2,40}$/;

/** 一、深化公开 over the rows below it: a numbered title alone on its line that runs into the column of tasks. */
function isSectionLine(text: string, columns: { heads: readonly HeadColumn[]; task: number; numbered: boolean }): boolean {
  return (
    isLeadingSection(text, columns) || isCentredSection(text, columns.heads) || (columns.numbered && isPlainSection(text, columns.heads))
  );
}

const PLAIN_SECTION = /^\s{0,4}[\u4e00-\u9fff][\u4e00-\u9fff“”、（）]{4,40}[\u4e00-\u9fff”）]\s*$/;

/** Words alone on their line that begin where the numbers of the rows stand. */
function isPlainSection(text: string, [first, second]: readonly HeadColumn[]): boolean {
  if (first === undefined || second === undefined || !PLAIN_SECTION.test(text)) return false;
  const start = text.length - text.trimStart().length;
  return start < first.end && start + text.trim().length > second.start;
}

const CENTRED_SECTION = /^\s{4,}[一二三四五六七八九十]{1,3}、\S{2,40}\s*$/;
const OFF_CENTRE = 6;

/** A numbered title alone on its line in the middle of the table. */
function isCentredSection(text: string, heads: readonly HeadColumn[]): boolean {
  const [first, last] = [heads[0], heads[heads.length - 1]];
  if (first === undefined || last === undefined || !CENTRED_SECTION.test(text) || /[，、；（。]$/.test(text.trim())) return false;
  const start = text.length - text.trimStart().length;
  return start > first.end && Math.abs(start + text.trim().length / 2 - (first.start + last.end) / 2) <= OFF_CENTRE;
}

function isLeadingSection(text: string, { heads, task }: { heads: readonly HeadColumn[]; task: number }): boolean {
  const [first, own] = [heads[0], heads[task]];
  if (first === undefined || own === undefined || !SECTION.test(text) || /[，、；（]$/.test(text)) return false;
  const start = text.length - text.trimStart().length;
  return task > 0 && start <= first.end && text.length > own.start + 1;
}

/** A text that tells nothing of pages is read in parts of so many lines, parted where a line is blank, or anywhere. */
const LONG_PAGE = 80;
const LONGEST_PAGE = 120;

/** The lines of each page; a page begins where the heading stands again, or where the source says so. */
export function pagesOf({ body, headings, heading }: FlowedRegion): PageLines[] {
  const columns = { heads: headings[0]?.columns ?? [], task: heading.roles.indexOf('TASK'), numbered: heading.roles[0] === 'NUMBER' };
  const pages: PageLines[] = [];
  let next = 0;
  body.forEach((line, index) => {
    const heads: HeadColumn[] | null = headings[next]?.from === index ? (headings[next]?.columns ?? null) : null;
    while (headings[next] !== undefined && (headings[next]?.from ?? 0) <= index) next += 1;
    const before = pages[pages.length - 1];
    const isFull = before !== undefined && before.lines.length >= (line.text.trim() === '' ? LONG_PAGE : LONGEST_PAGE);
    if (TOTAL.test(line.text)) return;
    const section = isSectionLine(line.text, columns);
    const parts = heads !== null || isFull || before?.page !== line.page;
    if (before === undefined || parts || (section && before.lines.length > 0)) {
      pages.push({ lines: [], columns: heads, sections: [], page: line.page });
    }
    const page = pages[pages.length - 1];
    if (section) page?.sections.push(line);
    else if (!isPageNumber(line.text) && (page?.lines.length !== 0 || line.text.trim() !== '')) page?.lines.push(line);
  });
  return withoutEmpty(pages);
}

/** Without pages that print nothing; a heading at the foot of one stands over the next. */
function withoutEmpty(pages: readonly PageLines[]): PageLines[] {
  const kept: PageLines[] = [];
  let heads: HeadColumn[] | null = null;
  for (const page of pages) {
    heads = page.columns ?? heads;
    if (page.sections.length === 0 && page.lines.every(({ text }) => text.trim() === '')) continue;
    kept.push({ ...page, columns: heads });
    heads = null;
  }
  return kept;
}
