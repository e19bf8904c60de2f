import type { PagedLine } from './paragraphs';

/** Lines that stand in columns without ruling lines around their cells. */
export interface ColumnRegion {
  start: number;
  end: number;
}

/** Of a heading as many cells stand side by side; of a table of two columns two. */
const LEAST_COLUMNS = 3;
const LEAST_LINES = 3;
/** Lines of one column alone between lines of several, as a long cell has them. */
const MOST_LONE_LINES = 60;
/** Two lines on end that fill this share of the table's width are prose. */
const PROSE_WIDTH = 0.8;
/** A heading's words stand on so many lines more, and the last row's longest cell. */
const MOST_LINES_ABOVE = 8;
const MOST_LINES_BELOW = 40;
/** Such lines follow one another closely and are of one column. */
const CLOSE = 1.9;
const NARROW = 0.45;

const widthOf = (line: PagedLine | undefined): number => (line === undefined ? 0 : line.right - line.left);

/** Whether running text begins at a line: it and the next fill the width of the table. */
function beginsProse(lines: readonly PagedLine[], index: number, width: number): boolean {
  return [index, index + 1].every((at) => lines[at]?.segments.length === 1 && widthOf(lines[at]) >= width * PROSE_WIDTH);
}

/** How far from a line of headings on lines stand in columns. */
function regionFrom(lines: readonly PagedLine[], start: number): ColumnRegion | null {
  const heading = lines[start]!;
  const wide = heading.segments.length >= LEAST_COLUMNS;
  const width = widthOf(heading);
  let end = start + 1;
  let several = 1;
  for (let index = start + 1; index < lines.length && index - end < MOST_LONE_LINES; index += 1) {
    if (lines[index]!.segments.length > 1) {
      end = index + 1;
      several += 1;
    } else if (beginsProse(lines, index, width)) break;
  }
  const isTable = several >= (wide ? LEAST_LINES : LEAST_LINES * 2) && several * 5 >= end - start;
  return isTable ? { start, end } : null;
}

/** How many lines beside a region, from `index` on, stand close by and are short: cells stand in the middle of their row. */
function edgeLines(lines: readonly PagedLine[], index: number, step: 1 | -1, width: number): number {
  let count = 0;
  for (let at = index; count < (step > 0 ? MOST_LINES_BELOW : MOST_LINES_ABOVE); at += step, count += 1) {
    const [line, beside] = [lines[at], lines[at - step]];
    if (line === undefined || beside === undefined || line.page !== beside.page) break;
    if (Math.abs(line.baseline - beside.baseline) > line.size * CLOSE || widthOf(line) > width * NARROW) break;
  }
  return count;
}

/** The parts of running text that stand in columns. */
export function columnRegions(lines: readonly PagedLine[]): ColumnRegion[] {
  const regions: ColumnRegion[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if ((lines[index]?.segments.length ?? 0) < 2) continue;
    const region = regionFrom(lines, index);
    if (region === null) continue;
    const before = regions[regions.length - 1]?.end ?? 0;
    const width = widthOf(lines[region.start]);
    const above = Math.min(index - before, edgeLines(lines, region.start - 1, -1, width));
    const below = edgeLines(lines, region.end, 1, width);
    regions.push({ start: region.start - above, end: region.end + below });
    index = region.end + below - 1;
  }
  return regions;
}
