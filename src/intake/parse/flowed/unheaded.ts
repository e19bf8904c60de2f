import { looksLikeDeadline, looksLikeUnits, squeeze, type ColumnRole } from '../cell-nature';
import { looksLikePersonName, looksLikeScore } from '../column-profile';
import type { ColumnKind } from './cell-cost';
import { isPageNumber, joinText, type FlowedLine } from './fragments';
import { runsOf } from './layout-columns';
import { freeEdges } from './layout-edges';
import type { HeadColumn } from './layout-heading';
import { chunksOnLine } from './layout-tokens';
import { isNumber } from './numbering';
import { endsTable, type FlowedRegion } from './region';

/** Words over each column, as its cells show what it holds. */
const NAMES = new Map<ColumnRole, string>([
  ['NUMBER', '序号'],
  ['CATEGORY', '类别'],
  ['TASK', '工作任务'],
  ['RESPONSIBLE_UNIT', '责任单位'],
  ['LEAD_OFFICIAL', '牵头领导'],
  ['DEADLINE', '完成时限'],
  ['SCORE', '分值'],
  ['REMARK', '备注'],
]);
const FEWEST_COLUMNS = 3;
const LINES_TOLD = 12;
const LEAST_TOLD = 4;
/** Of the lines of a table so many print words of several columns. */
const LEAST_SHARE = 0.15;
/** The first row's longest cell may begin so many lines above the words beside it. */
const MOST_LINES_ABOVE = 4;
const TITLE = /(?:表|清单|方案|安排|要点|分工|分解|任务|台账|通知)$|^附件/;
/** Where a column begins on another page. */
const DRIFT = 2;
/** Width of the last column's words, for want of an edge behind it. */
const LAST_WIDTH = 8;
/** Columns are looked for on a page with so many lines at least. */
const LINES_OF_PAGE = 8;

const isSpread = (line: FlowedLine | undefined): boolean => line !== undefined && chunksOnLine(line).length > 1;
const isBlank = (line: FlowedLine | undefined): boolean => (line?.text ?? '').trim() === '';

/** The first line from which on many lines print words side by side; three of them and more tell most. */
function firstRow(lines: readonly FlowedLine[]): number {
  const printed = lines.flatMap((line, at) => (isBlank(line) ? [] : [{ at, tells: Math.min(chunksOnLine(line).length, 3) - 1 }]));
  const sum = (from: number): number => printed.slice(from, from + LINES_TOLD).reduce((all, { tells }) => all + tells, 0);
  return printed[printed.findIndex(({ tells }, index) => tells > 0 && sum(index) >= LEAST_TOLD)]?.at ?? -1;
}

/** From the top of the first row to behind the last. */
function extentOf(lines: readonly FlowedLine[]): { from: number; to: number } | null {
  let from = firstRow(lines);
  if (from < 0) return null;
  for (let above = 0; above < MOST_LINES_ABOVE; above += 1) {
    const line = lines[from - 1];
    if (isBlank(line) || TITLE.test(squeeze(line?.text ?? ''))) break;
    from -= 1;
  }
  const last = lines.findLastIndex(isSpread);
  let to = from + 1;
  while (to < lines.length && !endsTable(lines, to) && (to <= last || !isBlank(lines[to]))) to += 1;
  return { from, to };
}

/** Cells one below the other have nothing between them but the end of one name and the beginning of the next. */
const BETWEEN_NAMES = /[、，；。]|(?<=局|委|办|室|政府|单位|部门|中心|公司|院|会|科|股|处)(?=[省市县区州旗镇乡各局机])/;

/** What the words of one column are, whole cells or not. */
function roleOf(texts: readonly string[]): ColumnRole {
  const share = (test: (text: string) => boolean, of: readonly string[] = texts): number => of.filter(test).length / of.length;
  if (share((text) => isNumber(squeeze(text))) >= 0.8) return 'NUMBER';
  if (share(looksLikeScore) >= 0.8) return 'SCORE';
  if (share(looksLikeDeadline) >= 0.6) return 'DEADLINE';
  const names = joinText(texts)
    .split(BETWEEN_NAMES)
    .filter((name) => name !== '');
  if (share((name) => name.length <= 30 && looksLikeUnits(name), names) >= 0.7) return 'RESPONSIBLE_UNIT';
  if (share((text) => text.length <= 4 && looksLikePersonName(text)) >= 0.8) return 'LEAD_OFFICIAL';
  return 'CATEGORY';
}

const DUTY = /公开|推进|推动|加强|强化|完善|落实|建立|健全|开展|组织|做好|发布|公布|编制|规范|优化|清理|举办|更新/g;
const CHARACTERS_A_DUTY = 40;

/** Texts that say what is to be done, as addresses, names and figures do not. */
function saysDuties(texts: readonly string[]): boolean {
  const text = texts.join('');
  return (text.match(DUTY)?.length ?? 0) * CHARACTERS_A_DUTY >= text.length;
}

/** The role of each column: of those of words the fullest is the task's, what stands left of it divides the tasks. */
function rolesOf(columns: readonly string[][]): ColumnRole[] | null {
  const roles = columns.map((texts): ColumnRole => (texts.length === 0 ? 'REMARK' : roleOf(texts)));
  const weight = (column: number): number => (roles[column] === 'CATEGORY' ? (columns[column] ?? []).join('').length : -1);
  const task = roles.reduce((best, _, column) => (weight(column) > weight(best) ? column : best), 0);
  if (roles[task] !== 'CATEGORY' || !saysDuties(columns[task] ?? [])) return null;
  const own = roles.map((role, column): ColumnRole => {
    if (column === task) return 'TASK';
    if (role === 'CATEGORY') return column < task ? 'CATEGORY' : 'REMARK';
    return role === 'NUMBER' && column > 0 ? (column > task ? 'SCORE' : 'CATEGORY') : role;
  });
  const bearers = own.includes('RESPONSIBLE_UNIT') || (own.includes('DEADLINE') && own.includes('NUMBER'));
  return bearers ? own : null;
}

interface PageColumns {
  roles: ColumnRole[];
  columns: HeadColumn[];
}

/** The columns of one page's lines; null where they are no table of tasks. */
function columnsOf(lines: readonly FlowedLine[]): PageColumns | null {
  const printed = lines.filter((line) => !isBlank(line) && !isPageNumber(line.text));
  const first = printed.map((line) => chunksOnLine(line)[0]).filter((chunk) => chunk !== undefined && isNumber(chunk.text));
  const edges = freeEdges(printed, first.length >= 2);
  if (edges.length < FEWEST_COLUMNS) return null;
  const kinds = edges.map((_, column): ColumnKind => (column === 0 && first.length >= 2 ? 'number' : 'free'));
  const texts: string[][] = edges.map(() => []);
  printed.forEach((line, y) =>
    runsOf(line, y, { kinds, edges, full: kinds.map(() => null) }).forEach(({ column, run }) => texts[column]?.push(run.text)),
  );
  const roles = rolesOf(texts);
  if (roles === null) return null;
  const columns = roles.map((role, column) => ({
    name: NAMES.get(role) ?? '',
    start: column === 0 ? 0 : (edges[column] ?? 0) + DRIFT,
    end: Math.max(1, (edges[column + 1] ?? (edges[column] ?? 0) + LAST_WIDTH) - DRIFT + 1),
  }));
  return { roles, columns };
}

/** The columns of the page that shows most of them; where the places of words are measured, all pages have the same. */
function fullestPage(body: readonly FlowedLine[]): PageColumns | null {
  if (body.some(({ words }) => words !== undefined)) return columnsOf(body);
  const pages = [...new Set(body.map(({ page }) => page))].map((page) => body.filter((line) => line.page === page));
  const found = pages.filter((page) => page.length >= LINES_OF_PAGE).flatMap((page) => columnsOf(page) ?? []);
  return found.reduce<PageColumns | null>((best, each) => (each.columns.length > (best?.columns.length ?? 0) ? each : best), null);
}

/** A table of columns kept apart by spaces that has no heading: what its columns hold is told from their words. */
export function unheadedRegion(lines: readonly FlowedLine[]): { region: FlowedRegion; from: number; to: number } | null {
  const extent = extentOf(lines);
  if (extent === null) return null;
  const body = lines.slice(extent.from, extent.to);
  const printed = body.filter((line) => !isBlank(line));
  if (printed.filter(isSpread).length < printed.length * LEAST_SHARE) return null;
  const found = fullestPage(body);
  if (found === null) return null;
  const { roles, columns } = found;
  const headingLine = body[0]!.line;
  const heading = { from: 0, to: 0, names: columns.map(({ name }) => name), roles, columns };
  const region = { heading, headingLine, body, breaksBefore: new Set<number>(), headings: [{ columns, from: 0 }] };
  return { region, ...extent };
}
