import type { DocumentBlock, SourceDocumentModel, TableBlock, TableRow } from '../document';
import type { Problem } from '../reading';
import { readFlowedProse, type FlowedLine, type FlowParagraph } from './flowed-prose';
import { readPartedTables } from './flowed/parted-tables';
import { readFlowedTables } from './flowed-table';
import { readNumbering } from './numbering';
import { readStackedCells } from './stacked-cells';
import { unfoldForm } from './form-table';
import { splitTables } from './split-tables';
import { findHeader } from './table-header';
import { buildGrid } from './table-grid';

export type FlowBlock = FlowParagraph | TableBlock;

/** Lines between tables are prose of their own: a paragraph never runs across a table. */
function proseAround(tables: readonly TableBlock[], rest: readonly FlowedLine[]): FlowBlock[] {
  const blocks: FlowBlock[] = [];
  let pending: FlowedLine[] = [];
  const starts = [...tables].sort((left, right) => (left.position.line ?? 0) - (right.position.line ?? 0));
  for (const line of rest) {
    while (starts[0] !== undefined && (starts[0].position.line ?? 0) <= line.line) {
      blocks.push(...readFlowedProse(pending), starts[0]);
      pending = [];
      starts.shift();
    }
    pending.push(line);
  }
  return [...blocks, ...readFlowedProse(pending), ...starts];
}

/** A table without borders is rebuilt by weighing many cuts of its lines; longer ones would take minutes. */
const MOST_FLOWED_LINES = 5000;

function isTooLong(block: DocumentBlock): boolean {
  return block.kind === 'flowed' && block.lines.filter(({ text }) => text.trim() !== '').length > MOST_FLOWED_LINES;
}

const TOO_LONG: Problem = {
  severity: 'WARNING',
  code: 'FLOWED_TEXT_TOO_LONG',
  message:
    '文本过长且没有表格边框，其中的表格未能还原，请改用保留表格的格式。 The text is too long to rebuild tables without borders; use a format that keeps them.',
  at: null,
};

function flowOf(block: DocumentBlock): FlowBlock[] {
  if (block.kind !== 'flowed') return [block];
  const parted = isTooLong(block) ? { tables: [], rest: block.lines } : readPartedTables(block.lines);
  const stacked = readStackedCells(parted.rest);
  const flowed = isTooLong(block) ? { tables: [], rest: stacked.rest } : readFlowedTables(stacked.rest);
  return proseAround([...parted.tables, ...stacked.tables, ...flowed.tables], flowed.rest);
}

const widthOf = (table: TableBlock): number => Math.max(...table.rows.map((row) => row.cells.length), 0);

/** A heading between the parts of one table is one of its section rows. */
function sectionRow(paragraph: FlowParagraph, row: number): TableRow {
  return { cells: [{ text: paragraph.text, column: 0, rowSpan: 1, colSpan: 1 }], position: { ...paragraph.position, row } };
}

function isSectionHeading(block: FlowBlock): block is FlowParagraph {
  if (block.kind !== 'paragraph' || block.text.length > 60) return false;
  const style = readNumbering(block.text)?.style;
  return style === 'CHAPTER' || style === 'SECTION' || style === 'PART';
}

/** A table without a heading row that follows one of the same width is its continuation. */
function continues(table: TableBlock, before: TableBlock): boolean {
  return widthOf(table) === widthOf(before) && findHeader(buildGrid(table)) === null && findHeader(buildGrid(before)) !== null;
}

function joinTables(blocks: readonly FlowBlock[]): FlowBlock[] {
  const joined: FlowBlock[] = [];
  let open: { table: TableBlock; between: FlowParagraph[] } | null = null;
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (open !== null && continues(block, open.table)) {
        const rows: TableRow[] = [...open.between.map((paragraph) => sectionRow(paragraph, 0)), ...block.rows];
        joined.splice(joined.length - open.between.length, open.between.length);
        open.table.rows.push(...rows.map((row, index) => ({ ...row, position: { ...row.position, row: row.position.row ?? index + 1 } })));
        open.between = [];
        continue;
      }
      const table: TableBlock = { ...block, rows: [...block.rows] };
      joined.push(table);
      open = { table, between: [] };
      continue;
    }
    if (open !== null && isSectionHeading(block)) open.between.push(block);
    else open = null;
    joined.push(block);
  }
  return joined;
}

/** The document as paragraphs and tables in their order; flowed lines are resolved, continued tables joined. */
export function readFlow(document: SourceDocumentModel): { blocks: FlowBlock[]; problems: Problem[] } {
  const problems = document.blocks.some(isTooLong) ? [TOO_LONG] : [];
  const blocks = document.blocks
    .flatMap(flowOf)
    .flatMap((block) => (block.kind === 'table' ? (unfoldForm(block) ?? splitTables(block)) : [block]));
  return { blocks: joinTables(blocks), problems };
}
