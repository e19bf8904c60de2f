import type { DocumentBlock, FlowedBlock, TableBlock, TableRow } from '../../document';
import { columnOf, type Column, type ColumnRegion } from './column-region';
import type { PagedLine } from './paragraphs';

const ROW_GAP = 1.25;
const NUMBER = /^[（(]?\d{1,3}[）)]?[.、．]?$/;
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

/** How to tell where a row begins: by the lines between rows, by wider steps, or by the number at its head. */
function rowStarts(lines: readonly PagedLine[], columns: readonly Column[], rulesOf: (page: number) => readonly number[]): Begins | null {
  const crossed = (line: PagedLine, before: PagedLine): boolean =>
    rulesOf(line.page).some((y) => y > (line.page === before.page ? before.baseline : 0) && y < line.baseline);
  const ruled = lines.filter((line, index) => index > 0 && line.page === lines[index - 1]?.page && crossed(line, lines[index - 1]!)).length;
  if (ruled >= 3) return (line, before) => line.page !== before.page || crossed(line, before);
  const step = stepInside(lines);
  if (step !== null) return (line, before) => line.page !== before.page || line.baseline - before.baseline > step * ROW_GAP;
  const isNumbered = (line: PagedLine): boolean => {
    const first = line.segments[0];
    return first !== undefined && columnOf(columns, first) === 0 && NUMBER.test(first.text.trim());
  };
  const numbered = lines.filter(isNumbered).length;
  const heads = lines.filter((line) => columnOf(columns, line.segments[0]!) === 0).length;
  return numbered >= 2 && heads - numbered <= 2 ? isNumbered : null;
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

/** Columns kept apart by spaces, as they stand on the page. */
function laidOut(lines: readonly PagedLine[], firstLine: number): FlowedBlock {
  const left = Math.min(...lines.map((line) => line.left));
  const unit = Math.min(...lines.map((line) => line.size)) / 2;
  const width = (text: string): number => [...text].reduce((sum, character) => sum + (character < '\u0300' ? 1 : 2), 0);
  const text = (line: PagedLine): string =>
    line.segments.reduce((printed, segment) => {
      const column = Math.min(400, Math.round((segment.left - left) / unit));
      return `${printed}${' '.repeat(Math.max(printed === '' ? 0 : 2, column - width(printed)))}${segment.text.trim()}`;
    }, '');
  return {
    kind: 'flowed',
    lines: lines.map((line, index) => ({ text: text(line), line: firstLine + index, page: line.page })),
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
  const begins = rowStarts(own, region.columns, rulesOf);
  if (begins === null) return laidOut(own, region.start + 1);
  const groups: PagedLine[][] = [];
  own.forEach((line, index) => {
    const before = own[index - 1];
    const isAlone = line.segments.length === 1 && columnOf(region.columns, line.segments[0]!) < 0;
    const last = groups[groups.length - 1];
    const wasAlone = last?.length === 1 && last[0]?.segments.length === 1 && columnOf(region.columns, last[0].segments[0]!) < 0;
    if (before === undefined || last === undefined || isAlone || wasAlone || begins(line, before)) groups.push([line]);
    else last.push(line);
  });
  const rows = joinCutRows(groups.map((group) => rowOf(group, region.columns)));
  const table: TableBlock = { kind: 'table', rows, position: { page: own[0]?.page ?? null, sheet: null, row: null, line: null } };
  return table;
}
