import { badUserInput } from '../../../platform/graphql';
import type { CsvTable } from '../../csv-table';
import { loadDeadlines } from './load-deadlines';

/** What falls due, as a file. */
export const deadlinesTable: CsvTable = {
  path: '/deadlines.csv',
  async load({ view, ask }) {
    const { listed, pageInfo } = await loadDeadlines(view, ask);
    if (pageInfo) {
      throw badUserInput(
        'More than 500 rows: choose a month, region, unit or plan, or take all tasks from /data/tasks.csv. / 超过500行：请选定月份、地区、单位或计划，或从 /data/tasks.csv 取全部任务。',
      );
    }
    return {
      columns: ['dueOn', 'period', 'quota', 'taskId', 'number', 'text', 'deadlineText', 'deadlineKind', 'region', 'plan', 'planTitle'],
      rows: listed.map(({ dueOn, period, quota, task }) => [
        dueOn,
        period,
        quota,
        task.id,
        task.number,
        task.text,
        task.deadline.text,
        task.deadline.kind,
        task.plan.region.name,
        task.plan.slug,
        task.plan.title,
      ]),
    };
  },
};
