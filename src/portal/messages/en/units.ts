import type { Messages } from '..';

const tasksOf = (count: number) => `${count} ${count === 1 ? 'task' : 'tasks'}`;

export const units: Messages['units'] = {
  title: 'Units',
  lead: (count) =>
    `Organisations that issue plans or are responsible for tasks: ${count}. Names are as the documents of each place print them; the region tells namesakes apart.`,
  description:
    'Organisations responsible for open government tasks: named and collective duties counted apart, with the deadline and origin of each.',
  all: 'All units',
  columns: { name: 'Unit', region: 'Region', kind: 'Kind', line: 'Line of work', tasks: 'Tasks' },
  filter: { text: 'Name contains', textHint: 'such as 教育局', region: 'Region', kind: 'Kind', line: 'Line of work', group: 'Collective' },
  found: (shown, total) => (shown === total ? `all ${total} shown` : `${shown} of ${total}`),
  busiest: 'Units with the most tasks',
  busiestNote: (shown) => `the ${shown} to whom most falls`,
  seeAll: (count) => `All ${count} units`,
  paged: (shown, total, all) => (total === all ? `${total} in all, ${shown} on this page` : `${total} of ${all}, ${shown} on this page`),
  counted: (count) => `${count} ${count === 1 ? 'unit' : 'units'}`,
  groupOf: (region, phrase) => `“${phrase}” of ${region}`,
  groupComplete: 'The list is complete.',
  groupKnown: 'An incomplete list: only members met in documents.',

  printedName: 'As printed',
  history: 'History',
  noHistory: 'no renaming, merger or abolition on record',
  succession: { RENAMED: 'renamed', MERGED: 'merged', SPLIT: 'split', ABOLISHED: 'abolished' },
  formerly: 'Formerly',
  tookOver: 'Took over',
  late: 'Overdue',
  lateNote: 'the date has passed and no completion was reported; the longest first',
  lateCount: (count) => `${count} overdue`,
  into: (how) => `${how} into`,
  until: (day) => `until ${day}`,
  sameLine: 'Same line of work',
  subscribe: 'Subscribe',
  calendar: 'Calendar (ICS)',
  source: 'Source',
  noTasks: 'No public task.',
  summary: (plans, tasks) => `${tasksOf(tasks)} in ${plans} ${plans === 1 ? 'plan' : 'plans'}`,
  howNamed: (named, collective) =>
    [named > 0 ? `${named} by name` : '', collective > 0 ? `${collective} through a collective` : ''].filter(Boolean).join(', '),
  datedCount: (count) => `${count} with a date`,
  atLeast: 'at least ',

  datedIn: (year) => `Dated tasks of ${year}`,
  years: 'Years',
  named: 'named in the original',
  member: 'member of a collective',
  monthLabel: (month) => ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]!,
  taskColumns: { deadline: 'Deadline', number: 'No.', text: 'Task, verbatim', plan: 'Plan', via: 'How', status: 'Progress' },
  undated: 'Tasks without a date',
  undatedNote: (count) => `${count} · never late; what counts is how long ago the last evidence is`,
  listed: (shown, total) => `${shown} of ${total} listed`,
  rosterNote: (phrases) => `The members of ${phrases} are not all known: this unit is a known member, but totals here may be too low.`,
  quoted: (phrase) => `“${phrase}”`,
};
