import type { CsvTable } from '../../csv-table';
import type { Crosstab } from './crosstab';
import { loadKinds, loadMonths, loadOverview, loadRank, type Ranked } from './load-statistics';

/** Counts by group and value, a row for each pair, zeros included. */
function rowsOf({ groups, values }: Crosstab) {
  return groups.flatMap(({ key, title, counts }) => values.map((value, index) => [key, title, value, counts[index] ?? 0]));
}

export const kindsTable: CsvTable = {
  path: '/statistics/kinds.csv',
  async load(request) {
    const overview = await loadOverview(request);
    return { columns: ['group', 'groupTitle', 'deadlineKind', 'taskCount'], rows: rowsOf(await loadKinds(request, overview)) };
  },
};

export const monthsTable: CsvTable = {
  path: '/statistics/months.csv',
  async load(request) {
    const figures = await loadMonths(request, await loadOverview(request));
    return { columns: ['group', 'groupTitle', 'dueMonth', 'taskCount'], rows: figures ? rowsOf(figures) : [] };
  },
};

export const unitsTable = rankTable('UNIT');
export const topicsTable = rankTable('TOPIC');

function rankTable(by: Ranked): CsvTable {
  return {
    path: by === 'UNIT' ? '/statistics/units.csv' : '/statistics/topics.csv',
    async load(request) {
      const { rows } = await loadRank(request, await loadOverview(request), by, true);
      return {
        columns: by === 'UNIT' ? ['unitId', 'unitName', 'taskCount'] : ['topicCode', 'topicTitle', 'taskCount'],
        rows: rows.map(({ key, label, value }) => [key, label, value]),
      };
    },
  };
}
