import type { ColumnKind } from './cell-cost';
import type { Run } from './layout-columns';
import { CellWeights, type Alignment, type StretchRows } from './layout-cell-cost';

/** A printed cell: its text, and the rows that it stands beside. */
export interface LaidOutCell {
  text: string;
  from: number;
  to: number;
  /** Its first and last line. */
  top: number;
  bottom: number;
}

const MOST_LINES_OF_CELL = 40;
const MOST_ROWS_OF_CELL = 60;
/** A cell's lines stand no further from its rows. */
const FURTHEST = 6;
/** Rows before the first cell, and a row without a cell of its own. */
const CONTINUED_COST = 1.5;
const EMPTY_COST: Record<ColumnKind, number> = {
  number: 4,
  category: 5,
  task: 5,
  units: 4,
  person: 2.5,
  deadline: 4,
  score: 0.5,
  free: 0.2,
};

/** The cheapest way to take so many lines for the rows before one. */
interface Node {
  cost: number;
  row: number;
  line: number;
}

/** Parts the lines of one column among rows: each cell takes lines and rows that follow one another. */
class ColumnReader {
  private readonly best: (Node | undefined)[][];
  private readonly rows: number;

  constructor(
    private readonly page: StretchRows,
    private readonly weights: CellWeights,
    private readonly alignment: Alignment,
  ) {
    this.rows = page.tasks.length;
    this.best = Array.from({ length: this.rows + 1 }, () => []);
  }

  read(): { cells: LaidOutCell[]; cost: number } {
    const { kind, runs } = this.weights;
    this.offer(0, 0, { cost: 0, row: 0, line: 0 });
    for (let to = 1; to <= this.rows; to += 1) this.offer(to, 0, { cost: CONTINUED_COST, row: 0, line: 0 });
    for (let row = 0; row < this.rows; row += 1) {
      for (let line = 0; line <= runs.length; line += 1) {
        const node = this.best[row]?.[line];
        if (node === undefined) continue;
        if (this.weights.y(line) > this.edge(row + 1) - FURTHEST)
          this.offer(row + 1, line, { cost: node.cost + EMPTY_COST[kind], row, line });
        this.extend(row, line, node.cost);
      }
    }
    return this.traceBack();
  }

  private edge(row: number): number {
    return this.page.edges[row] ?? Infinity;
  }

  private offer(row: number, line: number, node: Node): void {
    const nodes = this.best[row];
    if (nodes !== undefined && node.cost < (nodes[line]?.cost ?? Infinity)) nodes[line] = node;
  }

  /** Offers every cell that begins at a row and a line. */
  private extend(row: number, line: number, base: number): void {
    const { weights, rows } = this;
    const span = weights.kind === 'free' || weights.kind === 'score' || weights.kind === 'person' ? 1 : MOST_ROWS_OF_CELL;
    const nesting = this.page.starts?.has(row) === false ? 3 : 0;
    if (this.edge(row) - FURTHEST > weights.y(line)) return;
    let gaps = 0;
    for (let end = line + 1; end <= Math.min(weights.runs.length, line + MOST_LINES_OF_CELL); end += 1) {
      if (end > line + 1) gaps += weights.gapCost(end - 2);
      if (gaps > 12) return;
      const bottom = weights.y(end - 1);
      const unfit = weights.textCost(line, end) + gaps + nesting + weights.splitCost(end - 1);
      for (let to = row + 1; to <= Math.min(rows, row + span); to += 1) {
        if (this.edge(to) + FURTHEST < bottom) continue;
        // The next cell's lines would stand too far above its rows.
        if (this.edge(to) - FURTHEST > weights.y(end)) break;
        const off = weights.placeCost({ line, end, row, to }, this.alignment);
        this.offer(to, end, { cost: base + unfit + off + 0.3 + 0.05 * (to - row), row, line });
      }
    }
  }

  private traceBack(): { cells: LaidOutCell[]; cost: number } {
    const { runs } = this.weights;
    const cells: LaidOutCell[] = [];
    let line = runs.length;
    while (line > 0 && this.best[this.rows]?.[line] === undefined) line -= 1;
    // Lines that no row takes are worse than anything else.
    const cost = (this.best[this.rows]?.[line]?.cost ?? Infinity) + (runs.length - line) * 10;
    const lost = this.weights.text(line, runs.length);
    for (let row = this.rows; row > 0;) {
      const node = this.best[row]?.[line];
      if (node === undefined) break;
      if (node.line < line) cells.unshift(this.cell(node.line, line, node.row, row));
      [row, line] = [node.row, node.line];
    }
    const last = cells[cells.length - 1];
    if (lost !== '' && last !== undefined) last.text += lost;
    return { cells, cost };
  }

  private cell(line: number, end: number, from: number, to: number): LaidOutCell {
    return { text: this.weights.text(line, end), from, to, top: this.weights.y(line), bottom: this.weights.y(end - 1) };
  }
}

/** The cells of one column, each with the rows it stands beside; the cost tells how well they fit. */
export function cellsOf(
  page: StretchRows,
  runs: readonly Run[],
  kind: ColumnKind,
  alignment: Alignment,
): { cells: LaidOutCell[]; cost: number } {
  return new ColumnReader(page, new CellWeights(page, runs, kind), alignment).read();
}
