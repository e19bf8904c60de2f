import { columnRole, columnRoles, type ColumnRole } from './cell-nature';
import { profileColumn, roleByNature, suits, type ColumnProfile } from './column-profile';
import { readNumbering } from './numbering';
import type { GridRow, TableGrid } from './table-grid';
import type { TableHeader } from './table-header';

export interface ColumnLayout {
  /** One per column of the data; CATEGORY stands left of the task's text only. */
  roles: (ColumnRole | null)[];
  labels: string[];
  profiles: ColumnProfile[];
  textColumn: number;
}

const MOST_ROWS_JUDGED = 2000;

const UNIT_ROLES: (ColumnRole | null)[] = ['LEAD_UNIT', 'RESPONSIBLE_UNIT', 'SUPPORTING_UNIT'];

/**
 * Which label stands over which column where the heading has fewer cells than the rows: each label over one or more
 * neighbouring columns, so that the columns suit their labels best.
 */
function spreadLabels(labels: readonly string[], profiles: readonly ColumnProfile[]): string[] {
  const roles = labels.map(columnRole);
  const width = profiles.length;
  const best: number[][] = [];
  const from: ('same' | 'next')[][] = [];
  for (let column = 0; column < width; column += 1) {
    best[column] = [];
    from[column] = [];
    for (let label = 0; label < labels.length; label += 1) {
      const same = column === 0 ? (label === 0 ? 0 : -Infinity) : (best[column - 1]?.[label] ?? -Infinity) - 0.01;
      const next = column === 0 || label === 0 ? -Infinity : (best[column - 1]?.[label - 1] ?? -Infinity);
      const profile = profiles[column];
      const gain = profile === undefined ? 0 : suits(roles[label] ?? null, profile);
      best[column]![label] = Math.max(same, next) + gain;
      from[column]![label] = next > same ? 'next' : 'same';
    }
  }
  const spread: string[] = [];
  let label = labels.length - 1;
  for (let column = width - 1; column >= 0; column -= 1) {
    spread[column] = labels[label] ?? '';
    if (from[column]?.[label] === 'next') label -= 1;
  }
  return spread;
}

/** The labels over the data's columns. */
function labelsOver(header: TableHeader | null, grid: TableGrid, profiles: readonly ColumnProfile[]): string[] {
  if (header === null) return profiles.map(() => '');
  let count = header.labels.length;
  while (count > 0 && header.labels[count - 1] === '') count -= 1;
  const labels = header.labels.slice(0, count);
  const narrower = count < profiles.length && !grid.knowsSpans && labels.every((label) => label !== '');
  return narrower ? spreadLabels(labels, profiles) : profiles.map((_, column) => header.labels[column] ?? '');
}

/** A heading's words, unless the cells under it are plainly of another nature; else the cells alone. */
function roleOf(label: string, role: ColumnRole | null, profile: ColumnProfile): ColumnRole | null {
  const natural = roleByNature(profile);
  if (role === null && label !== '' && natural === 'LEAD_OFFICIAL') return null;
  if (role === null) return label === '' || natural !== 'CATEGORY' ? natural : profile.sentence > 0.5 ? 'TASK' : null;
  if (profile.filled < 3) return role;
  const prose = role === 'TASK' || role === 'CATEGORY';
  if (prose && profile.number >= 0.8 && profile.averageLength <= 4) return 'NUMBER';
  if (role === 'NUMBER' && profile.number < 0.3) return natural;
  if (role === 'DEADLINE' && profile.deadline < 0.1 && profile.units >= 0.8) return 'RESPONSIBLE_UNIT';
  if (UNIT_ROLES.includes(role) && profile.units < 0.1 && profile.deadline >= 0.8) return 'DEADLINE';
  if (role === 'LEAD_OFFICIAL' && profile.units >= 0.6 && profile.averageLength >= 5) return 'LEAD_UNIT';
  return role;
}

const NAMES_CATEGORY = /任务|工作|事项|内容|项目|领域|方面|重点|要点|类|目标|板块|环节/;

/** Columns of words whose headings are none of the usual ones, but name tasks: 承担任务. */
function unusualTexts(roles: readonly (ColumnRole | null)[], labels: readonly string[], profiles: readonly ColumnProfile[]): number[] {
  return profiles.flatMap((profile, column) => {
    const words = roles[column] === null && profile.averageLength >= 4 && roleByNature(profile) === 'CATEGORY';
    return words && NAMES_CATEGORY.test(labels[column] ?? '') ? [column] : [];
  });
}

/** The task's text is the column that its heading names, or a clearly longer one beside it. */
function chooseTextColumn(
  roles: readonly (ColumnRole | null)[],
  named: readonly (ColumnRole | null)[],
  labels: readonly string[],
  profiles: readonly ColumnProfile[],
): number {
  const usual = roles.flatMap((role, column) => (role === 'TASK' || role === 'CATEGORY' ? [column] : []));
  const candidates = usual.length > 0 ? usual : unusualTexts(roles, labels, profiles);
  const length = (column: number): number => profiles[column]?.averageLength ?? 0;
  const longest = candidates.reduce((best, column) => (length(column) >= length(best) ? column : best), candidates[0] ?? -1);
  const byName = named.lastIndexOf('TASK');
  if (byName < 0 || !candidates.includes(byName)) return longest;
  if (length(byName) >= 18 && named.filter((role) => role === 'TASK').length === 1) return byName;
  return length(byName) >= length(longest) * 0.7 ? byName : longest;
}

/** A column with an unusual heading whose short cells hold for several rows each is a category all the same. */
function groupsRows(body: readonly GridRow[], column: number, profile: ColumnProfile | undefined): boolean {
  if (profile === undefined || profile.filled === 0 || profile.averageLength > 20 || profile.units > 0.5) return false;
  const printed = body.filter((row) => row.cells[column]?.origin === 'OWN' && row.cells[column]?.text !== '').length;
  return printed * 3 <= body.length * 2;
}

/** A column left of the text whose unusual heading, or whose cells' own numbers, say that it divides the tasks. */
function dividesRows(label: string, body: readonly GridRow[], column: number, profile: ColumnProfile | undefined): boolean {
  if (profile === undefined || profile.filled === 0 || profile.averageLength > 25 || profile.averageLength < 3) return false;
  if (roleByNature(profile) !== 'CATEGORY' || /依据|说明|来源|备注|编号/.test(label)) return false;
  const printed = body.map((row) => row.cells[column]).filter((cell) => cell?.origin === 'OWN' && cell.text !== '');
  const numbered = printed.filter((cell) => ['CHAPTER', 'SECTION'].includes(readNumbering(cell?.text ?? '')?.style ?? '')).length;
  return NAMES_CATEGORY.test(label) || numbered * 2 > printed.length;
}

/** 开始时间 beside 完成时间: the one that ends the task is its deadline. */
function keepOneDeadline(roles: (ColumnRole | null)[], labels: readonly string[]): void {
  const columns = roles.flatMap((role, column) => (role === 'DEADLINE' ? [column] : []));
  const kept = columns.find((column) => /完成|截止|结束|办结|时限|期限/.test(labels[column] ?? '')) ?? columns[columns.length - 1];
  for (const column of columns) if (column !== kept) roles[column] = null;
}

/** 责任人 beside 牵头领导 answers to the leader: only the leader is the official. */
function keepLeaders(roles: (ColumnRole | null)[], labels: readonly string[]): void {
  const officials = roles.flatMap((role, column) => (role === 'LEAD_OFFICIAL' ? [column] : []));
  const leaders = officials.filter((column) => /领导/.test(labels[column] ?? ''));
  if (leaders.length > 0) for (const column of officials) if (!leaders.includes(column)) roles[column] = null;
}

/** Where rows are of unlike width, those that have all cells tell what the columns hold. */
function widestRows(body: readonly GridRow[]): readonly GridRow[] {
  const width = (row: GridRow): number => row.cells.filter((cell) => cell.origin !== 'MISSING').length;
  const widest = Math.max(0, ...body.slice(0, MOST_ROWS_JUDGED).map(width));
  const rows = body.filter((row) => width(row) === widest);
  return rows.length >= 2 ? rows : body;
}

/** What each column of a table holds; null where the table has no column for a task's text. */
export function layoutColumns(grid: TableGrid, header: TableHeader | null, body: readonly GridRow[]): ColumnLayout | null {
  const judged = grid.knowsSpans ? body : widestRows(body);
  const profiles = Array.from({ length: grid.width }, (_, column) => profileColumn(judged, column));
  const labels = labelsOver(header, grid, profiles);
  const named = columnRoles(labels);
  const own = labels.map(columnRole);
  const roles = labels.map((label, column) => roleOf(label, own[column] ?? null, profiles[column]!));
  keepOneDeadline(roles, labels);
  keepLeaders(roles, labels);
  const textColumn = chooseTextColumn(roles, named, labels, profiles);
  if (textColumn < 0) return null;
  roles.forEach((role, column) => {
    if (column === textColumn) roles[column] = 'TASK';
    else if (role === 'LEAD_OFFICIAL' && own[column] === null && column < textColumn) roles[column] = 'CATEGORY';
    else if (role === 'TASK' || role === 'CATEGORY') roles[column] = column < textColumn ? 'CATEGORY' : null;
    else if (role === null && column < textColumn) {
      const divides = groupsRows(body, column, profiles[column]) || dividesRows(labels[column] ?? '', body, column, profiles[column]);
      if (divides) roles[column] = 'CATEGORY';
    }
  });
  return { roles, labels, profiles, textColumn };
}
