import { columnRole, columnRoles, squeeze, type ColumnRole } from '../cell-nature';
import type { FlowedLine } from './fragments';
import type { Heading } from './heading';
import { blocksOf } from './parted-items';

/** A heading whose cells blank lines part, and what stands among them: cells of the first rows, out of their place. */
export interface PartedHeading {
  heading: Heading;
  strays: FlowedLine[];
  /** The first line of the heading and the last, by their numbers in the source. */
  first: number;
  last: number;
}

interface Piece {
  lines: FlowedLine[];
  name: string | null;
}

/** As many other cells may stand among the cells of a heading, on end and in all. */
const MOST_STRAYS_ON_END = 8;
const MOST_STRAYS = 12;
const ASSIGNING: ReadonlySet<ColumnRole | null> = new Set(['LEAD_UNIT', 'RESPONSIBLE_UNIT', 'SUPPORTING_UNIT', 'DEADLINE']);

/** Blocks as headings or as what they are; a heading may have run together with a line above it. */
function piecesOf(lines: readonly FlowedLine[]): Piece[] {
  return blocksOf(lines).flatMap((block): Piece[] => {
    const whole = squeeze(block.map(({ text }) => text).join(''));
    if (columnRole(whole) !== null) return [{ lines: block, name: whole }];
    const pieces: Piece[] = [];
    for (const line of block) {
      const name = squeeze(line.text);
      const last = pieces[pieces.length - 1];
      if (columnRole(name) !== null) pieces.push({ lines: [line], name });
      else if (last !== undefined && last.name === null) last.lines.push(line);
      else pieces.push({ lines: [line], name: null });
    }
    return pieces;
  });
}

function headingFrom(pieces: readonly Piece[], start: number): PartedHeading | null {
  const names: string[] = [];
  let strays: Piece[] = [];
  let kept = 0;
  let last = start;
  for (let at = start; at < pieces.length && strays.length - kept <= MOST_STRAYS_ON_END && strays.length <= MOST_STRAYS; at += 1) {
    const piece = pieces[at]!;
    const fits = piece.name !== null && !names.includes(piece.name) && (strays.length === kept || isMissing(names, piece.name));
    if (!fits) {
      strays.push(piece);
      continue;
    }
    names.push(piece.name!);
    kept = strays.length;
    last = at;
  }
  strays = strays.slice(0, kept);
  const roles = columnRoles(names);
  if (names.length < 3 || !roles.includes('TASK') || !roles.some((role) => ASSIGNING.has(role))) return null;
  return {
    heading: { from: 0, to: 0, names, roles, columns: null },
    strays: strays.flatMap(({ lines }, index) => [...lines, { text: '', line: lines[0]!.line + index, page: lines[0]!.page }]),
    first: pieces[start]!.lines[0]!.line,
    last: pieces[last]!.lines[pieces[last]!.lines.length - 1]!.line,
  };
}

/** Behind a cell of a row only a heading of a kind that is not there yet belongs to the heading row. */
function isMissing(names: readonly string[], name: string): boolean {
  const role = columnRole(name);
  return role === 'TASK' || role === 'REMARK' || /[一二三四]级/.test(name) || !names.some((known) => columnRole(known) === role);
}

/** The heading rows in these lines, in their order; on every page the same one may stand again. */
export function partedHeadings(lines: readonly FlowedLine[]): PartedHeading[] {
  const pieces = piecesOf(lines);
  const found: PartedHeading[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    if (pieces[at]?.name === null) continue;
    const heading = headingFrom(pieces, at);
    if (heading === null) continue;
    found.push(heading);
    while (at + 1 < pieces.length && pieces[at + 1]!.lines[0]!.line <= heading.last) at += 1;
  }
  return found;
}
