import type { TableBlock } from '../../document';
import type { RuledCell, RuledTable } from './ruled-table';

/** A table as it stands on all of its pages. */
export interface JoinedTable {
  left: number;
  right: number;
  rows: { cells: RuledCell[]; page: number }[];
}

/** Lines of one table stand on each page where they stand on the others, give or take this. */
const SAME_PLACE = 6;
const MOST_HEADER_ROWS = 3;
const SENTENCE_END = /[。；！？;!?]["”’）)]?$/;

const near = (left: number, right: number): boolean => Math.abs(left - right) <= SAME_PLACE;
const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** Where the columns of a table begin and end. */
function sidesOf(rows: readonly { cells: readonly RuledCell[] }[]): number[] {
  const sorted = rows.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])).sort((left, right) => left - right);
  return sorted.filter((side, index) => index === 0 || side - (sorted[index - 1] ?? 0) > SAME_PLACE);
}

/** Whether a table at the head of a page is the rest of the one at the foot of the page before. */
export function goesOn(table: JoinedTable, next: RuledTable): boolean {
  if (!near(table.left, next.left) || !near(table.right, next.right)) return false;
  const before = sidesOf(table.rows);
  const after = sidesOf(next.rows.map((cells) => ({ cells })));
  const [few, many] = before.length < after.length ? [before, after] : [after, before];
  return few.every((side) => many.some((other) => near(side, other)));
}

export function startTable(table: RuledTable): JoinedTable {
  return { left: table.left, right: table.right, rows: table.rows.map((cells) => ({ cells, page: table.page })) };
}

/** How many rows at the head of a page print the heading of the table again. */
function repeatedRows(table: JoinedTable, rows: readonly RuledCell[][]): number {
  const printed = (cells: readonly RuledCell[]): string => cells.map(({ text }) => squeeze(text)).join('|');
  let same = 0;
  while (same < Math.min(MOST_HEADER_ROWS, rows.length, table.rows.length)) {
    const cells = rows[same] ?? [];
    if (printed(cells) !== printed(table.rows[same]?.cells ?? []) || cells.every(({ text }) => text === '')) break;
    same += 1;
  }
  return same;
}

/** The cell that stands at the foot of a table over a place. */
function cellAbove(table: JoinedTable, place: RuledCell): RuledCell | undefined {
  for (let row = table.rows.length - 1; row >= 0; row -= 1) {
    const found = table.rows[row]?.cells.find(({ left, right }) => near(left, place.left) && near(right, place.right));
    if (found !== undefined) return row + found.rowSpan >= table.rows.length ? found : undefined;
    if (table.rows[row]?.cells.some(({ left, right }) => left < place.right - SAME_PLACE && right > place.left + SAME_PLACE))
      return undefined;
  }
  return undefined;
}

/** Whether the first row of a page is the rest of the last row of the page before, which the end of the page cut. */
function isRestOfRow(table: JoinedTable, cells: readonly RuledCell[]): boolean {
  const printed = cells.filter(({ text }) => text !== '');
  if (printed.length === 0 || cells.some((cell) => cellAbove(table, cell) === undefined)) return false;
  const pairs = printed.map((cell) => ({ cell, above: cellAbove(table, cell) }));
  if (pairs.some(({ above }) => above === undefined || above.text === '' || !above.isFull)) return false;
  const longest = pairs.reduce((most, pair) => (pair.cell.text.length > most.cell.text.length ? pair : most));
  return !SENTENCE_END.test(longest.above?.text ?? '');
}

/** Whether cells of a column are left blank on purpose: then a blank one at the head of a page need not go on. */
function leavesBlanks(table: JoinedTable, place: RuledCell): boolean {
  return table.rows.some(({ cells }) =>
    cells.some((cell) => cell.text === '' && cell.rowSpan === 1 && near(cell.left, place.left) && near(cell.right, place.right)),
  );
}

function continueRow(table: JoinedTable, cells: readonly RuledCell[]): void {
  for (const cell of cells) {
    const above = cellAbove(table, cell);
    if (above === undefined) continue;
    above.text += cell.text;
    if (cell.text !== '') above.isFull = cell.isFull;
    above.rowSpan += cell.rowSpan - 1;
  }
}

/** Whether a cell at the head of a page is the rest of a merged one: its place is left blank, or its text goes on. */
function isRestOfCell(table: JoinedTable, cell: RuledCell, above: RuledCell): boolean {
  if (above.text === '') return false;
  const isMerged = cell.rowSpan > 1 || above.rowSpan > 1;
  if (cell.text === '') return isMerged || !leavesBlanks(table, cell);
  return isMerged && above.isFull && !SENTENCE_END.test(above.text);
}

/** Merged cells that the end of a page cut become one again; what is left begins in its row. */
function continueCells(table: JoinedTable, cells: readonly RuledCell[]): RuledCell[] {
  const over = cells.map((cell) => cellAbove(table, cell));
  return cells.filter((cell, index) => {
    const above = over[index];
    if (above === undefined || !isRestOfCell(table, cell, above)) return true;
    above.text += cell.text;
    above.isFull = cell.text === '' ? above.isFull : cell.isFull;
    above.rowSpan += cell.rowSpan;
    return false;
  });
}

/** Adds what the next page prints of a table. */
export function continueTable(table: JoinedTable, next: RuledTable): void {
  const [first, ...others] = next.rows.slice(repeatedRows(table, next.rows));
  if (first === undefined) return;
  if (isRestOfRow(table, first)) continueRow(table, first);
  else table.rows.push({ cells: continueCells(table, first), page: next.page });
  for (const cells of others) table.rows.push({ cells, page: next.page });
}

/** A joined table in columns. */
export function tableBlock(table: JoinedTable): TableBlock {
  const sides = sidesOf(table.rows);
  const columnAt = (x: number): number =>
    Math.max(
      0,
      sides.findIndex((side) => near(side, x) || side > x),
    );
  const rows = table.rows.map(({ cells, page }, index) => ({
    cells: cells.map(({ text, left, right, rowSpan }) => {
      const column = columnAt(left);
      return { text, column, rowSpan, colSpan: Math.max(1, columnAt(right) - column) };
    }),
    position: { page, sheet: null, row: index + 1, line: null },
  }));
  return { kind: 'table', rows, position: { page: table.rows[0]?.page ?? null, sheet: null, row: null, line: null } };
}
