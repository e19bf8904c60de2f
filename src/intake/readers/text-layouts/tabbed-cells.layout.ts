import { isBlank, type LayoutVerdict, noTable, tableOf, type TextLine } from './text-line';

const LEAST_CELLS = 3;

/** A cell: a tab, then the text, and no other tab. A lone tab is a blank cell. */
function isCell(line: TextLine | undefined): boolean {
  return line !== undefined && line.text.startsWith('\t') && !line.text.includes('\t', 1);
}

function readGroup(lines: readonly TextLine[], start: number): { cells: string[]; next: number } {
  const cells: string[] = [];
  let index = start;
  while (index < lines.length && isCell(lines[index])) {
    cells.push(lines[index]?.text.slice(1) ?? '');
    index += 1;
  }
  return { cells, next: index };
}

/** Prose whose paragraphs are indented by a tab has groups of any length; rows of a table are nearly equal. */
function isTable(groups: { cells: string[] }[]): boolean {
  const sizes = groups.map(({ cells }) => cells.length);
  const widest = Math.max(...sizes);
  const alike = sizes.filter((size) => size >= widest - 2 && size >= LEAST_CELLS).length;
  return groups.length >= 2 && widest >= LEAST_CELLS && widest <= 30 && alike * 2 > groups.length;
}

/** One cell a line, each begun by a tab; rows are separated by blank lines. */
export function tabbedCells(lines: readonly TextLine[], start: number): LayoutVerdict {
  if (!isCell(lines[start])) return noTable(start);
  const groups: { cells: string[]; at: TextLine }[] = [];
  let index = start;
  let next = start;
  while (index < lines.length) {
    const at = lines[index];
    if (at !== undefined && isCell(at)) {
      const group = readGroup(lines, index);
      groups.push({ cells: group.cells, at });
      index = group.next;
      next = index;
    } else if (isBlank(at)) index += 1;
    else break;
  }
  return { table: isTable(groups) ? tableOf(groups) : null, next };
}
