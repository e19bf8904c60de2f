import type { DocumentBlock, ParagraphBlock } from '../../document';
import type { PrintedLine } from './printed-line';

/** A line of running text and its page. */
export interface PagedLine extends PrintedLine {
  page: number;
}

/** Where running text begins and ends across a page. */
export interface Margins {
  left: number;
  right: number;
}

/** What a full line may leave blank where punctuation must not begin the next one, in sizes of the type. */
const RAGGED = 2.2;
/** What it may leave blank before a word or number that is not broken, as a share of its width. */
const UNBROKEN = 0.2;
const INDENT = 1.2;
const AT_RIGHT = 0.4;
const WIDER_GAP = 1.5;
const OWN_START =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d０-９]{1,3}[）)]|[\d０-９]{1,2}[.．、](?!\d)|附件|备注|注[：:])/;
/** A chapter begins a paragraph, whatever stands before it but the first half of a list: 第二、三季度. */
const CHAPTER_START = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/;
const HALF = /(?:第|[一二三四五六七八九十]、|[，、（(])$/;
const CLAUSE = /[，。；、：]/;
const ENDED = /[。！？；：!?;:]["”’）)】〕\]]?$|[】〕]$/;

/** The margins of running text, from the lines themselves. */
export function marginsOf(lines: readonly PrintedLine[]): Margins {
  const sorted = (values: number[]): number[] => values.sort((left, right) => left - right);
  const lefts = sorted(lines.map(({ left }) => left));
  const rights = sorted(lines.map(({ right }) => right));
  return { left: lefts[Math.floor(lefts.length * 0.05)] ?? 0, right: rights[Math.floor(rights.length * 0.95)] ?? 0 };
}

function isCentred(line: PrintedLine, { left, right }: Margins): boolean {
  const before = line.left - left;
  const after = right - line.right;
  return before > line.size * INDENT && after > line.size * INDENT && Math.abs(before - after) < line.size * 1.5;
}

/** The usual step from one line to the next. */
function stepOf(lines: readonly PagedLine[]): number {
  const steps = lines
    .flatMap((line, index) => {
      const before = lines[index - 1];
      return before !== undefined && before.page === line.page && line.baseline > before.baseline ? [line.baseline - before.baseline] : [];
    })
    .sort((left, right) => left - right);
  return steps[Math.floor(steps.length / 2)] ?? Infinity;
}

/** Whether a line goes on with the text of the line before it. */
function goesOn(before: PagedLine, line: PagedLine, margins: Margins, step: number): boolean {
  if (Math.abs(before.size - line.size) > 1.5) return false;
  // What stands at the right alone is a signature or a date.
  if (before.left > margins.left + (margins.right - margins.left) * AT_RIGHT) return false;
  const blank = margins.right - before.right;
  const isCut = CLAUSE.test(before.text) && !ENDED.test(before.text) && blank < (margins.right - margins.left) * UNBROKEN;
  if (blank > before.size * RAGGED && !isCut) return false;
  if (line.left > margins.left + line.size * INDENT) return false;
  if (before.page === line.page && line.baseline - before.baseline > step * WIDER_GAP) return false;
  if (CHAPTER_START.test(line.text) && !HALF.test(before.text)) return false;
  return !(OWN_START.test(line.text) && ENDED.test(before.text));
}

/** Lines of running text as paragraphs: a line that reaches the margin goes on in the next one, also on the next page. */
export function paragraphsOf(lines: readonly PagedLine[], margins: (page: number) => Margins): DocumentBlock[] {
  const step = stepOf(lines);
  const paragraphs: ParagraphBlock[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = paragraphs[paragraphs.length - 1];
    if (
      before !== undefined &&
      last !== undefined &&
      !isCentred(line, margins(line.page)) &&
      goesOn(before, line, margins(line.page), step)
    ) {
      const isWord = /[A-Za-z]$/.test(last.text) && /^[A-Za-z]/.test(line.text);
      last.text += `${isWord ? ' ' : ''}${line.text.trim()}`;
    } else
      paragraphs.push({ kind: 'paragraph', text: line.text.trim(), position: { page: line.page, sheet: null, row: null, line: null } });
  });
  return paragraphs;
}
