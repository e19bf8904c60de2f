import { looksLikeDeadline, looksLikeNumber, looksLikeUnits, type ColumnRole } from './cell-nature';
import { looksLikePersonName, looksLikeScore, looksLikeSentence } from './column-profile';
import type { GridCell, GridRow } from './table-grid';

/** A row without a task's text is no row of a task table: the text's column is filled first. */
const TEXT_BONUS = 0.8;

/** How well one cell suits a column. */
function cellSuits(text: string, role: ColumnRole | null): number {
  switch (role) {
    case 'NUMBER':
      return looksLikeNumber(text) ? 1 : -1.5;
    case 'DEADLINE':
      return looksLikeDeadline(text) ? 1 : looksLikeUnits(text) ? -1 : text.length > 40 ? -0.7 : 0;
    case 'LEAD_UNIT':
    case 'RESPONSIBLE_UNIT':
    case 'SUPPORTING_UNIT':
      return looksLikeUnits(text) ? 1 : looksLikeDeadline(text) ? -1 : looksLikeNumber(text) ? -1.5 : -0.3;
    case 'LEAD_OFFICIAL':
      return looksLikePersonName(text) ? 1 : text.length > 8 ? -1 : -0.2;
    case 'TASK':
      if (looksLikeNumber(text)) return -1.5;
      if (looksLikeDeadline(text)) return -0.8;
      return TEXT_BONUS + (looksLikeSentence(text) ? 1 : looksLikeUnits(text) ? -0.5 : 0.2);
    case 'CATEGORY':
      if (looksLikeNumber(text)) return -1;
      return looksLikeDeadline(text) ? -0.6 : text.length > 60 ? -0.7 : looksLikeSentence(text) ? 0.1 : 0.6;
    case 'SCORE':
      return looksLikeScore(text) ? 0.8 : -0.5;
    default:
      return 0;
  }
}

/** Cells of a row stay where they are printed unless another place suits them better by this much. */
const STAYING_BONUS = 1;

/** Where merged leading cells are left out, those of the outer categories are. */
const INNERMOST = 0.001;

interface Placed {
  score: number;
  columns: number[];
}

/** Puts the cells into rising columns so that they suit best. */
function place(texts: readonly string[], roles: readonly (ColumnRole | null)[]): Placed {
  const width = roles.length;
  const leadingCellsMissing = !looksLikeNumber(texts[0] ?? '');
  const best: Placed[] = Array.from({ length: width + 1 }, () => ({ score: 0, columns: [] }));
  let previous = best;
  for (const text of texts) {
    const current: Placed[] = [{ score: -Infinity, columns: [] }];
    for (let column = 0; column < width; column += 1) {
      const left = current[column] ?? { score: -Infinity, columns: [] };
      const before = previous[column];
      const score =
        before === undefined || before.score === -Infinity
          ? -Infinity
          : before.score +
            cellSuits(text, roles[column] ?? null) +
            (leadingCellsMissing && roles[column] === 'CATEGORY' ? column * INNERMOST : 0);
      current.push(before !== undefined && score > left.score ? { score, columns: [...before.columns, column] } : left);
    }
    previous = current;
  }
  return previous[width] ?? { score: -Infinity, columns: [] };
}

/**
 * A row of a text that lost its cell borders may have one leading cell more or fewer than its neighbours: its cells are put
 * where their nature belongs. A row that is right as it stands is left alone.
 */
export function alignRow(row: GridRow, roles: readonly (ColumnRole | null)[]): GridRow {
  const printed = row.cells.flatMap((cell, column) => (cell.text !== '' ? [{ text: cell.text, raw: cell.raw, column }] : []));
  if (printed.length < 2 || printed.length > roles.length) return row;
  const staying = printed.reduce((sum, { text, column }) => sum + (column < roles.length ? cellSuits(text, roles[column] ?? null) : -1), 0);
  const placed = place(
    printed.map(({ text }) => text),
    roles,
  );
  if (placed.score <= staying + STAYING_BONUS) return row;
  const cells: GridCell[] = roles.map(() => ({ text: '', raw: '', origin: 'OWN', colSpan: 1 }));
  placed.columns.forEach((column, index) => {
    cells[column] = { text: printed[index]?.text ?? '', raw: printed[index]?.raw ?? '', origin: 'OWN', colSpan: 1 };
  });
  return { ...row, cells };
}
