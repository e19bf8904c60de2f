import { attribute, elementChildren, isElement, parentOf, tagOf, textOf, type PageElement, type PageNode } from './page-node';
import type { Visibility } from './visibility';

const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dir', 'div', 'dl', 'dt', 'fieldset'],
  ...['figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'html', 'legend', 'li', 'main'],
  ...['menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);

export function isBlock(element: PageElement): boolean {
  return BLOCKS.has(tagOf(element));
}

const HAN_DIGITS = '〇一二三四五六七八九';

function hanNumber(value: number): string {
  if (value < 10) return HAN_DIGITS[value] ?? '';
  const tens = Math.floor(value / 10);
  return value < 100 ? `${tens === 1 ? '' : HAN_DIGITS[tens]}十${value % 10 === 0 ? '' : HAN_DIGITS[value % 10]}` : String(value);
}

/** The numbers that an ordered list gives its items. */
function itemNumbers(list: PageElement): Map<PageElement, number> {
  const first = Number.parseInt(attribute(list, 'start'), 10);
  let next = Number.isFinite(first) ? first : 1;
  const numbers = new Map<PageElement, number>();
  for (const item of elementChildren(list)) {
    if (tagOf(item) !== 'li') continue;
    const given = Number.parseInt(attribute(item, 'value'), 10);
    if (Number.isFinite(given)) next = given;
    numbers.set(item, next);
    next += 1;
  }
  return numbers;
}

const NUMBERS = new WeakMap<PageElement, Map<PageElement, number>>();

/** What a list prints before its item; "" where that is no number. */
export function listMark(item: PageElement): string {
  const list = tagOf(item) === 'li' ? parentOf(item) : null;
  if (list === null || tagOf(list) !== 'ol') return '';
  const style = `${attribute(list, 'style')};${attribute(item, 'style')}`;
  if (/list-style(?:-type)?\s*:[^;]*none/i.test(style)) return '';
  const numbers = NUMBERS.get(list) ?? itemNumbers(list);
  NUMBERS.set(list, numbers);
  const value = numbers.get(item) ?? 1;
  return /cjk-ideographic|simp-chinese|trad-chinese/i.test(style) ? `${hanNumber(value)}、` : `${value}.`;
}

/** White space of the markup is one space; line breaks of the page are "\n". */
export function shownText(text: string, isVerbatim: boolean): string {
  return isVerbatim ? text.replace(/\r\n?/g, '\n') : text.replace(/[ \t\r\n\f]+/g, ' ');
}

function collect(nodes: readonly PageNode[], isVisible: Visibility, isVerbatim: boolean, parts: string[]): void {
  for (const node of nodes) {
    const text = textOf(node);
    if (text !== null) parts.push(shownText(text, isVerbatim));
    if (!isElement(node) || !isVisible(node)) continue;
    const tag = tagOf(node);
    if (tag === 'br') parts.push('\n');
    const isCell = tag === 'td' || tag === 'th';
    const edge = isBlock(node) && !isCell ? '\n' : '';
    parts.push(isCell ? ' ' : edge, listMark(node));
    collect(node.childNodes, isVisible, isVerbatim || tag === 'pre', parts);
    parts.push(edge);
  }
}

/** The text of an element as it is shown, its lines set apart by "\n"; blank lines are left out. */
export function linesOf(element: PageElement, isVisible: Visibility): string {
  const parts: string[] = [];
  collect(element.childNodes, isVisible, tagOf(element) === 'pre', parts);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
