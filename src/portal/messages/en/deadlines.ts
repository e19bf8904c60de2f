import type { Messages } from '..';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const deadlines: Messages['deadlines'] = {
  title: 'Deadlines',
  titleOf: (year) => `Deadlines of ${year}`,
  description:
    'The dates that open-government plans print, by year, month and day; recurring duties one by one; by region, unit and plan; with a calendar to subscribe to.',
  finding: (year, count, days) =>
    days === null
      ? `${count} deadlines fall in ${year}.`
      : `${count} ${count === 1 ? 'deadline falls' : 'deadlines fall'} in ${year}, on one day.`,
  findingWithDay: (year, count, days, day, most) => `${count} deadlines fall in ${year}, on ${days} days; the most, ${most}, on ${day}.`,
  noneInYear: (year) => `No such deadline falls in ${year}.`,
  noneIn: (year) => `No published deadline falls in ${year}.`,
  insteadOf: (year) => `Shown is ${year}, the latest year with any. What is not held may well have been issued.`,
  noneAtAll: 'No task with a date is held yet.',
  years: 'Years',
  calendar: 'Calendar',
  calendarNote: 'the small figure: how many fall on that day; recurring duties one by one; timely and ongoing duties have no day',
  ics: 'Subscribe (ICS)',
  nothing: 'none',
  counted: (count) => String(count),
  monthOf: (year, month) => `${months[month - 1]} ${year}`,
  weekdays: weekdays.map((day) => [day.slice(0, 2), day] as readonly [short: string, long: string]),
  dayWith: (day, count) => `${day}, ${count} ${count === 1 ? 'deadline' : 'deadlines'}`,
  filter: { summary: 'Filter: region, unit, plan', region: 'Region (with those below)', unit: 'Unit (collectives included)', plan: 'Plan' },
  list: (year) => `${year}, day by day`,
  listOf: (month) => `${month}, day by day`,
  columns: { deadline: 'As printed', number: 'No.', text: 'Task', plan: 'Plan' },
  period: (period, quota) => (quota > 1 ? `${period}, ${quota} times` : period),
};
