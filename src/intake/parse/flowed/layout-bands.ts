import { looksLikeDeadline, looksLikeUnits } from '../cell-nature';
import type { ColumnKind } from './cell-cost';
import { edgeCost } from './cell-edges';
import { joinText, widthOf } from './fragments';
import type { Alignment } from './layout-cell-cost';
import type { Run } from './layout-columns';
import type { TaskStyle } from './layout-rows';

/**
 * One row of a table as the lines it takes on its page. Whatever the height of its cells, each stands in the middle of the
 * row's lines (or each on top), and no line is of two rows: all columns together tell where rows end.
 */
export interface Band {
  /** First line of the page, and the one after the last. */
  from: number;
  to: number;
}

/** What the columns of a page print on its lines. */
export interface BandLines {
  byColumn: readonly (readonly Run[])[];
  /** For each line of the page, how many blank lines stand above it. */
  blanksAbove: readonly number[];
  blank: readonly boolean[];
}

const MOST_LINES_OF_BAND = 40;
/** Lines of one cell follow each other, or have lines of a cell with one line more or less between them. */
const FURTHEST_APART = 2;
const ENDS_SENTENCE = /[。！？；][”）)]?$/;

/** A column's lines within a band that grows downwards. */
class BandCell {
  private first = -1;
  private last = -1;
  private torn = 0;
  private readonly texts: string[] = [];
  private closedEarly = 0;

  constructor(
    private readonly kind: ColumnKind,
    private readonly style: TaskStyle,
    private readonly widest: number,
  ) {}

  get count(): number {
    return this.texts.length;
  }

  add(index: number, text: string): void {
    if (this.first < 0) this.first = index;
    else if (index - this.last > FURTHEST_APART) this.torn += 1;
    const before = this.texts[this.texts.length - 1];
    // A sentence that ends with room left on its line ends its cell.
    if (before !== undefined && ENDS_SENTENCE.test(before) && this.widest - widthOf(before) >= 2) this.closedEarly += 1;
    this.last = index;
    this.texts.push(text);
  }

  /**
   * How far the lines are from where the cells of a row from `from` to `to` (exclusive) stand, and how ill they read. Of a
   * row that the page's end may cut, neither the middle nor the end is known.
   */
  cost(from: number, to: number, alignment: Alignment, isCut: boolean): number {
    if (this.count === 0) return this.kind === 'task' ? 9 : this.kind === 'units' || this.kind === 'deadline' ? 1 : 0;
    const off = alignment === 'top' ? this.first - from : Math.abs(this.first + this.last - from - (to - 1)) / 2;
    return Math.min(isCut ? 1 : 4, Math.max(0, off - 0.25) * 1.5) + this.torn * 3 + this.textCost() * (isCut ? 0.5 : 1);
  }

  private textCost(): number {
    const text = joinText(this.texts);
    if (this.kind === 'task')
      return (
        this.closedEarly * 2 + edgeCost(text) + (this.style.tasksClose && !ENDS_SENTENCE.test(text) ? 3 : 0) + (text.length < 6 ? 1 : 0)
      );
    if (this.kind === 'units') return Math.min(3, edgeCost(text) + (looksLikeUnits(text) ? 0 : 1));
    return this.kind === 'deadline' ? Math.min(3, edgeCost(text) + (looksLikeDeadline(text) ? 0 : 1)) : 0;
  }
}

interface Path {
  cost: number;
  from: number;
}

/** Reads the rows of a page off all of its columns but those whose cells reach over several rows. */
class BandReader {
  /** The lines that print something, and for each column what it prints there. */
  private readonly lines: number[];
  private readonly texts: string[][];

  constructor(
    private readonly page: BandLines,
    private readonly kinds: readonly ColumnKind[],
    private readonly style: TaskStyle,
    private readonly alignment: Alignment,
  ) {
    const own = kinds.map((kind) => kind !== 'category');
    const printed = new Set(page.byColumn.flatMap((runs, column) => (own[column] === true ? runs.map(({ y }) => y) : [])));
    this.lines = [...printed].sort((left, right) => left - right);
    const place = new Map(this.lines.map((y, index) => [y, index]));
    this.texts = page.byColumn.map((runs, column) => {
      const texts: string[] = this.lines.map(() => '');
      if (own[column] === true) for (const { y, text } of runs) texts[place.get(y) ?? 0] = text;
      return texts;
    });
  }

  read(): { bands: Band[]; cost: number } {
    const best: Path[] = [{ cost: 0, from: 0 }, ...this.lines.map(() => ({ cost: Infinity, from: 0 }))];
    for (let from = 0; from < this.lines.length; from += 1) this.extend(best, from);
    const bands: Band[] = [];
    for (let to = this.lines.length; to > 0; to = best[to]?.from ?? 0) {
      const from = best[to]?.from ?? 0;
      bands.unshift({ from: this.lines[from] ?? 0, to: (this.lines[to - 1] ?? 0) + 1 });
    }
    return { bands, cost: best[this.lines.length]?.cost ?? 0 };
  }

  /** Offers every row that begins at a line. */
  private extend(best: Path[], from: number): void {
    const base = best[from]?.cost ?? Infinity;
    const cells = this.kinds.map((kind, column) => new BandCell(kind, this.style, this.style.widest[column] ?? 0));
    let inside = 0;
    for (let to = from + 1; to <= Math.min(this.lines.length, from + MOST_LINES_OF_BAND); to += 1) {
      if (to > from + 1) inside += this.style.apart && this.blankBefore(to - 1) ? 5 : 0;
      this.texts.forEach((texts, column) => {
        const text = texts[to - 1] ?? '';
        if (text !== '') cells[column]?.add(to - 1, text);
      });
      const numbers = cells[this.kinds.indexOf('number')]?.count ?? 0;
      if (this.style.numbersTasks && numbers > 1) return;
      const unnumbered = this.style.numbersTasks && numbers === 0 ? (from === 0 ? 2 : 6) : 0;
      const isCut = from === 0 && unnumbered > 0;
      const cut = this.style.apart && to < this.lines.length && !this.blankBefore(to) ? 3 : 0;
      const cost = cells.reduce(
        (sum, cell) => sum + cell.cost(from, to, this.alignment, isCut || to === this.lines.length),
        base + inside + unnumbered + cut,
      );
      if (cost < (best[to]?.cost ?? Infinity)) best[to] = { cost, from };
    }
  }

  /** Whether more is blank above a line than between the lines of one cell. */
  private blankBefore(index: number): boolean {
    const { blanksAbove } = this.page;
    return (blanksAbove[this.lines[index] ?? 0] ?? 0) - (blanksAbove[this.lines[index - 1] ?? 0] ?? 0) > this.style.leading;
  }
}

/** The rows of a page, and how ill they fit. */
export function bandsOn(
  page: BandLines,
  kinds: readonly ColumnKind[],
  style: TaskStyle,
  alignment: Alignment,
): { bands: Band[]; cost: number } {
  return new BandReader(page, kinds, style, alignment).read();
}
