import type { TableBlock, TableRow } from '../document';
import { columnRole } from './cell-nature';
import type { FlowBlock } from './document-flow';

type Pair = [label: string, value: string];

/** 任务1, 任务二： where forms are counted. */
const COUNT = /(?<=[\u4e00-\u9fff])(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[：:]?$/;

/** The pairs of a row; null where it is no row of pairs. */
function pairsOf(row: TableRow): Pair[] | null {
  const { cells } = row;
  if (cells.length === 0 || cells.length % 2 === 1) return null;
  const pairs: Pair[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const [label, value] = [cells[at]!.text.trim().replace(COUNT, ''), cells[at + 1]!.text];
    if (columnRole(label) === null || columnRole(value) !== null) return null;
    pairs.push([label, value]);
  }
  return pairs;
}

function rowOf(texts: readonly string[], table: TableBlock, row: number): TableRow {
  return { cells: texts.map((text, column) => ({ text, column, rowSpan: 1, colSpan: 1 })), position: { ...table.position, row } };
}

/**
 * A form, which prints one task in rows of a label and its value (任务名称 … 责任单位 … 完成时限 …), as a heading row and a
 * row of cells below it; the lone cells over it stay paragraphs. Null where the table is no form.
 */
export function unfoldForm(table: TableBlock): FlowBlock[] | null {
  const titles: FlowBlock[] = [];
  const pairs: Pair[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (row.cells.length === 1 && pairs.length === 0) titles.push({ kind: 'paragraph', text: row.cells[0]!.text, position: row.position });
    else {
      const found = pairsOf(table.rows[index]!);
      if (found === null) return null;
      pairs.push(...found);
    }
  }
  const roles = pairs.map(([label]) => columnRole(label));
  const labels = new Set(pairs.map(([label]) => label));
  const isTask = roles.includes('TASK') && roles.some((role) => role === 'DEADLINE' || role?.endsWith('_UNIT') === true);
  if (!isTask || labels.size < Math.max(3, pairs.length)) return null;
  // The task's text stands right of its categories in any order of the form.
  const ordered = [...pairs].sort((left, right) => Number(isHead(right)) - Number(isHead(left)));
  const rows = [
    rowOf(
      ordered.map(([label]) => label),
      table,
      1,
    ),
    rowOf(
      ordered.map(([, value]) => value),
      table,
      2,
    ),
  ];
  return [...titles, { ...table, rows }];
}

function isHead([label]: Pair): boolean {
  return columnRole(label) === 'CATEGORY';
}
