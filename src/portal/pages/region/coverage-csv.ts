import type { CsvTable } from '../../csv-table';
import { PageMissing } from '../../page';
import { regionCoverageDocument } from './region.document';

/** What the regions below made of a plan; empty where no plan of a region is held. */
export const coverageCsv: CsvTable = {
  path: '/regions/coverage.csv',
  async load({ view, ask }) {
    const id = view.asked('plan');
    const plan = id === null ? null : (await ask(regionCoverageDocument, { plan: id })).plan;
    if (!plan) throw new PageMissing();
    return {
      columns: ['regionCode', 'regionName', 'isHeld', 'plans', 'carriedCount', 'sameCount', 'droppedCount', 'rate'],
      rows: plan.coverage.regions.map(({ region, isHeld, plans, carriedCount, sameCount, droppedCount, rate }) => [
        region.stableId,
        region.name,
        isHeld,
        plans.map(({ slug }) => slug),
        carriedCount,
        sameCount,
        droppedCount,
        rate,
      ]),
    };
  },
};
