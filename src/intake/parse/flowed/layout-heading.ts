import { columnRole, columnRoles, looksLikeDeadline, squeeze, type ColumnRole } from '../cell-nature';
import type { FlowedLine } from './fragments';
import { chunksOnLine, type Chunk } from './layout-tokens';

/** A heading's cell and the place it takes on its line. */
export interface HeadColumn {
  name: string;
  start: number;
  end: number;
}

export interface LaidOutHeading {
  from: number;
  to: number;
  columns: HeadColumn[];
  roles: (ColumnRole | null)[];
  /** How many of its cells are no usual headings. */
  unknown: number;
}

/** A heading's words stand on at most so many lines, blank ones aside, over so many lines in all. */
const MOST_PRINTED = 7;
const MOST_LINES = 12;
const LONGEST_NAME = 16;
const UNIT_ROLES: ReadonlySet<ColumnRole | null> = new Set(['LEAD_UNIT', 'RESPONSIBLE_UNIT', 'SUPPORTING_UNIT', 'LEAD_OFFICIAL']);
/** Words over two unit columns at once. */
const GROUP = /^(?:责任|分工|责任分工|任务分工|职责分工|工作分工|责任落实|责任单位|责任部门|责任主体)$/;

interface Stack extends HeadColumn {
  rows: number[];
}

/** Lines drift by so many characters at most. */
const DRIFT = 5;

/** The rest of a heading that stands a little beside the words it goes on with: 时限要 over 求. */
function besideOf(stacks: readonly Stack[], { text, start, end }: Chunk, row: number): Stack | undefined {
  const away = (stack: Stack): number => Math.max(stack.start - end, start - stack.end);
  return stacks.find((stack) => !stack.rows.includes(row) && away(stack) < DRIFT && columnRole(stack.name + text) !== null);
}

/** Adds a line's words to those they stand under; words that stand under none begin a column. */
function stackUp(stacks: Stack[], chunks: readonly Chunk[], row: number): void {
  for (const chunk of chunks) {
    const { text, start, end } = chunk;
    const above = stacks.filter((stack) => stack.start < end && start < stack.end);
    const only = above.length === 0 ? besideOf(stacks, chunk, row) : above.length === 1 ? above[0] : undefined;
    if (only !== undefined && !only.rows.includes(row)) {
      Object.assign(only, { name: only.name + text, start: Math.min(start, only.start), end: Math.max(end, only.end) });
      only.rows.push(row);
    } else stacks.push({ name: text, start, end, rows: [row] });
  }
}

/** Without the words that stand over two columns of units: 责任分工 over 牵头单位 and 配合单位. */
function withoutGroups(stacks: readonly Stack[]): Stack[] {
  const sorted = [...stacks].sort((left, right) => left.start - right.start);
  return sorted.filter((stack, index) => {
    if (!GROUP.test(squeeze(stack.name)) || stack.rows.length > 1) return true;
    const others = sorted.filter((other) => other !== stack && (other.rows[0] ?? 0) > (stack.rows[0] ?? 0));
    const beside = [sorted[index - 1], sorted[index + 1]].filter((other) => other !== undefined && others.includes(other));
    return !(beside.length === 2 && beside.every((other) => other !== undefined && UNIT_ROLES.has(columnRole(other.name) ?? 'TASK')));
  });
}

/** A heading of the office's own, such as 办结情况: a short name, no number and no sentence. */
function mayHead(name: string): boolean {
  return name.length >= 2 && name.length <= 12 && /^[\u4e00-\u9fff（）()、/]+$/.test(name) && !looksLikeDeadline(name);
}

/** 责任分工牵头单位: words over two columns that stand right above the first of them. */
function withoutGroupBefore(name: string): string {
  const rest =
    /^(?:责任单位|责任部门|责任分工|任务分工|职责分工|工作分工|责任落实|责任主体|责任|分工)(?=牵头|主办|配合|协办|主责)(.+)$/.exec(
      name,
    )?.[1];
  return rest !== undefined && UNIT_ROLES.has(columnRole(rest)) ? rest : name;
}

function headingOf(stacks: readonly Stack[], from: number, to: number): LaidOutHeading | null {
  const columns = withoutGroups(stacks).map(({ name, start, end }) => ({ name: withoutGroupBefore(squeeze(name)), start, end }));
  const known = columns.map(({ name }) => columnRole(name));
  const unknown = columns.filter((_, index) => known[index] === null);
  const isShort = columns.length === 2 && unknown.length === 0;
  if (!isShort && columns.length - unknown.length < 3) return null;
  if (unknown.length * 3 > columns.length || unknown.some(({ name }) => !mayHead(name))) return null;
  const roles = columnRoles(columns.map(({ name }) => name));
  // 具体任务及责任分工: who bears a task stands in its own cell.
  const assigned =
    known.some((role) => role === 'DEADLINE' || (role !== null && UNIT_ROLES.has(role))) ||
    columns.some(({ name }) => /责任|分工/.test(name));
  return roles.includes('TASK') && assigned ? { from, to, columns, roles, unknown: unknown.length } : null;
}

const APART = /\S[\s\u3000]{2,}\S/;

/** Words apart begin a heading, and so does 序 or 工作任 alone on the line above 号 or 务 where the words between stand apart. */
function mayBegin(lines: readonly FlowedLine[], from: number): boolean {
  const text = (lines[from]?.text ?? '').slice(0, 300).trimEnd();
  if (APART.test(text) || /^\s{2,}\S/.test(text)) return true;
  if (!/^\s?[\u4e00-\u9fff]{1,5}$/.test(text)) return false;
  return APART.test((lines[from + 1]?.text ?? '').slice(0, 300));
}

/** The heading row that begins on this line and whose cells stand side by side, be they one line high or several. */
export function laidOutHeadingAt(lines: readonly FlowedLine[], from: number): LaidOutHeading | null {
  const heading = headingFrom(lines, from);
  if (heading === null || heading.unknown === 0) return heading;
  // The end of a title above a heading is no part of it.
  const below = headingFrom(lines, from + 1);
  return below !== null && below.columns.length >= heading.columns.length && below.unknown < heading.unknown ? null : heading;
}

function headingFrom(lines: readonly FlowedLine[], from: number): LaidOutHeading | null {
  if (!mayBegin(lines, from)) return null;
  const stacks: Stack[] = [];
  let best: LaidOutHeading | null = null;
  for (let at = from, printed = 0; at < lines.length && at < from + MOST_LINES && printed < MOST_PRINTED; at += 1) {
    const chunks = chunksOnLine(lines[at] ?? { text: '' });
    if (chunks.length === 0) continue;
    if (chunks.some(({ text }) => text.length > LONGEST_NAME) || lines[at]?.page !== lines[from]?.page) break;
    printed += 1;
    stackUp(stacks, chunks, at);
    const heading = headingOf(stacks, from, at + 1);
    if (heading !== null && (best === null || (heading.columns.length >= best.columns.length && heading.unknown <= best.unknown)))
      best = heading;
  }
  return best;
}
