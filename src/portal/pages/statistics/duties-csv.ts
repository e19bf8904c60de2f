import { allRows } from '../../all-rows';
import type { CsvTable } from '../../csv-table';
import { PageMissing } from '../../page';
import { readStatisticFilters, statisticFilterBy } from './statistic-filters';
import { dutyRecordsDocument, type DutyRecordsVariables } from './statistics.document';

type State = NonNullable<NonNullable<DutyRecordsVariables['filterBy']>['statuses']>[number];

/** The duties of one state, such as those that are overdue, under the filters of the page: a row for each unit and task. */
export const dutiesByStatusCsv: CsvTable = {
  path: '/statistics/duties.csv',
  async load({ view, ask }) {
    const status = view.asked('status');
    if (status === null || !Object.hasOwn(view.m.terms.status, status)) throw new PageMissing();
    const filterBy = { ...statisticFilterBy(readStatisticFilters(view)), statuses: [status as State] };
    const duties = await allRows(
      '/data/obligations.csv',
      async (after) => (await ask(dutyRecordsDocument, { filterBy, after })).obligations,
    );
    return {
      columns: [
        'obligationId',
        'regionName',
        'unitName',
        'status',
        'dueOn',
        'daysLate',
        'deadlineText',
        'planTitle',
        'documentNumber',
        'number',
        'text',
        'group',
        'url',
      ],
      rows: duties.map(({ id, unit, plan, task, group, dueOn, daysLate, status: state, url }) => [
        id,
        unit.region.name,
        unit.name,
        state,
        dueOn,
        daysLate,
        task.deadline.text,
        plan.title,
        plan.documentNumber,
        task.number,
        task.text,
        group?.expression ?? null,
        url,
      ]),
    };
  },
};
