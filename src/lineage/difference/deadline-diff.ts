import type { Deadline } from '../../plans';

/** What of a deadline says when a duty is due, whatever words it is printed in. */
const READING = ['kind', 'dueOn', 'thenOngoing', 'rrule', 'quota', 'trigger', 'duration', 'dayCount'] as const;

const DAY_MS = 86_400_000;

export interface DeadlineShift {
  kindChanged: boolean;
  /** Days by which the date moved, negative where it came forward; null where one of the two has no date. */
  shiftDays: number | null;
}

/** How one deadline differs from another; null where both mean the same, however they are printed. */
export function diffDeadlines(before: Deadline, after: Deadline): DeadlineShift | null {
  if (READING.every((property) => before[property] === after[property])) return null;
  return { kindChanged: before.kind !== after.kind, shiftDays: daysBetween(before.dueOn, after.dueOn) };
}

/** Days from one date to another, both written YYYY-MM-DD; null where one is absent. */
export function daysBetween(before: string | null, after: string | null): number | null {
  return before === null || after === null ? null : Math.round((Date.parse(after) - Date.parse(before)) / DAY_MS);
}
