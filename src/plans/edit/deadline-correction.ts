import { rrulestr } from 'rrule';
import { CommandRefusal } from '../../platform/graphql';
import { noDeadline, type Deadline } from '../deadline';
import type { DatePrecision, DayCount, DeadlineKind } from '../plan.enums';
import { optionalText } from './verbatim';

/** What a person says of a deadline; what is left out stays, null takes away. */
export interface DeadlineCorrection {
  kind?: DeadlineKind | null;
  dueOn?: string | null;
  precision?: DatePrecision | null;
  thenOngoing?: boolean | null;
  rrule?: string | null;
  quota?: number | null;
  trigger?: string | null;
  duration?: string | null;
  dayCount?: DayCount | null;
}

/** What a rule's name begins with where a person set the deadline. */
export const correctedRule = 'corrected:';

type Fields = Pick<Deadline, 'dueOn' | 'precision' | 'thenOngoing' | 'rrule' | 'quota' | 'trigger' | 'duration' | 'dayCount'>;

/** The fields that a kind of deadline has; all others are empty. */
const fieldsOf: Partial<Record<DeadlineKind, readonly (keyof Fields)[]>> = {
  BY_DATE: ['dueOn', 'precision', 'thenOngoing'],
  RECURRING: ['rrule', 'quota'],
  RELATIVE: ['trigger', 'duration', 'dayCount'],
};

/**
 * A deadline as a person corrected it; its printed words stay. What does not belong to the new kind goes. Refused where
 * the parts do not fit each other.
 */
export function correctDeadline(before: Deadline, correction: DeadlineCorrection): Deadline {
  const kind = correction.kind ?? before.kind;
  const own = fieldsOf[kind] ?? [];
  const given = Object.fromEntries(
    Object.entries(correction).filter(([name, value]) => name !== 'kind' && value !== undefined),
  ) as Partial<Fields>;
  const foreign = Object.entries(given).find(([name, value]) => value !== null && value !== false && !own.includes(name as keyof Fields));
  if (foreign) throw unfit(`${kind} 类时限没有 ${foreign[0]}。 A deadline of kind ${kind} has no ${foreign[0]}.`, foreign[0]);
  const kept = Object.fromEntries(own.map((name) => [name, given[name] === undefined ? before[name] : given[name]]));
  const after: Deadline = { ...noDeadline, text: before.text, rule: before.rule, ...kept, kind };
  after.thenOngoing ??= false;
  after.trigger = optionalText(after.trigger);
  if (after.dueOn === null) after.precision = null;
  else after.precision ??= 'DAY';
  if (after.duration === null) after.dayCount = null;
  else after.dayCount ??= 'CALENDAR';
  check(after);
  return { ...after, rule: before.rule.startsWith(correctedRule) ? before.rule : `${correctedRule}${before.rule}` };
}

/** The parts of a deadline that differ, under the names of the API. */
export function deadlineChanges(before: Deadline, after: Deadline): { field: string; before: unknown; after: unknown }[] {
  return (['kind', ...Object.values(fieldsOf).flat()] as const)
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ field: `deadline.${name}`, before: before[name], after: after[name] }));
}

function check({ kind, dueOn, precision, rrule, quota, duration }: Deadline): void {
  if (kind === 'BY_DATE' && dueOn === null) throw unfit('按日期的时限须有 dueOn。 A deadline by date needs dueOn.', 'dueOn');
  if (dueOn !== null && precision !== null && !endsPeriod(dueOn, precision)) {
    throw unfit(`${dueOn} 不是该精度（${precision}）的最后一日。 ${dueOn} is not the last day of a ${precision}.`, 'dueOn');
  }
  if (kind === 'RECURRING' && rrule === null && quota === null) {
    throw unfit('周期性时限须有 rrule 或 quota。 A recurring deadline needs rrule or quota.', 'rrule');
  }
  if (rrule !== null && !isRule(rrule)) {
    throw unfit(
      'rrule 须为 RFC 5545 规则，如 FREQ=QUARTERLY 应写作 FREQ=MONTHLY;INTERVAL=3。 rrule is no RFC 5545 recurrence rule.',
      'rrule',
    );
  }
  if (duration !== null && !/^P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/.test(duration)) {
    throw unfit('duration 须为 ISO 8601 时长，如 P20D。 duration is no ISO 8601 duration, such as P20D.', 'duration');
  }
}

/** Whether a day is the last one of its month, quarter, half-year or year. */
function endsPeriod(day: string, precision: DatePrecision): boolean {
  if (precision === 'DAY') return true;
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const months = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 }[precision];
  return next.getUTCDate() === 1 && next.getUTCMonth() % months === 0;
}

function isRule(text: string): boolean {
  if (!/^FREQ=(?:YEARLY|MONTHLY|WEEKLY|DAILY)(?:;[A-Z]+=[-+A-Z0-9,]+)*$/.test(text)) return false;
  try {
    rrulestr(text);
    return true;
  } catch {
    return false;
  }
}

function unfit(message: string, field: string): CommandRefusal {
  return new CommandRefusal('DEADLINE_UNFIT', message, ['deadline', field]);
}
