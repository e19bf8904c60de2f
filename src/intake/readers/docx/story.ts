import type { DocumentBlock, ParagraphBlock, SourcePosition } from '../../document';
import { unpacksTooLarge } from '../zip/office-refusals';
import { childOf, childrenOf, type XmlElement } from '../zip/xml-elements';
import { InlineText } from './inline-text';
import type { ListNumbering } from './list-numbering';
import type { ParagraphStyles } from './paragraph-styles';
import { readTable } from './word-table';

/** Of one document; a plan has some hundreds. */
const MOST_BLOCKS = 100_000;
const NOWHERE: SourcePosition = { page: null, sheet: null, row: null, line: null };
/** What wraps blocks without being one: content controls, markup of the office's own, alternatives. */
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo', 'mc:AlternateContent', 'mc:Choice']);

/** What the paragraphs of a document have in common. */
export interface WordContext {
  numbering: ListNumbering;
  styles: ParagraphStyles;
}

function paragraphOf(text: string): ParagraphBlock {
  return { kind: 'paragraph', text, position: NOWHERE };
}

/** A deleted paragraph mark joins the paragraph with the one that follows. */
function markIsDeleted(paragraph: XmlElement): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
}

/** A run of paragraphs and tables: the body, a cell, a text box. */
export class Story {
  readonly blocks: DocumentBlock[] = [];
  private joined = '';

  constructor(private readonly context: WordContext) {}

  take(element: XmlElement): void {
    if (this.blocks.length > MOST_BLOCKS) throw unpacksTooLarge();
    if (element.name === 'w:p') this.takeParagraph(element);
    else if (element.name === 'w:tbl') this.takeTable(element);
    else if (WRAPPERS.has(element.name)) this.takeAll(element);
  }

  takeAll(parent: XmlElement): this {
    for (const child of childrenOf(parent)) this.take(child);
    return this;
  }

  /** The story as the text of a cell: a line for each paragraph and each row of a table inside. */
  get asText(): string {
    return this.blocks
      .map((block) => {
        if (block.kind === 'paragraph') return block.text.trim();
        if (block.kind === 'flowed') return '';
        return block.rows.map((row) => row.cells.map(({ text }) => text).join('\t')).join('\n');
      })
      .filter((text) => text.trim() !== '')
      .join('\n');
  }

  private takeParagraph(paragraph: XmlElement): void {
    if (this.context.styles.isContentsEntry(paragraph)) return;
    const inline = new InlineText().read(paragraph);
    const text = this.joined + inline.text;
    this.joined = '';
    if (markIsDeleted(paragraph)) this.joined = text;
    else {
      const place = this.context.styles.listPlace(paragraph);
      const number = place === null ? '' : this.context.numbering.next(place.instance, place.level);
      const printed = `${number}${text}`;
      if (printed.trim() !== '') this.blocks.push(paragraphOf(printed));
    }
    for (const box of inline.boxes) this.blocks.push(...new Story(this.context).takeAll(box).blocks);
  }

  private takeTable(element: XmlElement): void {
    const { table, frame } = readTable(element, (cell) => new Story(this.context).takeAll(cell));
    if (frame !== null) this.blocks.push(...frame);
    else if (table !== null) this.blocks.push(table);
  }
}
