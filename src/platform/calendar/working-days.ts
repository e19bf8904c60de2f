import { isWorkday } from 'chinese-days';
import { addDays, weekdayOf } from './day';

/** The years whose calendar of the State Council, with its make-up working days, the library holds; it answers wrong for others, and silently. */
const firstYear = 2004;
const lastYear = 2026;

export interface ReckonedDay {
  day: string;
  /** True where the State Council's calendar of a year that was counted through is not known: Monday to Friday were counted instead. */
  provisional: boolean;
}

/** Whether the working days of a day's year are known. */
export function knowsWorkingDays(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return year >= firstYear && year <= lastYear;
}

/** The day that is so many working days after (or, negative, before) another. The day after it is the first. */
export function addWorkingDays(from: string, count: number): ReckonedDay {
  const step = Math.sign(count);
  let day = from;
  let provisional = false;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    if (!knowsWorkingDays(day)) provisional = true;
    if (isWorking(day)) left -= 1;
  }
  return { day, provisional };
}

function isWorking(day: string): boolean {
  return knowsWorkingDays(day) ? isWorkday(day) : ![0, 6].includes(weekdayOf(day));
}
