import type { Messages } from '..';

const plansOf = (count: number) => `${count} ${count === 1 ? 'plan' : 'plans'}`;

export const regions: Messages['regions'] = {
  title: 'Regions',
  lead: 'Divisions from the nation down to the township, and functional zones. A year is that of the latest plan held; without a year none is held yet, which does not mean that none was issued.',
  description: 'Open government plans, tasks and units by administrative region, and the regions of which nothing is held yet.',
  held: 'Regions with plans',
  heldCount: (count) => `${count} regions have plans here`,
  provinces: 'Provincial divisions',
  find: 'Find a region',
  findHint: 'such as 达州',
  found: (text, count) => `${count} regions with “${text}” in their name`,
  code: 'Code',
  noCode: 'a functional zone, which has no code',
  zoneHost: 'Lies in',
  above: 'Above',
  source: 'Source',
  stableId: 'Identifier',
  summary: (own, below) => {
    if (own === 0 && below === 0) return 'No plan of this region or of those below it is held yet.';
    if (own === 0) return `No plan of its own is held yet; ${plansOf(below)} below ${below === 1 ? 'is' : 'are'}.`;
    return `${plansOf(own)} of its own ${own === 1 ? 'is' : 'are'} held${below > 0 ? `, and ${plansOf(below)} below` : ''}.`;
  },
  plans: 'Plans of this region',
  noPlans: 'No plan of this region is held yet, which does not mean that none was issued.',
  plansBelow: 'Plans below',
  seeBelow: (count) => `See the ${plansOf(count)} of this region and below`,
  children: 'Regions below',
  childrenNote: (shown, total) => (shown === total ? String(total) : `${shown} of ${total}`),
  coverage: 'Taken over below',
  coverageFinding: (count, held, rate) =>
    held === 0
      ? `Of ${count} regions below, no plan that derives from this one is held, so nothing can be said of what they took over.`
      : `Of ${count} regions below, plans of ${held} are held${rate === null ? '' : `; they took over ${Math.round(rate * 100)}% of the tasks`}. Of the others nothing can be said.`,
  coverageColumns: { region: 'Region', plan: 'Plan', carried: 'Taken over', same: 'Same text', dropped: 'No counterpart' },
  units: 'Units of this region',
  allUnits: (count) => `All ${count}`,
  figures: 'Tasks at a glance',
  scope: 'this region and below',
  tasks: 'tasks',
  planFigure: 'plans',
  coveragePlans: 'Plan whose tasks were taken over',
  dated: 'with a date',
  timely: '“timely” (及时公开)',
};
