import type { TableBlock } from '../../../../src/intake/document';
import type { RandomPlan } from './random-plan';

/** Every cell of every row, merged cells repeated on each row they hold for. Header excluded. */
export function expand(table: TableBlock): string[][] {
  const width = table.rows[0]?.cells.length ?? 0;
  const grid: string[][] = table.rows.slice(1).map(() => Array.from({ length: width }, () => ''));
  table.rows.slice(1).forEach((row, index) => {
    for (const cell of row.cells)
      for (let at = index; at < index + cell.rowSpan && at < grid.length; at += 1) (grid[at] as string[])[cell.column] = cell.text;
  });
  return grid;
}

/** What the plan prints, row by row, in the columns of its table. */
export function expected(plan: RandomPlan): string[][] {
  return plan.rows.map((row) => [row.number ?? '', ...row.levels, row.text, ...row.cells].map((text) => text.replace(/\s/g, '')));
}
