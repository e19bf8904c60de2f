import type { DocumentBlock, TableBlock, TableRow } from '../../document';

/** So many rows over the whole width, one after the other, are no headings of rows below. */
const LEAST_PROSE_ROWS = 4;

/**
 * A sheet that is saved as a page has its prose in rows over the whole width: before, between and after the rows of its
 * tables. Such rows are paragraphs; fewer of them head the rows that follow.
 */
export function withoutProseRows(table: TableBlock): DocumentBlock[] {
  const width = table.rows.reduce((most, row) => row.cells.reduce((last, cell) => Math.max(last, cell.column + cell.colSpan), most), 0);
  const isWide = ({ cells }: TableRow): boolean => cells.length === 1 && width > 2 && cells[0]?.colSpan === width && cells[0].rowSpan === 1;
  const blocks: DocumentBlock[] = [];
  let rows: TableRow[] = [];
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ ...table, rows });
    rows = [];
  };
  for (let index = 0; index < table.rows.length;) {
    let end = index;
    while (end < table.rows.length && isWide(table.rows[end]!)) end += 1;
    if (end - index >= LEAST_PROSE_ROWS) {
      endTable();
      for (const { cells, position } of table.rows.slice(index, end))
        blocks.push({ kind: 'paragraph', text: cells[0]?.text ?? '', position });
      index = end;
    } else {
      rows.push(...table.rows.slice(index, end + 1));
      index = end + 1;
    }
  }
  endTable();
  return blocks;
}
