import type { DocumentBlock } from '../../document';
import { isDataTable } from './data-table';
import { isFurniture } from './find-article';
import { labelledLines } from './label-table';
import { attribute, descendants, elementChildren, lineage, parentOf, tagOf, type PageElement, type PageRoot } from './page-node';
import { readPageTable } from './page-table';
import { linesOf } from './page-text';
import type { TextWeight } from './text-weight';
import type { Visibility } from './visibility';

type Weights = ReadonlyMap<PageElement, TextWeight>;

const HEADING_NAME =
  /(?:^|[\s_-])(?:title|tit|bt|biaoti|arti-?title|article-?title|news-?title|con-?title|content-?title|detail-?title|xl-?title)(?:$|[\s_\d-])/i;
const PARTICULAR =
  /^(?:发文字号|文\s*号|发文机关|发布机构|发文机构|制发机关|成文日期|发文日期|印发日期|发布日期|发布时间|来源|信息来源)\s*[：:]\s*\S.{0,80}$/;
const LONGEST_HEADING = 160;

const squeeze = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, '');

/** 发布时间：2023-04-24 来源：市政府办公室 字体：大 中 小 as lines of their own. */
function particulars(text: string): string[] {
  return text
    .split(/\n|(?:[\s|｜/丨]{1,8})(?=[\u4e00-\u9fff\s]{2,8}[：:])/)
    .map((line) => line.trim())
    .filter((line) => PARTICULAR.test(line));
}

/** What stands before the article in the elements around it: its heading and its particulars. */
function linesBefore(article: PageElement, weights: Weights, isVisible: Visibility): string[] {
  const headings: string[] = [];
  const others: string[] = [];
  for (const level of lineage(article)) {
    const parent = parentOf(level);
    if (parent === null) break;
    const siblings = elementChildren(parent);
    const before = siblings
      .slice(0, siblings.indexOf(level))
      .filter((element) => isVisible(element) && !isFurniture(element, weights, Infinity));
    const inside = before.flatMap((element) => [element, ...descendants(element)]);
    for (const element of inside) {
      const isHeading =
        tagOf(element) === 'h1' ||
        (HEADING_NAME.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`) && /^(?:h\d|p|div|span|td)$/.test(tagOf(element)));
      const characters = weights.get(element)?.characters ?? 0;
      if (characters > LONGEST_HEADING * 4) continue;
      if (isHeading && headings.length === 0 && characters >= 6 && characters <= LONGEST_HEADING)
        headings.push(linesOf(element, isVisible));
      else if (tagOf(element) === 'table' && isDataTable(element, weights))
        others.push(...(labelledLines(readPageTable(element, isVisible)) ?? []));
      else if (['p', 'div', 'li', 'span', 'td'].includes(tagOf(element))) others.push(...particulars(linesOf(element, isVisible)));
    }
  }
  return [...headings, ...new Set(others)];
}

function metaContent(page: PageRoot, name: string): string {
  const meta = descendants(page).find((element) => element.tagName === 'meta' && attribute(element, 'name').toLowerCase() === name);
  return meta === undefined ? '' : attribute(meta, 'content').trim();
}

function textOfBlocks(blocks: readonly DocumentBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    return block.kind === 'flowed'
      ? [block.lines.map(({ text }) => text).join('\n')]
      : block.rows.map((row) => row.cells.map(({ text }) => text).join('\n'));
  });
}

/** What the page declares of its article, where the article itself prints nothing of the kind. */
function declared(page: PageRoot, printed: string, hasHeading: boolean): string[] {
  const lines: string[] = [];
  const title = metaContent(page, 'articletitle');
  if (title !== '' && title.length <= LONGEST_HEADING && !hasHeading && !printed.includes(squeeze(title))) lines.push(title);
  const date = metaContent(page, 'pubdate');
  if (
    /^\d{4}-\d{1,2}-\d{1,2}/.test(date) &&
    !/\d{4}年\d{1,2}月\d{1,2}日|[〇零一二三四五六七八九]{4}年|日期[：:]|时间[：:]\d{4}/.test(printed)
  ) {
    lines.push(`发布日期：${date.slice(0, 10)}`);
  }
  const source = metaContent(page, 'contentsource');
  if (source !== '' && source.length <= 40 && !/(?:机构|机关|来源)[：:]/.test(printed)) lines.push(`来源：${source}`);
  return lines;
}

/** The paragraphs that belong before an article's own, each once: what it prints itself is not said again. */
export function readArticleHead(
  page: PageRoot,
  article: PageElement,
  blocks: readonly DocumentBlock[],
  weights: Weights,
  isVisible: Visibility,
): DocumentBlock[] {
  const own = textOfBlocks(blocks).slice(0, 40).map(squeeze).join('');
  const before = linesBefore(article, weights, isVisible).filter((line) => !own.includes(squeeze(line)));
  const hasHeading =
    before.some((line) => !PARTICULAR.test(line)) || descendants(article).some((element) => /^h[12]$/.test(tagOf(element)));
  const all = textOfBlocks(blocks).map(squeeze).join('') + before.map(squeeze).join('');
  const lines = [...before, ...declared(page, all, hasHeading)];
  return lines.map((text) => ({ kind: 'paragraph', text, position: { page: null, sheet: null, row: null, line: null } }));
}
