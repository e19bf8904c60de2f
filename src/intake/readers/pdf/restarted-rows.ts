import type { TableRow } from '../../document';
import { columnOf, columnsUnder, isAlone, type Column } from './column-region';
import type { PagedLine } from './paragraphs';

const ENDED = /[。；！？;!?]["”’）)]?$/;
/** What a full line may leave blank in its column, in sizes of the type. */
const RAGGED = 2.2;
/** And in a narrow one, as a share of its width. */
const RAGGED_SHARE = 0.35;
const NUMBER = /^[（(]?\d{1,3}[）)]?[.、．]?$/;
/** A column of fewer characters than this is narrow. */
const NARROW = 6;
const LISTED = /^(?:\d{1,3}[.．、](?!\d)|[（(][\d一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)\S/;
const LIST_GOES_ON = /[、，,（(]$/;
/** Lines nearer to one another than this share of the usual step belong to cells that are centred side by side. */
const UNEVEN = 0.8;

interface Place {
  /** The line in which the column last printed something. */
  line: number;
  /** Whether that line was as long as the column is wide, and ended no sentence. */
  isOpen: boolean;
  isFull: boolean;
  /** The row whose cell it belongs to. */
  row: number;
}

interface Part {
  column: number;
  text: string;
  size: number;
  isFull: boolean;
  isOpen: boolean;
}

function partsOf(line: PagedLine, columns: readonly Column[]): Part[] {
  return line.segments.map((segment) => {
    const middle = (segment.left + segment.right) / 2;
    const place = columnOf(columns, segment);
    const found = place >= 0 ? place : columns.findIndex(({ right }) => middle <= right);
    const column = found < 0 ? columns.length - 1 : found;
    const width = (columns[column]?.right ?? 0) - (columns[column]?.left ?? 0);
    const isFull = segment.right - segment.left >= width - Math.min(segment.size * RAGGED, width * RAGGED_SHARE);
    return {
      column,
      text: segment.text,
      size: segment.size,
      isFull,
      isOpen: LIST_GOES_ON.test(segment.text) || (isFull && !ENDED.test(segment.text)),
    };
  });
}

const isNumber = ({ column, text }: Part): boolean => column === 0 && NUMBER.test(text.trim());

/** Whether the cells of a row begin at one height: then their lines stand side by side. */
function isEven(lines: readonly PagedLine[]): boolean {
  const steps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && before.page === line.page ? [line.baseline - before.baseline] : [];
  });
  const usual = [...steps].sort((left, right) => left - right)[Math.floor(steps.length / 2)] ?? 0;
  return steps.filter((step) => step < usual * UNEVEN).length * 20 <= steps.length;
}

/** Cells in the middle of their rows begin beside texts that go on: more of them than this share, and none tell where rows begin. */
const MOST_BESIDE = 0.2;

/** Whether cells begin where the texts of the widest column do. */
function beginTogether(lines: readonly PagedLine[], columns: readonly Column[]): boolean {
  const parts = lines.map((line) => partsOf(line, columns));
  const widths = columns.map(({ left, right }) => right - left);
  const widest = widths.indexOf(Math.max(...widths));
  const numbered = parts.some((own) => own.some(isNumber));
  let [begun, beside] = [0, 0];
  for (let index = 1; index < lines.length; index += 1) {
    if (lines[index]!.page !== lines[index - 1]!.page) continue;
    const [own, before] = [parts[index]!, parts[index - 1]!];
    const begins = own.some((part) =>
      numbered ? isNumber(part) : part.column !== widest && !before.some(({ column }) => column === part.column),
    );
    if (!begins) continue;
    begun += 1;
    const above = [before, parts[index - 2] ?? []].flatMap((line) => line.filter(({ column }) => column === widest))[0];
    if (above?.isOpen === true && (numbered || own.some(({ column }) => column === widest))) beside += 1;
  }
  return beside <= begun * MOST_BESIDE;
}

/** Lines of the heading that the head of a page prints again. */
function withoutRepeatedHeads(lines: readonly PagedLine[]): PagedLine[] {
  const printed = (line: PagedLine | undefined): string => (line?.text ?? '').replace(/\s+/g, '');
  const head = printed(lines[0]);
  let dropping = -1;
  return lines.filter((line, index) => {
    const isNewPage = index > 0 && line.page !== lines[index - 1]?.page;
    if (isNewPage) dropping = printed(line) === head ? 0 : -1;
    if (dropping < 0 || printed(line) !== printed(lines[dropping])) {
      dropping = -1;
      return true;
    }
    dropping += 1;
    return false;
  });
}

/** Rows whose cells begin at one height: where a column begins anew after a gap, or all begin anew, a row begins. */
class RowBuilder {
  readonly rows: { texts: string[]; page: number; isAlone: boolean }[] = [];
  private readonly places: Place[];

  constructor(private readonly columns: readonly Column[]) {
    this.places = columns.map(() => ({ line: -2, isOpen: false, isFull: false, row: -1 }));
  }

  private startRow(page: number, isAlone: boolean): void {
    this.rows.push({ texts: this.columns.map(() => ''), page, isAlone });
  }

  /**
   * Whether nothing of a line goes on with the line before. One column alone is a row only where it is the one with the
   * texts, the others merged over several rows, and the line before ended early.
   */
  private areNew(parts: readonly Part[]): boolean {
    const widths = this.columns.map(({ left, right }) => right - left);
    const places = parts.map(({ column }) => this.places[column]!);
    if (parts.length === 1 && (widths[parts[0]!.column] !== Math.max(...widths) || places[0]!.isFull)) return false;
    // In a narrow column every line is full, and tells nothing.
    // A numbered part beside a text whose column has ended its sentence begins what it numbers.
    const text = parts.findIndex(({ column }) => widths[column] === Math.max(...widths));
    if (text >= 0 && !places[text]!.isOpen && parts.some((part) => LISTED.test(part.text.trim()))) return true;
    const telling = places.filter((_, index) => widths[parts[index]!.column]! >= parts[index]!.size * NARROW);
    return (telling.length > 0 ? telling : places).every(({ isOpen }) => !isOpen);
  }

  add(line: PagedLine, index: number): void {
    if (isAlone(line, this.columns)) {
      this.startRow(line.page, true);
      this.rows[this.rows.length - 1]!.texts[0] = line.text;
      return;
    }
    const parts = partsOf(line, this.columns);
    const goesOn = ({ column }: { column: number }): boolean => this.places[column]?.line === index - 1;
    const startsRow = parts.some((part) => !goesOn(part) || isNumber(part)) || this.areNew(parts);
    if (startsRow) this.startRow(line.page, false);
    for (const part of parts) {
      const place = this.places[part.column]!;
      // A merged cell goes on beside rows that begin next to it and leave others blank; a heading does not, nor does what is printed again.
      const isMerged = place.isOpen && place.row > 0 && !isNumber(part) && parts.length < this.columns.length;
      const isRepeated = this.rows[place.row]?.texts[part.column] === part.text;
      const stays = goesOn(part) && (startsRow ? isMerged && !isRepeated : true);
      if (!stays) place.row = this.rows.length - 1;
      const row = this.rows[place.row]!;
      row.texts[part.column] = `${row.texts[part.column] ?? ''}${part.text}`;
      place.line = index;
      place.isOpen = part.isOpen;
      place.isFull = part.isFull;
    }
  }
}

/** A heading over several columns covers them. */
function headingRow(row: TableRow, line: PagedLine, columns: readonly Column[]): TableRow {
  const wide = line.segments
    .map((segment) => ({ text: segment.text, over: columnsUnder(columns, segment) }))
    .filter(({ over }) => over.length > 1);
  const covered = new Set(wide.flatMap(({ over }) => over));
  const merged = wide.map(({ text, over }) => ({ text, column: over[0] ?? 0, rowSpan: 1, colSpan: over.length }));
  const cells = [...row.cells.filter(({ column }) => !covered.has(column)), ...merged];
  return { ...row, cells: cells.sort((left, right) => left.column - right.column) };
}

/** The rows of text in columns without anything between the rows; null where cells do not begin at one height. */
export function restartedRows(lines: readonly PagedLine[], columns: readonly Column[]): TableRow[] | null {
  if (!isEven(lines) || !beginTogether(lines, columns)) return null;
  const builder = new RowBuilder(columns);
  withoutRepeatedHeads(lines).forEach((line, index) => builder.add(line, index));
  const rows = builder.rows.map(({ texts, page, isAlone: alone }, index): TableRow => ({
    cells: alone
      ? [{ text: texts[0] ?? '', column: 0, rowSpan: 1, colSpan: columns.length }]
      : texts.map((text, column) => ({ text, column, rowSpan: 1, colSpan: 1 })),
    position: { page, sheet: null, row: index + 1, line: null },
  }));
  return rows.map((row, index) => (index === 0 && lines[0] !== undefined ? headingRow(row, lines[0], columns) : row));
}
