import { childOf, childrenOf, isOn, textOf, type XmlElement } from '../zip/xml-elements';

/** Deleted and moved-away text, instructions of fields, readings above characters, marks of notes: none is printed in the line. */
const NOT_PRINTED = new Set([
  'w:pPr',
  'w:rPr',
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:rt',
  'w:rubyPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:object',
  'mc:Fallback',
]);

/** Wingdings and its like print signs under private characters; they are ornaments. */
function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  return Number.isInteger(code) && code >= 0x20 && code <= 0xffff && !isPrivate && (code < 0xd800 || code > 0xdfff)
    ? String.fromCharCode(code)
    : '';
}

/** White space at the edges counts only where the file says so. */
function wordsOf(element: XmlElement): string {
  const text = textOf(element).replace(/[\t\r\n]+/g, ' ');
  return element.attributes['xml:space'] === 'preserve' ? text : text.trim();
}

/** Collects what a paragraph prints, in its order. Text boxes are put aside: they stand beside the line. */
export class InlineText {
  text = '';
  readonly boxes: XmlElement[] = [];
  /** For each open field whether its instruction is still going on. */
  private readonly fields: ('INSTRUCTION' | 'RESULT')[] = [];

  read(element: XmlElement): this {
    for (const child of childrenOf(element)) this.take(child);
    return this;
  }

  private take(element: XmlElement): void {
    if (NOT_PRINTED.has(element.name)) return;
    switch (element.name) {
      case 'w:r':
        if (!isOn(childOf(childOf(element, 'w:rPr'), 'w:vanish'))) this.read(element);
        return;
      case 'w:t':
      case 'm:t':
        this.print(wordsOf(element));
        return;
      case 'w:tab':
      case 'w:ptab':
        this.print('\t');
        return;
      case 'w:br':
      case 'w:cr':
        this.print('\n');
        return;
      case 'w:noBreakHyphen':
        this.print('-');
        return;
      case 'w:sym':
        this.print(symbolOf(element));
        return;
      case 'w:fldChar':
        this.takeFieldMark(element.attributes['w:fldCharType']);
        return;
      case 'w:txbxContent':
        this.boxes.push(element);
        return;
      default:
        this.read(element);
    }
  }

  private takeFieldMark(type: string | undefined): void {
    if (type === 'begin') this.fields.push('INSTRUCTION');
    else if (type === 'end') this.fields.pop();
    else if (this.fields.length > 0) this.fields[this.fields.length - 1] = 'RESULT';
  }

  private print(text: string): void {
    if (!this.fields.includes('INSTRUCTION')) this.text += text;
  }
}
