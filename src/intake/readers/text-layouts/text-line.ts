import type { TableBlock, TableRow } from '../../document';

export interface TextLine {
  text: string;
  /** 1-based. */
  line: number;
  /** 1-based; null where the text marks no pages. */
  page: number | null;
}

/**
 * What a layout makes of the lines from `start`: a table, or null where they are none; `next` is the first line it has not
 * judged. Lines judged to be no table are not looked at again by the same layout, so that reading stays linear.
 */
export interface LayoutVerdict {
  table: TableBlock | null;
  next: number;
}

/** One layout of plain text. */
export type TableLayout = (lines: readonly TextLine[], start: number) => LayoutVerdict;

export function noTable(start: number): LayoutVerdict {
  return { table: null, next: start + 1 };
}

export function isBlank(line: TextLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

export function tableOf(rows: { cells: string[]; at: TextLine }[]): TableBlock {
  const tableRows: TableRow[] = rows.map(({ cells, at }, index) => ({
    cells: cells.map((text, column) => ({ text: text.trim(), column, rowSpan: 1, colSpan: 1 })),
    position: { page: at.page, sheet: null, row: index + 1, line: at.line },
  }));
  const first = rows[0]?.at ?? null;
  return { kind: 'table', rows: tableRows, position: { page: first?.page ?? null, sheet: null, row: null, line: first?.line ?? null } };
}
