import type { SourcePosition } from '../document';
import { cleanBodies, cleanText } from './clean-text';
import { readDutyFields, startsWithLabel, mergeDuties, type DutySuffix } from './duty-fields';
import { splitDutySuffix } from './duty-suffix';
import type { FlowParagraph } from './flowed-prose';
import { headingNumbering, type Numbering, type NumberingStyle } from './numbering';

/** A paragraph without a number, under the item it follows. */
export interface OutlineBody {
  text: string;
  duty: DutySuffix | null;
  position: SourcePosition;
  printed: string;
}

/** A numbered paragraph with all that stands under it. */
export interface OutlineNode {
  style: NumberingStyle | 'ROOT';
  number: string;
  /** Without number and suffix. */
  text: string;
  /** Its own suffix: the units and deadline of the item, or the default of the section that it heads. */
  duty: DutySuffix | null;
  bodies: OutlineBody[];
  children: OutlineNode[];
  position: SourcePosition;
  lastLine: number | null;
  printed: string;
}

function node(style: OutlineNode['style'], number: string, position: SourcePosition): OutlineNode {
  return { style, number, text: '', duty: null, bodies: [], children: [], position, lastLine: position.line, printed: '' };
}

/** Where several items run on in one paragraph: …（责任单位：甲）2.做好…  */
function splitRunOnItems(text: string): string[] {
  return text.split(/(?<=[。；）)】\]]\s?)(?=(?:[2-9]|[1-3]\d)[.．、](?![\d\s]))/);
}

function lastNode(open: readonly OutlineNode[]): OutlineNode {
  return open[open.length - 1]!;
}

/** Closes what is of the same style or stands under it, so that a number goes on where its like was last. */
function closeTo(open: OutlineNode[], style: NumberingStyle): void {
  const same = open.findIndex((item) => item.style === style);
  if (same > 0) open.length = same;
}

/** A line of its own that says who or until when belongs to the paragraph before it. */
function attachLabel(target: OutlineNode, printed: string): void {
  const label = readDutyFields(printed.replace(/。$/, ''));
  const owner = target.bodies[target.bodies.length - 1] ?? target;
  owner.duty = mergeDuties(owner.duty, label);
}

/** A paragraph without a number: a label, a suffix of its own line, or a body of the item it follows. */
function attachParagraph(target: OutlineNode, text: string, paragraph: FlowParagraph): void {
  target.lastLine = paragraph.lastLine ?? paragraph.position.line ?? target.lastLine;
  if (startsWithLabel(text)) {
    attachLabel(target, text);
    return;
  }
  const split = splitDutySuffix(text);
  if (split.text === '' && split.duty !== null) attachLabel(target, text.replace(/^[（(【[]|[）)】\]]。?$/g, ''));
  else target.bodies.push({ text: split.text, duty: split.duty, position: paragraph.position, printed: paragraph.text });
}

function numberedNode(numbering: Numbering, paragraph: FlowParagraph, printed: string): OutlineNode {
  const split = splitDutySuffix(numbering.rest);
  const item = node(numbering.style, numbering.printed, paragraph.position);
  return { ...item, text: split.text, duty: split.duty, printed, lastLine: paragraph.lastLine ?? item.lastLine };
}

/** Numbered paragraphs as a tree. Which style stands above which is taken from the order in which a document uses them. */
export function readOutline(paragraphs: readonly FlowParagraph[]): OutlineNode {
  const root = node('ROOT', '', { page: null, sheet: null, row: null, line: null });
  const open: OutlineNode[] = [root];
  for (const paragraph of paragraphs) {
    for (const part of splitRunOnItems(paragraph.text)) {
      const text = cleanText(startsWithLabel(cleanText(part)) || /(?:单位|部门)[：:]/.test(part) ? cleanBodies(part) : part);
      const numbering = headingNumbering(text, paragraph.headingLevel);
      if (numbering === null) {
        if (text !== '') attachParagraph(lastNode(open), text, paragraph);
        continue;
      }
      closeTo(open, numbering.style);
      const item = numberedNode(numbering, paragraph, part);
      lastNode(open).children.push(item);
      open.push(item);
    }
  }
  return root;
}
