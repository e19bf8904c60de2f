import { attribute, descendants, tagOf, type PageElement } from './page-node';
import { cellsOf, rowsOf } from './page-table';
import type { TextWeight } from './text-weight';

type Weights = ReadonlyMap<PageElement, TextWeight>;

const charactersOf = (weights: Weights, element: PageElement): number => weights.get(element)?.characters ?? 0;
const LAYOUT_ROWS = 4;
const LAYOUT_BLOCKS = 4;

/** Whether a cell holds an article: blocks of text among which most of the table's text stands. */
function holdsArticle(cell: PageElement, weights: Weights): boolean {
  return (
    descendants(cell).filter((element) => ['p', 'div'].includes(tagOf(element)) && charactersOf(weights, element) > 0).length >=
    LAYOUT_BLOCKS
  );
}

const JUDGED = new WeakMap<PageElement, boolean>();

/** A table that only puts parts of a page side by side holds no rows of data. */
export function isDataTable(table: PageElement, weights: Weights): boolean {
  const known = JUDGED.get(table) ?? judge(table, weights);
  JUDGED.set(table, known);
  return known;
}

function judge(table: PageElement, weights: Weights): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return false;
  const rows = rowsOf(table);
  const whole = charactersOf(weights, table);
  if (rows.every((row) => cellsOf(row).length < 2)) return false;
  const inner = descendants(table).filter((element) => tagOf(element) === 'table');
  if (inner.some((element) => charactersOf(weights, element) * 2 > whole && rowsOf(element).length > 1)) return false;
  const largest = rows.flatMap(cellsOf).reduce((most, cell) => (charactersOf(weights, cell) > charactersOf(weights, most) ? cell : most));
  return !(rows.length <= LAYOUT_ROWS && charactersOf(weights, largest) * 10 > whole * 8 && holdsArticle(largest, weights));
}
