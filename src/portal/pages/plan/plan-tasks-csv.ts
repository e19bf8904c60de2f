import { allRows } from '../../all-rows';
import type { CsvTable } from '../../csv-table';
import { loadPlan, loadTaskPage, tableVariables, unitsOf } from './load-plan';
import { readTaskFilters, taskFilterBy } from './task-filters';

/** The rows of a plan's table that the filters leave; the table as it is printed is the file of the plan itself. */
export const planTasksCsv: CsvTable = {
  path: '/plans/:slug(^[a-z0-9-]{1,200}$)/tasks.csv',
  async load({ params, view, ask }) {
    const { plan } = await loadPlan(ask, params['slug']!);
    const variables = tableVariables(view, plan, taskFilterBy(readTaskFilters(view, unitsOf(plan))));
    const tasks = await allRows('/data/tasks.csv', (after) => loadTaskPage(ask, { ...variables, after }));
    return {
      columns: ['taskId', 'number', 'categoryPath', 'text', 'responsibleText', 'deadlineText', 'deadlineKind', 'dueOn', 'status'],
      rows: tasks.map(({ id, number, category, text, responsibleText, deadline, status }) => [
        id,
        number,
        category?.path ?? [],
        text,
        responsibleText,
        deadline.text,
        deadline.kind,
        deadline.dueOn,
        status,
      ]),
    };
  },
};
