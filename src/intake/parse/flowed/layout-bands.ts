import { looksLikeDeadline } from '../cell-nature';
import { growingCell, type ColumnKind, type GrowingCell } from './cell-cost';
import { GrowingEdges } from './cell-edges';
import { joinText, widthOf } from './fragments';
import type { Alignment } from './layout-cell-cost';
import { turnsBetween, type Stretch } from './layout-stretch';
import type { TableStyle } from './layout-rows';

/**
 * One row of a table as the lines it takes. Whatever the height of its cells, each stands in the middle of the
 * row's lines (or each on top), and no line is of two rows: all columns together tell where rows end.
 */
export interface Band {
  /** Its first line, and the one after the last. */
  from: number;
  to: number;
}

const MOST_LINES_OF_BAND = 40;
/** Longer texts are no deadlines. */
const LONGEST_DEADLINE = 60;
/** A row so ill is not read on. */
const HOPELESS = 60;
/** Lines of one cell follow each other, or have lines of a cell with one line more or less between them. */
const FURTHEST_APART = 2;
/** What it costs that a row goes on behind its page's end. */
const ACROSS_PAGES = 1;
const ENDS_SENTENCE = /[。！？；][”）)]?$/;

/** A column's lines within a band that grows downwards. */
class BandCell {
  private first = -1;
  private last = -1;
  private torn = 0;
  count = 0;
  private closedEarly = 0;
  private ending = '';
  private text = '';
  private known: number | null = null;
  private readonly edges = new GrowingEdges();
  private readonly units: GrowingCell;

  constructor(
    private readonly kind: ColumnKind,
    private readonly style: TableStyle,
    private readonly widest: number,
  ) {
    this.units = growingCell('units', style.known);
  }

  add(index: number, text: string): void {
    if (this.first < 0) this.first = index;
    else if (index - this.last > FURTHEST_APART) this.torn += 1;
    // A sentence that ends with room left on its line ends its cell.
    if (this.count > 0 && ENDS_SENTENCE.test(this.ending) && this.widest - widthOf(this.ending) >= 2) this.closedEarly += 1;
    this.last = index;
    this.ending = text;
    this.count += 1;
    this.known = null;
    const joined = joinText([text]);
    this.edges.append(joined);
    if (this.kind === 'units') this.units.append(joined);
    if (this.kind === 'deadline' && this.text.length < LONGEST_DEADLINE) this.text += joined;
  }

  /**
   * How far the lines are from where the cells of a row from `from` to `to` (exclusive) stand, and how ill they read. Of a
   * row that the page's end may cut, neither the middle nor the end is known.
   */
  cost(from: number, to: number, alignment: Alignment, isCut: boolean): number {
    if (this.count === 0) return this.kind === 'task' ? 9 : this.kind === 'units' || this.kind === 'deadline' ? 1 : 0;
    const off = alignment === 'top' ? this.first - from : Math.abs(this.first + this.last - from - (to - 1)) / 2;
    return Math.min(isCut ? 1 : 4, Math.max(0, off - 0.25) * 1.5) + this.torn * 3 + this.textCost();
  }

  private textCost(): number {
    return (this.known ??= this.weigh());
  }

  private weigh(): number {
    if (this.kind === 'task') {
      const isOpen = this.style.tasksClose && !ENDS_SENTENCE.test(this.ending);
      return this.closedEarly * 2 + this.edges.cost() + (isOpen ? 3 : 0) + (this.edges.length < 6 ? 1 : 0);
    }
    if (this.kind === 'units') return Math.min(4, this.units.cost() * 0.5);
    return this.kind === 'deadline' ? Math.min(3, this.edges.cost() + (looksLikeDeadline(this.text) ? 0 : 1)) : 0;
  }
}

interface Path {
  cost: number;
  from: number;
}

/** Reads rows off all columns but those whose cells reach over several of them. */
class BandReader {
  /** The lines that print something in a row of their own, and for each column what it prints there. */
  private readonly lines: number[];
  private readonly texts: string[][];

  constructor(
    private readonly stretch: Stretch,
    private readonly kinds: readonly ColumnKind[],
    private readonly style: TableStyle,
    private readonly alignment: Alignment,
  ) {
    const own = style.merged.map((is) => !is);
    const printed = new Set(stretch.byColumn.flatMap((runs, column) => (own[column] === true ? runs.map(({ y }) => y) : [])));
    this.lines = [...printed].sort((left, right) => left - right);
    const place = new Map(this.lines.map((y, index) => [y, index]));
    this.texts = stretch.byColumn.map((runs, column) => {
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
    let isCut = false;
    for (let to = from + 1; to <= Math.min(this.lines.length, from + MOST_LINES_OF_BAND); to += 1) {
      if (to > from + 1) {
        const turned = this.turnsBefore(to - 1);
        isCut ||= turned;
        inside += turned ? ACROSS_PAGES : this.blankBefore(to - 1) ? 5 * this.style.apart : 0;
      }
      this.texts.forEach((texts, column) => {
        const text = texts[to - 1] ?? '';
        if (text !== '') cells[column]?.add(to - 1, text);
      });
      const counted = cells.map((cell, column) => (this.style.counts[column] === true ? cell.count : 1));
      if ((counted[this.kinds.indexOf('number')] ?? 1) > 1) return;
      const uncounted = counted.reduce((sum, count, column) => sum + Math.abs(count - 1) * (this.kinds[column] === 'number' ? 6 : 3), 0);
      const atTurn = to === this.lines.length || this.turnsBefore(to);
      const cut = atTurn || this.blankBefore(to) ? 0 : 3 * this.style.apart;
      const cost = cells.reduce((sum, cell) => sum + cell.cost(from, to, this.alignment, isCut), base + inside + uncounted + cut);
      if (cost - base > HOPELESS) return;
      if (cost < (best[to]?.cost ?? Infinity)) best[to] = { cost, from };
    }
  }

  private turnsBefore(index: number): boolean {
    return turnsBetween(this.stretch, this.lines[index - 1] ?? 0, this.lines[index] ?? 0);
  }

  /** Whether more is blank above a line than between the lines of one cell. */
  private blankBefore(index: number): boolean {
    let blank = 0;
    for (let y = (this.lines[index - 1] ?? 0) + 1; y <= (this.lines[index] ?? 0); y += 1) blank += this.stretch.gaps[y] ?? 0;
    return blank > this.style.leading;
  }
}

/** The rows of a stretch, and how ill they fit. */
export function bandsOn(
  stretch: Stretch,
  kinds: readonly ColumnKind[],
  style: TableStyle,
  alignment: Alignment,
): { bands: Band[]; cost: number } {
  return new BandReader(stretch, kinds, style, alignment).read();
}
