import type { Cell } from '../../../open-data';
import { allRows } from '../../all-rows';
import type { CsvTable } from '../../csv-table';
import { askedSearch } from './asked-search';
import { searchRecordsDocument, type SearchRecordsAnswer } from './search.document';

type Found = NonNullable<SearchRecordsAnswer['search']['nodes'][number]['node']>;

const pageSize = 100;

/** What a search finds, as a file: the best first, as many as are ranked. */
export const searchCsv: CsvTable = {
  path: '/search.csv',
  async load({ view, ask }) {
    const { text, kinds } = askedSearch(view);
    const askPage = async (after: string | null) =>
      (await ask(searchRecordsDocument, { text: text ?? '', kinds, first: pageSize, after })).search;
    const results = await allRows('/data/tasks.csv', askPage);
    return {
      columns: ['kind', 'id', 'text', 'documentNumber', 'planTitle', 'number', 'deadlineText', 'dueOn', 'regionCode', 'regionName'],
      rows: results.flatMap(({ kind, node }) => (node ? [[kind, node.id, ...cells(node)]] : [])),
    };
  },
};

function cells(node: Found): Cell[] {
  if (node.__typename === 'Task') {
    const { text, number, deadline, plan } = node;
    return [text, null, plan.title, number, deadline.text, deadline.dueOn, plan.region.stableId, plan.region.name];
  }
  const region = node.__typename === 'Region' ? node : node.region;
  const words = node.__typename === 'Plan' ? [node.title, node.documentNumber] : [node.name, null];
  return [...words, null, null, null, null, region.stableId, region.name];
}
