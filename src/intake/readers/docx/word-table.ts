import type { DocumentBlock, TableBlock, TableCell, TableRow } from '../../document';
import { unpacksTooLarge } from '../zip/office-refusals';
import { childOf, childrenOf, isOn, type XmlElement } from '../zip/xml-elements';

/** Word itself stops at 63. */
const MOST_COLUMNS = 1000;
const MOST_CELLS = 150_000;
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'mc:AlternateContent', 'mc:Choice']);

/** What a cell holds, read by whoever knows paragraphs. */
export interface CellStory {
  asText: string;
  blocks: DocumentBlock[];
}

type ReadCell = (cell: XmlElement) => CellStory;

function inside(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((child) => (child.name === name ? [child] : WRAPPERS.has(child.name) ? inside(child, name) : []));
}

function count(properties: XmlElement | undefined, name: string, otherwise: number): number {
  const value = Number.parseInt(childOf(properties, name)?.attributes['w:val'] ?? '', 10);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, MOST_COLUMNS) : otherwise;
}

/** `restart` begins a merged cell; the bare element continues it. */
function mergeOf(properties: XmlElement | undefined, name: string): 'BEGINS' | 'CONTINUES' | null {
  const merge = childOf(properties, name);
  if (merge === undefined) return null;
  return merge.attributes['w:val'] === 'restart' ? 'BEGINS' : 'CONTINUES';
}

function isStruckOut(row: XmlElement): boolean {
  const properties = childOf(row, 'w:trPr');
  return childOf(properties, 'w:del') !== undefined || isOn(childOf(properties, 'w:hidden'));
}

/** Reads the rows of a table from the top, with the merged cells that reach down from above. */
class TableReader {
  readonly rows: TableRow[] = [];
  readonly stories: CellStory[] = [];
  private readonly reaching = new Map<number, TableCell>();

  constructor(private readonly readCell: ReadCell) {}

  takeRow(row: XmlElement): void {
    const cells: TableCell[] = [];
    let column = count(childOf(row, 'w:trPr'), 'w:gridBefore', 0);
    for (const element of inside(row, 'w:tc')) {
      const properties = childOf(element, 'w:tcPr');
      const span = Math.max(1, count(properties, 'w:gridSpan', 1));
      const before = cells[cells.length - 1];
      if (mergeOf(properties, 'w:hMerge') === 'CONTINUES' && before !== undefined) before.colSpan += span;
      else this.takeCell(element, properties, column, span, cells);
      column += span;
      if (column > MOST_COLUMNS || this.stories.length > MOST_CELLS) throw unpacksTooLarge();
    }
    this.rows.push({ cells, position: { page: null, sheet: null, row: this.rows.length + 1, line: null } });
  }

  private takeCell(element: XmlElement, properties: XmlElement | undefined, column: number, span: number, cells: TableCell[]): void {
    const merge = mergeOf(properties, 'w:vMerge');
    const above = this.reaching.get(column);
    if (merge === 'CONTINUES' && above !== undefined) {
      above.rowSpan += 1;
      return;
    }
    for (let covered = column; covered < column + span; covered += 1) this.reaching.delete(covered);
    const story = this.readCell(element);
    const deleted = childOf(properties, 'w:cellDel') !== undefined;
    const cell = { text: deleted ? '' : story.asText, column, rowSpan: 1, colSpan: span };
    this.stories.push(story);
    cells.push(cell);
    if (merge !== null) this.reaching.set(column, cell);
  }
}

/**
 * A table of a document. One that has a single cell is no table but a frame around what it holds, given as such.
 */
export function readTable(element: XmlElement, readCell: ReadCell): { table: TableBlock | null; frame: DocumentBlock[] | null } {
  const reader = new TableReader(readCell);
  for (const row of inside(element, 'w:tr')) if (!isStruckOut(row)) reader.takeRow(row);
  const [only, another] = reader.stories;
  if (only === undefined) return { table: null, frame: null };
  if (another === undefined) return { table: null, frame: only.blocks };
  return { table: { kind: 'table', rows: reader.rows, position: { page: null, sheet: null, row: null, line: null } }, frame: null };
}

function sameCells(left: TableRow, right: TableRow): boolean {
  return (
    left.cells.length === right.cells.length &&
    left.cells.every((cell, index) => {
      const other = right.cells[index];
      return other !== undefined && cell.text === other.text && cell.column === other.column && cell.colSpan === other.colSpan;
    })
  );
}

/** How many rows a table repeats from the top of the one before it. */
function repeatedRows(before: TableBlock, table: TableBlock): number {
  const first = table.rows[0];
  if (first === undefined || first.cells.filter(({ text }) => text !== '').length < 2) return 0;
  let repeated = 0;
  const top = before.rows.findIndex((row) => sameCells(row, first));
  if (top < 0 || top > 3) return 0;
  const reach = Math.max(...first.cells.map(({ rowSpan }) => rowSpan));
  while (repeated < reach && sameCells(before.rows[top + repeated] ?? { ...first, cells: [] }, table.rows[repeated] ?? first))
    repeated += 1;
  return repeated === reach && repeated < table.rows.length ? repeated : 0;
}

/** Tables that follow one another under the same heading are one table that somebody cut, usually at the end of a page. */
export function joinCutTables(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const joined: DocumentBlock[] = [];
  for (const block of blocks) {
    const before = joined[joined.length - 1];
    const repeated = block.kind === 'table' && before?.kind === 'table' ? repeatedRows(before, block) : 0;
    if (repeated === 0 || block.kind !== 'table' || before?.kind !== 'table') joined.push(block);
    else {
      const start = before.rows.length;
      const rows = block.rows.slice(repeated).map((row, index) => ({ ...row, position: { ...row.position, row: start + index + 1 } }));
      before.rows.push(...rows);
    }
  }
  return joined;
}
