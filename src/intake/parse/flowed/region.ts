import { squeeze } from '../cell-nature';
import { proseBehind } from './behind-table';
import { isPageNumber, type FlowedLine } from './fragments';
import { headingAt, type Heading } from './heading';
import type { HeadColumn } from './layout-heading';

/** The lines of one table: heading rows and page numbers taken out. */
export interface FlowedRegion {
  heading: Heading;
  headingLine: number;
  body: FlowedLine[];
  /** Source lines before which a heading row stood. */
  breaksBefore: Set<number>;
  /** Where the heading's cells stand each time it is printed, with the index of the body line that follows. */
  headings: { columns: HeadColumn[] | null; from: number }[];
}

export interface Regions {
  regions: FlowedRegion[];
  rest: FlowedLine[];
}

/** What stands behind a table's last row: remarks, annexes, the imprint. */
const AFTER_TABLE =
  /^(?:(?:备注|附注|注释?|说明|填表说明|填报说明)[0-9一二三]?[：:].*|附件[0-9０-９一二三四五六七八九十]*(?:[：:.．].*)?|附件?表[0-9]*[：:]?|抄送[：:].*|信息公开选项[：:].*|公开(?:属性|方式|类别|选项)[：:].*|（?此件.{0,12}公开）?|\(?此件.{0,12}公开\)?|.{2,20}(?:办公室|办公厅|委员会|局|厅)[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日印发)$/;

/** The attribute of disclosure in an imprint; it may as well be a category of the table. */
const ATTRIBUTE = /^(?:主动公开|依申请公开|不予公开)$/;
const LINES_OF_IMPRINT = 6;

/** Whether what stands behind a table begins on this line. */
export function endsTable(lines: readonly FlowedLine[], at: number): boolean {
  const squeezed = squeeze(lines[at]?.text ?? '');
  if (squeezed.length >= 400) return false;
  if (!ATTRIBUTE.test(squeezed)) return AFTER_TABLE.test(squeezed);
  const behind = lines.slice(at + 1).filter(({ text }) => text.trim() !== '');
  return behind.length <= LINES_OF_IMPRINT && !behind.some(({ text }) => /\S\s{2,}\S/.test(text.trim()));
}

function sameHeading(left: Heading, right: Heading): boolean {
  return left.names.map(squeeze).join('|') === right.names.map(squeeze).join('|');
}

/** Titles between two tables make the second one a table of its own, however alike their headings are. */
function partsTables(lines: readonly FlowedLine[]): boolean {
  return lines.some(({ text }) => /^(?:附件|附表)|(?:表|清单|方案|安排|要点)$/.test(squeeze(text)));
}

const TITLE = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])[^，。；、]{2,40}$/;

/** 二、加强解读, the last line before a heading row, heads the table that follows. */
function takeTitle(body: FlowedLine[]): FlowedLine | null {
  const at = body.findLastIndex(({ text }) => text.trim() !== '');
  const line = body[at];
  if (line === undefined || at < body.length - 4 || /\S\s{2,}\S/.test(line.text) || !TITLE.test(squeeze(line.text))) return null;
  body.length = at;
  return line;
}

/** Finds the tables by their heading rows, which stand again on every page. */
export function regionsOf(lines: readonly FlowedLine[]): Regions {
  const regions: FlowedRegion[] = [];
  const rest: FlowedLine[] = [];
  let current: FlowedRegion | null = null;
  let open = false;
  let since: FlowedLine[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] as FlowedLine;
    const heading = headingAt(lines, at);
    if (heading !== null) {
      const title = current !== null && open ? takeTitle(current.body) : null;
      if (title !== null) rest.push(title);
      if (current === null || title !== null || !sameHeading(current.heading, heading) || (!open && partsTables(since))) {
        current = { heading, headingLine: line.line, body: [], breaksBefore: new Set(), headings: [] };
        regions.push(current);
      }
      const next = lines[heading.to];
      if (next !== undefined) current.breaksBefore.add(next.line);
      current.headings.push({ columns: heading.columns, from: current.body.length });
      open = true;
      since = [];
      at = heading.to;
      continue;
    }
    if (open && endsTable(lines, at)) open = false;
    if (open && current !== null) current.body.push(line);
    else if (!isPageNumber(line.text)) {
      rest.push(line);
      since.push(line);
    }
    at += 1;
  }
  const behind = regions.flatMap(cutBehind);
  return { regions, rest: behind.length === 0 ? rest : [...rest, ...behind].sort((left, right) => left.line - right.line) };
}

/** Takes off the prose that stands right behind a table's last row. */
function cutBehind(region: FlowedRegion): FlowedLine[] {
  const last = region.headings[region.headings.length - 1];
  return region.body.splice(proseBehind(region.body, last?.from ?? 0, last?.columns ?? null));
}
