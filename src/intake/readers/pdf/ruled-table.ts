import type { PdfPage, TextRun } from './pdf-page';
import { printedLines, type PrintedLine } from './printed-line';
import { ruledGrids, type GridCell, type RuledGrid } from './ruled-grid';

export interface RuledCell extends GridCell {
  text: string;
  /** Whether its last line goes as far as the cell is wide, and stands at its lower edge: so a text looks that goes on. */
  isFull: boolean;
}

/** A table on one page. */
export interface RuledTable {
  page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** The cells that begin in each row, from left to right. */
  rows: RuledCell[][];
}

/** What a cell leaves blank at its right when the next character does not fit, in sizes of its type, and its margins. */
const RAGGED = 2.2;
const MARGINS = 12;
const LOWER_MARGIN = 9;
/** How wide a character is, in halves of its type's size. */
const HALF_WIDTH = /[\u0000-\u02ff]/;

function isWide(line: PrintedLine, cell: GridCell): boolean {
  return cell.right - cell.left - (line.right - line.left) < line.size * RAGGED + MARGINS;
}

/** Lines that the cell's width broke are one; others end where they end. */
function textOf(lines: readonly PrintedLine[], cell: GridCell): string {
  const inner = lines.slice(0, -1);
  const wrapped = inner.filter((line) => isWide(line, cell)).length * 10 >= inner.length * 6;
  return lines.reduce((text, line, index) => {
    const before = lines[index - 1];
    if (before === undefined) return line.text;
    const isWord = /[A-Za-z0-9]$/.test(text) && /^[A-Za-z]/.test(line.text);
    return `${text}${wrapped && isWide(before, cell) ? (isWord ? ' ' : '') : '\n'}${line.text}`;
  }, '');
}

function ruledCell(cell: GridCell, runs: readonly TextRun[]): RuledCell {
  const lines = printedLines(runs);
  const last = lines[lines.length - 1];
  const isFull = last !== undefined && isWide(last, cell) && cell.bottom - last.baseline < last.size + LOWER_MARGIN;
  return { ...cell, text: textOf(lines, cell), isFull };
}

/** A run that goes on over a ruling line belongs to the cells on both sides, character by character. */
function splitAt(run: TextRun, xs: readonly number[]): TextRun[] {
  const inside = xs.filter((x) => x > run.left + run.size * 0.5 && x < run.right - run.size * 0.5);
  if (inside.length === 0) return [run];
  const characters = [...run.text];
  const widths = characters.map((character) => (HALF_WIDTH.test(character) ? 1 : 2));
  const unit =
    (run.right - run.left) /
    Math.max(
      1,
      widths.reduce<number>((sum, width) => sum + width, 0),
    );
  const parts: TextRun[] = [];
  let left = run.left;
  characters.forEach((character, index) => {
    const right = left + (widths[index] ?? 0) * unit;
    const middle = (left + right) / 2;
    const last = parts[parts.length - 1];
    if (last !== undefined && !inside.some((x) => x > last.left && x <= middle)) {
      last.text += character;
      last.right = right;
    } else parts.push({ ...run, text: character, left, right });
    left = right;
  });
  return parts;
}

function appendTo<K>(lists: Map<K, TextRun[]>, key: K, run: TextRun): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [run]);
  else list.push(run);
}

function tableOf(grid: RuledGrid, runs: readonly TextRun[], page: number): RuledTable {
  const texts = new Map<GridCell, TextRun[]>();
  const bands = grid.ys.slice(0, -1).map((_, row) => grid.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan));
  const sides = bands.map((cells) => cells.flatMap(({ left, right }) => [left, right]));
  for (const run of runs) {
    const middle = run.baseline - run.size * 0.35;
    const below = grid.ys.findIndex((y) => y > middle);
    const row = Math.min(Math.max(0, below < 0 ? bands.length - 1 : below - 1), bands.length - 1);
    for (const part of splitAt(run, sides[row] ?? [])) {
      const x = (part.left + part.right) / 2;
      const cell = bands[row]?.find(({ left, right }) => left <= x && x <= right);
      if (cell !== undefined) appendTo(texts, cell, part);
    }
  }
  const rows = bands.map((_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .map((cell) => ruledCell(cell, texts.get(cell) ?? []))
      .sort((left, right) => left.left - right.left),
  );
  return { page, left: grid.left, top: grid.top, right: grid.right, bottom: grid.bottom, rows };
}

/** The ruled tables of a page, and the text that stands outside them. */
export function ruledTables(page: PdfPage): { tables: RuledTable[]; rest: TextRun[] } {
  const inner = new Map<RuledGrid, TextRun[]>();
  const grids = ruledGrids(page);
  // A table inside a cell of another is text of that cell.
  const outer = grids.filter((grid) => !grids.some((other) => other !== grid && encloses(other, grid)));
  const rest = page.runs.filter((run) => {
    const x = (run.left + run.right) / 2;
    const y = run.baseline - run.size * 0.35;
    const grid = outer.find(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
    if (grid === undefined) return true;
    appendTo(inner, grid, run);
    return false;
  });
  // Lines without text in or between them are a drawing.
  const tables = outer.filter((grid) => inner.has(grid)).map((grid) => tableOf(grid, inner.get(grid) ?? [], page.number));
  return { tables, rest };
}

function encloses(outer: RuledGrid, inner: RuledGrid): boolean {
  return outer.left < inner.left && outer.right > inner.right && outer.top < inner.top && outer.bottom > inner.bottom;
}
