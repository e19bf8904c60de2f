import { hanNumeral } from '../printed-numerals';
import { readFormatCode, type FormatSection, type FormatToken } from './format-code';
import { showDate } from './shown-date';

const MOST_DECIMALS = 30;

/** Without the noise of binary fractions: a sheet keeps fifteen digits and shows at most ten decimals. */
function general(value: number): string {
  const kept = Number(value.toPrecision(15));
  const shown = Number(kept.toPrecision(Math.abs(kept) < 1 ? 10 : 11));
  return String(Math.abs(shown) >= 1e15 ? kept : shown);
}

function sectionFor(value: number, sections: readonly FormatSection[]): { section: FormatSection; withSign: boolean } {
  const [first, second, third] = sections as [FormatSection, FormatSection?, FormatSection?];
  const conditioned = sections.slice(0, 2).find(({ condition }) => condition?.(value) === true);
  if (conditioned !== undefined) return { section: conditioned, withSign: true };
  if (first.condition !== null) return { section: third ?? second ?? first, withSign: true };
  if (value < 0 && second !== undefined) return { section: second, withSign: false };
  if (value === 0 && third !== undefined) return { section: third, withSign: true };
  return { section: first, withSign: true };
}

function digitsOf(value: number, token: FormatToken): string {
  const [whole = '', decimals = ''] = token.text.replace(/e.*$/i, '').split('.');
  const scaled = value / 1000 ** (/,+$/.exec(whole)?.[0].length ?? 0);
  const most = Math.min(decimals.replace(/,/g, '').length, MOST_DECIMALS);
  const least = Math.min(decimals.replace(/[^0]/g, '').length, MOST_DECIMALS);
  const [integer = '0', fraction = ''] = Number(scaled.toPrecision(15)).toFixed(most).split('.');
  const kept = fraction.replace(new RegExp(`0{0,${most - least}}$`), '');
  const zeros = whole.replace(/[^0]/g, '').length;
  const padded = (zeros === 0 && integer === '0' ? '' : integer).padStart(zeros, '0');
  const grouped = /[#0?],+[#0?]/.test(whole) ? padded.replace(/\B(?=(?:\d{3})+$)/g, ',') : padded;
  return kept === '' ? grouped : `${grouped}.${kept}`;
}

function showFigures(value: number, section: FormatSection, withSign: boolean): string {
  const { tokens } = section;
  const scale = 100 ** tokens.filter(({ kind }) => kind === 'PERCENT').length;
  const size = Math.abs(value) * scale;
  const place = tokens.findIndex(({ kind }) => kind === 'DIGITS' || kind === 'GENERAL');
  const digits = tokens[place];
  const isPlain = digits?.kind !== 'DIGITS' || /e/i.test(digits.text) || tokens.some(({ text }) => text === '/');
  const figure = isPlain ? general(size) : digitsOf(size, digits);
  const inChinese = section.chineseFigures && /^\d{1,4}$/.test(figure) ? hanNumeral(Number(figure)) : figure;
  const sign = withSign && value < 0 && /[1-9]/.test(figure) ? '-' : '';
  const shown = tokens.map(({ kind, text }, index) =>
    index === place ? sign + inChinese : kind === 'LITERAL' || kind === 'PERCENT' ? text : '',
  );
  return isPlain && tokens.some(({ text }) => text === '/') ? sign + figure : shown.join('').trim();
}

/** A number as its cell shows it. A format that cannot be followed shows the number itself. */
export function showNumber(value: number, code: string, from1904: boolean): string {
  const { section, withSign } = sectionFor(value, readFormatCode(code === '' ? 'General' : code));
  if (section.tokens.some(({ kind }) => kind === 'DATE')) return showDate(value, section, from1904) ?? general(value);
  if (section.tokens.some(({ kind }) => kind === 'TEXT')) return general(value);
  return section.tokens.length === 0 ? '' : showFigures(value, section, withSign);
}
