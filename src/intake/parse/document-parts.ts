import type { ParagraphBlock } from '../document';
import { cleanText } from './clean-text';
import type { FlowBlock } from './document-flow';
import { readDateLine } from './issue-date';
import { isOrganLine } from './printed-line';
import { readNumbering } from './numbering';
import { isRemark, isTableRemark } from './remark-words';

export interface AnnexPart {
  number: string | null;
  title: string;
  line: number | null;
  blocks: FlowBlock[];
}

export interface DocumentParts {
  /** The plan's own text, without signature, lists of annexes, distribution list. */
  body: FlowBlock[];
  annexes: AnnexPart[];
  remarks: string[];
}

const ANNEX_ALONE = /^(?:附\s*件|附\s*表)\s*([0-9一二三四五六七八九十]{0,3})\s*[：:]?$/;
const ANNEX_TITLED = /^(?:附\s*件|附\s*表)\s*([0-9一二三四五六七八九十]{1,3})\s*[：:、.．]?\s*(.{2,80})$/;
const ANNEX_LIST = /^附\s*件\s*[：:]/;
const FURNITURE =
  /^(?:抄\s*送|主\s*送|分\s*送|信息公开(?:选项|属性|方式|类别|类型)[：:]|公开(?:方式|属性|选项|类型|类别|形式)[：:]|[（(]此件.{2,10}[）)]$|[（(]此页无正文|联系人[：:]|联系电话[：:]|责任编辑|扫一扫|打印本页|【?关闭|相关(?:链接|文档)|上一篇|下一篇|[^。；]{4,40}20\d{2}年\d{1,2}月\d{1,2}日印发$)/;

const textOf = (block: FlowBlock): string => (block.kind === 'paragraph' ? cleanText(block.text) : '');

/** The entries of 附件：1.… 2.…, which are no headings. */
function isAnnexListEntry(text: string): boolean {
  const style = readNumbering(text)?.style;
  return style === 'ITEM' && !/[。；]/.test(text) && text.length <= 80;
}

function annexHeading(blocks: readonly FlowBlock[], index: number): { number: string; title: string; length: number } | null {
  const text = textOf(blocks[index]!);
  const alone = ANNEX_ALONE.exec(text);
  if (alone !== null) {
    const title = textOf(blocks[index + 1] ?? blocks[index]!);
    const titled = index + 1 < blocks.length && title !== '' && title.length <= 80 && !/[。；]/.test(title);
    return { number: alone[1] ?? '', title: titled ? title : '', length: titled ? 2 : 1 };
  }
  const titled = ANNEX_TITLED.exec(text);
  if (titled?.[1] === undefined || titled[2] === undefined || /[。；]/.test(titled[2])) return null;
  const again = blocks.slice(index + 1).some((block) => ANNEX_ALONE.exec(textOf(block))?.[1] === titled[1]);
  return again ? null : { number: titled[1], title: titled[2], length: 1 };
}

/** The annex under whose heading the plan's own title stands, behind the notice that issues it. */
export function ownAnnex(blocks: readonly FlowBlock[], bodyStart: number, title: string | null): AnnexPart | null {
  const particulars = blocks.findIndex((block) => !/^(?:来源|信息来源|发布(?:时间|日期|机构)|字体|浏览)[^：:]*[：:]/.test(textOf(block)));
  for (let index = bodyStart - 1; index > particulars && title !== null; index -= 1) {
    const number = ANNEX_ALONE.exec(textOf(blocks[index]!))?.[1];
    if (number === undefined) continue;
    const between = blocks
      .slice(index + 1, bodyStart)
      .map(textOf)
      .join('');
    if (between !== title) return null;
    return { number: number === '' ? null : number, title, line: blocks[index]!.position.line, blocks: [] };
  }
  return null;
}

/** A signature: a date alone, and the organs above it. */
function signatureBlocks(blocks: readonly FlowBlock[]): Set<number> {
  const signed = new Set<number>();
  blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph') return;
    const lines = block.text.split('\n').map(cleanText);
    if (!lines.every((line) => readDateLine(line) !== null || isOrganLine(line)) || readDateLine(lines[lines.length - 1] ?? '') === null)
      return;
    signed.add(index);
    for (let above = index - 1; above >= 0 && isOrganLine(textOf(blocks[above]!)); above -= 1) signed.add(above);
  });
  return signed;
}

class Splitter {
  readonly body: FlowBlock[] = [];
  readonly annexes: AnnexPart[] = [];
  readonly remarks: string[] = [];
  private inAnnexList = false;
  /** Whether nothing but remarks stands between the last table and the paragraph that comes. */
  private underTable: boolean;

  constructor(before: FlowBlock | undefined) {
    this.underTable = before?.kind === 'table';
  }

  private get target(): FlowBlock[] {
    return this.annexes[this.annexes.length - 1]?.blocks ?? this.body;
  }

  paragraph(block: ParagraphBlock, text: string): void {
    if (this.inAnnexList && isAnnexListEntry(text)) return;
    this.inAnnexList = ANNEX_LIST.test(text);
    if (this.inAnnexList || FURNITURE.test(text)) return;
    if (this.underTable ? isTableRemark(text) : isRemark(text)) {
      this.remarks.push(text);
      return;
    }
    this.underTable &&= text === '';
    this.target.push(block);
  }

  table(block: FlowBlock): void {
    this.inAnnexList = false;
    this.underTable = true;
    this.target.push(block);
  }
}

/** Parts the plan's own text from its annexes. `bodyStart` is the block at which the plan begins. */
export function splitParts(blocks: readonly FlowBlock[], bodyStart: number): DocumentParts {
  const own = blocks.slice(bodyStart);
  const signed = signatureBlocks(own);
  const parts = new Splitter(blocks[bodyStart - 1]);
  let started = false;
  for (let index = 0; index < own.length; index += 1) {
    const block = own[index]!;
    if (block.kind === 'table') {
      parts.table(block);
      started = true;
      continue;
    }
    const heading = started ? annexHeading(own, index) : null;
    if (heading !== null) {
      parts.annexes.push({
        number: heading.number === '' ? null : heading.number,
        title: heading.title,
        line: block.position.line,
        blocks: [],
      });
      index += heading.length - 1;
      continue;
    }
    if (signed.has(index)) continue;
    parts.paragraph(block, textOf(block));
    started ||= textOf(block) !== '';
  }
  return { body: parts.body, annexes: parts.annexes, remarks: parts.remarks };
}
