import { looksLikeDeadline, looksLikeNumber, looksLikeUnits, type ColumnRole } from '../cell-nature';
import { looksLikePersonName, looksLikeScore, looksLikeSentence } from '../column-profile';
import { readNumbering } from '../numbering';
import type { PartedItem } from './parted-items';

export interface PartedColumn {
  role: ColumnRole | null;
  name: string;
  /** 一、主动公开类 over rows of a table whose heading names no category. */
  section: boolean;
}

/** A cell: its column, and the items that it joins. */
export interface PartedCell {
  column: number;
  text: string;
  line: number;
  page: number | null;
  /** Index of its first item. */
  at: number;
}

const NONE = /^(?:无|[-—–/]{1,3})$/;
const ILL = 4;

function unitsCost(text: string): number {
  if (NONE.test(text)) return 1.5;
  if (looksLikeDeadline(text) || looksLikeNumber(text)) return ILL;
  return (looksLikeUnits(text) || /牵头|配合/.test(text) ? 0 : 3) + (/。$/.test(text) || readNumbering(text) !== null ? 2 : 0);
}

function taskCost(text: string): number {
  if (looksLikeNumber(text)) return ILL + 2;
  if (looksLikeDeadline(text)) return ILL;
  if (looksLikeSentence(text)) return looksLikeUnits(text) && !/。/.test(text) ? 1 : 0;
  return looksLikeUnits(text) ? 2.5 : text.length < 6 ? 1.5 : 0.7;
}

function categoryCost(text: string, section: boolean): number {
  const style = readNumbering(text)?.style;
  const numbered = style === 'CHAPTER' || style === 'SECTION';
  if (section) return numbered && text.length <= 40 && !/。./.test(text) ? 0 : ILL;
  if (looksLikeNumber(text) || looksLikeDeadline(text)) return 3;
  if (/。$/.test(text) && !numbered) return 3;
  return 0.3 + (looksLikeUnits(text) ? 1 : 0) + Math.max(0, text.length - 20) * 0.15;
}

/** How ill an item stands in a column, from 0. */
function cellCost(text: string, { role, section }: PartedColumn): number {
  switch (role) {
    case 'TASK':
      return taskCost(text);
    case 'CATEGORY':
      return categoryCost(text, section);
    case 'LEAD_UNIT':
    case 'RESPONSIBLE_UNIT':
    case 'SUPPORTING_UNIT':
      return unitsCost(text);
    case 'DEADLINE':
      return looksLikeDeadline(text) ? 0 : /[年月日季前后内时期]/.test(text) && text.length <= 30 && !looksLikeUnits(text) ? 2 : ILL;
    case 'SCORE':
      return looksLikeScore(text) ? 0 : ILL + 1;
    case 'LEAD_OFFICIAL':
      return /(?:长|书记|主任|员|领导)$/.test(text) && text.length <= 12 ? 0.2 : looksLikePersonName(text) ? 0.5 : 3;
    default:
      return 1 + text.length * 0.03;
  }
}

const OPTIONAL: ReadonlySet<ColumnRole | null> = new Set(['CATEGORY', 'REMARK', 'SUPPORTING_UNIT', 'CONTACT', null]);

function skipped(columns: readonly PartedColumn[], from: number, to: number): number {
  let cost = 0;
  for (let column = from; column < to; column += 1) cost += OPTIONAL.has(columns[column]?.role ?? null) ? 0.15 : 0.6;
  return cost;
}

/** From the column of one cell to that of the next: on in the row, or to another row; cells may stand out of order. */
function stepCost(columns: readonly PartedColumn[], from: number, to: number, again: number): number {
  if (from < 0) return skipped(columns, 0, to);
  if (to > from) return skipped(columns, from + 1, to);
  if (to === from) return again;
  return 0.3 + skipped(columns, from + 1, columns.length) + skipped(columns, 0, to);
}

/** An item that goes on with the cell before it: where a space or a page's end broke it. */
function joinCost(before: PartedItem, item: PartedItem): number {
  if (/[。；]$/.test(before.text)) return 5;
  if (item.near) return 1.5;
  return before.page === item.page ? 5 : 2;
}

interface Path {
  cost: number;
  column: number;
  joins: boolean;
  before: Path | null;
}

interface Line {
  item: PartedItem;
  previous: PartedItem | undefined;
}

function pathsTo({ item, previous }: Line, columns: readonly PartedColumn[], paths: readonly Path[], again: number): Path[] {
  return columns.map((spec, column) => {
    const own = cellCost(item.text, spec);
    let best: Path = { cost: Infinity, column, joins: false, before: null };
    if (paths.length === 0) return { ...best, cost: stepCost(columns, -1, column, again) + own };
    for (const path of paths) {
      const cost = path.cost + stepCost(columns, path.column, column, again) + own;
      if (cost < best.cost) best = { cost, column, joins: false, before: path };
    }
    const same = paths[column];
    if (same !== undefined && previous !== undefined) {
      const cost = same.cost + joinCost(previous, item);
      if (cost < best.cost) best = { cost, column, joins: true, before: same };
    }
    return best;
  });
}

/** The column of each item, so that all of them stand as well as they can; and what that costs. */
export function placeItems(
  items: readonly PartedItem[],
  columns: readonly PartedColumn[],
  again: number,
): { cells: PartedCell[]; cost: number } {
  let paths: Path[] = [];
  items.forEach((item, index) => (paths = pathsTo({ item, previous: items[index - 1] }, columns, paths, again)));
  let path: Path | null = paths.reduce<Path | null>((best, each) => (best === null || each.cost < best.cost ? each : best), null);
  const cost = path?.cost ?? 0;
  const placed: Path[] = [];
  for (; path !== null; path = path.before) placed.push(path);
  const cells: PartedCell[] = [];
  placed.reverse().forEach(({ column, joins }, at) => {
    const { text, line, page } = items[at]!;
    const last = cells[cells.length - 1];
    if (joins && last !== undefined) last.text += text;
    else cells.push({ column, text, line, page, at });
  });
  return { cells, cost };
}
