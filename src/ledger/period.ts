import { addDays, isDay, lastDayOfMonth } from '../platform/calendar';

export type PeriodLength = 'YEAR' | 'HALF_YEAR' | 'QUARTER' | 'MONTH' | 'WEEK';

export interface Period {
  text: string;
  firstDay: string;
  lastDay: string;
}

/** What descriptions say of the form of a period. */
export const periodHelp = 'A year `2023`, half-year `2023-H1`, quarter `2023-Q3`, month `2023-08`, ISO week `2023-W35` or day `2023-08-31`';

/** The period of a length in which a day lies. */
export function periodOf(day: string, length: PeriodLength): string {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  switch (length) {
    case 'YEAR':
      return year;
    case 'HALF_YEAR':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'QUARTER':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'MONTH':
      return day.slice(0, 7);
    case 'WEEK':
      return weekOf(day);
  }
}

/** Reads a period; null where the text is none. */
export function readPeriod(text: string): Period | null {
  const [, year = '', rest = ''] = /^([12]\d{3})(?:-(.+))?$/.exec(text) ?? [];
  if (year === '') return null;
  if (rest === '') return months(text, year, 1, 12);
  const [, kind = '', digits = ''] = /^([HQW]?)(\d{1,2})$/.exec(rest) ?? [];
  const number = Number(digits);
  if (kind === 'H' && /^[12]$/.test(digits)) return months(text, year, number * 6 - 5, 6);
  if (kind === 'Q' && /^[1-4]$/.test(digits)) return months(text, year, number * 3 - 2, 3);
  if (kind === 'W' && /^\d\d$/.test(digits)) return week(text, year, number);
  if (kind === '' && /^(0[1-9]|1[0-2])$/.test(digits)) return months(text, year, number, 1);
  return isDay(text) ? { text, firstDay: text, lastDay: text } : null;
}

function months(text: string, year: string, first: number, count: number): Period {
  return { text, firstDay: `${year}-${String(first).padStart(2, '0')}-01`, lastDay: lastDayOfMonth(Number(year), first + count - 1) };
}

function week(text: string, year: string, number: number): Period | null {
  // The fourth of January is always in the first week.
  const monday = addDays(mondayOf(`${year}-01-04`), (number - 1) * 7);
  return weekOf(monday) === text ? { text, firstDay: monday, lastDay: addDays(monday, 6) } : null;
}

/** The ISO 8601 week: it belongs to the year in which its Thursday lies. */
function weekOf(day: string): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  let number = 1;
  for (let first = addDays(mondayOf(`${year}-01-04`), 3); first < thursday; first = addDays(first, 7)) number += 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
