import { looksLikeDeadline } from '../cell-nature';
import { GrowingList, NAME_TAIL, NO_NAME, unitItems, type KnownUnits } from './name-list';

/** Longer sentences are no deadline, and what stands further from their ends tells nothing of the cells beside. */
const SIGHT = 60;

interface Tally {
  items: number;
  names: number;
}

function isUnitList({ items, names }: Tally): boolean {
  return items === 1 ? names === 1 : items > 0 && names * 4 >= items * 3;
}

/** One sentence of a task: whether it is a list of units, or ends or begins with one. */
class GrowingSentence {
  length = 0;
  private head = '';
  private end = '';
  private readonly tally: Tally = { items: 0, names: 0 };
  private readonly list: GrowingList;

  constructor(private readonly known: KnownUnits) {
    this.list = new GrowingList('sentence', (item) => this.add(this.tally, item));
  }

  private add(tally: Tally, item: string): void {
    tally.items += 1;
    if (this.known.isName(item)) tally.names += 1;
  }

  append(piece: string): void {
    this.length += piece.length;
    if (this.head.length < SIGHT) this.head = (this.head + piece).slice(0, SIGHT);
    this.end = (this.end + piece).slice(-SIGHT);
    this.list.append(piece);
  }

  whole(): Tally {
    const tally = { ...this.tally };
    for (const item of this.list.unfinished()) this.add(tally, item);
    return tally;
  }

  isDeadline(): boolean {
    return this.length < SIGHT && looksLikeDeadline(this.head);
  }

  endsAsName(): boolean {
    return NAME_TAIL.test(this.end.replace(/（[^（）]{0,20}）$/, ''));
  }

  beginsWithUnit(): boolean {
    const first = unitItems(this.head)[0] ?? '';
    return first.length <= 12 && !NO_NAME.test(first) && NAME_TAIL.test(first);
  }

  /** Whether it ends with two names of units, one behind the other. */
  endsWithUnits(): boolean {
    const items = unitItems(this.end).slice(-2);
    return items.length === 2 && items.every((item) => item.length <= 14 && !NO_NAME.test(item) && NAME_TAIL.test(item));
  }

  /** Whether its last words hold a known unit's name, whole or grown together with what stands before it. */
  endsKnown(): boolean {
    const end = this.end.replace(/；$/, '');
    const last = end.slice(Math.max(end.lastIndexOf('、'), end.lastIndexOf('，')) + 1);
    return this.known.names.has(last) || this.known.isGlued(last);
  }
}

/** The sentences of a task: a foreign cell that a task has swallowed stands at the end of one, or is one. */
export class GrowingSentences {
  private current: GrowingSentence;
  private closed: GrowingSentence | null = null;
  private closedCount = 0;
  private closedUnitLists = 0;
  private readonly total: Tally = { items: 0, names: 0 };
  private lastCharacter = '';

  constructor(private readonly known: KnownUnits) {
    this.current = new GrowingSentence(known);
  }

  append(piece: string): void {
    if (piece === '') return;
    let from = 0;
    for (let stop = piece.indexOf('。'); stop >= 0; stop = piece.indexOf('。', from)) {
      this.current.append(piece.slice(from, stop));
      this.close();
      from = stop + 1;
    }
    if (from < piece.length) this.current.append(from === 0 ? piece : piece.slice(from));
    this.lastCharacter = piece.charAt(piece.length - 1);
  }

  private close(): void {
    const tally = this.current.whole();
    this.total.items += tally.items;
    this.total.names += tally.names;
    this.closedCount += 1;
    if (this.current.endsAsName() && isUnitList(tally)) this.closedUnitLists += 1;
    this.closed = this.current;
    this.current = new GrowingSentence(this.known);
  }

  /** Costs of units and deadlines in the text, given its whole length. */
  cost(length: number): number {
    const endsWithStop = this.lastCharacter === '。';
    const ends = endsWithStop || /[！；]/.test(this.lastCharacter);
    const own = this.current.whole();
    const all = { items: this.total.items + own.items, names: this.total.names + own.names };
    let cost = isUnitList(all) ? 4 : 0;
    // A list of units that is the whole text has been counted just now.
    if (!(endsWithStop && this.closedCount === 1)) cost += this.closedUnitLists * 5;
    const tail = endsWithStop ? (this.closed ?? this.current) : this.current;
    const isPart = this.closedCount > (endsWithStop ? 1 : 0) && length > tail.length + 1;
    if (isPart && (tail.isDeadline() || (!endsWithStop && tail.length > 3 && isUnitList(own)))) cost += 5;
    if (!ends && (tail.endsWithUnits() || (isPart && tail.beginsWithUnit()))) cost += 4;
    return cost + (tail.endsKnown() ? 4 : 0);
  }
}
