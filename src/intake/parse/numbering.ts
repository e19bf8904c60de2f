/** How an item of an outline is numbered. Which style stands above which is for the outline: documents differ. */
export type NumberingStyle =
  'PART' | 'CHAPTER' | 'SECTION' | 'ARTICLE' | 'DECIMAL' | 'ITEM' | 'SUBITEM' | 'CIRCLED' | 'HEADING2' | 'HEADING3' | 'HEADING4';

export interface Numbering {
  style: NumberingStyle;
  /** As printed, without the stop that closes it: 1, （一）, 一, 第三条. */
  printed: string;
  /** What follows the number. */
  rest: string;
}

const HAN = '[一二三四五六七八九十百零〇]{1,5}';

const STYLES: [NumberingStyle, RegExp][] = [
  ['PART', new RegExp(`^(第(?:${HAN}|\\d{1,2})[部分章篇编](?:分)?)[\\s\\u3000：:、.．]*`)],
  ['ARTICLE', new RegExp(`^(第(?:${HAN}|\\d{1,3})条)[\\s\\u3000：:、.．]*`)],
  ['SECTION', new RegExp(`^(第(?:${HAN}|\\d{1,2})节)[\\s\\u3000：:、.．]*`)],
  ['CHAPTER', new RegExp(`^(${HAN})\\s?[、.．][\\s\\u3000]*`)],
  ['SECTION', new RegExp(`^([（(]\\s*${HAN}\\s*[）)])[\\s\\u3000、.．]*`)],
  ['SUBITEM', /^([（(]\s*\d{1,3}\s*[）)])[\s\u3000、.．]*/],
  ['SUBITEM', /^([\u2474-\u2487])[\s\u3000]*/],
  ['SUBITEM', /^(\d{1,3}[）)])[\s\u3000、.．]*/],
  [
    'DECIMAL',
    /^(\d{1,2}(?:[.．]\d{1,2}){1,2})(?![\d％%])(?!\s*(?:万|亿|个|倍|元|版))(?:[、.．\s\u3000]+|(?=[\u4e00-\u9fff“《])(?!米|公[里斤顷分]|平方|里(?!程)|分(?![级类工析步批别局管解领])|次(?!第)|级|项(?!目)|期|日(?![常报])|月(?!度)|年(?![度终底报])|折|亩|吨))/,
  ],
  ['ITEM', /^(\d{1,3})\s*(?:[、．]|\.(?!\d)|\.(?=\d{3})|\.(?=20\d\d年|\d{1,2}月))[\s\u3000]*/],
  ['ITEM', /^([\u2488-\u249b])[\s\u3000]*/],
  ['CIRCLED', /^([\u2460-\u2473\u2776-\u277f])[\s\u3000]*/],
];

/** The number at the start of a paragraph, heading or cell; null where there is none. */
export function readNumbering(text: string): Numbering | null {
  const bare = text.replace(/^[\s\u3000\ufeff]+/, '');
  const trimmed = bare.slice(0, 8).replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)) + bare.slice(8);
  for (const [style, pattern] of STYLES) {
    const match = pattern.exec(trimmed);
    if (match?.[1] !== undefined) {
      return { style, printed: match[1].replace(/\s+/g, ''), rest: trimmed.slice(match[0].length) };
    }
  }
  return null;
}

/** The number of a paragraph; a heading of Markdown ranks by its level, numbered or not. The first level is the document's title. */
export function headingNumbering(text: string, level: number | undefined): Numbering | null {
  if (level === undefined || level < 2 || level > 4) return readNumbering(text);
  const { printed, rest } = readNumbering(text) ?? { printed: '', rest: text };
  return { style: level === 2 ? 'HEADING2' : level === 3 ? 'HEADING3' : 'HEADING4', printed, rest };
}

/** The text without the number it begins with. */
export function withoutNumbering(text: string): string {
  return readNumbering(text)?.rest ?? text;
}

/** A number that stands in a cell of its own, without the stop that closes it. */
export function printedNumber(cell: string): string {
  return cell.replace(/[、.．。，,]+$/, '');
}
