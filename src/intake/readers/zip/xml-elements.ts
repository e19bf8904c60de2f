import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { damaged, unpacksTooLarge } from './office-refusals';

/** An element with all that it holds, by the usual prefix of its namespace whatever prefix the file chose. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

export interface XmlVisit {
  /** Elements to hand over whole, outermost first. What surrounds them is passed through and not kept. */
  wanted: ReadonlySet<string>;
  /** Whether a child is kept inside a wanted element; all are where this is left out. */
  keeps?: (parent: string, child: string) => boolean;
  /** Elements whose text counts; what stands between other elements is layout of the file. */
  textIn: ReadonlySet<string>;
  visit: (element: XmlElement) => void;
}

const DEEPEST = 256;
/** Of one wanted element: a table of ten thousand rows has fewer. */
const MOST_KEPT_ELEMENTS = 500_000;
const MOST_KEPT_CHARACTERS = 10_000_000;

/** The namespaces of office files, each in its transitional and its strict form. */
const PREFIXES: [RegExp, string][] = [
  [/^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main$/, 'w'],
  [/^http:\/\/(?:schemas\.openxmlformats\.org\/spreadsheetml\/2006|purl\.oclc\.org\/ooxml\/spreadsheetml)\/main$/, 'x'],
  [/^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships$/, 'r'],
  [/^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/math$/, 'm'],
  [/^http:\/\/www\.w3\.org\/XML\/1998\/namespace$/, 'xml'],
  [/^http:\/\/schemas\.openxmlformats\.org\/markup-compatibility\/2006$/, 'mc'],
  [/^http:\/\/schemas\.openxmlformats\.org\/package\/2006\/relationships$/, 'rel'],
  [/^http:\/\/schemas\.openxmlformats\.org\/package\/2006\/content-types$/, 'ct'],
];
const prefixes = new Map<string, string>([['', '']]);

function prefixOf(uri: string): string {
  let prefix = prefixes.get(uri);
  if (prefix === undefined) {
    prefix = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? '?';
    if (prefixes.size < 1000) prefixes.set(uri, prefix);
  }
  return prefix;
}

function nameOf(uri: string, local: string): string {
  const prefix = prefixOf(uri);
  return prefix === '' ? local : `${prefix}:${local}`;
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

function attributesOf(tag: SaxesTagNS): Readonly<Record<string, string>> {
  let attributes: Record<string, string> | undefined;
  for (const { prefix, local, uri, value } of Object.values(tag.attributes)) {
    if (prefix === 'xmlns' || local === 'xmlns') continue;
    attributes ??= Object.create(null) as Record<string, string>;
    attributes[nameOf(uri, local)] = value;
  }
  return attributes ?? NO_ATTRIBUTES;
}

/**
 * Reads the XML of an office file as it comes in, in pieces of any length. Declarations of document types, and with them
 * every entity of its own, are forbidden in these files and refused; nothing outside the file is ever asked for.
 */
export class XmlElements {
  private readonly parser = new SaxesParser({ xmlns: true });
  private decoder: TextDecoder | null = null;
  /** The wanted element that is open, and the open elements inside it; null for one that is not kept. */
  private readonly open: (XmlElement | null)[] = [];
  private depth = 0;
  private kept = 0;
  private keptCharacters = 0;

  constructor(private readonly xml: XmlVisit) {
    this.parser.on('opentag', (tag) => this.enter(tag));
    this.parser.on('closetag', () => this.leave());
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
    this.parser.on('error', () => {
      throw damaged();
    });
    this.parser.on('doctype', () => {
      throw damaged();
    });
  }

  write(piece: Buffer): void {
    this.decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8');
    this.parser.write(this.decoder.decode(piece, { stream: true }));
  }

  end(): void {
    this.parser.write(this.decoder?.decode() ?? '');
    this.parser.close();
  }

  private enter(tag: SaxesTagNS): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw damaged();
    const parent = this.open[this.open.length - 1];
    const name = nameOf(tag.uri, tag.local);
    if (parent === undefined) {
      if (this.xml.wanted.has(name)) this.push({ name, attributes: attributesOf(tag), children: [] });
    } else if (parent === null || this.xml.keeps?.(parent.name, name) === false) this.open.push(null);
    else {
      const element = { name, attributes: attributesOf(tag), children: [] };
      parent.children.push(element);
      this.push(element);
    }
  }

  private push(element: XmlElement): void {
    this.kept += 1;
    if (this.kept > MOST_KEPT_ELEMENTS) throw unpacksTooLarge();
    this.open.push(element);
  }

  private leave(): void {
    this.depth -= 1;
    const element = this.open.pop();
    if (element === undefined || element === null || this.open.length > 0) return;
    this.kept = 0;
    this.keptCharacters = 0;
    this.xml.visit(element);
  }

  private text(text: string): void {
    const parent = this.open[this.open.length - 1];
    if (parent === undefined || parent === null || !this.xml.textIn.has(parent.name)) return;
    this.keptCharacters += text.length;
    if (this.keptCharacters > MOST_KEPT_CHARACTERS) throw unpacksTooLarge();
    parent.children.push(text);
  }
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

export function childrenOf(element: XmlElement | undefined): XmlElement[] {
  return element?.children.filter((child): child is XmlElement => typeof child !== 'string') ?? [];
}

/** The text that stands directly in an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : '')).join('');
}

/** Whether a property that is switched by being there, and may say false, is on. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? '');
}
