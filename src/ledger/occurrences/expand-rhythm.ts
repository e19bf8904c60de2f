import { RRule, type Options } from 'rrule';
import { addDays, isDay, lastDayOfMonth } from '../../platform/calendar';
import { periodOf, type PeriodLength } from '../period';

/** One time at which a recurring duty falls due. */
export interface RhythmOccurrence {
  /** The day after the occurrence before it. */
  startsOn: string;
  dueOn: string;
  /** The period it closes, such as 2023-Q2; the day itself where the rhythm follows no period of the calendar. */
  period: string;
}

/**
 * The days of one year on which a rhythm falls due. A rule that names days gives these; one that names a rhythm alone falls
 * due at the end of each of its periods, counted from 1 January. Empty where the rule cannot be read.
 */
export function expandRhythm(rrule: string, year: number): RhythmOccurrence[] {
  const options = read(rrule);
  if (!options) return [];
  const days = namesDays(options) ? namedDays(options, year) : periodEnds(options, year);
  const own = days.filter((day) => day.startsWith(pad(year)));
  const length = periodLength(own, options);
  return own.map((dueOn) => {
    const before = days[days.indexOf(dueOn) - 1];
    return { startsOn: before ? addDays(before, 1) : `${pad(year)}-01-01`, dueOn, period: length ? periodOf(dueOn, length) : dueOn };
  });
}

function read(rrule: string): Partial<Options> | null {
  try {
    const options = RRule.parseString(rrule);
    return [RRule.YEARLY, RRule.MONTHLY, RRule.WEEKLY, RRule.DAILY].includes(options.freq!) ? options : null;
  } catch {
    return null;
  }
}

function namesDays({ freq, bymonth, bymonthday, byyearday, byweekday }: Partial<Options>): boolean {
  return freq === RRule.DAILY || [bymonth, bymonthday, byyearday, byweekday].some((each) => each != null);
}

/** From the year before on, so that the first occurrence of the year knows where it begins. */
function namedDays(options: Partial<Options>, year: number): string[] {
  const startYear = (options.interval ?? 1) > 1 ? year : year - 1;
  const start = new Date(`${pad(startYear)}-01-01T00:00:00Z`);
  const rule = new RRule({ ...options, dtstart: start, until: null, count: null });
  return rule.between(start, new Date(`${pad(year)}-12-31T00:00:00Z`), true).map((instant) => instant.toISOString().slice(0, 10));
}

function periodEnds({ freq, interval = 1 }: Partial<Options>, year: number): string[] {
  if (freq === RRule.WEEKLY) {
    const rule = { freq: RRule.WEEKLY, interval, byweekday: [RRule.SU] };
    return namedDays(rule, year);
  }
  const months = freq === RRule.YEARLY ? 12 * interval : interval;
  const days: string[] = [];
  for (let month = months; month <= 12; month += months) days.push(lastDayOfMonth(year, month));
  return days.filter(isDay);
}

/** The period of the calendar of which every one has exactly one of the days. */
function periodLength(days: readonly string[], { freq, interval = 1 }: Partial<Options>): PeriodLength | null {
  const lengths: [PeriodLength, number][] = [
    ['YEAR', 1],
    ['HALF_YEAR', 2],
    ['QUARTER', 4],
    ['MONTH', 12],
  ];
  const found = lengths.find(
    ([length, count]) => days.length === count && new Set(days.map((day) => periodOf(day, length))).size === count,
  );
  if (found) return found[0];
  const isWeekly = freq === RRule.WEEKLY && interval === 1 && new Set(days.map((day) => periodOf(day, 'WEEK'))).size === days.length;
  return isWeekly ? 'WEEK' : null;
}

function pad(year: number): string {
  return String(year).padStart(4, '0');
}
