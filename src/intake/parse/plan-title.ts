import { isOrganLine, type PrintedLine } from './printed-line';
import { readDocumentNumberLine } from './document-number';
import { readDateLine } from './issue-date';
import { readNumbering } from './numbering';
import { planKind } from './plan-kind';

const TITLE_END =
  /(?:要点|安排|方案|计划|分工表|分解表|任务表|一览表|清单|台账|意见|通知|报告|办法|规定|细则|制度|总结|通报|公告|公示|规划|目录|部署|任务|分工|分解|任务书|举措|措施|条例|规程|指南|纪要|简报|批复|预案|规则|函|表)(?:[（(〈<][^（()）]{1,20}[）)〉>])?$/;
const LETTERHEAD_LABEL =
  /^(?:索引号|主题分类|发布机构|发文机关|发文机构|发文字号|文号|名称|标题|成文日期|发布日期|有效性|信息分类|当前位置|来源|浏览|字体|字号|打印|分享|首页)/;
const LONGEST_TITLE = 90;
const LINES_SEARCHED = 40;

export interface TitleFound {
  title: string | null;
  /** What stands before 关于印发 in the notice's title. */
  noticeIssuer: string | null;
  /** The notice's own title, where a notice issues the plan. */
  noticeTitle: string | null;
  /** Index in the lines after which the plan's own text begins. */
  end: number;
}

function isSalutation(text: string): boolean {
  return (
    /[：:]$/.test(text) &&
    /^(?:各|市|区|县|州|省|机关|局|本|办|院|有关|相关|全|[\u4e00-\u9fff]{2,6}(?:新区|高新区|经开区|街道|镇|乡|管委会|政府))/.test(text)
  );
}

/** The lines above the salutation, the first sentence or the first chapter. */
function headOf(lines: readonly PrintedLine[], firstTable: number): number {
  for (let index = 0; index < Math.min(lines.length, LINES_SEARCHED); index += 1) {
    const line = lines[index];
    if (line === undefined || line.block > firstTable) return index;
    const text = line.text;
    if (/^各.{2,}[，、]/.test(text)) return index;
    if (isSalutation(text) || text.length > LONGEST_TITLE || /。./.test(text) || /。$/.test(text)) return index;
    if (['CHAPTER', 'PART', 'SECTION', 'ARTICLE'].includes(readNumbering(text)?.style ?? '')) return index;
  }
  return Math.min(lines.length, LINES_SEARCHED);
}

function isTitlePart(text: string): boolean {
  return !(
    isOrganLine(text) ||
    readDocumentNumberLine(text) !== null ||
    readDateLine(text) !== null ||
    LETTERHEAD_LABEL.test(text) ||
    /^附件\s*[\d一二三四五六七八九十]*[：:]?$/.test(text) ||
    /^[-—]?\s*\d+\s*[-—]?$/.test(text) ||
    /文件$|[>»]|网站|门户网|^[\u4e00-\u9fff]{2,6}[：:]/.test(text)
  );
}

/** 《…》 around a title that is nothing but a title; 附件2： before it. */
function withoutMarks(printed: string): string {
  const title = printed.replace(/^附(?:件|表)\s*[\d一二三四五六七八九十]*\s*[：:、.]?\s*(?=.{4})/, '');
  const inner = /^[《〈<](.*)[》〉>]$/.exec(title)?.[1];
  return inner !== undefined && !/[》〉]/.test(inner.replace(/[〈<][^〉>]*[〉>]/g, '')) ? inner : title;
}

const ISSUES = /关于(?:印发|转发|下发|公布|发布|印制)/;

/** A notice that issues the plan; its title may run over several lines and have the number among them. */
function readNotice(head: readonly PrintedLine[]): { title: string; issuer: string | null; notice: string } | null {
  const parts = head.map(({ text }) => (readDocumentNumberLine(text) === null && readDateLine(text) === null ? text : ''));
  for (let start = 0; start < parts.length; start += 1) {
    const first = parts[start] ?? '';
    const at = first.search(ISSUES);
    if (at < 0) continue;
    const whole = parts
      .slice(start, start + 6)
      .join('')
      .slice(at);
    const match = /^关于(?:印发|转发|下发|公布|发布|印制)(.{4,120}?)的通知/.exec(whole);
    if (match?.[1] === undefined) continue;
    const before = at > 0 ? first.slice(0, at).replace(/^(?:标题|名称|文件名称|信息名称)[：:]/, '') : precedingOrgan(parts.slice(0, start));
    return { title: withoutMarks(match[1]), issuer: before === '' ? null : before, notice: match[0] };
  }
  return null;
}

function precedingOrgan(parts: readonly string[]): string {
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index] ?? '';
    if (part !== '') return isOrganLine(part) ? part : '';
  }
  return '';
}

/** Titles may be broken over lines: the shortest run of lines that ends like a title. */
function titleAmong(head: readonly PrintedLine[]): { title: string; end: number } | null {
  for (let start = 0; start < head.length; start += 1) {
    if (!isTitlePart(head[start]?.text ?? '')) continue;
    let joined = '';
    for (let end = start; end < Math.min(head.length, start + 4); end += 1) {
      const text = head[end]?.text ?? '';
      if (!isTitlePart(text)) break;
      joined += text;
      const following = head[end + 1]?.text ?? '';
      const goesOn = following !== '' && isTitlePart(following) && TITLE_END.test(following) && following.length <= 12;
      if (joined.length <= LONGEST_TITLE && TITLE_END.test(joined) && !goesOn) return { title: withoutMarks(joined), end: end + 1 };
    }
  }
  const only = head.findIndex(({ text }) => isTitlePart(text) && text.length >= 4 && text.length <= LONGEST_TITLE && !/[。；]/.test(text));
  return only < 0 ? null : { title: head[only]?.text ?? '', end: only + 1 };
}

const PLACE = /^[\u4e00-\u9fff]{2,16}[省市县区州盟旗镇乡]$/;

/** Where the lines print a title again, as the heading of the plan itself; there a place may stand before it. */
function reprintOf(title: string, lines: readonly PrintedLine[], from: number): { title: string; end: number } | null {
  for (let start = from; start < lines.length; start += 1) {
    let joined = '';
    for (let end = start; end < Math.min(lines.length, start + 4) && joined.length <= title.length; end += 1) {
      joined += lines[end]?.text ?? '';
      if (joined === title) return { title, end: end + 1 };
      if (joined.endsWith(title) && PLACE.test(joined.slice(0, -title.length))) return { title: joined, end: end + 1 };
    }
  }
  return null;
}

/** Titles that only say that something is made known; the plan that they make known may stand below under its own. */
const PLAIN_NOTICE = /(?:通知|函)$/;

/** The heading of a plan between the text of the notice and the plan's first chapter. */
function titleBelowNotice(lines: readonly PrintedLine[], from: number, firstTable: number): { title: string; end: number } | null {
  for (let index = from; index < lines.length; index += 1) {
    const { text, block } = lines[index] ?? { text: '', block: 0 };
    if (block > firstTable || readNumbering(text) !== null || /^附\s*[件表]/.test(text)) return null;
    const heads = text.length <= 60 && !/[。；：:，]/.test(text) && TITLE_END.test(text) && planKind(text) !== 'OTHER';
    if (heads && isTitlePart(text)) return { title: withoutMarks(text), end: index + 1 };
  }
  return null;
}

/** The plan's own title and where its text begins. */
export function readTitle(lines: readonly PrintedLine[], firstTable: number): TitleFound {
  const headEnd = headOf(lines, firstTable);
  const head = lines.slice(0, headEnd);
  const notice = readNotice(head);
  if (notice !== null) {
    const { title, end } = reprintOf(notice.title, lines, headEnd) ?? { title: notice.title, end: headEnd };
    return { title, noticeIssuer: notice.issuer, noticeTitle: notice.notice, end };
  }
  const found = titleAmong(head);
  const below = found !== null && PLAIN_NOTICE.test(found.title) ? titleBelowNotice(lines, headEnd, firstTable) : null;
  if (found !== null && below !== null) {
    const issuer = precedingOrgan(head.slice(0, found.end).map(({ text }) => (isOrganLine(text) ? text : '')));
    return { title: below.title, noticeIssuer: issuer === '' ? null : issuer, noticeTitle: found.title, end: below.end };
  }
  return { title: found?.title ?? null, noticeIssuer: null, noticeTitle: null, end: found?.end ?? 0 };
}
