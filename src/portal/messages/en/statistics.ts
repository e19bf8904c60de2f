import type { Messages } from '..';

export const statistics: Messages['statistics'] = {
  title: 'Deadlines and duties in figures',
  description:
    'Figures of open-government tasks: how deadlines are written, when they fall due, which units and topics have the most, completion; each with its query and its table.',
  lead: (plans, tasks, isTopic, day) =>
    `${plans} ${plans === 1 ? 'plan' : 'plans'}, ${tasks} ${tasks === 1 ? 'task' : 'tasks'}${isTopic ? ' of this topic' : ''}, as of ${day}. Every figure can be counted again with the query below its chart.`,
  filter: { summary: 'Filter: region, year, topic', region: 'Region (with those below)' },
  nothing: 'No task matches.',
  dataTable: 'Table: ',
  queryBehind: 'See the query behind this chart',
  alt: (title) => `${title}; the values stand in the table below`,
  total: 'Total',
  group: { PLAN: 'Plan', LEVEL: 'Level' },

  planOf: (region, year) => `${region} ${year}`,
  kinds: 'How deadlines are written',
  scale: (grouping, most) => `one panel for each ${grouping === 'PLAN' ? 'plan' : 'level'}, on one scale from 0 to ${most}`,
  kindsDiffer: (most, high, least, low) => `${most} dates the largest share of its tasks, ${high}; ${least} the smallest, ${low}.`,
  kindsAlike: (count, share) => (count === 1 ? `${share} of the tasks have a date.` : `In each, ${share} of the tasks have a date.`),

  months: (year) => `When tasks fall due in ${year}`,
  monthsAny: 'When tasks fall due',
  squares: 'tasks with a date only, one square each; columns where there are too many',
  noDates: 'No task has a date.',
  toCalendar: 'Calendar',
  fullestMonth: (year, month, most, total, share) => `Of ${total} tasks due in ${year}, ${month} has the most: ${most}, or ${share}.`,

  units: 'Units with the most tasks',
  topics: 'Topics with the most tasks',
  unit: 'Unit',
  topic: 'Topic',
  taskCount: 'Tasks',
  ranked: (shown, total) => (shown < total ? `the first ${shown} of ${total}` : String(total)),
  mostUnit: (name, count, equal) =>
    `${name} has the most, ${count}${equal === null ? '' : `, as has ${equal}`}; those through collectives are counted.`,
  mostTopic: (name, count, equal) =>
    `“${name}” has the most, ${count}${equal === null ? '' : `, as has “${equal}”`}; a task may have several topics.`,

  progress: 'Completion',
  noProgress: (plans) =>
    `None of the ${plans} plans has reports, so there is no rate of completion and nothing late. Where there is nothing to divide by, this stays empty: it is not 0%.`,
  completionRate: 'completed',
  outOf: (done, total) => `${done} of ${total} duties on which reports are collected`,
  onTimeRate: 'in time',
  onTimeScope: 'of the completed duties that had a date',
  noRate: 'nothing to divide by',
  overdue: 'overdue',
  overdueScope: 'counted only where reports are collected',
  duties: (count) => `of ${count} duties in all`,
  status: 'Status',
  dutiesFile: (state) => `CSV of the duties: ${state}`,
  file: 'List',
  progressFigures: 'Progress in figures',
  dutyCount: 'Duties',
  rosterNote: 'Some duties come from collectives whose members are not all known; there may be more.',
};
