import type { DocumentBlock, SourcePosition } from '../../document';
import { isDataTable } from './data-table';
import { isFurniture } from './find-article';
import { labelledLines } from './label-table';
import { isElement, tagOf, textOf, type PageElement } from './page-node';
import { readPageTable } from './page-table';
import { isBlock, linesOf, listMark, shownText } from './page-text';
import { withoutProseRows } from './prose-rows';
import { isSiteLine } from './site-line';
import type { TextWeight } from './text-weight';
import type { Visibility } from './visibility';

const NOWHERE: SourcePosition = { page: null, sheet: null, row: null, line: null };

/** Text that runs through an element until a block begins or ends. */
class BlockCollector {
  readonly blocks: DocumentBlock[] = [];
  private pending = '';
  private flowedLines = 0;

  add(text: string): void {
    this.pending += text;
  }

  table(block: DocumentBlock): void {
    this.flush();
    this.blocks.push(block);
  }

  /**
   * A few short lines are one paragraph, such as a title. Of more, only the wording tells which line breaks end a paragraph.
   */
  flush(): void {
    const lines = this.pending.split('\n').map((line) => line.replace(/[ \t]+$/, ''));
    this.pending = '';
    const printed = lines.filter((line) => line.trim() !== '' && !isSiteLine(line.trim()));
    if (printed.length === 0) return;
    const isShort = printed.length <= 3 && printed.every((line) => line.trim().length <= 40);
    if (printed.length === 1 || isShort) {
      const text = printed.map((line) => line.trim()).join('\n');
      this.blocks.push({ kind: 'paragraph', text, position: NOWHERE });
      return;
    }
    const from = this.flowedLines;
    this.flowedLines += lines.length;
    this.blocks.push({
      kind: 'flowed',
      lines: lines.map((text, index) => ({ text: isSiteLine(text.trim()) ? '' : text, line: from + index + 1, page: null })),
      position: NOWHERE,
    });
  }
}

/** The article as paragraphs and tables in the order of the page. */
export class ArticleReader {
  private readonly collector = new BlockCollector();
  private readonly whole: number;

  constructor(
    private readonly article: PageElement,
    private readonly weights: ReadonlyMap<PageElement, TextWeight>,
    private readonly isVisible: Visibility,
  ) {
    const weight = weights.get(article);
    this.whole = weight === undefined ? 0 : weight.characters - weight.linked;
  }

  read(): DocumentBlock[] {
    this.walk(this.article, tagOf(this.article) === 'pre');
    this.collector.flush();
    return this.collector.blocks;
  }

  private walk(parent: PageElement, isVerbatim: boolean): void {
    for (const node of parent.childNodes) {
      const text = textOf(node);
      if (text !== null) this.collector.add(shownText(text, isVerbatim));
      if (isElement(node) && this.isVisible(node) && !isFurniture(node, this.weights, this.whole)) this.enter(node, isVerbatim);
    }
  }

  private enter(element: PageElement, isVerbatim: boolean): void {
    const tag = tagOf(element);
    if (tag === 'br') this.collector.add('\n');
    else if (tag === 'table' && isDataTable(element, this.weights)) this.table(element);
    else if (isBlock(element)) {
      this.collector.flush();
      this.collector.add(listMark(element));
      this.walk(element, isVerbatim || tag === 'pre');
      this.collector.flush();
    } else this.walk(element, isVerbatim);
  }

  private table(element: PageElement): void {
    for (const child of element.childNodes) {
      if (isElement(child) && tagOf(child) === 'caption' && this.isVisible(child)) {
        this.collector.flush();
        this.collector.add(linesOf(child, this.isVisible));
      }
    }
    const table = readPageTable(element, this.isVisible);
    const labels = labelledLines(table);
    if (labels === null) for (const block of withoutProseRows(table)) this.collector.table(block);
    for (const line of labels ?? []) {
      this.collector.flush();
      this.collector.add(line);
    }
    this.collector.flush();
  }
}
