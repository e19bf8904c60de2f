import { hydrate } from '../platform/graphql';
import { Category } from './category';
import { Deadline } from './deadline';
import { Plan } from './plan';
import { Responsibility } from './responsibility';
import { Target } from './target';
import { Task } from './task';

interface TaskRow {
  deadlineText: string | null;
  deadlineKind?: string;
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

/** A task with its deadline, which the table keeps in columns of its own; without it where the statement left these out. */
export function toTask(row: object): Task {
  const task = hydrate(Task, row);
  const read = row as TaskRow;
  if (read.deadlineKind === undefined) return task;
  task.deadline = hydrate(Deadline, {
    text: read.deadlineText,
    kind: read.deadlineKind,
    dueOn: read.dueOn,
    precision: read.duePrecision,
    thenOngoing: read.thenOngoing,
    rrule: read.rrule,
    quota: read.quota,
    trigger: read.deadlineTrigger,
    duration: read.duration,
    dayCount: read.dayCount,
    rule: read.deadlineRule,
  });
  return task;
}
