import { type LayoutVerdict, noTable, tableOf, type TextLine } from './text-line';

const LEAST_LOOSE_PIPES = 2;
const RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** A row between pipes, or one whose cells alone are kept apart by them. */
function isRow(line: TextLine | undefined): boolean {
  if (line === undefined) return false;
  return /^\s*\|.*\|\s*$/.test(line.text) || (line.text.match(/\s\|\s|^\||\|$/g)?.length ?? 0) >= LEAST_LOOSE_PIPES;
}

function cellsOf(line: TextLine): string[] {
  const inner = line.text.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .replace(/\\\|/g, '|')
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/\*\*|__/g, ''),
  );
}

/** A pipe table. The rule under its heading is not a row; a table without one is read as well. */
export function markdownTable(lines: readonly TextLine[], start: number): LayoutVerdict {
  if (!isRow(lines[start])) return noTable(start);
  const rows: { cells: string[]; at: TextLine }[] = [];
  let index = start;
  for (; index < lines.length && isRow(lines[index]); index += 1) {
    const at = lines[index];
    if (at !== undefined && !RULE.test(at.text.trim())) rows.push({ cells: cellsOf(at), at });
  }
  return { table: rows.length >= 2 ? tableOf(rows) : null, next: index };
}
