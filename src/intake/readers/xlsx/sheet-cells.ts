import type { OfficePackage } from '../zip/office-package';
import { unpacksTooLarge } from '../zip/office-refusals';
import { childrenOf, type XmlElement } from '../zip/xml-elements';
import { showNumber } from './shown-number';
import { cellText, type Workbook } from './workbook';

/** First and last row and column of a merged cell, 1-based. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What a sheet holds, blank cells left out. Rows and columns are 1-based. */
export interface SheetCells {
  /** Texts by row and column. Hidden rows and columns are among them: a merged cell may begin there. */
  rows: Map<number, Map<number, string>>;
  isHiddenRow: (row: number) => boolean;
  isHiddenColumn: (column: number) => boolean;
  merged: Area[];
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const MOST_CELLS = 300_000;
/** In all cells of a sheet: one shared string may stand in many of them. */
const MOST_CHARACTERS = 20_000_000;
const MOST_AREAS = 200_000;

/** AB12 as row 12, column 28; null where it is no cell's name. */
function placeOf(name: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1]?.toUpperCase() ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row >= 1 && row <= LAST_ROW && column <= LAST_COLUMN ? { row, column } : null;
}

function areaOf(reference: string): Area | null {
  const [from, to] = reference.split(':').map(placeOf);
  if (from === undefined || from === null || to === undefined || to === null) return null;
  const area = { top: from.row, left: from.column, bottom: to.row, right: to.column };
  return area.bottom < area.top || area.right < area.left || (area.bottom === area.top && area.right === area.left) ? null : area;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
const isZero = (value: string | undefined): boolean => value !== undefined && Number(value) === 0;

class SheetReader {
  readonly rows = new Map<number, Map<number, string>>();
  readonly merged: Area[] = [];
  readonly hiddenRows = new Set<number>();
  /** Where hidden columns begin (+1) and where they have ended (-1). */
  private readonly hiddenEdges = new Int32Array(LAST_COLUMN + 2);
  private lastRow = 0;
  private cells = 0;
  private characters = 0;

  constructor(private readonly workbook: Workbook) {}

  take(element: XmlElement): void {
    const { attributes } = element;
    if (element.name === 'x:row') this.takeRow(element);
    else if (element.name === 'x:col') {
      if (isTrue(attributes['hidden']) || isZero(attributes['width']))
        this.hideColumns(Number(attributes['min']), Number(attributes['max']));
    } else {
      const area = areaOf(attributes['ref'] ?? '');
      if (area !== null) this.merged.push(area);
      if (this.merged.length > MOST_AREAS) throw unpacksTooLarge();
    }
  }

  get hiddenColumns(): ReadonlySet<number> {
    const hidden = new Set<number>();
    let open = 0;
    this.hiddenEdges.forEach((edge, column) => {
      open += edge;
      if (open > 0) hidden.add(column);
    });
    return hidden;
  }

  private hideColumns(from: number, to: number): void {
    if (!(from >= 1 && to >= from && from <= LAST_COLUMN)) return;
    this.hiddenEdges[from]! += 1;
    this.hiddenEdges[Math.min(to, LAST_COLUMN) + 1]! -= 1;
  }

  /** Rows and cells may leave their places unsaid: they follow the one before. */
  private takeRow(element: XmlElement): void {
    const said = Number(element.attributes['r']);
    const row = Number.isInteger(said) && said >= 1 && said <= LAST_ROW ? said : this.lastRow + 1;
    this.lastRow = row;
    if (isTrue(element.attributes['hidden']) || isZero(element.attributes['ht'])) this.hiddenRows.add(row);
    let lastColumn = 0;
    for (const cell of childrenOf(element)) {
      const column = placeOf(cell.attributes['r'] ?? '')?.column ?? lastColumn + 1;
      lastColumn = column;
      const text = cellText(cell, this.workbook, showNumber);
      if (text.trim() === '' || column > LAST_COLUMN) continue;
      this.cells += 1;
      this.characters += text.length;
      if (this.cells > MOST_CELLS || this.characters > MOST_CHARACTERS) throw unpacksTooLarge();
      const texts = this.rows.get(row);
      if (texts === undefined) this.rows.set(row, new Map([[column, text]]));
      else texts.set(column, text);
    }
  }
}

/** Reads the cells of a sheet row by row as they come; formatted blank cells leave nothing behind. */
export async function readSheetCells(office: OfficePackage, part: string, workbook: Workbook): Promise<SheetCells> {
  const reader = new SheetReader(workbook);
  await office.visit(part, {
    wanted: new Set(['x:row', 'x:col', 'x:mergeCell']),
    textIn: new Set(['x:v', 'x:t']),
    keeps: (_, child) => ['x:c', 'x:v', 'x:is', 'x:r', 'x:t'].includes(child),
    visit: (element) => reader.take(element),
  });
  const { rows, merged, hiddenRows, hiddenColumns } = reader;
  return { rows, merged, isHiddenRow: (row) => hiddenRows.has(row), isHiddenColumn: (column) => hiddenColumns.has(column) };
}
