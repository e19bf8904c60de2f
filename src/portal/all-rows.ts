import { badUserInput } from '../platform/graphql';

/** Rows that the file of a filtered list may have: a longer one is taken from the open data. */
export const mostRows = 5000;

interface ListPage<Row> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: readonly Row[];
}

/** All rows of a list, page by page. A list with more than `mostRows` is refused, with the file of the open data that has them. */
export async function allRows<Row>(file: string, askPage: (after: string | null) => Promise<ListPage<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const { totalCount, pageInfo, nodes } = await askPage(after);
    if (totalCount > mostRows) {
      throw badUserInput(
        `More than ${mostRows} rows: set filters, or take all of them from ${file}. / 超过${mostRows}行：请先筛选，或从 ${file} 取全部。`,
      );
    }
    rows.push(...nodes);
    if (!pageInfo.hasNextPage) return rows;
    after = pageInfo.endCursor;
  }
}
