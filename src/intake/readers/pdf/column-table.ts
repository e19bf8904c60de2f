import type { DocumentBlock, FlowedBlock, TableBlock, TableRow } from '../../document';
import { columnOf, columnsUnder, isAlone, type Column, type ColumnRegion } from './column-region';
import type { PagedLine } from './paragraphs';
import { restartedRows } from './restarted-rows';

const ROW_GAP = 1.25;
const UNFINISHED = /[^。；！？;!?]$/;

/** The usual step inside a cell, where steps between rows are clearly wider; null where they are not. */
function stepInside(lines: readonly PagedLine[]): number | null {
  const steps = lines
    .flatMap((line, index) => {
      const before = lines[index - 1];
      return before !== undefined && before.page === line.page ? [line.baseline - before.baseline] : [];
    })
    .sort((left, right) => left - right);
  const small = steps[Math.floor(steps.length * 0.1)] ?? 0;
  const wide = steps.filter((step) => step > small * ROW_GAP);
  const unclear = steps.filter((step) => step > small * 1.08 && step <= small * ROW_GAP);
  return wide.length >= 2 && wide.length < steps.length && unclear.length === 0 ? small : null;
}

type Begins = (line: PagedLine, before: PagedLine) => boolean;

/** The lines of each row; a line over several columns is a row of its own. */
function groupsOf(lines: readonly PagedLine[], columns: readonly Column[], begins: Begins): PagedLine[][] {
  const groups: PagedLine[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = groups[groups.length - 1];
    const isOwn = isAlone(line, columns) || (last?.length === 1 && isAlone(last[0], columns));
    if (before === undefined || last === undefined || isOwn || begins(line, before)) groups.push([line]);
    else last.push(line);
  });
  return groups;
}

/** How to tell where a row begins: by the lines between rows, or by wider steps. */
function rowStarts(lines: readonly PagedLine[], rulesOf: (page: number) => readonly number[]): Begins | null {
  const crossed = (line: PagedLine, before: PagedLine): boolean =>
    rulesOf(line.page).some((y) => y > (line.page === before.page ? before.baseline : 0) && y < line.baseline);
  const ruled = lines.filter((line, index) => index > 0 && line.page === lines[index - 1]?.page && crossed(line, lines[index - 1]!)).length;
  if (ruled >= 3) return (line, before) => line.page !== before.page || crossed(line, before);
  const step = stepInside(lines);
  if (step === null) return null;
  return (line, before) => line.page !== before.page || line.baseline - before.baseline > step * ROW_GAP;
}

/** The cells of lines that form one row; null where a line of it stands over several columns. */
function rowOf(lines: readonly PagedLine[], columns: readonly Column[]): TableRow {
  const texts = columns.map((): string[] => []);
  const [first] = lines;
  const position = { page: first?.page ?? null, sheet: null, row: null, line: null };
  const only = lines.length === 1 && first?.segments.length === 1 ? first.segments[0] : undefined;
  if (only !== undefined && columnOf(columns, only) < 0) {
    return { cells: [{ text: only.text, column: 0, rowSpan: 1, colSpan: columns.length }], position };
  }
  for (const line of lines) {
    for (const segment of line.segments) {
      const middle = (segment.left + segment.right) / 2;
      const place = columnOf(columns, segment);
      const column =
        place >= 0
          ? place
          : Math.max(
              0,
              columns.findIndex(({ right }) => middle <= right),
            );
      texts[column]?.push(segment.text);
    }
  }
  return { cells: texts.map((parts, column) => ({ text: parts.join(''), column, rowSpan: 1, colSpan: 1 })), position };
}

/** A row that the end of a page cut goes on without its number. */
function joinCutRows(rows: readonly TableRow[]): TableRow[] {
  const joined: TableRow[] = [];
  for (const row of rows) {
    const last = joined[joined.length - 1];
    const printed = row.cells.filter(({ text }) => text !== '');
    const isCut =
      last !== undefined &&
      last.position.page !== row.position.page &&
      row.cells[0]?.text === '' &&
      printed.length > 0 &&
      printed.every(({ column, text }) => text !== '' && UNFINISHED.test(last.cells[column]?.text || '。')) &&
      last.cells.length === row.cells.length;
    if (!isCut) joined.push(row);
    else for (const cell of last.cells) cell.text += row.cells[cell.column]?.text ?? '';
  }
  return joined.map((row, index) => ({ ...row, position: { ...row.position, row: index + 1 } }));
}

/** Columns kept apart by spaces: each begins at one and the same character of its lines. */
function laidOut(lines: readonly PagedLine[], columns: readonly Column[], firstLine: number): FlowedBlock {
  const placed = lines.map((line) =>
    line.segments.map((segment) => ({
      text: segment.text.trim(),
      column: columnsUnder(columns, segment)[0] ?? 0,
      wide: columnOf(columns, segment) < 0,
    })),
  );
  const widths = columns.map((_, column) =>
    placed.flat().reduce((most, part) => (part.column === column && !part.wide ? Math.max(most, part.text.length) : most), 0),
  );
  const starts = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width + 2, 0));
  const text = (parts: (typeof placed)[number]): string =>
    parts.reduce((printed, part) => {
      const start = starts[part.column] ?? 0;
      return `${printed}${' '.repeat(Math.max(printed === '' ? 0 : 2, start - printed.length))}${part.text}`;
    }, '');
  return {
    kind: 'flowed',
    lines: lines.map((line, index) => ({ text: text(placed[index] ?? []), line: firstLine + index, page: line.page })),
    position: { page: lines[0]?.page ?? null, sheet: null, row: null, line: firstLine },
  };
}

/** Text in columns as a table where its rows can be told, else as lines of which the wording tells. */
export function columnBlock(
  lines: readonly PagedLine[],
  region: ColumnRegion,
  rulesOf: (page: number) => readonly number[],
): DocumentBlock {
  const own = lines.slice(region.start, region.end);
  const begins = rowStarts(own, rulesOf);
  const rows =
    begins === null
      ? restartedRows(own, region.columns)
      : joinCutRows(groupsOf(own, region.columns, begins).map((group) => rowOf(group, region.columns)));
  if (rows === null) return laidOut(own, region.columns, region.start + 1);
  const table: TableBlock = { kind: 'table', rows, position: { page: own[0]?.page ?? null, sheet: null, row: null, line: null } };
  return table;
}
