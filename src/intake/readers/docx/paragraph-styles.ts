import type { OfficePackage } from '../zip/office-package';
import { childOf, type XmlElement } from '../zip/xml-elements';

/** The place of a paragraph in a list: which list, which level. */
export interface ListPlace {
  instance: string;
  level: number;
}

interface ParagraphStyle {
  name: string;
  basedOn: string | undefined;
  instance: string | undefined;
  level: string | undefined;
}

const LONGEST_CHAIN = 20;

function levelOf(printed: string | undefined): number {
  const level = Number.parseInt(printed ?? '0', 10);
  return Number.isInteger(level) && level >= 0 && level < 9 ? level : 0;
}

/** What the styles of a document say of its paragraphs beside their looks. */
export class ParagraphStyles {
  private readonly styles = new Map<string, ParagraphStyle>();

  static async read(office: OfficePackage, part: string | undefined): Promise<ParagraphStyles> {
    const found = new ParagraphStyles();
    await office.visitIfThere(part, {
      wanted: new Set(['w:style']),
      textIn: new Set(),
      visit: (style) => found.add(style),
    });
    return found;
  }

  /** Entries of a table of contents repeat the headings. */
  isContentsEntry(paragraph: XmlElement): boolean {
    const id = this.idOf(paragraph);
    return id !== undefined && /^(?:toc\s?\d|table of figures)$/i.test(this.styles.get(id)?.name ?? '');
  }

  /** Its own numbering, completed by its style's; null where the paragraph is in no list. */
  listPlace(paragraph: XmlElement): ListPlace | null {
    const own = childOf(childOf(paragraph, 'w:pPr'), 'w:numPr');
    const instance = childOf(own, 'w:numId')?.attributes['w:val'];
    const level = childOf(own, 'w:ilvl')?.attributes['w:val'];
    const style = instance === undefined ? this.styleList(this.idOf(paragraph)) : undefined;
    const list = instance ?? style?.instance;
    return list === undefined || list === '0' ? null : { instance: list, level: levelOf(level ?? style?.level) };
  }

  private styleList(id: string | undefined): ParagraphStyle | undefined {
    let level: string | undefined;
    let next = id;
    for (let step = 0; step < LONGEST_CHAIN && next !== undefined; step += 1) {
      const style = this.styles.get(next);
      level ??= style?.level;
      if (style?.instance !== undefined) return { ...style, level };
      next = style?.basedOn;
    }
    return undefined;
  }

  private idOf(paragraph: XmlElement): string | undefined {
    return childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')?.attributes['w:val'];
  }

  private add(style: XmlElement): void {
    const id = style.attributes['w:styleId'];
    if (id === undefined || style.attributes['w:type'] !== 'paragraph') return;
    const list = childOf(childOf(style, 'w:pPr'), 'w:numPr');
    this.styles.set(id, {
      name: childOf(style, 'w:name')?.attributes['w:val'] ?? '',
      basedOn: childOf(style, 'w:basedOn')?.attributes['w:val'],
      instance: childOf(list, 'w:numId')?.attributes['w:val'],
      level: childOf(list, 'w:ilvl')?.attributes['w:val'],
    });
  }
}
