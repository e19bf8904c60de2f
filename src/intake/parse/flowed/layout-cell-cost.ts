import { textCost, type ColumnKind } from './cell-cost';
import { joinText } from './fragments';
import type { Run } from './layout-columns';
import type { LaidOutTask } from './layout-rows';
import { KnownUnits } from './name-list';
import { numberValue } from './numbering';

/** The rows of a page and the lines between them. */
export interface PageRows {
  tasks: readonly LaidOutTask[];
  /** Edges between rows, one more than there are rows. */
  edges: readonly number[];
  blanksAbove: readonly number[];
  leading: number;
  /** Rows where the cells of a lower category begin: those of a higher one begin there too. Null where none are known. */
  starts: ReadonlySet<number> | null;
  /** Whether blank lines stand between rows, so that lines without one between them are of one cell. */
  apart: boolean;
}

/** Where cells stand in the height of their rows. */
export type Alignment = 'top' | 'middle';

const NO_UNITS = new KnownUnits();
/** Lines of the page that part its rows: the middles of what is blank between two tasks, or of what lies between them. */
export function rowEdges(tasks: readonly LaidOutTask[], blank: readonly boolean[]): number[] {
  const edges = tasks.slice(1).map(({ top }, index) => {
    const bottom = tasks[index]?.bottom ?? top;
    let best = { length: 0, middle: (bottom + top) / 2 };
    for (let from = bottom + 1; from < top; from += 1) {
      let to = from;
      while (to < top && blank[to] === true) to += 1;
      if (to - from > best.length) best = { length: to - from, middle: (from + to - 1) / 2 };
      from = Math.max(from, to);
    }
    return best.middle;
  });
  return [-1, ...edges, blank.length];
}

/** How well lines of one column make cells beside the rows of a page. */
export class CellWeights {
  private readonly unfit = new Map<number, number>();

  constructor(
    private readonly page: PageRows,
    readonly runs: readonly Run[],
    readonly kind: ColumnKind,
  ) {}

  y(line: number): number {
    return this.runs[line]?.y ?? Infinity;
  }

  text(from: number, to: number): string {
    return joinText(this.runs.slice(from, to).map(({ text }) => text));
  }

  /** How ill lines `from` to `to` (exclusive) read as a cell of this column. */
  textCost(from: number, to: number): number {
    const key = from * 1000 + (to - from);
    const known = this.unfit.get(key);
    if (known !== undefined) return known;
    const cost = this.weigh(this.text(from, to));
    this.unfit.set(key, cost);
    return cost;
  }

  private weigh(text: string): number {
    if (this.kind === 'number') return numberValue(text) === null ? 6 : 0;
    if (this.kind === 'free') return 0;
    // Two dates are the cells of two rows.
    const twice = this.kind === 'deadline' && /[底日前内][0-9]{4}年/.test(text) ? 3 : 0;
    return Math.min(8, textCost(this.kind, text, NO_UNITS)) + twice;
  }

  /** How far a cell's lines are from where they stand in its rows. */
  placeCost(cell: { line: number; end: number; row: number; to: number }, alignment: Alignment): number {
    const { tasks, edges } = this.page;
    const [first, last] = [this.y(cell.line), this.y(cell.end - 1)];
    const [above, below] = [edges[cell.row] ?? 0, edges[cell.to] ?? 0];
    const outside = Math.max(0, above - first) + Math.max(0, last - below);
    const rowTop = tasks[cell.row]?.top ?? above;
    const [lowest, highest] = [cell.row === 0 ? rowTop : above, cell.to === tasks.length ? (tasks[cell.to - 1]?.bottom ?? below) : below];
    const fromTop = Math.abs(first - rowTop);
    const fromMiddle = Math.abs((first + last) / 2 - (lowest + highest) / 2);
    // A cell that goes on behind the page's end has its middle elsewhere.
    const isLast = cell.end === this.runs.length && cell.to === tasks.length;
    const off = alignment === 'top' ? fromTop : isLast ? Math.min(fromMiddle, fromTop + 0.5) : fromMiddle;
    return outside * 2 + Math.min(8, Math.max(0, off - 0.5) * 0.9);
  }

  private blankBetween(before: number, after: number): number {
    const { blanksAbove, leading } = this.page;
    return (blanksAbove[this.y(after)] ?? 0) - (blanksAbove[this.y(before)] ?? 0) - leading;
  }

  private isClose(before: number, after: number): boolean {
    return this.y(after) - this.y(before) <= 2 + 2 * this.page.leading;
  }

  /** Cost of going on with a cell in the next line. */
  gapCost(line: number): number {
    return this.blankBetween(line, line + 1) >= 1 ? 4 : this.isClose(line, line + 1) ? 0 : 1.5;
  }

  /** Cost of a cell's end between two lines that follow one another closely. */
  splitCost(line: number): number {
    if (!this.page.apart || line < 0 || line + 1 >= this.runs.length || this.kind === 'number') return 0;
    if (this.blankBetween(line, line + 1) >= 1 || !this.isClose(line, line + 1)) return 0;
    const [above, below] = [this.y(line) - 0.6, this.y(line + 1) + 0.6];
    const betweenRows = this.page.edges.some((edge) => edge > above && edge < below);
    return betweenRows && this.kind !== 'category' ? 1.5 : 5;
  }
}
