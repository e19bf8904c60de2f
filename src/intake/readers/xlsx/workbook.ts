import type { OfficePackage } from '../zip/office-package';
import { unpacksTooLarge } from '../zip/office-refusals';
import { childOf, childrenOf, textOf, type XmlElement } from '../zip/xml-elements';
import { builtInFormat } from './format-code';

export interface SheetEntry {
  name: string;
  part: string;
}

export interface Workbook {
  /** The sheets that are shown, in their order. */
  sheets: SheetEntry[];
  from1904: boolean;
  sharedStrings: string[];
  /** The number format of each cell style, by its place. */
  formats: string[];
}

const MOST_STRINGS = 1_000_000;

/** Characters that XML cannot hold are written _x000D_. */
function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
        const unit = Number.parseInt(code, 16);
        return unit >= 0xd800 && unit <= 0xdfff ? '' : String.fromCharCode(unit);
      })
    : text;
}

/** A text of one piece or of several with fonts of their own. Readings printed above characters are left out. */
function richText(element: XmlElement): string {
  const pieces = childrenOf(element).flatMap((child) => {
    if (child.name === 'x:t') return [textOf(child)];
    return child.name === 'x:r' ? childrenOf(child).flatMap((piece) => (piece.name === 'x:t' ? [textOf(piece)] : [])) : [];
  });
  return unescapeText(pieces.join(''))
    .replace(/\r\n?/g, '\n')
    .replace(/\u0000/g, '');
}

async function readStrings(office: OfficePackage, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  await office.visitIfThere(part, {
    wanted: new Set(['x:si']),
    textIn: new Set(['x:t']),
    keeps: (_, child) => child === 'x:t' || child === 'x:r',
    visit: (element) => {
      if (strings.length >= MOST_STRINGS) throw unpacksTooLarge();
      strings.push(richText(element));
    },
  });
  return strings;
}

async function readFormats(office: OfficePackage, part: string | undefined): Promise<string[]> {
  const own = new Map<number, string>();
  const formats: string[] = [];
  await office.visitIfThere(part, {
    wanted: new Set(['x:numFmts', 'x:cellXfs']),
    textIn: new Set(),
    keeps: (_, child) => child === 'x:numFmt' || child === 'x:xf',
    visit: (element) => {
      for (const { name, attributes } of childrenOf(element)) {
        const id = Number.parseInt(attributes['numFmtId'] ?? '0', 10);
        if (name === 'x:numFmt') own.set(id, attributes['formatCode'] ?? '');
        else if (element.name === 'x:cellXfs') formats.push(own.get(id) ?? builtInFormat(id));
      }
    },
  });
  return formats;
}

/** What a workbook has beside its cells. Sheets of charts and of macros, and sheets that are hidden, are not among its sheets. */
export async function readWorkbook(office: OfficePackage): Promise<Workbook> {
  const main = await office.mainPart('xl/workbook.xml');
  const links = await office.relationships(main);
  const part = (type: string): string | undefined => [...links.values()].find((link) => link.type === type)?.target;
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  await office.visit(main, {
    wanted: new Set(['x:workbookPr', 'x:sheet']),
    textIn: new Set(),
    visit: ({ name, attributes }) => {
      if (name === 'x:workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      else {
        const link = links.get(attributes['r:id'] ?? '');
        const hidden = attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden';
        if (link?.type === 'worksheet' && !hidden) sheets.push({ name: attributes['name'] ?? '', part: link.target });
      }
    },
  });
  return {
    sheets,
    from1904,
    sharedStrings: await readStrings(office, part('sharedStrings')),
    formats: await readFormats(office, part('styles')),
  };
}

/** The text that a cell shows. The value that a formula had when the file was saved is its value; formulas are not computed. */
export function cellText(cell: XmlElement, workbook: Workbook, show: (value: number, code: string, from1904: boolean) => string): string {
  const type = cell.attributes['t'] ?? 'n';
  if (type === 'inlineStr') return richText(childOf(cell, 'x:is') ?? cell);
  const value = childOf(cell, 'x:v');
  if (value === undefined) return '';
  const text = textOf(value);
  switch (type) {
    case 's':
      return workbook.sharedStrings[Number.parseInt(text, 10)] ?? '';
    case 'b':
      return text === '1' || text === 'true' ? 'TRUE' : 'FALSE';
    case 'd':
      return text.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ');
    case 'n': {
      const number = Number(text);
      if (text.trim() === '' || !Number.isFinite(number)) return text;
      return show(number, workbook.formats[Number.parseInt(cell.attributes['s'] ?? '0', 10)] ?? 'General', workbook.from1904);
    }
    default:
      return unescapeText(text).replace(/\r\n?/g, '\n');
  }
}
