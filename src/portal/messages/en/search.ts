import type { Messages } from '..';

export const search: Messages['search'] = {
  title: 'Search',
  titleFor: (text) => `Search for “${text}”`,
  description: 'Search all public plans and tasks by wording, unit, document number, region, or the initials of pinyin.',
  help: 'Words of tasks, names of units, document numbers, regions, or initials of pinyin such as dzsjyj. Several words separated by spaces must all occur.',
  found: (count) => `${count} ${count === 1 ? 'result' : 'results'}`,
  none: (text) => `Nothing was found for “${text}”.`,
  advice: 'Try a shorter word, or only a part of a name, such as 教育.',
  kind: 'Kind',
  kinds: { TASK: 'Tasks', PLAN: 'Plans', UNIT: 'Units', REGION: 'Regions' },
  allKinds: 'All',
  most: 'Of a word that stands in more than 2,000 tasks only the latest 2,000 are listed; counts are of all.',
  results: 'Results',
};
