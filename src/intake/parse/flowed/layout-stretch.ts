import type { ColumnKind } from './cell-cost';
import type { FlowedLine } from './fragments';
import type { Run } from './layout-columns';
import { pagesOf } from './layout-pages';
import { readColumns } from './layout-words';
import type { FlowedRegion } from './region';

/** Lines of a table between two section lines, over as many pages as they take; only lines that print something count. */
export interface Stretch {
  /** Headings over its rows, each on a line of its own over several columns. */
  sections: FlowedLine[];
  /** What each column prints, line by line. */
  byColumn: Run[][];
  /** For each line, how many blank lines stand above it; a page's end is none. */
  gaps: number[];
  /** Lines with which a page begins. */
  turns: Set<number>;
}

/** 合计 and the sum of points beside it are no cells of a row, whatever else their line prints. */
const TOTAL = /^(?:合\s?计|总\s?计)$/;

/** The parts of a table that its section lines make, with their words by column. */
export function stretchesOf(region: FlowedRegion, kinds: readonly ColumnKind[]): Stretch[] {
  const pages = pagesOf(region);
  const read = readColumns(pages, kinds);
  const stretches: Stretch[] = [];
  pages.forEach(({ lines, sections }, index) => {
    if (sections.length > 0 || stretches.length === 0) {
      stretches.push({ sections, byColumn: kinds.map(() => []), gaps: [], turns: new Set() });
    }
    const stretch = stretches[stretches.length - 1]!;
    const places = new Map<number, number>();
    let blank = 0;
    lines.forEach(({ text }, y) => {
      if (text.trim() === '') {
        blank += 1;
        return;
      }
      const begins = places.size === 0;
      places.set(y, stretch.gaps.length);
      if (begins) stretch.turns.add(stretch.gaps.length);
      stretch.gaps.push(begins ? 0 : blank);
      blank = 0;
    });
    const totals = new Set(read[index]?.flatMap((runs) => runs.filter(({ text }) => TOTAL.test(text)).map(({ y }) => y)));
    read[index]?.forEach((runs, column) => {
      for (const run of runs.filter(({ y, text }) => !totals.has(y) || !(TOTAL.test(text) || kinds[column] === 'score')))
        stretch.byColumn[column]?.push({ ...run, y: places.get(run.y) ?? 0 });
    });
  });
  return stretches;
}

/** Whether a page begins between two lines, the second included. */
export function turnsBetween({ turns }: Stretch, from: number, to: number): boolean {
  for (let y = from + 1; y <= to; y += 1) if (turns.has(y)) return true;
  return false;
}
