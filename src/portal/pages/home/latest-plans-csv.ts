import type { CsvTable } from '../../csv-table';
import { planRows } from '../plans/plans-csv';
import { planRecordsDocument } from '../plans/plans.document';
import { plansShown } from './load-home';

/** The plans that are shown where one arrives, as a file. */
export const latestPlansCsv: CsvTable = {
  path: '/latest-plans.csv',
  async load({ ask }) {
    return planRows((await ask(planRecordsDocument, { filterBy: null, first: plansShown, after: null })).plans.nodes);
  },
};
