import type { SheetTexts } from '../../intake';
import { CommandRefusal } from '../../platform/graphql';
import { columnNames, sheetColumns, type ColumnName, type SheetCells } from './sheet-columns';

/** A row as the unit sent it. */
export interface SentRow {
  /** As a spreadsheet program counts them, from 1. */
  row: number;
  cells: SheetCells;
}

export interface SentSheet {
  rows: SentRow[];
  /** The letters of the column, or of the first one where the sheet lacks it. */
  lettersOf(column: ColumnName): string;
}

const needed: readonly ColumnName[] = ['obligation', 'version', 'period', 'status', 'narrative'];

/** The rows below the identifiers of the columns, in the first sheet that has these. Rows without anything in them are left out. */
export function findRows(sheets: readonly SheetTexts[]): SentSheet {
  for (const sheet of sheets) {
    const heading = [...sheet].find(([, cells]) => [...cells.values()].includes(sheetColumns.obligation.id));
    if (heading) return readBelow(sheet, heading[0], placesOf(heading[1]));
  }
  throw noLedger(['obligation']);
}

function placesOf(cells: ReadonlyMap<number, string>): Map<ColumnName, number> {
  const columnOf = new Map([...cells].map(([column, text]) => [text.trim(), column]));
  const places = new Map(
    columnNames.flatMap((name): [ColumnName, number][] => {
      const column = columnOf.get(sheetColumns[name].id);
      return column === undefined ? [] : [[name, column]];
    }),
  );
  const missing = needed.filter((name) => !places.has(name));
  if (missing.length > 0) throw noLedger(missing);
  return places;
}

function readBelow(sheet: SheetTexts, heading: number, places: ReadonlyMap<ColumnName, number>): SentSheet {
  const rows = [...sheet]
    .filter(([row]) => row > heading)
    .sort(([a], [b]) => a - b)
    .map(([row, texts]) => ({ row, cells: cellsOf(texts, places) }))
    .filter(({ cells }) => Object.keys(cells).length > 0);
  return { rows, lettersOf: (column) => lettersOf(places.get(column) ?? 1) };
}

function cellsOf(texts: ReadonlyMap<number, string>, places: ReadonlyMap<ColumnName, number>): SheetCells {
  const cells: SheetCells = {};
  for (const [name, column] of places) if (texts.get(column)?.trim()) cells[name] = texts.get(column)!;
  return cells;
}

/** 1 is A, 27 is AA. */
export function lettersOf(column: number): string {
  const rest = (column - 1) % 26;
  const last = String.fromCharCode(65 + rest);
  return column <= 26 ? last : lettersOf((column - 1 - rest) / 26) + last;
}

function noLedger(missing: readonly ColumnName[]): CommandRefusal {
  const titles = missing.map((name) => `${sheetColumns[name].title}（${sheetColumns[name].id}）`).join('、');
  return new CommandRefusal(
    'NO_LEDGER',
    `文件中没有台账表，或缺少这些列：${titles}。请下载台账（/ledger.xlsx）填写后上传。 The file holds no ledger, or lacks these columns: download the ledger and fill that in.`,
    ['uploadId'],
  );
}
