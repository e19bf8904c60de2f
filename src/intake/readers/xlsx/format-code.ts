/** A piece of a number format: words printed as they are, or a code that stands for a part of the value. */
export interface FormatToken {
  kind: 'LITERAL' | 'DATE' | 'DIGITS' | 'PERCENT' | 'GENERAL' | 'TEXT';
  text: string;
}

export interface FormatSection {
  tokens: FormatToken[];
  /** [DBNum1]: figures are printed in Chinese. */
  chineseFigures: boolean;
  /** Such as [>=100]; null where the section goes by the sign of the value. */
  condition: ((value: number) => boolean) | null;
}

const LONGEST_CODE = 300;
const PIECE =
  /"([^"]*)"?|\\([^])|_[^]|\*[^]|\[([^\]]*)\]|(general|g\/通用格式)|((?:am\/pm|a\/p|上午\/下午))|(y+|m+|d+|h+|s+|e+|b+|a{3,4})|([#0?][#0?,.]*(?:e[+-]0+)?|\.0+|\.#+)|(%)|(@)|([^])/gi;

/** Only "?" and signs of a fraction in their usual places make a fraction; those are rare and printed as decimals. */
function conditionOf(bracket: string): ((value: number) => boolean) | null {
  const match = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(bracket);
  if (match === null) return null;
  const bound = Number(match[2]);
  const tests: Record<string, (value: number) => boolean> = {
    '<': (value) => value < bound,
    '<=': (value) => value <= bound,
    '>': (value) => value > bound,
    '>=': (value) => value >= bound,
    '=': (value) => value === bound,
    '<>': (value) => value !== bound,
  };
  return tests[match[1] ?? ''] ?? null;
}

/** [$￥-804] prints ￥; [Red], [$-F800] and the like print nothing. */
function bracketText(bracket: string): string {
  return /^\$([^-]*)/.exec(bracket)?.[1] ?? '';
}

function readSection(code: string): FormatSection {
  const section: FormatSection = { tokens: [], chineseFigures: false, condition: null };
  const push = (kind: FormatToken['kind'], text: string): void => {
    if (text !== '') section.tokens.push({ kind, text });
  };
  for (const [whole, quoted, escaped, bracket, general, half, date, digits, percent, at, other] of code.matchAll(PIECE)) {
    if (bracket !== undefined) {
      if (/^dbnum[12]/i.test(bracket)) section.chineseFigures = true;
      section.condition ??= conditionOf(bracket);
      if (/^(?:h+|m+|s+)$/i.test(bracket)) push('DATE', bracket.toLowerCase());
      else push('LITERAL', bracketText(bracket));
    } else if (general !== undefined) push('GENERAL', whole);
    else if (half !== undefined) push('DATE', half.includes('上') ? '上午/下午' : 'am/pm');
    else if (date !== undefined) push('DATE', date.toLowerCase());
    else if (digits !== undefined) push('DIGITS', digits);
    else if (percent !== undefined) push('PERCENT', percent);
    else if (at !== undefined) push('TEXT', at);
    else if (quoted !== undefined || escaped !== undefined || other !== undefined) push('LITERAL', quoted ?? escaped ?? other ?? '');
  }
  return section;
}

function splitSections(code: string): string[] {
  return code.match(/(?:"[^"]*"?|\\[^]|\[[^\]]*\]?|[^;"\\[])+/g) ?? [''];
}

const readCodes = new Map<string, FormatSection[]>();

/** The sections of a number format: for positive, negative, zero, text. */
export function readFormatCode(code: string): FormatSection[] {
  let sections = readCodes.get(code);
  if (sections === undefined) {
    sections = code.length > LONGEST_CODE ? [readSection('General')] : splitSections(code).slice(0, 4).map(readSection);
    if (readCodes.size < 500) readCodes.set(code, sections);
  }
  return sections;
}

/** The formats that a file names by number alone, as an office of the Chinese mainland sees them. */
const BUILT_IN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The code of a format that the file does not write out. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General';
}
