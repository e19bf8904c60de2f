const DIGITS: Record<string, number> = { 〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const TENS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** Source of a pattern for a whole number in either script. */
export const WHOLE_NUMBER = '(?:\\d+|[〇零○一二两三四五六七八九十百千]+)';

/** The number that digits or Chinese numerals print; null where they print none. */
export function readNumber(printed: string): number | null {
  if (printed === '') return null;
  if (/^\d+(?:,\d{3})*(?:\.\d+)?$/.test(printed)) return Number(printed.replaceAll(',', ''));
  if (/^[〇零○一二三四五六七八九]{2,}$/.test(printed)) return readPositional(printed);
  return readMultiplicative(printed);
}

/** 二〇二三: one numeral for one digit. */
function readPositional(printed: string): number {
  return Number([...printed].map((char) => DIGITS[char]).join(''));
}

/** 三十一, 二百零五, 两万: numerals with their powers of ten. */
function readMultiplicative(printed: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const char of printed) {
    const power = TENS[char];
    const myriad = MYRIADS[char];
    if (char in DIGITS) {
      digit = DIGITS[char]!;
    } else if (power !== undefined) {
      section += (digit ?? 1) * power;
      digit = null;
    } else if (myriad !== undefined) {
      total += (section + (digit ?? 0) || 1) * myriad;
      section = 0;
      digit = null;
    } else {
      return null;
    }
  }
  return total + section + (digit ?? 0);
}
