import type { PlacedWord } from '../../document';
import { squeeze } from '../cell-nature';

export interface FlowedLine {
  text: string;
  line: number;
  page: number | null;
  words?: readonly PlacedWord[];
}

/** The smallest piece of a line that may be a cell, or part of one, by itself. */
export interface Fragment {
  text: string;
  /** Width in full-width characters; a Latin letter or digit counts half. */
  width: number;
  /** Number of the source line; fragments of one line share it. */
  line: number;
  page: number | null;
  /** True where no white space parts it from the fragment before on the same line. */
  fused: boolean;
  /** True for the first fragment after a heading row: no cell runs over such a break. */
  afterBreak: boolean;
}

const PAGE_NUMBER =
  /^\s*(?:[-—–－―·.•]{1,3}\s*[0-9０-９]{1,4}\s*[-—–－―·.•]{1,3}|第\s*[0-9０-９]{1,4}\s*页(?:\s*[，,/／]?\s*共\s*[0-9０-９]{1,4}\s*页)?)\s*$/;

/** A line that holds nothing but a page's number, such as "- 17 -" or "第 3 页". */
export function isPageNumber(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length < 40 && PAGE_NUMBER.test(trimmed);
}

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2e80 && !/[“”‘’—…·]/.test(character) ? 0.5 : 1;
  return width;
}

/** Lines of one cell, joined: no space but between Latin words. */
export function joinText(parts: readonly string[]): string {
  let joined = '';
  for (const part of parts) {
    const trimmed = part.replace(/[\s\u3000\u200b\ufeff]+/g, ' ').trim();
    joined = joined !== '' && /[A-Za-z]$/.test(joined) && /^[A-Za-z]/.test(trimmed) ? `${joined} ${trimmed}` : joined + trimmed;
  }
  return joined.replace(/ /g, (space, at: number) => (isLatinGap(joined, at) ? space : ''));
}

function isLatinGap(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return /[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after) && (/[A-Za-z]/.test(before) || /[A-Za-z]/.test(after));
}

/** A row's number that lost the space before it: 2023年底13, 人民政府50; and one that lost the space behind: 13凡审计机关. */
const TRAILING_NUMBER = /^(.*[^0-9０-９.．〔（(第\s])((?!19|20)[0-9]{1,4}|[0-9]{1,3})$/;
const LEADING_NUMBER = /^((?!19|20)[0-9]{1,4}|[0-9]{1,3})([^0-9０-９.．%％年月日个项次种家条天万亿级\s-].{3,})$/;

/** No printed line has more words; what stands behind them is one piece. */
const MOST_WORDS = 40;

/** Words that typesetting keeps apart from the digits of a date or a count: 每年 1 月 31 日前, 3 次. */
const BEFORE_DIGITS = /[年月]$/;
const AFTER_DIGITS = /^(?:年(?![轻龄级终])|月|日|次|季度|项|种|个(?![人体别性])|家|条|天)/;
const DIGITS = /^[0-9０-９]{1,4}$/;
const ENDS_WITH_DATE = /(?:^|[^0-9])[0-9]{1,4}$/;

function joinDates(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined[joined.length - 1];
    const before = last !== undefined && DIGITS.test(word) && BEFORE_DIGITS.test(last);
    const after = last !== undefined && ENDS_WITH_DATE.test(last) && AFTER_DIGITS.test(word);
    if (before || after) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

function wordsOf(text: string): string[] {
  const words = text.split(/[\s\u3000\u200b\ufeff]+/).filter((word) => word !== '');
  return joinDates(words.length <= MOST_WORDS ? words : [...words.slice(0, MOST_WORDS), words.slice(MOST_WORDS).join('')]);
}

function splitLine(text: string): { text: string; fused: boolean }[] {
  const pieces: { text: string; fused: boolean }[] = [];
  for (const word of wordsOf(text)) {
    const trailing = word.length < 200 ? TRAILING_NUMBER.exec(word) : null;
    const leading = pieces.length === 0 && word.length < 2000 ? LEADING_NUMBER.exec(word) : null;
    if (leading?.[1] !== undefined && leading[2] !== undefined) {
      pieces.push({ text: leading[1], fused: false }, { text: leading[2], fused: true });
    } else if (trailing?.[1] !== undefined && trailing[2] !== undefined) {
      pieces.push({ text: trailing[1], fused: false }, { text: trailing[2], fused: true });
    } else pieces.push({ text: word, fused: false });
  }
  return pieces;
}

/** Every place where a cell may begin or end: line ends, white space, and a number printed against its neighbour. */
export function fragmentsOf(lines: readonly FlowedLine[], breaksBefore: ReadonlySet<number>): Fragment[] {
  const fragments: Fragment[] = [];
  let afterBreak = true;
  for (const { text, line, page } of lines) {
    if (breaksBefore.has(line)) afterBreak = true;
    if (squeeze(text) === '' || isPageNumber(text)) continue;
    for (const piece of splitLine(text)) {
      fragments.push({ text: piece.text, width: widthOf(piece.text), line, page, fused: piece.fused, afterBreak });
      afterBreak = false;
    }
  }
  return fragments;
}
