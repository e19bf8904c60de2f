import { looksLikeDeadline, looksLikeUnits } from '../cell-nature';
import { textCost, type ColumnKind } from './cell-cost';
import { joinText, widthOf } from './fragments';
import type { Run } from './layout-columns';
import type { LaidOutTask } from './layout-rows';
import { KnownUnits } from './name-list';
import { isNumber } from './numbering';

/** The rows of a stretch and the lines between them. */
export interface StretchRows {
  tasks: readonly LaidOutTask[];
  /** Edges between rows, one more than there are rows. */
  edges: readonly number[];
  /** For each line, how many blank lines stand above it. */
  blanksAbove: readonly number[];
  /** Lines with which a page begins. */
  turns: readonly number[];
  leading: number;
  /** Rows where the cells of a lower category begin: those of a higher one begin there too. Null where none are known. */
  starts: ReadonlySet<number> | null;
  /** Width of the widest line of the column that is read; 0 where it has none. */
  widest: number;
  /** Whether blank lines stand between rows, so that lines without one between them are of one cell. */
  apart: boolean;
}

/** Where cells stand in the height of their rows. */
export type Alignment = 'top' | 'middle';

const NUMBERED = /^(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、．])\S/;
const CHINESE = /^[\u4e00-\u9fff]/;
const NO_UNITS = new KnownUnits();
/** How well lines of one column make cells beside rows. */
export class CellWeights {
  private readonly unfit = new Map<number, number>();

  constructor(
    private readonly page: StretchRows,
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
    // Each number stands on a line of its own.
    const cost = this.kind === 'number' && to - from > 1 ? 8 : this.weigh(this.text(from, to));
    this.unfit.set(key, cost);
    return cost;
  }

  private weigh(text: string): number {
    if (this.kind === 'number') return !isNumber(text) ? 6 : 0;
    if (this.kind === 'free') return 0;
    // Two dates are the cells of two rows.
    // Points in brackets end a category.
    if (this.kind === 'category' && /[（(][0-9.]{1,5}分[）)]./.test(text)) return 8;
    const twice = this.kind === 'deadline' && /[底日前内度][0-9]{1,4}[年月]/.test(text) ? 3 : 0;
    return Math.min(8, textCost(this.kind, text, NO_UNITS)) + twice;
  }

  /** How far a cell's lines are from where they stand in its rows. */
  placeCost(cell: { line: number; end: number; row: number; to: number }, alignment: Alignment): number {
    const { tasks, edges } = this.page;
    const [first, last] = [this.y(cell.line), this.y(cell.end - 1)];
    const [above, below] = [edges[cell.row] ?? 0, edges[cell.to] ?? 0];
    const outside = Math.max(0, above - first) + Math.max(0, last - below);
    const rowTop = tasks[cell.row]?.top ?? above;
    // At a page's end a row ends with its last line, not halfway to the next.
    const turnsAt = (edge: number): number => (this.page.turns.some((y) => Math.abs(y - 0.5 - edge) < 0.1) ? 0.5 : 0);
    const lowest = cell.row === 0 ? rowTop : above + turnsAt(above);
    const highest = cell.to === tasks.length ? (tasks[cell.to - 1]?.bottom ?? below) : below - turnsAt(below);
    const fromTop = Math.abs(first - rowTop);
    const off = alignment === 'top' ? fromTop : this.fromMiddle((first + last) / 2, fromTop, lowest, highest);
    return outside * 2 + Math.min(8, Math.max(0, off - 0.5) * 0.9) + (this.fitsRowByRow(cell, alignment) ? 1.5 : 0);
  }

  /** A cell that a page's end cuts stands in the middle of one of its parts, or on top. */
  private fromMiddle(middle: number, fromTop: number, lowest: number, highest: number): number {
    const turns = this.page.turns.filter((y) => y > lowest && y < highest);
    const whole = Math.abs(middle - (lowest + highest) / 2);
    if (turns.length === 0) return whole;
    const ends = [lowest, ...turns.map((y) => y - 0.5), highest];
    const parts = ends.slice(1).map((end, index) => Math.abs(middle - (end + (ends[index] ?? end)) / 2));
    return Math.min(whole + 0.25, fromTop + 0.5, Math.min(...parts) + 0.5);
  }

  /** Whether the lines of a cell over several rows would as well be a cell of each row. */
  private fitsRowByRow({ line, end, row, to }: { line: number; end: number; row: number; to: number }, alignment: Alignment): boolean {
    if (to - row < 2 || end - line < to - row) return false;
    const { edges, tasks } = this.page;
    let next = line;
    for (let at = row; at < to; at += 1) {
      const [above, below] = [edges[at] ?? 0, edges[at + 1] ?? Infinity];
      const first = this.y(next);
      while (next < end && this.y(next) < below) next += 1;
      const last = this.y(next - 1);
      if (first <= above || first >= below) return false;
      const off =
        alignment === 'top'
          ? first - (tasks[at]?.top ?? above)
          : (first + last - above - Math.min(below, this.page.blanksAbove.length)) / 2;
      if (Math.abs(off) > 0.75) return false;
    }
    return next === end;
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
    const apart = this.blankBetween(line, line + 1) >= 1 ? 4 : this.isClose(line, line + 1) ? 0 : 1.5;
    return apart + (this.bothWhole(line) ? 2.5 : 0) + (this.hasRoom(line) ? 2.5 : 0);
  }

  /** Whether a category's line ends before its column does although the next would have gone on in it, or begins with a number. */
  private hasRoom(line: number): boolean {
    if (this.kind !== 'category') return false;
    const next = this.text(line + 1, line + 2);
    const room = this.page.widest - widthOf(this.text(line, line + 1));
    return NUMBERED.test(next) || (CHINESE.test(next) && room >= 1.25) || room >= 1.75;
  }

  /** Whether two lines, with a row's edge between them, are each a whole cell by themselves. */
  private bothWhole(line: number): boolean {
    const [text, next] = [this.text(line, line + 1), this.text(line + 1, line + 2)];
    if ((this.kind !== 'deadline' && this.kind !== 'units') || next === '' || /[、，；（(]$/.test(text)) return false;
    const isWhole = this.kind === 'deadline' ? looksLikeDeadline : (words: string): boolean => looksLikeUnits(words) && words.length >= 3;
    return isWhole(text) && isWhole(next) && this.page.edges.some((edge) => edge >= this.y(line) && edge <= this.y(line + 1));
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
