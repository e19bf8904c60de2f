import type { DatePrecision } from '../reading';
import { readNumber } from './chinese-numerals';
import { yearOf, type ReadingContext } from './reading-context';

/** A date or the end of a period as a text prints it. Indexes are those of the text with narrow forms. */
export interface PrintedDate {
  start: number;
  /** After the words that close it (前, 内, 止). */
  end: number;
  /** null where neither the text nor the context tells it. */
  year: number | null;
  yearPrinted: boolean;
  month: number;
  /** null: the month's last day. */
  day: number | null;
  precision: DatePrecision;
  /** Whether words such as 底, 前, 内 make it a limit; a bare 2023年 in a sentence is none. */
  bounded: boolean;
  /** Name of the form it is printed in. */
  form: string;
}

interface DateForm {
  name: string;
  pattern: RegExp;
  read(groups: Record<string, string | undefined>): Pick<PrintedDate, 'month' | 'day' | 'precision'> & { bounded?: boolean; year?: number };
  /** Forms that only stand alone in a cell: 8.31 inside a sentence is a number. */
  wholeCellOnly?: boolean;
}

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR_WORD = '今年度?|本年度?|当年度?|明年度?|次年度?|翌年|来年|下一?年度?';
const YEAR = `(?<year>\\d{4}年度?|[一二][〇○零一二三四五六七八九]{3}年度?|\\d{2}年(?=${N}月|年?[底末]|第|[上下]半年)|${YEAR_WORD})`;
const JOIN = '(?:至|到|[-~]{1,2})';
/** Not in the middle of a longer number, nor after a word that makes it an ordinal or an age. */
const START = '(?<![\\d〇零一二三四五六七八九十第近])';
const CLOCK = '(?:[T]?\\d{1,2}(?::\\d{2}){1,2}(?:\\.\\d+)?Z?)?';

const number = (printed: string | undefined): number => readNumber(printed ?? '') ?? 0;
const QUARTERS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4 };
/** The part of a month: the last day it holds, null for the month's end. */
const MONTH_PARTS: Record<string, number | null> = { 初: 10, 上旬: 10, 中旬: 20, 下旬: null, 底: null, 末: null };

const FORMS: DateForm[] = [
  {
    name: 'numeric-day',
    pattern: new RegExp(
      `${START}(?<year>\\d{4})(?<sign>[./-])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{2}(?=\\d{1,2}:)|\\d{1,2}(?!\\d))日?${CLOCK}`,
      'y',
    ),
    read: (g) => ({ month: number(g.month), day: number(g.day), precision: 'DAY' }),
  },
  {
    name: 'compact-day',
    pattern: /(?<!\d)(?<year>20\d{2})(?<month>0[1-9]|1[0-2])(?<day>[0-3]\d)(?!\d)/y,
    read: (g) => ({ month: number(g.month), day: number(g.day), precision: 'DAY' }),
    wholeCellOnly: true,
  },
  {
    name: 'numeric-month',
    pattern: new RegExp(`${START}(?<year>\\d{4})[./-](?:\\d{1,2}${JOIN})?(?<month>0?[1-9]|1[0-2])(?!\\d|[./-]\\d)月?(?<part>底|末)?`, 'y'),
    read: (g) => ({ month: number(g.month), day: null, precision: 'MONTH', bounded: g.part !== undefined }),
    wholeCellOnly: true,
  },
  {
    name: 'short-numeric-day',
    pattern: /^(?<month>\d{1,2})[./](?<day>\d{1,2})日?(?=$|之?前|[。；])/y,
    read: (g) => ({ month: number(g.month), day: number(g.day), precision: 'DAY' }),
    wholeCellOnly: true,
  },
  {
    name: 'month-and-day',
    pattern: new RegExp(`${START}(?:${YEAR}[,，]?)?(?<month>${N})月份?(?<day>${N})(?:[日号]|(?=$|之?前[^\\d]?|[、，。；]))`, 'y'),
    read: (g) => ({ month: number(g.month), day: number(g.day), precision: 'DAY' }),
  },
  {
    name: 'month',
    pattern: new RegExp(`${START}${YEAR}?(?:${N}${JOIN})?(?<month>${N})月份?(?<part>底|末|上旬|中旬|下旬|初)?`, 'y'),
    read: (g) => {
      const day = g.part === undefined ? null : (MONTH_PARTS[g.part] ?? null);
      const precision = g.part !== undefined && /旬|初/.test(g.part) ? 'DAY' : 'MONTH';
      return { month: number(g.month), day, precision, bounded: g.part !== undefined && g.part !== '初' };
    },
  },
  {
    name: 'quarter',
    pattern: new RegExp(`(?<!\\d)${YEAR}?(?:(?:前|第)?(?<quarter>[一二三四1-4])季(?:度|(?=[末底]))|Q(?<q>[1-4]))(?<part>底|末)?`, 'y'),
    read: (g) => ({
      month: (QUARTERS[g.quarter ?? ''] ?? number(g.quarter ?? g.q)) * 3,
      day: null,
      precision: 'QUARTER',
      bounded: g.part !== undefined,
    }),
  },
  {
    name: 'half-year',
    pattern: new RegExp(`${YEAR}?(?<half>[上下])半年(?<part>底|末)?`, 'y'),
    read: (g) => ({ month: g.half === '上' ? 6 : 12, day: null, precision: 'HALF_YEAR', bounded: g.part !== undefined }),
  },
  {
    name: 'mid-year',
    pattern: /(?<!\d)(?<year>\d{4})?年中(?=$|之?前|[，。；、）)和及与])/y,
    read: () => ({ month: 6, day: null, precision: 'HALF_YEAR', bounded: true }),
  },
  {
    name: 'five-year-plan',
    pattern: /“?十(?<plan>[三四五六])五”?(?:规划)?(?:时期|期)?末/y,
    // The plan of that number ends with the year that its number counts in fives: the fourteenth with 2025.
    read: (g) => ({ month: 12, day: null, precision: 'YEAR', bounded: true, year: 1955 + 5 * number(`十${g.plan ?? ''}`) }),
  },
  {
    name: 'year-end',
    pattern: new RegExp(
      `${START}(?:${YEAR}(?:年?(?:底|末|终(?=前|$|[，。；、）)]))|年内(?!部|容|控))|年底|年末|岁末|年终(?=前|$|[，。；、）)])|年度?内(?!部|容|控))`,
      'y',
    ),
    read: () => ({ month: 12, day: null, precision: 'YEAR', bounded: true }),
  },
  {
    name: 'year',
    pattern: new RegExp(`${START}${YEAR}(?!初)`, 'y'),
    read: () => ({ month: 12, day: null, precision: 'YEAR' }),
  },
];

/** 前 and 内 close a date, but 前期, 内部, 内容 are words of their own. */
const CLOSING =
  /(?:\d{1,2}[时点](?:\d{1,2}分)?|\d{1,2}:\d{2}|下班)?(?:之前|以前|前(?!期|三|往|后|来|沿|置|端|述|款|列|提)|之内|以内|内(?!部|容|控|涵|设)|为止|止)/y;
const DAY_ALONE = new RegExp(`(?<![\\d月])(?<day>${N})[日号]`, 'y');

/** Last day of a month, leap years included. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO date of a printed date; null where its year is not known or the day does not exist. */
export function isoDate(date: PrintedDate): string | null {
  if (date.year === null || !existsIn(date.year, date)) return null;
  const day = date.day ?? lastDayOf(date.year, date.month);
  return `${String(date.year).padStart(4, '0')}-${String(date.month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether the calendar has that day; without a year, whether a leap year has it. */
export function existsOnCalendar(date: PrintedDate): boolean {
  return existsIn(date.year ?? 2024, date);
}

function existsIn(year: number, { month, day }: PrintedDate): boolean {
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= lastDayOf(year, month));
}

/** All dates of a text (with narrow forms), ranges joined to their end. */
export function findDates(text: string, context: ReadingContext, where: 'cell' | 'sentence'): PrintedDate[] {
  const found: PrintedDate[] = [];
  for (let at = 0; at < text.length; at++) {
    const listed = matchMonthList(text, at, context, where) ?? matchPeriodList(text, at, context, where);
    if (listed) {
      found.push(...listed);
      at = listed.at(-1)!.end - 1;
      continue;
    }
    const date = matchAt(text, at, context, where) ?? matchDayAlone(text, at, found.at(-1));
    if (date === null) continue;
    const previous = found.at(-1);
    if (previous && new RegExp(`^${JOIN}$`).test(text.slice(previous.end, date.start))) {
      found[found.length - 1] = endOfRange(previous, date);
    } else {
      found.push(previous ? withYearOf(previous, date) : date);
    }
    at = date.end - 1;
  }
  return found;
}

function matchAt(text: string, at: number, context: ReadingContext, where: 'cell' | 'sentence'): PrintedDate | null {
  for (const form of FORMS) {
    if (form.wholeCellOnly && where !== 'cell') continue;
    form.pattern.lastIndex = at;
    const match = form.pattern.exec(text);
    if (!match) continue;
    const groups: Record<string, string | undefined> = match.groups ?? {};
    const year = readYear(groups.year, context);
    if (year === 'implausible') continue;
    const { bounded, ...parts } = form.read(groups);
    if (parts.month < 1 || parts.month > 12) continue;
    const end = at + match[0].length;
    const closing = closingAt(text, end);
    return {
      start: at,
      end: end + closing,
      year,
      yearPrinted: groups.year !== undefined || parts.year !== undefined,
      ...parts,
      bounded: bounded === true || closing > 0 || match[0].endsWith('内'),
      form: form.name,
    };
  }
  return null;
}

const MONTH_LIST = new RegExp(`${START}(?:\\d{4}年)?(?:${N}[、,，/和及])+(?=${N}月)`, 'y');

/** 3、6、9、12月底前: months that share their last word. 1、8月底前 at the beginning of a cell is an item's number. */
function matchMonthList(text: string, at: number, context: ReadingContext, where: 'cell' | 'sentence'): PrintedDate[] | null {
  MONTH_LIST.lastIndex = at;
  const list = MONTH_LIST.exec(text)?.[0];
  if (!list || (at === 0 && /^1、/.test(text) && /[。；;]2、/.test(text))) return null;
  const last = matchAt(text, at + list.length, context, where);
  if (last?.form !== 'month') return null;
  const year = /^(\d{4})年/.exec(list);
  const shared = year ? { year: Number(year[1]), yearPrinted: true } : {};
  const numbers = [...list.slice(year?.[0].length ?? 0).matchAll(new RegExp(N, 'g'))].map((match) => number(match[0]));
  const ascending = [...numbers, last.month].every((month, index, all) => month >= 1 && (index === 0 || month > all[index - 1]!));
  if (!ascending) return null;
  return [...numbers.map((month) => ({ ...last, ...shared, month, start: at })), { ...last, ...shared, start: at }];
}

const PERIOD_LISTS = [/(?<!\d)(?:第?[一二三四1-4][、,，和及与])+(?=第?[一二三四1-4]季)/y, /上(?:半年)?[、,，和及与]?(?=下半年)/y];

/** 第二、第四季度 and 上、下半年: periods that share their last word. */
function matchPeriodList(text: string, at: number, context: ReadingContext, where: 'cell' | 'sentence'): PrintedDate[] | null {
  for (const pattern of PERIOD_LISTS) {
    pattern.lastIndex = at;
    const list = pattern.exec(text)?.[0];
    const last = list === undefined ? null : matchAt(text, at + list.length, context, where);
    if (list === undefined || last === null) continue;
    const months = list.startsWith('上')
      ? [6]
      : [...list.matchAll(/[一二三四1-4]/g)].map(([quarter]) => (QUARTERS[quarter] ?? number(quarter)) * 3);
    return [...months.map((month) => ({ ...last, month, start: at })), { ...last, start: at }];
  }
  return null;
}

function closingAt(text: string, at: number): number {
  CLOSING.lastIndex = at;
  return CLOSING.exec(text)?.[0].length ?? 0;
}

/** 8月15日、20日: a day that takes the month of the date just before it. */
function matchDayAlone(text: string, at: number, previous: PrintedDate | undefined): PrintedDate | null {
  if (!previous || previous.precision !== 'DAY' || !/^(?:[、,，和及与]|至|到|[-~])$/.test(text.slice(previous.end, at))) return null;
  DAY_ALONE.lastIndex = at;
  const match = DAY_ALONE.exec(text);
  if (!match) return null;
  const end = at + match[0].length;
  return { ...previous, start: at, end: end + closingAt(text, end), day: number(match.groups?.day), form: 'day' };
}

function endOfRange(from: PrintedDate, to: PrintedDate): PrintedDate {
  let { year } = to;
  if (!to.yearPrinted && from.year !== null) year = to.month < from.month ? from.year + 1 : from.year;
  return { ...to, start: from.start, year, yearPrinted: to.yearPrinted || from.yearPrinted, form: 'range' };
}

/** 2024年6月底、12月底: a date without a year takes that of the date before it, where one is printed. */
function withYearOf(previous: PrintedDate, date: PrintedDate): PrintedDate {
  if (date.yearPrinted || !previous.yearPrinted || !previous.bounded) return date;
  return { ...date, year: previous.year };
}

function readYear(printed: string | undefined, context: ReadingContext): number | null | 'implausible' {
  const base = yearOf(context);
  if (printed === undefined) return base;
  if (/^[明次翌来下]/.test(printed)) return base === null ? null : base + 1;
  if (/^[今本当]/.test(printed)) return base;
  const year = readNumber(printed.replace(/年度?$/, ''));
  if (year === null) return 'implausible';
  if (year >= 100) return year >= 1949 && year <= 2100 ? year : 'implausible';
  // 23年8月 is read only where it is close to the plan's own year.
  const full = 2000 + year;
  return base !== null && Math.abs(full - base) <= 6 ? full : 'implausible';
}
