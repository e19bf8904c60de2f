import { allRows } from '../../all-rows';
import type { CsvRows, CsvTable } from '../../csv-table';
import { ownRegion } from '../../own-region';
import { planFilterBy, readPlanFilters } from './plan-filters';
import { planRecordsDocument, type PlanRecordsAnswer } from './plans.document';

const pageSize = 100;

/** The plans that the filters of the list leave, as a file. */
export const plansCsv: CsvTable = {
  path: '/plans.csv',
  async load({ view, ask }) {
    const filterBy = ownRegion(view, planFilterBy(readPlanFilters(view)));
    const askPage = async (after: string | null) => (await ask(planRecordsDocument, { filterBy, first: pageSize, after })).plans;
    return planRows(await allRows('/data/plans.csv', askPage));
  },
};

export function planRows(plans: PlanRecordsAnswer['plans']['nodes']): CsvRows {
  return {
    columns: ['planId', 'slug', 'title', 'documentNumber', 'kind', 'year', 'issuedOn', 'regionCode', 'regionName', 'taskCount'],
    rows: plans.map(({ id, slug, title, documentNumber, kind, year, issuedOn, region, tasks }) => [
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
}
