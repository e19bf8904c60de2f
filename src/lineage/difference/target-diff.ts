import { printedWording } from '../align/plain-wording';
import { daysBetween } from './deadline-diff';
import { matchItems } from './match-items';

/** A promise, as far as two plans can be compared in it. */
export interface Promised {
  metric: string | null;
  metricCode: string | null;
  comparator: string | null;
  value: number | null;
  unit: string | null;
  period: string | null;
  dueOn: string | null;
  phrase: string;
}

export interface PromiseChange<T> {
  kind: 'KEPT' | 'CHANGED' | 'REMOVED' | 'ADDED';
  before: T | null;
  after: T | null;
  /** By how much the value rose, in its unit; null where one has no value or they are not in one unit. */
  valueChange: number | null;
  /** Days by which the date moved; null where one has none. */
  shiftDays: number | null;
}

/** By the metric of the shared vocabulary, then by its printed words; a promise that is only dated by the promise itself. */
const KEYS: readonly ((target: Promised) => string | null)[] = [
  ({ metricCode, period }) => (metricCode ? `${metricCode} ${period ?? ''}` : null),
  ({ metricCode }) => metricCode,
  ({ metric }) => metric && printedWording(metric),
  ({ phrase }) => printedWording(phrase).replace(/\d+(?:\.\d+)?/gu, '0'),
];

const FACTS = ['comparator', 'value', 'unit', 'period', 'dueOn'] as const;

/** What became of the promises of a task: those of the first task in its order, then those of the second alone. */
export function diffTargets<T extends Promised>(before: readonly T[], after: readonly T[]): PromiseChange<T>[] {
  const matches = matchItems(before, after, KEYS);
  return [
    ...matches.before.map(({ item, partner }) => changeOf(item, partner)),
    ...matches.added.map((target): PromiseChange<T> => ({
      kind: 'ADDED',
      before: null,
      after: target,
      valueChange: null,
      shiftDays: null,
    })),
  ];
}

function changeOf<T extends Promised>(before: T, after: T | null): PromiseChange<T> {
  if (!after) return { kind: 'REMOVED', before, after, valueChange: null, shiftDays: null };
  const isComparable = before.value !== null && after.value !== null && before.unit === after.unit;
  return {
    kind: FACTS.every((fact) => before[fact] === after[fact]) ? 'KEPT' : 'CHANGED',
    before,
    after,
    valueChange: isComparable ? Number((after.value! - before.value!).toFixed(6)) : null,
    shiftDays: daysBetween(before.dueOn, after.dueOn),
  };
}
