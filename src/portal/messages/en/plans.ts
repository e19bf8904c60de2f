import type { Messages } from '..';

const countOf = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const plans: Messages['plans'] = {
  title: 'Plans',
  lead: (count) =>
    `${countOf(count, 'plan', 'plans')} held. Each strip has one mark per task, in the order of the document, and shows which tasks carry a date.`,
  description: 'Open government work plans issued at every level, taken apart task by task; find them by region, year and kind.',
  all: 'All plans',
  document: 'Document',
  strip: 'Deadline of each task',
  taskCount: 'Tasks',
  taskWord: (count) => (count === 1 ? ' task' : ' tasks'),
  legend: 'Key',
  noNumber: 'no number in the original',
  filter: {
    text: 'Title or number contains',
    textHint: 'such as 工作要点',
    region: 'Region',
    year: 'Year',
    kind: 'Kind of document',
    topic: 'Topic',
  },
  within: (name) => `${name} and below`,
  found: (shown, total) => (shown === total ? `all ${total} shown` : `${shown} of ${total}`),
  counted: (count) => countOf(count, 'plan', 'plans'),

  issuer: 'Issued by',
  documentNumber: 'Number',
  issuedOn: 'Issued on',
  basis: 'Based on',
  derivations: 'task by task',
  lower: 'Lower plans',
  higher: 'Higher plans',
  remark: 'Remark, verbatim',
  source: 'Source file',
  yearPlan: (year) => `${year} plan`,
  summary: (tasks, areas, categories) => {
    const parts = [
      areas > 0 ? countOf(areas, 'work area', 'work areas') : '',
      categories > 0 ? countOf(categories, 'category', 'categories') : '',
    ]
      .filter(Boolean)
      .join(' and ');
    const counted = countOf(tasks, 'task', 'tasks');
    return parts === '' ? counted : `${counted} in ${parts}`;
  },
  kindCounts: {
    BY_DATE: (count) => `${count} by a date`,
    THEN_ONGOING: (count) => `${count} by a date and then ongoing`,
    TIMELY: (count) => `${count} “timely” (及时公开)`,
    ONGOING: (count) => `${count} ongoing (长期坚持)`,
    AS_APPROPRIATE: (count) => `${count} as appropriate (适时)`,
    RECURRING: (count) => `${count} recurring`,
    RELATIVE: (count) => `${count} counted from an event`,
    NONE: (count) => `${count} without a deadline`,
  },
  ledgerTitle: (status) => `Progress: ${status.toLowerCase()}`,
  ledgerAll: 'The same for every task.',
  ledgerText: 'No reports on this plan have reached this site. “Not collected” means neither done nor late.',
  ledgerSince: (day) => `Progress has been collected since ${day}`,
  ledgerSinceText: 'Nothing is recorded from before.',

  table: 'Table of tasks',
  shownAll: (count) => `all ${count} shown`,
  shownSome: (shown, total) => `${shown} of ${total}`,
  csvOf: (count) => `CSV of these ${count}`,
  compare: 'Compare with another plan',
  tableFilter: {
    text: 'Task text contains',
    textHint: 'such as 政策解读',
    unit: 'Responsible unit',
    unitAll: 'All, collectives included',
    kind: 'Kind of deadline',
    by: 'Dated, no later than',
    byDay: (day) => `dated no later than ${day}`,
    target: 'Only with a measurable target',
    summary: 'Filter by unit, deadline, text',
  },
  asPrinted: 'Laid out as printed: merged categories, responsible units and deadlines follow the original.',
  collectiveNote: ['Dashed lines', ' mark collectives, with the number of members on the day of issue.'],
  collectiveNoteUndated: ['Dashed lines', ' mark collectives, with the number of members today (the original gives no date of issue).'],
  noUnitColumn: 'The original names no responsible units task by task, so there is no such column.',
  noDeadlineColumn: 'The original gives no deadlines task by task, so there is no such column.',
  columns: { category: 'Work area', number: 'No.', text: 'Task', units: 'Responsible', deadline: 'Deadline', status: 'Progress' },
  task: (number) => `Task ${number}`,
  sameUnits: (number) => `Responsible as for task ${number}`,
  inCategory: (shown, total) => `${shown} of ${total}`,
  sourceLine: 'Source file',
  proposed: 'not confirmed by a person',
  more: (count) => `and ${count} more`,
};
