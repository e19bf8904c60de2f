import { addDays, addMonths } from './day';
import { addWorkingDays, type ReckonedDay } from './working-days';

/** A span of at most so many days can be counted day by day. */
const mostDays = 40_000;

/**
 * The last day of an ISO 8601 duration that runs from a day, such as P20D or P1M; before it where the duration is negative.
 * Hours and minutes end on the day itself, or with whole days on the days after. Null where the text is no such duration.
 */
export function addDuration(from: string, duration: string, count: 'CALENDAR' | 'WORKING'): ReckonedDay | null {
  const match = /^(-?)P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration);
  if (!match) return null;
  const sign = match[1] === '-' ? -1 : 1;
  const [years, months, weeks, days, hours, minutes] = match.slice(2).map((text) => Number(text ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wholeDays = days + Math.floor((hours + minutes / 60) / 24);
  if (years * 366 + months * 31 + weeks * 7 + wholeDays > mostDays) return null;
  const afterMonths = addMonths(from, sign * (years * 12 + months));
  if (count === 'CALENDAR') return { day: addDays(afterMonths, sign * (weeks * 7 + wholeDays)), provisional: false };
  return addWorkingDays(addDays(afterMonths, sign * weeks * 7), sign * wholeDays);
}
