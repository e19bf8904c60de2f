import type { TableBlock, TableRow } from '../document';
import { columnRole, looksLikeNumber } from './cell-nature';
import type { FlowBlock } from './document-flow';
import { readNumbering } from './numbering';
import { isRecordLabel } from './record-table';
import { buildGrid, printedCells, type GridRow } from './table-grid';
import { findHeader, isRepeatedHeader, type TableHeader } from './table-header';

const LONGEST_LABEL = 16;
const LEAST_LABELS = 3;

/** A row of headings that are not those of the table's own heading row. */
function isOtherHeading(row: GridRow, header: TableHeader): boolean {
  const printed = printedCells(row).map(({ text }) => text);
  if (printed.length < LEAST_LABELS || printed.some((text) => text.length > LONGEST_LABEL || looksLikeNumber(text))) return false;
  const known = printed.filter((text) => columnRole(text) !== null || isRecordLabel(text)).length;
  return known >= 2 && known * 2 >= printed.length && !isRepeatedHeader(row, header);
}

const isLone = (row: GridRow | undefined): boolean => row !== undefined && printedCells(row).length === 1;

function isHeadingOfTable(row: GridRow | undefined): boolean {
  const text = row === undefined ? undefined : printedCells(row)[0]?.text;
  return text !== undefined && ['PART', 'CHAPTER', 'SECTION'].includes(readNumbering(text)?.style ?? '');
}

/** Where further tables begin: at another heading row, or at the same one under a heading of its own. */
function startsOf(rows: readonly GridRow[], header: TableHeader): number[] {
  const starts: number[] = [];
  let sectioned = false;
  for (let index = header.end; index < rows.length; index += 1) {
    const [row, above] = [rows[index]!, rows[index - 1]];
    const again = isRepeatedHeader(row, header) && isLone(above) && isHeadingOfTable(above) && !sectioned;
    if (again || isOtherHeading(row, header)) {
      starts.push(index);
      sectioned = false;
    }
    // The row above belongs to this one where this is a heading.
    else sectioned ||= isLone(above) && isHeadingOfTable(above) && index > header.end;
  }
  return starts;
}

/** The lone texts right above a heading row head its table. */
function withTitles(start: number, rows: readonly GridRow[], from: number): number {
  let first = start;
  while (first - 1 > from && isLone(rows[first - 1])) first -= 1;
  return first;
}

function paragraphOf(row: TableRow): FlowBlock {
  const text = row.cells.find((cell) => cell.text.trim() !== '')?.text ?? '';
  return { kind: 'paragraph', text, position: row.position };
}

function part(table: TableBlock, from: number, to: number): TableBlock {
  const rows = table.rows.slice(from, to).map((row, index) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, to - from - index) })),
  }));
  return { ...table, rows, position: rows[0] === undefined ? table.position : { ...rows[0].position, row: table.position.row } };
}

/** Several tables that the source keeps as one, as a sheet does: each with the texts that stand over it as paragraphs. */
export function splitTables(table: TableBlock): FlowBlock[] {
  const grid = buildGrid(table);
  const { rows } = grid;
  const header = findHeader(grid);
  const starts = header === null ? [] : startsOf(rows, header);
  const blocks: FlowBlock[] = [];
  let from = 0;
  for (const start of starts) {
    const titles = withTitles(start, rows, from);
    blocks.push(part(table, from, titles), ...table.rows.slice(titles, start).map(paragraphOf));
    from = start;
  }
  return starts.length === 0 ? [table] : [...blocks, part(table, from, table.rows.length)];
}
