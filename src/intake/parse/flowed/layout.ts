import type { ColumnKind } from './cell-cost';
import { isPageNumber, joinText, type FlowedLine } from './fragments';
import { bandsOn, type Band } from './layout-bands';
import type { Alignment } from './layout-cell-cost';
import { cellsOf, type LaidOutCell } from './layout-cells';
import type { Run } from './layout-columns';
import { firstStyle, learnStyle, type LaidOutTask, type TableStyle } from './layout-rows';
import { stretchesOf, type Stretch } from './layout-stretch';
import type { FlowedRegion } from './region';

export interface LaidOutRows {
  /** Headings over the rows, each on a line of its own over several columns. */
  sections: FlowedLine[];
  tasks: LaidOutTask[];
  /** By column; those of the task column are empty. */
  cells: LaidOutCell[][];
}

/** Whether columns were kept apart by spaces: the heading's cells stand side by side, and so do most body lines. */
export function isLaidOut(region: FlowedRegion): boolean {
  if (region.headings[0]?.columns == null) return false;
  const printed = region.body.filter(({ text }) => text.trim() !== '' && !isPageNumber(text));
  const spaced = printed.filter(({ text }) => /^\s{3,}\S|\S\s{2,}\S/.test(text.slice(0, 400))).length;
  return printed.length > 0 && spaced >= printed.length * 0.5;
}

const inBand = (runs: readonly Run[], { from, to }: Band): Run[] => runs.filter(({ y }) => y >= from && y < to);

function cellsInBands(runs: readonly Run[], bands: readonly Band[]): LaidOutCell[] {
  return bands.flatMap((band, row) => {
    const own = inBand(runs, band);
    const [first, last] = [own[0], own[own.length - 1]];
    if (first === undefined || last === undefined) return [];
    return [{ text: joinText(own.map(({ text }) => text)), from: row, to: row + 1, top: first.y, bottom: last.y }];
  });
}

/** The rows of a stretch and the cells beside them. */
function rowsIn(
  stretch: Stretch,
  all: readonly Band[],
  kinds: readonly ColumnKind[],
  style: TableStyle,
  alignment: Alignment,
): { rows: LaidOutRows; cost: number } {
  const runs = stretch.byColumn[kinds.indexOf('task')] ?? [];
  const bands = all.filter((band) => inBand(runs, band).length > 0);
  const tasks = bands.map((band): LaidOutTask => {
    const own = inBand(runs, band);
    const [first, last] = [own[0]!, own[own.length - 1]!];
    return { text: joinText(own.map(({ text }) => text)), line: first.line, top: first.y, bottom: last.y };
  });
  const edges = [-1, ...bands.slice(1).map(({ from }, before) => ((bands[before]?.to ?? from) - 1 + from) / 2), stretch.gaps.length];
  let blank = 0;
  const page = {
    tasks,
    edges,
    blanksAbove: stretch.gaps.map((gap) => (blank += gap)),
    turns: [...stretch.turns],
    leading: style.leading,
    apart: style.apart === 1,
  };
  let cost = 0;
  let starts: Set<number> | null = null;
  const cells: LaidOutCell[][] = kinds.map(() => []);
  // From the lowest category up: a higher one begins with one of its lower ones.
  for (let column = kinds.length - 1; column >= 0; column -= 1) {
    const kind = kinds[column] ?? 'free';
    const own = stretch.byColumn[column] ?? [];
    if (kind === 'task' || tasks.length === 0) continue;
    if (style.merged[column] !== true) {
      cells[column] = cellsInBands(own, bands);
      continue;
    }
    const widest = style.widest[column] ?? 0;
    const read = cellsOf({ ...page, widest, starts: kind === 'category' ? starts : null }, own, kind, alignment);
    cost += read.cost;
    cells[column] = read.cells;
    if (kind === 'category' && read.cells.length > 0) starts = new Set([0, ...read.cells.map(({ from }) => from)]);
  }
  return { rows: { sections: stretch.sections, tasks, cells }, cost };
}

const ROUNDS = 2;

/** The rows of a table; cells stand on top of their rows or in the middle, whichever fits better. */
export function readRows(region: FlowedRegion, kinds: readonly ColumnKind[]): LaidOutRows[] {
  const stretches = stretchesOf(region, kinds);
  // Who only supports is often nobody; who is responsible is left out where the cell above goes on.
  const mayBeBlank = region.heading.roles.map(
    (role, column) => role === 'SUPPORTING_UNIT' || kinds[column] === 'score' || kinds[column] === 'free',
  );
  const readings = (['middle', 'top'] as const).map((alignment) => {
    let style = firstStyle(stretches, kinds);
    const read = (): ReturnType<typeof bandsOn>[] => stretches.map((stretch) => bandsOn(stretch, kinds, style, alignment));
    let found = read();
    for (let round = 0; round < ROUNDS; round += 1) {
      style = learnStyle(
        stretches,
        found.map(({ bands }) => bands),
        kinds,
        mayBeBlank,
        style,
      );
      found = read();
    }
    const rows = stretches.map((stretch, index) => rowsIn(stretch, found[index]?.bands ?? [], kinds, style, alignment));
    const cost = found.reduce((sum, each) => sum + each.cost, 0) + rows.reduce((sum, each) => sum + each.cost, 0);
    return { rows: rows.map((each) => each.rows), cost };
  });
  const [middle, top] = readings as [(typeof readings)[0], (typeof readings)[0]];
  return top.cost < middle.cost ? top.rows : middle.rows;
}
