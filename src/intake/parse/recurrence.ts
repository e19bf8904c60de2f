import { existsOnCalendar, findDates, lastDayOf, type PrintedDate } from './dates';
import { readNumber, WHOLE_NUMBER } from './chinese-numerals';
import type { ReadingContext } from './reading-context';

export type Period = 'YEAR' | 'HALF_YEAR' | 'QUARTER' | 'MONTH' | 'WEEK' | 'DAY';

/** A rhythm as a text prints it. Indexes are those of the text with narrow forms. */
export interface PrintedRecurrence {
  start: number;
  end: number;
  /** null where it is none of these, such as 每两周. */
  period: Period | null;
  /** RFC 5545. Where no day is printed it names the rhythm alone, due by the end of each period. */
  rrule: string;
  /** Times per period; null where none is printed. */
  quota: number | null;
  rule: string;
}

const UNITS: { pattern: string; period: Period; rrule: string }[] = [
  { pattern: '旬', period: 'MONTH', rrule: 'FREQ=MONTHLY;BYMONTHDAY=10,20,-1' },
  { pattern: '半月', period: 'MONTH', rrule: 'FREQ=MONTHLY;BYMONTHDAY=15,-1' },
  { pattern: '学期', period: 'HALF_YEAR', rrule: 'FREQ=MONTHLY;INTERVAL=6' },
  { pattern: '半年度?', period: 'HALF_YEAR', rrule: 'FREQ=MONTHLY;INTERVAL=6' },
  { pattern: '年度?', period: 'YEAR', rrule: 'FREQ=YEARLY' },
  { pattern: '季度?', period: 'QUARTER', rrule: 'FREQ=MONTHLY;INTERVAL=3' },
  { pattern: '月份?度?', period: 'MONTH', rrule: 'FREQ=MONTHLY' },
  { pattern: '(?:周|星期)', period: 'WEEK', rrule: 'FREQ=WEEKLY' },
  { pattern: '工作日', period: 'DAY', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' },
  { pattern: '[天日]', period: 'DAY', rrule: 'FREQ=DAILY' },
];

const TIMES = '(?:次|场次?|轮次?|回|期)';
const ANY_UNIT = UNITS.map((unit) => `(?:${unit.pattern})`).join('|');
/** 每年, 每个季度, 每两年; 按季度 and 逐月; 一年两次; 全年不少于4次. */
const OPENINGS = [
  {
    name: 'every',
    pattern: new RegExp(`每(?:隔|一(?=[年季月周天日]))?(?<count>\\d{1,2}(?!\\d)|[两二三四五六七八九十]{1,2})?个?(?<unit>${ANY_UNIT})`, 'y'),
  },
  { name: 'by-period', pattern: new RegExp(`(?:按|逐)(?<unit>年度?|季度?|月|周)(?!前|底|末|内|\\d)`, 'y') },
  {
    name: 'times-in-period',
    pattern: new RegExp(
      `(?<![\\d第])[一1]?(?<unit>半年|(?<=[一1])(?:年|季度?|个?月|周))(?=(?:至少|不少于)?${WHOLE_NUMBER}${TIMES}|[\\u4e00-\\u9fff]{2}[一两]次)`,
      'y',
    ),
  },
  {
    name: 'times-in-year',
    pattern: new RegExp(
      `全(?<unit>年)(?=[^，。；]{0,8}(?:至少|不少于|不得少于|不低于|组织|开展)[^，。；]{0,12}?${WHOLE_NUMBER}${TIMES})`,
      'y',
    ),
  },
  { name: 'years-once', pattern: /(?<![\d第])(?<count>[两二三四五])(?<unit>年)(?=一次)/y },
  {
    name: 'times-per',
    pattern: new RegExp(
      `(?=${WHOLE_NUMBER}${TIMES}[/每](?:半年|年|季|月|周))${WHOLE_NUMBER}${TIMES}[/每](?<unit>半年|年度?|季度?|月|周)`,
      'y',
    ),
  },
  { name: 'period-end', pattern: /^(?<unit>季度?)(?=[末底]前?$)/y },
  // 季度末月25日前, 季度首月10日前: without 每.
  { name: 'month-of-quarter', pattern: /^(?<unit>季度)(?=(?:末月|末个月|首月|次月)\d{1,2}[日号])/y },
  { name: 'period-alone', pattern: /^(?<unit>年度|季度?|月度|月|周)(?=$|报$|更新$|公开$|通报$)/y },
  { name: 'next-month', pattern: /[次下]个?(?<unit>月)(?=\d{1,2}[日号])/y },
  { name: 'next-quarter', pattern: /下(?:个|一)?(?:个)?(?<unit>季度)(?=首月|第一个月)/y },
];

/** Characters after a rhythm in which its day is looked for; a longer list of days is none. */
const WINDOW = 80;

const QUOTA = new RegExp(`^[^，,。；;：每]{0,30}?(?<count>${WHOLE_NUMBER})(?:[-~至到]${WHOLE_NUMBER})?${TIMES}(?:以上)?`);
const WEEKDAYS: Record<string, string> = { 一: 'MO', 二: 'TU', 三: 'WE', 四: 'TH', 五: 'FR', 六: 'SA', 日: 'SU', 天: 'SU' };
/** 2次 of 2次/年. */
const OWN_QUOTA = new RegExp(`^(?<count>${WHOLE_NUMBER})${TIMES}[/每]`);
/** Which month of a quarter a printed day falls in; a day after its end falls in the first month of the next. */
const QUARTER_MONTHS: { pattern: RegExp; months: string }[] = [
  // 每季度末25日前: a day of the month in which the quarter ends.
  { pattern: new RegExp(`^(?:的)?[末底](?=${WHOLE_NUMBER}[日号](?:之|以)?前)`), months: '3,6,9,12' },
  { pattern: /^(?:的)?(?:末月|最后一个月|第三个月|末个月)/, months: '3,6,9,12' },
  { pattern: /^(?:的)?第二个月/, months: '2,5,8,11' },
  { pattern: /^(?:的)?(?:首月|第一个月|首个月|结束后|后(?:的)?首月|次月)/, months: '1,4,7,10' },
];
const CLOSE = /^(?:之前|以前|前|之内|以内|内)/;

/** All rhythms of a text with narrow forms. */
export function findRecurrences(text: string, context: ReadingContext): PrintedRecurrence[] {
  const found: PrintedRecurrence[] = [];
  for (let at = 0; at < text.length; at++) {
    const recurrence = matchAt(text, at, context);
    if (!recurrence) continue;
    found.push(recurrence);
    at = recurrence.end - 1;
  }
  return found;
}

function matchAt(text: string, at: number, context: ReadingContext): PrintedRecurrence | null {
  for (const { name, pattern } of OPENINGS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const printed = match?.groups?.unit?.replace(/^个/, '');
    const unit = printed && UNITS.find((candidate) => new RegExp(`^(?:${candidate.pattern})$`).test(printed));
    if (!match || !unit) continue;
    const open = at + match[0].length;
    const anchor = readAnchor(unit.period, text.slice(open, open + WINDOW), context);
    const own = OWN_QUOTA.exec(match[0]);
    const behind = own === null ? QUOTA.exec(text.slice(open + anchor.length, open + anchor.length + WINDOW)) : null;
    const quota = own ?? behind;
    const rrule = anchor.rrule ?? multiplied(unit.rrule, readNumber(match.groups?.count ?? ''));
    return {
      start: at,
      end: open + anchor.length + (behind?.[0].length ?? 0),
      period: periodOf(unit.period, rrule),
      rrule,
      quota: quota ? readNumber(quota.groups?.count ?? '') : null,
      rule: anchor.rrule ? `${name}-on-day` : quota ? `${name}-with-quota` : name,
    };
  }
  return null;
}

/** 每3个月 is a quarter, 每两周 no period of its own. */
function periodOf(unit: Period, rrule: string): Period | null {
  const interval = Number(/INTERVAL=(\d+)/.exec(rrule)?.[1] ?? '1');
  if (rrule.startsWith('FREQ=MONTHLY')) return ({ 1: unit, 3: 'QUARTER', 6: 'HALF_YEAR', 12: 'YEAR' } as const)[interval] ?? null;
  return interval === 1 ? unit : null;
}

/** 每两年, 每3个月. */
function multiplied(rrule: string, count: number | null): string {
  if (count === null || count < 2) return rrule;
  const interval = /INTERVAL=(\d+)/.exec(rrule);
  return interval
    ? rrule.replace(interval[0], `INTERVAL=${Number(interval[1]) * count}`)
    : rrule.replace(/^FREQ=\w+/, `$&;INTERVAL=${count}`);
}

interface Anchor {
  rrule: string | null;
  /** Characters that print it. */
  length: number;
}

/** The day within the period, where one is printed right after it. */
function readAnchor(period: Period, tail: string, context: ReadingContext): Anchor {
  if (period === 'YEAR') return yearlyAnchor(tail, context);
  if (period === 'HALF_YEAR') return fixedAnchor(tail, /^(?:的)?[末底]/, 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1');
  if (period === 'QUARTER') return quarterlyAnchor(tail);
  if (period === 'MONTH') return monthlyAnchor(tail);
  if (period === 'WEEK') return weeklyAnchor(tail);
  return { rrule: null, length: 0 };
}

function fixedAnchor(tail: string, pattern: RegExp, rrule: string): Anchor {
  const match = pattern.exec(tail);
  return match ? closed(tail, match[0].length, rrule) : { rrule: null, length: 0 };
}

function closed(tail: string, length: number, rrule: string): Anchor {
  return { rrule, length: length + (CLOSE.exec(tail.slice(length))?.[0].length ?? 0) };
}

function yearlyAnchor(tail: string, context: ReadingContext): Anchor {
  const lead = /^(?:的|于|在)?/.exec(tail)![0].length;
  // 每年底 prints 年 once for both words.
  const yearEnd = /^(?:年?[底末]|年终(?=前|$|[，。；]))/.exec(tail.slice(lead));
  if (yearEnd) return closed(tail, lead + yearEnd[0].length, 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31');
  const days: PrintedDate[] = [];
  let end = lead;
  for (const date of findDates(tail, context, 'sentence')) {
    const gap = tail.slice(end, Math.max(end, date.start));
    if (!existsOnCalendar(date) || !/^[、,，和及与]?$/.test(gap) || (days.length === 0 && date.start !== end)) break;
    days.push(date);
    end = date.end;
  }
  return days.length === 0 ? { rrule: null, length: 0 } : { rrule: yearlyRule(days), length: end };
}

function quarterlyAnchor(tail: string): Anchor {
  for (const { pattern, months } of QUARTER_MONTHS) {
    const lead = pattern.exec(tail)?.[0].length;
    if (lead === undefined) continue;
    const day = monthlyAnchor(tail.slice(lead));
    if (day.rrule) return { rrule: day.rrule.replace('FREQ=MONTHLY', `FREQ=MONTHLY;BYMONTH=${months}`), length: lead + day.length };
  }
  return fixedAnchor(tail, /^(?:的)?(?:最后一天|末|底)(?!月)/, 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1');
}

function monthlyAnchor(tail: string): Anchor {
  // 每月末25日前: the day is printed.
  const end = fixedAnchor(
    tail,
    /^(?:的)?(?:月?[底末]|最后一天|下旬|\d{1,2}[日号]?[至到~-]月?[底末])(?!的?\d{1,2}[日号])/,
    'FREQ=MONTHLY;BYMONTHDAY=-1',
  );
  if (end.rrule) return end;
  const part = /^(?:的)?(?:(?<first>上旬|初)|中旬)/.exec(tail);
  if (part) return closed(tail, part[0].length, `FREQ=MONTHLY;BYMONTHDAY=${part.groups?.first ? 10 : 20}`);
  const days = new RegExp(`^(?:的|月?[底末]|结束后|后|[次下]月)?(?:${WHOLE_NUMBER}[日号]?[、,，和及与~至到-])*${WHOLE_NUMBER}[日号]`).exec(
    tail,
  );
  if (!days) return { rrule: null, length: 0 };
  const ends = days[0].replace(new RegExp(`${WHOLE_NUMBER}[日号]?[~至到-]`, 'g'), '');
  const numbers = (ends.match(new RegExp(WHOLE_NUMBER, 'g')) ?? []).map(readNumber).filter((day) => day !== null && day >= 1 && day <= 31);
  if (numbers.length === 0) return { rrule: null, length: 0 };
  return closed(tail, days[0].length, `FREQ=MONTHLY;BYMONTHDAY=${[...new Set(numbers)].sort((a, b) => a! - b!).join(',')}`);
}

function weeklyAnchor(tail: string): Anchor {
  const day = new RegExp(`^(?:的)?(?:周|星期)?(?<day>[一二三四五六日天])(?!${TIMES}|[至到-])`).exec(tail);
  return day ? closed(tail, day[0].length, `FREQ=WEEKLY;BYDAY=${WEEKDAYS[day.groups?.day ?? '']}`) : { rrule: null, length: 0 };
}

/**
 * One rule for the same days of every year. Days that BYMONTH × BYMONTHDAY cannot name together are counted from the
 * nearer end of the year by BYYEARDAY, from January and February forwards and from March on backwards, so that a leap
 * day moves none of them.
 */
export function yearlyRule(days: Pick<PrintedDate, 'month' | 'day'>[]): string {
  const months = [...new Set(days.map((day) => day.month))].sort((a, b) => a - b);
  const isMonthEnd = (day: Pick<PrintedDate, 'month' | 'day'>): boolean =>
    day.day === null || (day.month !== 2 && day.day === lastDayOf(2023, day.month));
  const numbers = new Set(days.map((day) => day.day ?? (day.month === 2 ? -1 : lastDayOf(2023, day.month))));
  if (numbers.size === 1) return `FREQ=YEARLY;BYMONTH=${months.join(',')};BYMONTHDAY=${[...numbers][0]}`;
  if (days.every(isMonthEnd)) return `FREQ=YEARLY;BYMONTH=${months.join(',')};BYMONTHDAY=-1`;
  if (months.length === 1) return `FREQ=YEARLY;BYMONTH=${months[0]};BYMONTHDAY=${[...numbers].sort((a, b) => a - b).join(',')}`;
  const yearDays = [...new Set(days.map(yearDayOf))].sort((a, b) => ((a + 366) % 366) - ((b + 366) % 366));
  return `FREQ=YEARLY;BYYEARDAY=${yearDays.join(',')}`;
}

function yearDayOf({ month, day }: Pick<PrintedDate, 'month' | 'day'>): number {
  const dayMs = 86_400_000;
  if (month < 2 || (month === 2 && day !== null && day < 29)) return (Date.UTC(2023, month - 1, day ?? 31) - Date.UTC(2023, 0, 0)) / dayMs;
  const date = month === 2 ? Date.UTC(2024, 1, 29) : Date.UTC(2024, month - 1, day ?? lastDayOf(2024, month));
  return (date - Date.UTC(2025, 0, 1)) / dayMs;
}
