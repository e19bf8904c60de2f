import type { DocumentBlock, SourceDocumentModel, TableCell } from '../../../src/intake/document';
import { readTextDocument } from '../../../src/intake/readers/read-document';
import type { GoldDocument, Layout, Piece } from './annotated-document';

type Row = Extract<Piece, { kind: 'row' }>;

const blankDitto = (cell: string): string => (cell === '"' ? '' : cell);
const oneLine = (cell: string): string => blankDitto(cell).replace(/\n/g, '');
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

function padded(row: Row, width: number): string[] {
  return [...row.cells, ...Array<string>(Math.max(0, width - row.cells.length)).fill('')];
}

const PRINTERS: Record<Exclude<Layout, 'merged'>, (rows: Row[], width: number) => string[]> = {
  text: (rows, width) => PRINTERS.tsv(rows, width),
  tsv: (rows, width) => rows.map((row) => padded(row, width).map(oneLine).join('\t')),
  csv: (rows, width) => rows.map((row) => padded(row, width).map(blankDitto).map(quoted).join(',')),
  markdown: (rows, width) =>
    rows.flatMap((row, index) => [
      `| ${padded(row, width)
        .map((cell) => blankDitto(cell).replace(/\n/g, '<br>'))
        .join(' | ')} |`,
      ...(index === 0 ? [`|${' --- |'.repeat(width)}`] : []),
    ]),
  tabbed: (rows, width) => rows.flatMap((row) => [...padded(row, width).map((cell) => `\t${oneLine(cell)}`), '']),
  stacked: (rows) => rows.flatMap((row) => row.cells.map(oneLine).filter((cell) => cell !== '')),
  spaced: (rows) => rows.flatMap((row) => [...row.cells.map(oneLine).filter((cell) => cell !== ''), '']),
};

/** Cells with the spans that a word processor tells: a ditto is covered by the cell above. */
function mergedRows(rows: Row[], width: number): DocumentBlock {
  const cells: TableCell[][] = rows.map(() => []);
  const open: (TableCell | undefined)[] = [];
  rows.forEach((row, index) => {
    const alone = row.cells.length === 1 && width > 1;
    padded(row, alone ? 1 : width).forEach((text, column) => {
      const above = open[column];
      if (text === '"' && above !== undefined) above.rowSpan += 1;
      else cells[index]?.push((open[column] = { text: blankDitto(text), column, rowSpan: 1, colSpan: alone ? width : 1 }));
    });
    if (alone) open.length = 0;
  });
  const position = { page: 1, sheet: null, row: null, line: null };
  return { kind: 'table', position, rows: cells.map((each, index) => ({ cells: each, position: { ...position, row: index + 1 } })) };
}

interface Run {
  lines: string[];
  rows: Row[];
}

function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const last = runs[runs.length - 1];
    if (piece.kind === 'line') {
      if (last !== undefined && last.rows.length === 0) last.lines.push(piece.text);
      else runs.push({ lines: [piece.text], rows: [] });
    } else if (last !== undefined && last.rows[0]?.table === piece.table) last.rows.push(piece);
    else runs.push({ lines: [], rows: [piece] });
  }
  return runs;
}

const widthOf = (rows: readonly Row[]): number => Math.max(...rows.map((row) => row.cells.length));

/** The document as text in a layout. */
function printText(document: GoldDocument, layout: Exclude<Layout, 'merged'>): string {
  const lines = runsOf(document.pieces).flatMap(({ lines, rows }) => (rows.length === 0 ? lines : PRINTERS[layout](rows, widthOf(rows))));
  return `${lines.join('\n')}\n`;
}

/** What the readers of formats with tables of their own give for the document. */
function printModel(document: GoldDocument): SourceDocumentModel {
  const blocks = runsOf(document.pieces).flatMap(({ lines, rows }): DocumentBlock[] =>
    rows.length > 0
      ? [mergedRows(rows, widthOf(rows))]
      : lines
          .filter((text) => text !== '')
          .map((text) => ({ kind: 'paragraph', text, position: { page: 1, sheet: null, row: null, line: null } })),
  );
  return { mediaType: 'test', encoding: null, blocks };
}

export function sourceOf(document: GoldDocument, layout: Layout): SourceDocumentModel {
  return layout === 'merged' ? printModel(document) : readTextDocument(Buffer.from(printText(document, layout), 'utf8'));
}
