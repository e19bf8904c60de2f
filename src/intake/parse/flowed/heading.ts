import { columnRole, columnRoles, squeeze, type ColumnRole } from '../cell-nature';
import type { FlowedLine } from './fragments';
import { laidOutHeadingAt, type HeadColumn } from './layout-heading';

export interface Heading {
  /** Index of its first line among the lines given, and the index behind its last. */
  from: number;
  to: number;
  names: string[];
  roles: (ColumnRole | null)[];
  /** Where its cells stand, if they stand side by side; null where spaces tell nothing of columns. */
  columns: HeadColumn[] | null;
}

/** A heading may be broken into this many pieces. */
const MOST_PIECES = 24;
/** One heading's words are broken into at most this many pieces (完/成/时/限). */
const MOST_PIECES_OF_ONE = 6;
const UNIT_ROLES: ReadonlySet<ColumnRole> = new Set(['LEAD_UNIT', 'RESPONSIBLE_UNIT', 'SUPPORTING_UNIT', 'LEAD_OFFICIAL']);
const BODY_ROLES: ReadonlySet<ColumnRole> = new Set(['TASK', 'CATEGORY']);

interface Piece {
  text: string;
  /** Index of the line it stands on. */
  at: number;
  endsLine: boolean;
}

function piecesFrom(lines: readonly FlowedLine[], from: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at < lines.length && pieces.length < MOST_PIECES && at < from + 60; at += 1) {
    const words = (lines[at]?.text ?? '').split(/[\s\u3000]+/).filter((word) => word !== '');
    if (words.some((word) => word.length > 24)) break;
    words.forEach((word, index) => pieces.push({ text: word, at, endsLine: index === words.length - 1 }));
  }
  return pieces;
}

/** Takes heading cells off the front, each of as many pieces as make the longest known heading. */
function takeCells(pieces: readonly Piece[]): { names: string[]; roles: ColumnRole[]; ends: number[] } {
  const names: string[] = [];
  const roles: ColumnRole[] = [];
  const ends: number[] = [];
  let next = 0;
  while (next < pieces.length) {
    const cell = longestCell(pieces, next);
    if (cell === null || !mayFollow(roles, cell.role)) break;
    names.push(cell.name);
    roles.push(cell.role);
    next = cell.end;
    ends.push(next);
  }
  return { names, roles, ends };
}

function longestCell(pieces: readonly Piece[], from: number): { name: string; role: ColumnRole; end: number } | null {
  let best: { name: string; role: ColumnRole; end: number } | null = null;
  let name = '';
  // A note in brackets belongs to the heading before it; at the beginning it is the rest of a cell.
  if (/^[（(]/.test(pieces[from]?.text ?? '')) return null;
  for (let end = from; end < pieces.length && end < from + MOST_PIECES_OF_ONE; end += 1) {
    const piece = pieces[end];
    if (piece === undefined) break;
    name += piece.text;
    const role = columnRole(name);
    // Two whole headings side by side must not be read as one (工作任务 + 责任单位 never is, 工作 + 任务 is).
    if (role !== null && (best === null || columnRole(piece.text) === null || piece.text.length <= 2)) best = { name, role, end: end + 1 };
  }
  return best;
}

/** A task column never follows the columns of units and deadlines; no role but task, category and units comes twice. */
function mayFollow(roles: readonly ColumnRole[], role: ColumnRole): boolean {
  const repeated = roles.includes(role) && !BODY_ROLES.has(role) && !UNIT_ROLES.has(role);
  const body = roles.some((known) => UNIT_ROLES.has(known) || known === 'DEADLINE') && BODY_ROLES.has(role);
  return !repeated && !(body && roles.some((known) => BODY_ROLES.has(known)));
}

/** Words over several columns of units, whose own headings stand on the line below: they follow last, and belong in its place. */
const GROUP = /^(?:责任|分工|责任分工|任务分工|职责分工|工作分工|责任落实|责任单位|责任部门)$/;

function ungroup(names: string[], roles: ColumnRole[]): void {
  const group = names.findIndex((name) => GROUP.test(name));
  let below = names.length;
  while (below > group + 1 && UNIT_ROLES.has(roles[below - 1] as ColumnRole)) below -= 1;
  const count = names.length - below;
  if (group < 0 || count < 2 || names.slice(group + 1, below).some((_, index) => UNIT_ROLES.has(roles[group + 1 + index] as ColumnRole)))
    return;
  names.splice(group, 1, ...names.splice(below, count));
  roles.splice(group, 1, ...roles.splice(below, count));
}

/** The heading row that begins on this line, be its words on one line or broken over several; null where none does. */
export function headingAt(lines: readonly FlowedLine[], from: number): Heading | null {
  const first = squeeze(lines[from]?.text ?? '');
  if (first === '' || first.length > 80) return null;
  const laidOut = laidOutHeadingAt(lines, from);
  if (laidOut !== null) return { ...laidOut, names: laidOut.columns.map(({ name }) => name) };
  const pieces = piecesFrom(lines, from);
  const { names, roles, ends } = takeCells(pieces);
  // A heading ends where its line ends: what stands behind it on the same line makes it a sentence.
  while (ends.length > 0 && pieces[(ends[ends.length - 1] ?? 0) - 1]?.endsLine !== true) {
    names.pop();
    roles.pop();
    ends.pop();
  }
  ungroup(names, roles);
  const enough =
    names.length >= 3 && roles.some((role) => BODY_ROLES.has(role)) && roles.some((role) => UNIT_ROLES.has(role) || role === 'DEADLINE');
  if (!enough) return null;
  const last = pieces[(ends[ends.length - 1] ?? 1) - 1];
  return { from, to: (last?.at ?? from) + 1, names, roles: columnRoles(names), columns: null };
}
