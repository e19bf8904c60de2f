import { hydrate } from '../platform/graphql';
import { Category } from './category';
import { Deadline } from './deadline';
import { Plan } from './plan';
import { Responsibility } from './responsibility';
import { Target } from './target';
import { Task } from './task';

interface TaskRow {
  deadlineText: string | null;
  deadlineKind: string;
  dueOn: string | null;
  duePrecision: string | null;
  thenOngoing: boolean;
  rrule: string | null;
  quota: number | null;
  deadlineTrigger: string | null;
  duration: string | null;
  dayCount: string | null;
  deadlineRule: string;
}

export const toPlan = (row: object): Plan => hydrate(Plan, row);
export const toCategory = (row: object): Category => hydrate(Category, row);
export const toResponsibility = (row: object): Responsibility => hydrate(Responsibility, row);
export const toTarget = (row: object): Target => hydrate(Target, row);

/** A task with its deadline, which the table keeps in columns of its own. */
export function toTask(row: object): Task {
  const {
    deadlineText,
    deadlineKind,
    dueOn,
    duePrecision,
    thenOngoing,
    rrule,
    quota,
    deadlineTrigger,
    duration,
    dayCount,
    deadlineRule,
    ...task
  } = row as TaskRow;
  const deadline = hydrate(Deadline, {
    text: deadlineText,
    kind: deadlineKind,
    dueOn,
    precision: duePrecision,
    thenOngoing,
    rrule,
    quota,
    trigger: deadlineTrigger,
    duration,
    dayCount,
    rule: deadlineRule,
  });
  return hydrate(Task, { ...task, deadline });
}
