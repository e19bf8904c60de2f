import type { FlowedLine } from './flowed/fragments';
import type { ParagraphBlock } from '../document';
import { startsWithLabel } from './duty-fields';
import { splitDutySuffix } from './duty-suffix';
import { readNumbering } from './numbering';
import { withoutMarkdown } from './clean-text';

export type { FlowedLine };

const PAGE_NUMBER =
  /^\s*(?:[-—–－]\s*\d{1,4}\s*[-—–－]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|\d{1,3})\s*$/;
/** Lines that begin something of their own. */
const OWN_START =
  /^(?:附\s*件|附\s*表|附\s*录|备\s*注|注[：:]|说\s*明[：:]|抄\s*送|主\s*送|信息公开|公开(?:方式|属性|选项)|[（(]此件|联\s*系\s*人|组\s*长|副\s*组\s*长|成\s*员|职\s*责[：:])/;
const SENTENCE_END = /[。！？；;!?：:…](?:[”’」』）)】\]]{0,3})$/;
/** A shorter line that ends without a stop is a heading or a name, not a line that was broken. */
const BROKEN_LINE_LENGTH = 25;

const SHORTEST_FULL_LINE = 20;
const LONGEST_REST = 6;

/** No paragraph of a plan is longer; without a limit a hostile text would be joined again and again. */
const LONGEST_PARAGRAPH = 4000;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2000 ? 1 : 2;
  return width;
}

/** The width at which a text was wrapped, in half characters; null where lines are whole paragraphs. */
function wrapWidth(lines: readonly string[]): number | null {
  const widths = lines.map(widthOf).sort((left, right) => left - right);
  const widest = widths[Math.floor(widths.length * 0.98)] ?? 0;
  if (widths.length < 8 || widest < 30 || widest > 120 || (widths[widths.length - 1] ?? 0) > widest * 1.6) return null;
  const full = widths.filter((width) => width >= widest - 6 && width <= widest + 2).length;
  return full * 10 >= widths.length * 3 ? widest : null;
}

function hasOpenBracket(text: string): boolean {
  const title = text.lastIndexOf('《');
  if (title > text.lastIndexOf('》')) return true;
  return Math.max(text.lastIndexOf('（'), text.lastIndexOf('(')) > Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'));
}

function startsItem(text: string): boolean {
  return readNumbering(text) !== null || OWN_START.test(text) || startsWithLabel(text);
}

/** 一、总体要求 or （一）深化公开，促进落实: a heading goes on in the next line only where that line is no sentence's start. */
function isHeadingLine(text: string): boolean {
  const numbering = readNumbering(text);
  return numbering !== null && !/[。；]/.test(numbering.rest) && numbering.rest.length <= 45;
}

/** …（责任单位：市教育局） ends a paragraph like a stop. */
function endsWithSuffix(paragraph: string): boolean {
  return /[）)】\]]$/.test(paragraph) && splitDutySuffix(paragraph).duty !== null;
}

/** 成。 or 局: what is left of a line that was too long for its width. */
function isRestOfLine(paragraph: string, next: string): boolean {
  if (paragraph.length < SHORTEST_FULL_LINE || SENTENCE_END.test(paragraph) || startsItem(next)) return false;
  return next.length <= 2 || (next.length <= LONGEST_REST && /[。；]$/.test(next));
}

/** Whether a paragraph that stands in long lines was cut before `next`. */
function isCutParagraph(paragraph: string, next: string): boolean {
  if (isRestOfLine(paragraph, next)) return true;
  if (/[（(【〔]$/.test(paragraph) || (/[：:，、；]$/.test(paragraph) && hasOpenBracket(paragraph))) return true;
  if (SENTENCE_END.test(paragraph) || startsItem(next) || endsWithSuffix(paragraph)) return false;
  if (/[，、,]$/.test(paragraph) || hasOpenBracket(paragraph)) return true;
  if (paragraph.length < BROKEN_LINE_LENGTH || isHeadingLine(paragraph)) return false;
  return /[，。；、：,;]/.test(paragraph);
}

/** Whether a paragraph wrapped at a width goes on after its last line. */
function isWrapped(paragraph: string, lastLine: string, next: string, width: number): boolean {
  if (hasOpenBracket(paragraph) && paragraph.length < 4000) return true;
  const numbering = readNumbering(next);
  const ended = SENTENCE_END.test(paragraph) || endsWithSuffix(paragraph);
  if ((numbering !== null || OWN_START.test(next) || startsWithLabel(next)) && (ended || numbering?.style === 'CHAPTER')) return false;
  if (/^[\u3000]{2}|^ {4}/.test(next) && (ended || !/[，、]$/.test(paragraph))) return false;
  if (widthOf(lastLine) >= width - 6) return numbering === null || !ended;
  return /[，、]$/.test(paragraph) && !startsItem(next);
}

/** 二、推进公开   （五）做好专栏: two headings that the extraction put on one line. */
function splitHeadings(line: FlowedLine): FlowedLine[] {
  return line.text.split(/\s{2,}(?=[（(][一二三四五六七八九十]{1,3}[）)])/).map((text) => ({ ...line, text }));
}

/** 0 for a line that is no Markdown heading. */
function headingLevel(line: string): number {
  return /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
}

/** A point of a list, which no other line runs into. */
const POINT = /^\s*[-*•●◆■]\s+\S/;

interface PreparedLine extends FlowedLine {
  headingLevel: number;
  isPoint: boolean;
}

function prepare(lines: readonly FlowedLine[]): PreparedLine[] {
  return lines
    .flatMap(splitHeadings)
    .map((line) => ({ ...line, text: withoutMarkdown(line.text), headingLevel: headingLevel(line.text), isPoint: POINT.test(line.text) }))
    .filter(({ text }) => text.trim() !== '' && !PAGE_NUMBER.test(text));
}

/** A paragraph, and the last line of the source that belongs to it. */
export interface FlowParagraph extends ParagraphBlock {
  lastLine?: number;
  /** Level of a Markdown heading, from 1. */
  headingLevel?: number;
}

/** Joins what the source broke: lines wrapped at a width, and paragraphs cut by the end of a page. */
export function readFlowedProse(lines: readonly FlowedLine[]): FlowParagraph[] {
  const printed = prepare(lines);
  const width = wrapWidth(printed.map(({ text }) => text.trim()));
  const paragraphs: FlowParagraph[] = [];
  let whole = '';
  let last = '';
  let current: FlowParagraph | null = null;
  for (const { text, line, page, headingLevel: level, isPoint } of printed) {
    const headed = level > 0 || current?.headingLevel !== undefined;
    const joins =
      current !== null &&
      !headed &&
      !isPoint &&
      whole.length < LONGEST_PARAGRAPH &&
      (width === null ? isCutParagraph(whole, text.trim()) : isWrapped(whole, last, text, width));
    if (current === null || !joins) {
      whole = '';
      current = { kind: 'paragraph', text: '', position: { page, sheet: null, row: null, line } };
      if (level > 0) current.headingLevel = level;
      paragraphs.push(current);
    }
    last = text.trim();
    whole += last;
    current.text += current.text === '' ? last : `\n${last}`;
    current.lastLine = line;
  }
  return paragraphs;
}
