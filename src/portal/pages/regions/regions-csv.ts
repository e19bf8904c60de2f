import { allRows } from '../../all-rows';
import type { RegionTrail } from '../../components/region-trail.document';
import { heldYears } from '../../components/region-tree';
import type { CsvTable } from '../../csv-table';
import { searchText } from '../../search-text';
import { findRegionsDocument, regionsDocument } from './regions.document';

const columns = ['regionCode', 'name', 'kind', 'level', 'parentCode', 'parentName'];
const pageSize = 100;

/** The regions whose names have the words that are looked for, as a file; all of them without any. */
export const foundRegionsCsv: CsvTable = {
  path: '/regions.csv',
  async load({ view, ask }) {
    const text = searchText(view.asked('text')) ?? '';
    const askPage = async (after: string | null) =>
      (await ask(findRegionsDocument, { text, first: pageSize, after, last: null, before: null })).regions;
    return { columns, rows: (await allRows('/data/regions.csv', askPage)).map(cells) };
  },
};

/** The regions with plans, each with every year of which one is held, as a file. */
export const heldRegionsCsv: CsvTable = {
  path: '/regions/held.csv',
  async load({ ask }) {
    const { held } = await ask(regionsDocument, {});
    return { columns: [...columns, 'year'], rows: heldYears(held.rows).map(({ region, year }) => [...cells(region), year]) };
  },
};

function cells({ stableId, name, kind, level, parent }: RegionTrail) {
  return [stableId, name, kind, level, parent?.stableId ?? null, parent?.name ?? null];
}
