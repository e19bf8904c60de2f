import type { ColumnKind } from './cell-cost';
import { runsOf, textWidth, type PageColumns, type Run } from './layout-columns';
import { edgesOf } from './layout-edges';
import type { PageLines } from './layout-pages';
import type { TaskLines } from './layout-rows';
import { isNumber } from './numbering';

/** What a page's columns print, line by line. */
export interface ReadLines extends TaskLines {
  byColumn: Run[][];
  blank: boolean[];
}

/** The words of one page by column. */
function readLines(page: PageLines, columns: PageColumns): ReadLines {
  const { kinds } = columns;
  const byColumn: Run[][] = kinds.map(() => []);
  page.lines.forEach((line, y) => runsOf(line, y, columns).forEach(({ column, run }) => byColumn[column]?.push(run)));
  const blank = page.lines.map(({ text }) => text.trim() === '');
  let seen = 0;
  const numbers = (byColumn[kinds.indexOf('number')] ?? []).filter(({ text }) => isNumber(text)).map(({ y }) => y);
  return {
    runs: byColumn[kinds.indexOf('task')] ?? [],
    numbers,
    blanksAbove: blank.map((is) => (is ? (seen += 1) : seen)),
    byColumn,
    blank,
  };
}

/** The words of all pages by column: read once to learn how wide each column's lines are, and once more knowing it. */
export function readColumns(pages: readonly PageLines[], kinds: readonly ColumnKind[]): ReadLines[] {
  let headed: number[] | null = null;
  const edges = pages.map(({ lines, columns }) => {
    const found = edgesOf(lines, kinds, columns, headed);
    if (columns !== null || headed === null) headed = found;
    return found;
  });
  const read = (full: (number | null)[]): ReadLines[] =>
    pages.map((page, index) => readLines(page, { kinds, edges: edges[index] ?? [0], full }));
  const first = read(kinds.map(() => null));
  const full = kinds.map((_, column) => fullWidth(first.flatMap(({ byColumn }) => byColumn[column] ?? [])));
  return read(full);
}

/** Width of most long lines; null where there are too few. */
function fullWidth(runs: readonly Run[]): number | null {
  if (runs.length < 8) return null;
  const widths = runs.map(({ text }) => textWidth(text)).sort((left, right) => left - right);
  return widths[Math.floor(widths.length * 0.8)] ?? null;
}
