import { looksLikeDeadline, looksLikeUnits } from '../cell-nature';
import { edgeCost, GrowingEdges } from './cell-edges';
import { GrowingSentences } from './growing-sentences';
import { GrowingList, NAME_TAIL, type KnownUnits } from './name-list';

/** What kind of thing a column holds; the costs below say how ill a text fits it. */
export type ColumnKind = 'number' | 'category' | 'task' | 'units' | 'person' | 'deadline' | 'score' | 'free';

/** A text that no reading should choose. */
export const IMPOSSIBLE = 1e6;

/** No deadline is longer. */
const LONGEST_DEADLINE = 60;

/** A text that grows at its end, and how ill it fits a column of one kind; 0 is a perfect fit. */
export interface GrowingCell {
  append(piece: string): void;
  cost(): number;
}

class GrowingTask implements GrowingCell {
  private readonly edges = new GrowingEdges();
  private readonly sentences: GrowingSentences;
  /** The whole text while it is short. */
  private short = '';
  private ending = '';

  constructor(known: KnownUnits) {
    this.sentences = new GrowingSentences(known);
  }

  append(piece: string): void {
    this.edges.append(piece);
    if (this.short.length <= LONGEST_DEADLINE) this.short += piece;
    this.ending = (this.ending + piece.slice(-2)).slice(-2);
    this.sentences.append(piece);
  }

  cost(): number {
    const { length } = this.edges;
    const deadline = length <= LONGEST_DEADLINE && looksLikeDeadline(this.short) ? 4 : 0;
    const unfinished = /[。！？；]["”）]?$/.test(this.ending) ? 0 : 1.5;
    return this.edges.cost() + unfinished + (length < 6 ? 2 : 0) + deadline + this.sentences.cost(length);
  }
}

class GrowingUnits implements GrowingCell {
  private readonly edges = new GrowingEdges();
  private readonly list: GrowingList;
  private short = '';
  private itemsCost = 0;
  private lastItem: string | null = null;
  /** Index of the first full stop. */
  private stopAt = Infinity;

  constructor(private readonly known: KnownUnits) {
    this.list = new GrowingList('units', (item) => {
      this.itemsCost += known.itemCost(item);
      this.lastItem = item;
    });
  }

  append(piece: string): void {
    if (this.stopAt === Infinity && piece.includes('。')) this.stopAt = this.edges.length + piece.indexOf('。');
    this.edges.append(piece);
    if (this.short.length <= LONGEST_DEADLINE) this.short += piece;
    this.list.append(piece);
  }

  cost(): number {
    const { length } = this.edges;
    const unfinished = this.list.unfinished();
    const last = unfinished[unfinished.length - 1] ?? this.lastItem;
    let cost = this.edges.cost() + this.itemsCost + (/^(?:等|及|以及|和)/.test(this.short) ? 6 : 0) + (this.stopAt < length - 1 ? 5 : 0);
    for (const item of unfinished) cost += this.known.itemCost(item);
    if (length <= LONGEST_DEADLINE && looksLikeDeadline(this.short)) cost += 5;
    return cost + (last === null || !NAME_TAIL.test(last) ? 3 : 0);
  }
}

/** Cells that are short by nature are weighed as a whole. */
class GrowingWord implements GrowingCell {
  private text = '';

  constructor(private readonly weigh: (text: string) => number) {}

  append(piece: string): void {
    this.text += piece;
  }

  cost(): number {
    return this.weigh(this.text);
  }
}

function categoryCost(text: string): number {
  const stops = text.split(/[。；]/).length - 1;
  const commas = text.split('，').length - 1;
  let cost = edgeCost(text) + stops * 3 + commas * 0.5 + Math.max(0, text.length - 45) * 0.3;
  if (looksLikeDeadline(text)) cost += 5;
  if (looksLikeUnits(text)) cost += 2;
  // What begins with a day or a month is the rest of a date.
  if (/^[0-9０-９]{0,4}[年月日]/.test(text)) cost += 3;
  return cost + (text.length < 2 ? 3 : 0);
}

function deadlineCost(text: string): number {
  if (looksLikeDeadline(text)) return 0;
  const timely = /[年月日季前后内时]|长期|持续|及时|适时|定期/.test(text);
  return edgeCost(text) + (timely ? 3 : 5) + text.length * 0.5 + (looksLikeUnits(text) ? 3 : 0);
}

function personCost(text: string): number {
  const named = /^[\u3400-\u9fff·]{2,4}(?:[、，；][\u3400-\u9fff·]{2,4})*$/.test(text);
  return edgeCost(text) + (named ? 0 : 2 + text.length * 0.3) + (looksLikeDeadline(text) ? 4 : 0) + (looksLikeUnits(text) ? 2 : 0);
}

/** An empty cell of this kind, to be filled piece by piece. Numbers are judged elsewhere. */
export function growingCell(kind: ColumnKind, known: KnownUnits): GrowingCell {
  switch (kind) {
    case 'task':
      return new GrowingTask(known);
    case 'units':
      return new GrowingUnits(known);
    case 'category':
      return new GrowingWord(categoryCost);
    case 'deadline':
      return new GrowingWord(deadlineCost);
    case 'person':
      return new GrowingWord(personCost);
    case 'score':
      return new GrowingWord((text) => (/^[0-9０-９]{1,3}(?:[.．][0-9]{1,2})?分?$/.test(text) ? 0 : 4 + text.length));
    case 'free':
      return new GrowingWord((text) => edgeCost(text) + 1.5 + text.length * 0.15);
    case 'number':
      return new GrowingWord(() => IMPOSSIBLE);
  }
}

/** How ill the joined text of a cell fits a column of this kind. */
export function textCost(kind: ColumnKind, text: string, known: KnownUnits): number {
  const cell = growingCell(kind, known);
  cell.append(text);
  return cell.cost();
}
