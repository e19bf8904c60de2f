import type { ColumnKind } from './cell-cost';
import { joinText } from './fragments';
import { bandsOn, type Band } from './layout-bands';
import type { Alignment } from './layout-cell-cost';
import type { LaidOutCell } from './layout-cells';
import type { Run } from './layout-columns';
import type { LaidOutTask, TaskStyle } from './layout-rows';
import type { ReadLines } from './layout-words';

/** The tasks of a page, the edges between their rows, and the columns whose cells each stand in one row. */
export interface PageTasks {
  tasks: LaidOutTask[];
  edges: readonly number[];
  single: readonly (LaidOutCell[] | null)[];
  /** How ill the rows fit. */
  cost: number;
}

/** The rows of each page, read off all of its columns at once. */
export function bandedTasks(
  pages: readonly ReadLines[],
  kinds: readonly ColumnKind[],
  mayBeBlank: readonly boolean[],
  style: TaskStyle,
  alignment: Alignment,
): PageTasks[] {
  const read = pages.map((page) => bandsOn(page, kinds, style, alignment));
  const whole = kinds.map(
    (kind, column) => kind !== 'category' && kind !== 'task' && standsInBands(pages, read, column, mayBeBlank[column] === true),
  );
  return pages.map((page, index) => {
    const bands = (read[index]?.bands ?? []).filter(({ from, to }) => page.runs.some(({ y }) => y >= from && y < to));
    const tasks = bands.map((band) => taskIn(page, band, style));
    const edges = [-1, ...bands.slice(1).map(({ from }, before) => ((bands[before]?.to ?? from) - 1 + from) / 2), page.blank.length];
    const single = whole.map((is, column) => (is ? cellsInBands(page.byColumn[column] ?? [], bands) : null));
    return { tasks, edges, single, cost: read[index]?.cost ?? 0 };
  });
}

/** Whether a column's cells each stand in one row: nearly every row has one, unless it may be blank. */
function standsInBands(pages: readonly ReadLines[], read: readonly { bands: Band[] }[], column: number, mayBeBlank: boolean): boolean {
  let [filled, empty] = [0, 0];
  pages.forEach((page, index) => {
    for (const { from, to } of read[index]?.bands ?? []) {
      if ((page.byColumn[column] ?? []).some(({ y }) => y >= from && y < to)) filled += 1;
      else empty += 1;
    }
  });
  return filled > 0 && (mayBeBlank || empty * 8 <= filled);
}

function taskIn(page: ReadLines, { from, to }: Band, style: TaskStyle): LaidOutTask {
  const runs = page.runs.filter(({ y }) => y >= from && y < to);
  const [first, last] = [runs[0] as Run, runs[runs.length - 1] as Run];
  const numbered = style.numbersTasks ? page.numbers.some((y) => y >= from && y < to) : null;
  return { text: joinText(runs.map(({ text }) => text)), line: first.line, top: first.y, bottom: last.y, numbered };
}

function cellsInBands(runs: readonly Run[], bands: readonly Band[]): LaidOutCell[] {
  return bands.flatMap(({ from, to }, row) => {
    const own = runs.filter(({ y }) => y >= from && y < to);
    const [first, last] = [own[0], own[own.length - 1]];
    if (first === undefined || last === undefined) return [];
    return [{ text: joinText(own.map(({ text }) => text)), from: row, to: row + 1, top: first.y, bottom: last.y }];
  });
}
