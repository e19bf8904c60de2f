import { badUserInput } from '../../../platform/graphql';
import type { CsvTable } from '../../csv-table';
import { planFilterBy, readPlanFilters } from './plan-filters';
import { planRecordsDocument, type PlanRecordsAnswer } from './plans.document';

/** A longer list is taken from the open data. */
const mostRows = 1000;

const columns = ['planId', 'slug', 'title', 'documentNumber', 'kind', 'year', 'issuedOn', 'regionCode', 'regionName', 'taskCount'];

/** The plans that the filters of the list leave, as a file. */
export const plansCsv: CsvTable = {
  path: '/plans.csv',
  async load({ view, ask }) {
    const filterBy = planFilterBy(readPlanFilters(view));
    const found: PlanRecordsAnswer['plans']['nodes'] = [];
    for (let after: string | null = null; ;) {
      const { plans }: PlanRecordsAnswer = await ask(planRecordsDocument, { filterBy, after });
      if (plans.totalCount > mostRows) {
        throw badUserInput(
          `More than ${mostRows} plans: set filters, or take all of them from /data/plans.csv. / 超过${mostRows}份：请先筛选，或从 /data/plans.csv 取全部。`,
        );
      }
      found.push(...plans.nodes);
      if (!plans.pageInfo.hasNextPage) break;
      after = plans.pageInfo.endCursor;
    }
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
