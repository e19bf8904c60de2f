import type { CsvTable } from '../../csv-table';
import { loadUnitRecords } from './load-units';

/** The units that the list shows, filters included, as a file. */
export const unitsCsv: CsvTable = {
  path: '/units.csv',
  async load({ view, ask }) {
    const units = await loadUnitRecords(view, ask);
    return {
      columns: ['unitId', 'name', 'regionCode', 'regionName', 'kind', 'functionLine', 'taskCount'],
      rows: units.map(({ id, name, region, kind, functionLine, tasks }) => [
        id,
        name,
        region.stableId,
        region.name,
        kind,
        functionLine?.code ?? null,
        tasks.totalCount,
      ]),
    };
  },
};
