import { badUserInput } from '../../../platform/graphql';
import type { CsvTable } from '../../csv-table';
import { loadUnit } from './load-unit';

/** What falls to a unit, a row for each duty; of one state alone where the address asks for it. */
export const dutiesCsv: CsvTable = {
  path: '/units/:id(^[A-Za-z0-9_=-]{1,100}$).csv',
  async load({ params, view, ask }) {
    const state = view.asked('status');
    const { unit, duties } = await loadUnit(ask, params['id']!);
    if (unit.obligations.totalCount > duties.length) {
      throw badUserInput(
        'More rows than fit in one file: take them from /data/obligations.csv. / 行数过多，请从 /data/obligations.csv 取。',
      );
    }
    return {
      columns: [
        'obligationId',
        'plan',
        'planTitle',
        'taskId',
        'number',
        'text',
        'deadlineText',
        'dueOn',
        'group',
        'status',
        'daysLate',
        'daysSinceLastEvidence',
      ],
      rows: duties
        .filter(({ status }) => state === null || status === state)
        .map(({ id, plan, task, group, dueOn, status, daysLate, daysSinceLastEvidence }) => [
          id,
          plan.slug,
          plan.title,
          task.id,
          task.number,
          task.text,
          task.deadline.text,
          dueOn,
          group?.expression ?? null,
          status,
          daysLate,
          daysSinceLastEvidence,
        ]),
    };
  },
};
