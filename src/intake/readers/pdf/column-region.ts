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
const LEAST_LINES = 4;
/** Lines of one column alone between lines of several, as a long cell has them. */
const MOST_LONE_LINES = 40;
const TOUCHING = 2;

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
  const over = columns.flatMap((column, index) =>
    part.left < column.right + TOUCHING && part.right > column.left - TOUCHING ? [index] : [],
  );
  return over.length === 1 ? (over[0] ?? -1) : -1;
}

/** How far from a line of headings on lines stand in the same columns. */
function regionFrom(lines: readonly PagedLine[], start: number): ColumnRegion | null {
  let columns = merged(lines[start]?.segments ?? []);
  let end = start + 1;
  let several = 1;
  let lone = 0;
  for (let index = start + 1; index < lines.length && lone <= MOST_LONE_LINES; index += 1) {
    const segments = lines[index]?.segments ?? [];
    if (segments.length === 1) {
      // A line over several columns heads the rows below it, or ends the table.
      lone += 1;
      if (columnOf(columns, segments[0]!) >= 0) end = Math.max(end, lone === index - end + 1 ? index + 1 : end);
      continue;
    }
    const wider = merged([...columns, ...segments]);
    if (wider.length < LEAST_COLUMNS || wider.length < columns.length - 1) break;
    columns = wider;
    several += 1;
    lone = 0;
    end = index + 1;
  }
  return columns.length >= LEAST_COLUMNS && several >= LEAST_LINES ? { start, end, columns } : null;
}

/** The parts of running text that stand in columns. */
export function columnRegions(lines: readonly PagedLine[]): ColumnRegion[] {
  const regions: ColumnRegion[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if ((lines[index]?.segments.length ?? 0) < LEAST_COLUMNS) continue;
    const region = regionFrom(lines, index);
    if (region === null) continue;
    regions.push(region);
    index = region.end - 1;
  }
  return regions;
}
