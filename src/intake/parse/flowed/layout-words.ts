import type { ColumnKind } from './cell-cost';
import { runsOf, textWidth, type PageColumns, type Run } from './layout-columns';
import { edgesOf } from './layout-edges';
import type { PageLines } from './layout-pages';

/** The words of one page by column; positions are lines of the page. */
function readLines(page: PageLines, columns: PageColumns): Run[][] {
  const byColumn: Run[][] = columns.kinds.map(() => []);
  page.lines.forEach((line, y) => runsOf(line, y, columns).forEach(({ column, run }) => byColumn[column]?.push(run)));
  return byColumn;
}

/** The left edges of the columns of each page; where the source tells the places of words, all pages have the same. */
function edgesOfPages(pages: readonly PageLines[], kinds: readonly ColumnKind[]): number[][] {
  if (pages.some(({ lines }) => lines.some(({ words }) => words !== undefined))) {
    const all = pages.flatMap(({ lines }) => lines);
    const heads = pages.find(({ columns }) => columns !== null)?.columns ?? null;
    const same = edgesOf(all, kinds, heads, null);
    return pages.map(() => same);
  }
  let headed: number[] | null = null;
  return pages.map(({ lines, columns }) => {
    const found = edgesOf(lines, kinds, columns, headed);
    if (columns !== null || headed === null) headed = found;
    return found;
  });
}

const ROUNDS = 2;

/** The words of all pages by column: read once to learn how wide each column's lines are, and again knowing it. */
export function readColumns(pages: readonly PageLines[], kinds: readonly ColumnKind[]): Run[][][] {
  const edges = edgesOfPages(pages, kinds);
  let full: (number | null)[] = kinds.map(() => null);
  let read: Run[][][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    read = pages.map((page, index) => readLines(page, { kinds, edges: edges[index] ?? [0], full }));
    full = kinds.map((_, column) => fullWidth(read.flatMap((byColumn) => byColumn[column] ?? [])));
  }
  return read;
}

/** Width of most long lines; null where there are too few. */
function fullWidth(runs: readonly Run[]): number | null {
  if (runs.length < 8) return null;
  const widths = runs.map(({ text }) => textWidth(text)).sort((left, right) => left - right);
  return widths[Math.floor(widths.length * 0.8)] ?? null;
}
