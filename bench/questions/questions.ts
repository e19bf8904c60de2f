const dimensions = [
  'REGION',
  'LEVEL',
  'YEAR',
  'PLAN',
  'CATEGORY',
  'TOPIC',
  'UNIT',
  'FUNCTION_LINE',
  'ROLE',
  'DEADLINE_KIND',
  'DUE_MONTH',
  'STATUS',
];

const lists: readonly (readonly [name: string, query: string])[] = [
  ['obligations in progress', '{ obligations(filterBy: { statuses: [IN_PROGRESS] }) { nodes { status } } }'],
  ['obligations not collected, with the total', '{ obligations(filterBy: { statuses: [NOT_COLLECTED] }) { totalCount nodes { status } } }'],
  ['obligations within Sichuan, with the total', '{ obligations(filterBy: { withinRegion: "510000" }) { totalCount nodes { status } } }'],
  ['obligations of one city, with the total', '{ obligations(filterBy: { regionCodes: ["511700"] }) { totalCount nodes { status } } }'],
  ['obligations that are overdue, with the total', '{ obligations(filterBy: { overdueOnly: true }) { totalCount nodes { status } } }'],
  ['deadlines of a year, with the total', '{ deadlines(from: "2023-01-01", to: "2023-12-31") { totalCount nodes { dueOn } } }'],
  [
    'deadlines of a year within one city',
    '{ deadlines(from: "2023-01-01", to: "2023-12-31", filterBy: { withinRegion: "511700" }) { nodes { dueOn } } }',
  ],
  [
    'tasks of one topic within Sichuan',
    '{ tasks(filterBy: { topicCodes: ["POLICY_INTERPRETATION"], withinRegion: "510000" }) { totalCount nodes { text } } }',
  ],
  ['tasks with a word within Sichuan', '{ tasks(filterBy: { text: "解读", withinRegion: "510000" }) { totalCount nodes { text } } }'],
  ['search for 政策解读', '{ search(text: "政策解读") { totalCount nodes { __typename } } }'],
  ['units by initials', '{ search(text: "dzsjyj", kinds: [UNIT]) { nodes { __typename } } }'],
];

/** Each with its name. Figures are asked for with what costs most: distinct units where rows are counted. */
export const questions: typeof lists = [
  ...lists,
  ...dimensions.map((one) => [`tasks by ${one}`, `{ taskStatistics(groupBy: [${one}]) { rows { keys { key } taskCount } } }`] as const),
  ...dimensions.map(
    (one) =>
      [
        `tasks, obligations and units by ${one}`,
        `{ taskStatistics(groupBy: [${one}]) { rows { keys { key } taskCount obligationCount unitCount overdueCount } } }`,
      ] as const,
  ),
  ...dimensions.map(
    (one) =>
      [
        `obligations and how far by ${one}`,
        `{ obligationStatistics(groupBy: [${one}]) { rows { keys { key } obligationCount overdueCount completionRate } } }`,
      ] as const,
  ),
];
