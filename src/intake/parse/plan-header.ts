import type { PlanReading, Problem } from '../reading';
import { readBasis } from './basis';
import type { FlowBlock } from './document-flow';
import { readDocumentNumberLine } from './document-number';
import { readDateLine, readIssueDate, readLabelledDate, readTitleYear } from './issue-date';
import { planKind } from './plan-kind';
import { readTitle } from './plan-title';
import { isOrganLine, letterheadOrgan, printedLines, type PrintedLine } from './printed-line';
import { readNumbering } from './numbering';
import { cleanText } from './clean-text';

export interface HeaderFound {
  plan: PlanReading;
  /** Index of the block from which on the plan's own text stands. */
  bodyStart: number;
  /** The paragraphs that introduce the plan: the notice's and the plan's own, before its first chapter. */
  opening: string[];
  problems: Problem[];
}

const DISCLOSURE =
  /^[（(]?(?:信息公开(?:选项|属性|方式|类别|类型)|公开(?:方式|属性|选项|类型|类别|形式))[：:]\s*(主动公开|依申请公开|不予公开|不公开|此件公开发布|[^。，；）)]{2,12})/;
const DISCLOSURE_NOTE = /^[（(](此件(?:公开发布|主动公开|依申请公开|不公开|不予公开|删减后公开|公开))[）)]$/;

interface Signature {
  issuer: string | null;
  issuedOn: string | null;
}

/** 甲市人民政府办公室 2023年4月24日 in one line. */
function signatureLine(text: string): Signature | null {
  const match = /^([\u4e00-\u9fff（）()]{4,40}?)((?:20\d{2}|二[〇○零]..)年.{1,3}月.{1,3}日)$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || !isOrganLine(match[1])) return null;
  return { issuer: match[1], issuedOn: readIssueDate(match[2]) };
}

/** The issuer over the date, wherever a document signs. */
function readSignature(lines: readonly PrintedLine[]): Signature {
  let dated: Signature | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    const whole = signatureLine(text);
    if (whole !== null) return whole;
    const issuedOn = readDateLine(text);
    if (issuedOn === null) continue;
    const issuer = organsAbove(lines, index);
    if (issuer !== null) return { issuer, issuedOn };
    dated ??= { issuer: null, issuedOn };
  }
  return dated ?? { issuer: null, issuedOn: null };
}

/** Several organs sign one above the other. */
function organsAbove(lines: readonly PrintedLine[], date: number): string | null {
  const organs: string[] = [];
  for (let index = date - 1; index >= 0 && organs.length < 6; index -= 1) {
    const text = lines[index]?.text ?? '';
    if (!isOrganLine(text)) break;
    organs.unshift(text);
  }
  return organs.length === 0 ? null : organs.join('、');
}

function labelledIssuer(lines: readonly PrintedLine[]): string | null {
  for (const { text } of lines) {
    const match = /^(?:发布机构|发文机关|发文机构|发文单位|制发机关|印发单位|发布单位|公开主体)[：:](.{3,40})$/.exec(text);
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}

function readDisclosure(lines: readonly PrintedLine[]): string | null {
  for (const { text } of lines) {
    const note = DISCLOSURE_NOTE.exec(text)?.[1]?.replace(/^此件(?!公开发布|删减)/, '');
    const found = DISCLOSURE.exec(text)?.[1] ?? note;
    if (found !== undefined) return found;
  }
  return null;
}

/** The first line, or part of a line that strokes divide, of which something is read. */
function firstMatch<T>(lines: readonly PrintedLine[], read: (text: string) => T | null): T | null {
  for (const { text } of lines) {
    for (const part of text.split(/[|｜丨]/)) {
      const found = read(part);
      if (found !== null) return found;
    }
  }
  return null;
}

function paragraphsBetween(blocks: readonly FlowBlock[], from: number, to: number): string[] {
  return blocks.slice(from, to).flatMap((block) => (block.kind === 'paragraph' ? [cleanText(block.text)] : []));
}

/** The first block from `from` on that is a chapter, a table or an annex. */
function openingEnd(blocks: readonly FlowBlock[], from: number): number {
  for (let index = from; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.kind === 'table') return index;
    const text = cleanText(block.text);
    const numbering = readNumbering(text);
    if ((numbering !== null && numbering.style !== 'DECIMAL') || /^附件/.test(text)) return index;
  }
  return blocks.length;
}

function missing(plan: PlanReading): Problem[] {
  const problems: Problem[] = [];
  if (plan.title === null) {
    problems.push({
      severity: 'WARNING',
      code: 'TITLE_MISSING',
      message: '没有找到标题，请补充。 No title was found; supply it.',
      at: null,
    });
  }
  if (plan.year === null) {
    problems.push({
      severity: 'WARNING',
      code: 'YEAR_UNKNOWN',
      message: '标题和落款都没有年份，请补充。 Neither title nor date tells the year; supply it.',
      at: null,
    });
  }
  if (plan.issuer === null) {
    problems.push({
      severity: 'INFO',
      code: 'ISSUER_MISSING',
      message: '文件没有印发机关，请补充。 The document names no issuer; supply it.',
      at: null,
    });
  }
  return problems;
}

/** The block behind the last line; a title row inside a table leaves the table to be read. */
function blockAfter(line: PrintedLine | undefined, firstTable: number): number {
  if (line === undefined) return 0;
  return line.block === firstTable ? firstTable : line.block + 1;
}

/** The attributes of the document. `tableTitles` are title rows printed inside its first table. */
export function readHeader(blocks: readonly FlowBlock[], tableTitles: readonly string[]): HeaderFound {
  // A single row above the title is a site's menu or a frame.
  const firstTable = blocks.findIndex((block) => block.kind === 'table' && block.rows.length > 1);
  const titleLines = tableTitles.map((text) => ({ text, block: Math.max(firstTable, 0) }));
  const printed = printedLines(blocks);
  const before = printed.filter(({ block }) => firstTable < 0 || block < firstTable);
  const lines = [...before, ...titleLines, ...printed.slice(before.length)];
  const found = readTitle(lines, firstTable < 0 ? blocks.length : firstTable);
  const head = lines.slice(0, Math.max(found.end, 12));
  const signature = readSignature(lines);
  const issuedOn = signature.issuedOn ?? firstMatch(head, readLabelledDate);
  const letterhead = found.title === null ? null : firstMatch(lines.slice(0, found.end), letterheadOrgan);
  const bodyStart = lines[found.end]?.block ?? blockAfter(lines[lines.length - 1], firstTable);
  const firstChapter = openingEnd(blocks, bodyStart);
  const noticeStart = bodyStart > 0 && found.noticeTitle !== null ? openingEnd(blocks, 0) : bodyStart;
  const opening = [
    ...paragraphsBetween(blocks, 0, Math.min(noticeStart, bodyStart)),
    ...paragraphsBetween(blocks, bodyStart, firstChapter),
  ];
  const documentNumber = firstMatch(head, readDocumentNumberLine);
  const plan: PlanReading = {
    title: found.title,
    documentNumber,
    kind: planKind(found.title),
    issuer: signature.issuer ?? found.noticeIssuer ?? labelledIssuer(head) ?? letterhead,
    issuedOn,
    year: yearOf(found.title, issuedOn, documentNumber),
    basis: readBasis(
      opening,
      [found.title, found.noticeTitle].filter((title) => title !== null),
    ),
    remarks: [],
    disclosure: readDisclosure(lines),
  };
  return { plan, bodyStart, opening, problems: missing(plan) };
}

function yearOf(title: string | null, issuedOn: string | null, documentNumber: string | null): number | null {
  const inTitle = title === null ? null : readTitleYear(title);
  const year = inTitle ?? (issuedOn === null ? Number(/〔(\d{4})〕/.exec(documentNumber ?? '')?.[1] ?? NaN) : Number(issuedOn.slice(0, 4)));
  return Number.isFinite(year) ? year : null;
}
