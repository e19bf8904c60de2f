import type { SourcePosition, TableBlock, TableCell } from '../../document';
import { readNumbering } from '../numbering';
import type { ColumnKind } from './cell-cost';
import { KIND_OF_ROLE } from './fit';
import type { FlowedLine } from './fragments';
import { readRows, type LaidOutRows } from './layout';
import { withWideHeads } from './layout-wide-heads';
import type { FlowedRegion } from './region';

/** Own text of each row in one column; null where the cell above goes on, "" where a section ends it. */
function columnTexts(pages: readonly LaidOutRows[], column: number): (string | null)[] {
  return pages.flatMap(({ tasks, cells, sections }) => {
    const texts: (string | null)[] = tasks.map(() => null);
    const printed = cells[column] ?? [];
    for (const { text, from } of printed) texts[from] = (texts[from] ?? '') + text;
    if (sections.length > 0 && texts[0] === null) texts[0] = '';
    return texts;
  });
}

const NUMBERED_SHARE = 0.6;

/** Where categories have numbers, what has none is the rest of the one above it, which a row's end has cut in two. */
function joinCutCategories(texts: readonly (string | null)[]): (string | null)[] {
  const printed = texts.filter((text) => text !== null && text !== '');
  const numbered = printed.filter((text) => readNumbering(text ?? '') !== null).length;
  if (numbered < printed.length * NUMBERED_SHARE || numbered === printed.length) return [...texts];
  const joined: (string | null)[] = [];
  texts.forEach((text) => {
    const above = joined.findLastIndex((each) => each !== null);
    const isRest = text !== null && text !== '' && readNumbering(text) === null && (joined[above] ?? '') !== '';
    if (isRest) joined[above] = (joined[above] ?? '') + text;
    joined.push(isRest ? null : text);
  });
  return joined;
}

/** The column's cells, each on the row where it begins. A category printed again on the next page goes on. */
function placeCells(texts: readonly (string | null)[], column: number, kind: ColumnKind, rows: readonly TableCell[][]): void {
  let open: TableCell | null = null;
  texts.forEach((text, row) => {
    const reprinted = text !== null && text === open?.text && (kind === 'category' || kind === 'number');
    if (open !== null && kind !== 'free' && kind !== 'score' && (text === null || reprinted)) {
      open.rowSpan += 1;
      return;
    }
    open = { text: text ?? '', column, rowSpan: 1, colSpan: 1 };
    rows[row]?.push(open);
  });
}

/** The table of a text whose columns are kept apart by spaces. */
export function laidOutTable(printed: FlowedRegion): TableBlock | null {
  const named = printed.heading.roles.map((role): ColumnKind => (role === null ? 'free' : KIND_OF_ROLE[role]));
  const { region, kinds } = withWideHeads(printed, named);
  const { names } = region.heading;
  const pages = readRows(region, kinds);
  const tasks = pages.flatMap((page) => page.tasks);
  if (tasks.length === 0) return null;
  const rows: TableCell[][] = tasks.map(() => []);
  kinds.forEach((kind, column) => {
    if (kind === 'task') tasks.forEach(({ text }, row) => rows[row]?.push({ text, column, rowSpan: 1, colSpan: 1 }));
    else {
      const texts = columnTexts(pages, column);
      placeCells(kind === 'category' ? joinCutCategories(texts) : texts, column, kind, rows);
    }
  });
  const position = { page: tasks[0]?.line.page ?? null, sheet: null, row: null, line: region.headingLine };
  const at = (line: FlowedLine | undefined, row: number): SourcePosition => ({
    page: line?.page ?? null,
    sheet: null,
    row,
    line: line?.line ?? null,
  });
  let row = 0;
  const body = pages.flatMap((page) => [
    ...page.sections.map((line) => ({
      cells: [{ text: line.text.trim(), column: 0, rowSpan: 1, colSpan: names.length }],
      position: at(line, row),
    })),
    ...page.tasks.map(({ line }) => {
      const cells = (rows[row] ?? []).sort((left, right) => left.column - right.column);
      row += 1;
      return { cells, position: at(line, row) };
    }),
  ]);
  const head = names.map((text, column) => ({ text, column, rowSpan: 1, colSpan: 1 }));
  return { kind: 'table', position, rows: [{ cells: head, position }, ...body] };
}
