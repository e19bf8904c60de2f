import { noDeadline, type Deadline } from '../../plans';
import type { Random } from './random';

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

const monthEnd = (random: Random, year: number): Deadline => {
  const month = random.between(3, 12);
  return { ...noDeadline, text: `${month}月底前`, kind: 'BY_DATE', dueOn: lastDay(year, month), precision: 'MONTH', rule: 'date-month' };
};

const yearEnd = (_: Random, year: number): Deadline => ({
  ...noDeadline,
  text: `${year}年底`,
  kind: 'BY_DATE',
  dueOn: `${year}-12-31`,
  precision: 'YEAR',
  rule: 'date-year-end',
});

const thenOngoing = (random: Random, year: number): Deadline => {
  const month = random.between(4, 10);
  const text = `${year}年${month}月并长期坚持`;
  return { ...noDeadline, text, kind: 'BY_DATE', dueOn: lastDay(year, month), precision: 'MONTH', thenOngoing: true, rule: 'date-month' };
};

const recurring = (text: string, rrule: string, quota: number | null) => (): Deadline => ({
  ...noDeadline,
  text,
  kind: 'RECURRING',
  rrule,
  quota,
  rule: quota ? 'recurring-every-with-quota' : 'recurring-every',
});

const relative = (): Deadline => ({
  ...noDeadline,
  text: '形成后20个工作日内',
  kind: 'RELATIVE',
  trigger: '形成',
  duration: 'P20D',
  dayCount: 'WORKING',
  rule: 'after-event',
});

/** How often each wording comes, in a hundred. */
const wordings: readonly [percent: number, make: (random: Random, year: number) => Deadline][] = [
  [34, monthEnd],
  [14, yearEnd],
  [4, thenOngoing],
  [20, () => ({ ...noDeadline, text: '及时公开', kind: 'TIMELY', rule: 'timely' })],
  [12, () => ({ ...noDeadline, text: '长期坚持', kind: 'ONGOING', rule: 'ongoing' })],
  [3, () => ({ ...noDeadline, text: '适时完成', kind: 'AS_APPROPRIATE', rule: 'as-appropriate' })],
  [5, recurring('每季度', 'FREQ=MONTHLY;INTERVAL=3', null)],
  [4, recurring('每年至少1次', 'FREQ=YEARLY', 1)],
  [3, relative],
  [1, () => noDeadline],
];

export function wordDeadline(random: Random, year: number): Deadline {
  let place = random.below(100);
  for (const [percent, make] of wordings) {
    if (place < percent) return make(random, year);
    place -= percent;
  }
  return noDeadline;
}
