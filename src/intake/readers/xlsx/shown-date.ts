import { hanDigits, hanNumeral } from '../printed-numerals';
import type { FormatSection, FormatToken } from './format-code';

const DAY_MS = 86_400_000;
/** Day 1 of a sheet is 1 January 1900 and there is a 29 February 1900, or, in workbooks of old Macintoshes, day 0 is 1 January 1904. */
const FIRST_1900 = Date.UTC(1899, 11, 31);
const FIRST_1904 = Date.UTC(1904, 0, 1);
const LEAP_DAY_THAT_NEVER_WAS = 60;
const LAST_DAY = 2_958_465;
const WEEKDAYS = '日一二三四五六';

/** The moment that a number of a sheet stands for, in fields of UTC; null where it is none. */
function momentOf(serial: number, from1904: boolean): Date | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_DAY) return null;
  const days = from1904 || serial < LEAP_DAY_THAT_NEVER_WAS ? serial : serial - 1;
  const seconds = Math.round((days * DAY_MS) / 1000);
  return new Date((from1904 ? FIRST_1904 : FIRST_1900) + seconds * 1000);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Whether an m stands for minutes: it follows hours or goes before seconds. */
function isMinutes(dates: readonly FormatToken[], index: number): boolean {
  return /^h/.test(dates[index - 1]?.text ?? '') || /^s/.test(dates[index + 1]?.text ?? '');
}

type Field = 'YEAR' | 'MONTH' | 'DAY' | 'HOUR' | 'MINUTE' | 'SECOND' | 'WEEKDAY' | 'HALF';

function fieldOf(dates: readonly FormatToken[], index: number): Field {
  const text = dates[index]?.text ?? '';
  if (/^[yeb]/.test(text)) return 'YEAR';
  if (text.startsWith('m')) return isMinutes(dates, index) ? 'MINUTE' : 'MONTH';
  if (text === 'am/pm' || text === '上午/下午') return 'HALF';
  if (text.startsWith('a') || /^d{3,}/.test(text)) return 'WEEKDAY';
  if (text.startsWith('d')) return 'DAY';
  return text.startsWith('h') ? 'HOUR' : 'SECOND';
}

class DatePrinter {
  private readonly dates: FormatToken[];
  private readonly fields: Field[];
  private readonly halfDays: boolean;

  constructor(
    private readonly section: FormatSection,
    private readonly at: Date,
  ) {
    this.dates = section.tokens.filter(({ kind }) => kind === 'DATE');
    this.fields = this.dates.map((_, index) => fieldOf(this.dates, index));
    this.halfDays = this.fields.includes('HALF');
  }

  print(): string {
    return this.section.tokens.some(({ kind, text }) => kind === 'LITERAL' && /[年月日号时分]/.test(text))
      ? this.asWritten()
      : this.plain();
  }

  /** 2023年8月31日: the format's own order and words. */
  private asWritten(): string {
    let date = -1;
    return this.section.tokens
      .map(({ kind, text }) => {
        if (kind === 'LITERAL') return text;
        if (kind !== 'DATE') return '';
        date += 1;
        return this.field(this.fields[date] ?? 'DAY', text);
      })
      .join('')
      .trim();
  }

  /** Formats of other countries, and those with slashes, whose order of day and month is a guess, are printed alike. */
  private plain(): string {
    const has = (field: Field): boolean => this.fields.includes(field);
    const [year, month, day] = [this.at.getUTCFullYear(), this.at.getUTCMonth() + 1, this.at.getUTCDate()];
    const dated = has('YEAR') || has('MONTH') || has('DAY');
    const time = has('HOUR') || has('MINUTE') ? `${two(this.at.getUTCHours())}:${two(this.at.getUTCMinutes())}` : '';
    if (!dated) return time === '' ? this.asWritten() : time;
    const date =
      has('YEAR') && has('DAY')
        ? `${year}-${two(month)}-${two(day)}`
        : `${has('YEAR') ? `${year}年` : ''}${has('MONTH') ? `${month}月` : ''}${has('DAY') ? `${day}日` : ''}`;
    return [date, time].filter((part) => part !== '').join(' ');
  }

  private field(field: Field, code: string): string {
    switch (field) {
      case 'YEAR': {
        const year = this.at.getUTCFullYear();
        const shown = code === 'y' || code === 'yy' ? year % 100 : year;
        return this.section.chineseFigures ? hanDigits(shown) : code === 'y' || code === 'yy' ? two(shown) : String(shown);
      }
      case 'MONTH':
        return this.figure(this.at.getUTCMonth() + 1, code);
      case 'DAY':
        return this.figure(this.at.getUTCDate(), code);
      case 'HOUR':
        return this.figure(this.halfDays ? ((this.at.getUTCHours() + 11) % 12) + 1 : this.at.getUTCHours(), code);
      case 'MINUTE':
        return this.figure(this.at.getUTCMinutes(), code);
      case 'SECOND':
        return this.figure(this.at.getUTCSeconds(), code);
      case 'WEEKDAY':
        return `${code === 'aaa' ? '' : '星期'}${WEEKDAYS[this.at.getUTCDay()] ?? ''}`;
      case 'HALF':
        return this.at.getUTCHours() < 12 ? '上午' : '下午';
    }
  }

  private figure(value: number, code: string): string {
    if (this.section.chineseFigures) return value === 0 ? '〇' : hanNumeral(value);
    return code.length === 2 ? two(value) : String(value);
  }
}

/** A date as its cell shows it; null where the number is no date. */
export function showDate(serial: number, section: FormatSection, from1904: boolean): string | null {
  const moment = momentOf(serial, from1904);
  return moment === null ? null : new DatePrinter(section, moment).print();
}
