/** How office programs print a number in words and signs: 一, 二十三, IV, ③. */
const HAN_DIGITS = '〇一二三四五六七八九';
const HAN_PLACES = ['', '十', '百', '千'];
const LARGEST_HAN = 9999;

/** 十二, 一百零三; a leading 一十 is 十. */
export function hanNumeral(value: number): string {
  if (value < 1 || value > LARGEST_HAN) return String(value);
  let printed = '';
  let gap = false;
  const digits = String(value).split('').map(Number);
  digits.forEach((digit, index) => {
    if (digit === 0) gap = true;
    else {
      printed += `${gap && printed !== '' ? '零' : ''}${HAN_DIGITS[digit] ?? ''}${HAN_PLACES[digits.length - 1 - index] ?? ''}`;
      gap = false;
    }
  });
  return printed.replace(/^一十/, '十');
}

/** 二〇二三: digit by digit. */
export function hanDigits(value: number): string {
  return String(value).replace(/\d/g, (digit) => HAN_DIGITS[Number(digit)] ?? digit);
}

const LEGAL = '零壹贰叁肆伍陆柒捌玖';

/** 壹拾贰. */
function hanLegalNumeral(value: number): string {
  const plain = hanNumeral(value).replace(/^十/, '一十');
  const places: Record<string, string> = { 十: '拾', 百: '佰', 千: '仟', 零: '零' };
  return plain.replace(/./g, (sign) => places[sign] ?? LEGAL[HAN_DIGITS.indexOf(sign)] ?? sign);
}

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function romanNumeral(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let printed = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      printed += sign;
      rest -= worth;
    }
  }
  return printed;
}

/** A … Z, AA, BB …, as office programs go on after Z. */
function letterNumeral(value: number): string {
  if (value < 1 || value > 26 * 30) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function signFrom(first: number, value: number, last: number): string {
  return value >= 1 && value <= last ? String.fromCharCode(first + value - 1) : String(value);
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** The counting styles of lists by their names in office files; those not here count in plain figures. */
const STYLES: Record<string, (value: number) => string> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalFullWidth2: (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: (value) => signFrom(0x2460, value, 20),
  decimalEnclosedCircleChinese: (value) => signFrom(0x2460, value, 20),
  decimalEnclosedParen: (value) => signFrom(0x2474, value, 20),
  decimalEnclosedFullstop: (value) => signFrom(0x2488, value, 20),
  ideographEnclosedCircle: (value) => signFrom(0x3280, value, 10),
  upperRoman: romanNumeral,
  lowerRoman: (value) => romanNumeral(value).toLowerCase(),
  upperLetter: letterNumeral,
  lowerLetter: (value) => letterNumeral(value).toLowerCase(),
  chineseCounting: hanNumeral,
  chineseCountingThousand: hanNumeral,
  taiwaneseCounting: hanNumeral,
  taiwaneseCountingThousand: hanNumeral,
  japaneseCounting: hanNumeral,
  koreanCounting: hanNumeral,
  ideographDigital: hanDigits,
  japaneseDigitalTenThousand: hanDigits,
  taiwaneseDigital: hanDigits,
  chineseLegalSimplified: hanLegalNumeral,
  ideographLegalTraditional: hanLegalNumeral,
  japaneseLegal: hanLegalNumeral,
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
};

/** A number of a list in the style that the file names. */
export function countingNumeral(style: string, value: number): string {
  return (Object.hasOwn(STYLES, style) ? STYLES[style] : undefined)?.(value) ?? String(value);
}
