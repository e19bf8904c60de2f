import { allRows } from '../../all-rows';
import type { CsvTable } from '../../csv-table';
import { ownRegion } from '../../own-region';
import { planFilterBy, readPlanFilters } from './plan-filters';
import { planRecordsDocument } from './plans.document';

const columns = ['planId', 'slug', 'title', 'documentNumber', 'kind', 'year', 'issuedOn', 'regionCode', 'regionName', 'taskCount'];

/** The plans that the filters of the list leave, as a file. */
export const plansCsv: CsvTable = {
  path: '/plans.csv',
  async load({ view, ask }) {
    const filterBy = ownRegion(view, planFilterBy(readPlanFilters(view)));
    const found = await allRows('/data/plans.csv', async (after) => (await ask(planRecordsDocument, { filterBy, after })).plans);
    return {
      columns,
      rows: found.map(({ id, slug, title, documentNumber, kind, year, issuedOn, region, tasks }) => [
        id,
        slug,
        title,
        documentNumber,
        kind,
        year,
        issuedOn,
        region.stableId,
        region.name,
        tasks.totalCount,
      ]),
    };
  },
};
