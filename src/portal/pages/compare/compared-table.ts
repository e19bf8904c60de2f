import type { CsvTable } from '../../csv-table';
import { PageMissing } from '../../page';
import type { ComparedTask } from './compare.document';
import { groupRows, isUnchanged } from './compared-groups';
import { loadCompare } from './load-compare';

const columns = [
  'relation',
  'confirmed',
  'similarity',
  ...['left', 'right'].flatMap((side) => ['Id', 'Number', 'Text', 'DeadlineText', 'DueOn'].map((name) => `${side}${name}`)),
];

/** The aligned rows of two plans as a file. */
export const comparedTable: CsvTable = {
  path: '/compare.csv',
  async load({ view, ask }) {
    const { comparison } = await loadCompare(view, ask);
    if (!comparison) throw new PageMissing();
    const groups = groupRows(comparison.rows);
    const shown = view.asked('show') === 'differences' ? groups.filter((group) => !isUnchanged(group)) : groups;
    return {
      columns,
      rows: shown
        .flatMap(({ rows }) => rows)
        .map(({ relation, confirmed, similarity, left, right }) => [relation, confirmed, similarity, ...cells(left), ...cells(right)]),
    };
  },
};

function cells(task: ComparedTask | null) {
  if (!task) return [null, null, null, null, null];
  return [task.id, task.number, task.text, task.deadline.text, task.deadline.dueOn];
}
