import type { PagedLine } from './paragraphs';

/** Where a column of text begins and ends. */
export interface Column {
  left: number;
  right: number;
}

/** Lines that stand in columns without ruling lines between them. */
export interface ColumnRegion {
  start: number;
  end: number;
  columns: Column[];
}

const LEAST_COLUMNS = 3;
const MOST_COLUMNS = 40;
const LEAST_LINES = 4;
/** Lines of one column alone between lines of several, as a long cell has them. */
const MOST_LONE_LINES = 200;
const TOUCHING = 2;
const MOST_EDGE_TEXT = 40;

/** Intervals that overlap, taken together. */
function merged(intervals: readonly Column[]): Column[] {
  const columns: Column[] = [];
  for (const { left, right } of [...intervals].sort((first, second) => first.left - second.left)) {
    const last = columns[columns.length - 1];
    if (last !== undefined && left <= last.right + TOUCHING) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

/** The column in which a part of a line stands; -1 where it stands in several. */
export function columnOf(columns: readonly Column[], part: Column): number {
  const over = columnsUnder(columns, part);
  return over.length === 1 ? (over[0] ?? -1) : -1;
}

/** Whether a line stands over several columns. */
export function isAlone(line: PagedLine | undefined, columns: readonly Column[]): boolean {
  return line?.segments.length === 1 && columnOf(columns, line.segments[0]!) < 0;
}

/** The columns of a region by what stands below its heading: a heading may stand over several. */
function columnsBelow(lines: readonly PagedLine[]): Column[] {
  const heading = lines[0]?.text;
  return merged(lines.filter(({ segments, text }) => segments.length > 1 && text !== heading).flatMap(({ segments }) => segments));
}

/** The columns over which a part of a line stands. */
export function columnsUnder(columns: readonly Column[], part: Column): number[] {
  return columns.flatMap((column, index) => (part.left < column.right + TOUCHING && part.right > column.left - TOUCHING ? [index] : []));
}

/** The heading of another table begins as the heading of this one does, and goes on otherwise. */
function isOtherHeading(line: PagedLine, heading: PagedLine): boolean {
  const squeeze = (text: string | undefined): string => (text ?? '').replace(/\s+/g, '');
  const first = squeeze(heading.segments[0]?.text);
  return /^[\u4e00-\u9fff]+$/.test(first) && squeeze(line.segments[0]?.text) === first && squeeze(line.text) !== squeeze(heading.text);
}

/** How far from a line of headings on lines stand in the same columns. */
function regionFrom(lines: readonly PagedLine[], start: number): ColumnRegion | null {
  const heading = lines[start]!;
  let columns = merged(heading.segments);
  let printed = new Set<number>();
  let end = start + 1;
  let several = 1;
  let lone = 0;
  for (let index = start + 1; index < lines.length && lone <= MOST_LONE_LINES; index += 1) {
    const line = lines[index]!;
    if (line.segments.length === 1) {
      // A line that goes on with a cell belongs to it; one over several columns heads the rows below it, or ends the table.
      const column = columnOf(columns, line.segments[0]!);
      lone += 1;
      if (end === index && printed.has(column)) end = index + 1;
      printed = new Set([column]);
      continue;
    }
    if (line.segments.length > MOST_COLUMNS) break;
    const wider = merged([...columns, ...line.segments]);
    if (wider.length < LEAST_COLUMNS || wider.length < columns.length - 1 || isOtherHeading(line, heading)) break;
    columns = wider;
    printed = new Set(line.segments.map((segment) => columnOf(columns, segment)));
    several += 1;
    lone = 0;
    end = index + 1;
  }
  const below = columnsBelow(lines.slice(start, end));
  return below.length >= LEAST_COLUMNS && several >= LEAST_LINES ? { start, end, columns: below } : null;
}

/** Lines that a heading or a last row has above or below the lines of several columns: cells stand in the middle of their row. */
const MOST_EDGE_LINES = 3;

/** How many lines beside a region, from `index` on, stand close by and each part in one of its columns. */
function edgeLines(lines: readonly PagedLine[], columns: readonly Column[], index: number, step: 1 | -1): number {
  let count = 0;
  for (let at = index; count < MOST_EDGE_LINES; at += step, count += 1) {
    const [line, beside] = [lines[at], lines[at - step]];
    if (line === undefined || beside === undefined || line.page !== beside.page) break;
    const close = Math.abs(line.baseline - beside.baseline) <= line.size * 1.1;
    if (!close || line.segments.some((segment) => columnOf(columns, segment) < 0 || segment.text.length > MOST_EDGE_TEXT)) break;
  }
  return count;
}

/** The parts of running text that stand in columns. */
export function columnRegions(lines: readonly PagedLine[]): ColumnRegion[] {
  const regions: ColumnRegion[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const parts = lines[index]?.segments.length ?? 0;
    if (parts < LEAST_COLUMNS || parts > MOST_COLUMNS) continue;
    const region = regionFrom(lines, index);
    if (region === null) continue;
    const before = regions[regions.length - 1]?.end ?? 0;
    const above = Math.min(index - before, edgeLines(lines, region.columns, region.start - 1, -1));
    const below = edgeLines(lines, region.columns, region.end, 1);
    regions.push({ ...region, start: region.start - above, end: region.end + below });
    index = region.end + below - 1;
  }
  return regions;
}
