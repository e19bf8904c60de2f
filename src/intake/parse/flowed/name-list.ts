import { looksLikeUnits, UNIT_ENDINGS } from '../cell-nature';

export const NAME_TAIL = new RegExp(`(?:${UNIT_ENDINGS})$`);
/** Words that sentences have and names of units have not. */
export const NO_NAME =
  /要|应当|将|进一步|及时|做好|不断|提升|提高|强化|优化|深化|加大|加快|力度|情况|问题|机制|制度|措施|水平|通过|围绕|按照|确保|开展|落实|健全|完善/;
const LONGEST_NAME = 26;

/** The names in a list of units, what only opens the list aside. */
export function unitItems(text: string): string[] {
  return text
    .replace(/（[^（）]{0,40}）/g, '')
    .split(UNIT_SEPARATOR)
    .map(bareItem)
    .filter((item) => item !== '');
}

const UNIT_SEPARATOR = /[、，,；;。：:／/]|以及/;

function bareItem(item: string): string {
  const name = /^[和及与由]/.test(item) ? item.slice(1) : item;
  return name.includes('等') ? name.replace(/等(?:相关|有关|各)?$/, '') : name;
}

/** What an earlier reading taught of the units that a table names. */
export class KnownUnits {
  private readonly glued = new Map<string, boolean>();
  private readonly named = new Map<string, boolean>();
  private readonly costs = new Map<string, number>();

  constructor(
    /** Names printed more than once. */
    readonly names: ReadonlySet<string> = new Set(),
    /** The character that most names begin with (市 in 市教育局); null where there is none such. */
    readonly prefix: string | null = null,
  ) {}

  /** What lists of units, read once, teach of their names. */
  static of(lists: readonly string[]): KnownUnits {
    const counts = new Map<string, number>();
    const prefixes = new Map<string, number>();
    for (const item of lists.flatMap(unitItems)) {
      if (item.length < 3 || item.length > 20) continue;
      counts.set(item, (counts.get(item) ?? 0) + 1);
      prefixes.set(item.charAt(0), (prefixes.get(item.charAt(0)) ?? 0) + 1);
    }
    const all = [...prefixes.values()].reduce((sum, count) => sum + count, 0);
    const [prefix, share] = [...prefixes].sort((left, right) => right[1] - left[1])[0] ?? [null, 0];
    const names = new Set([...counts].filter(([, count]) => count >= 2).map(([item]) => item));
    return new KnownUnits(names, share >= 5 && share >= all * 0.4 ? prefix : null);
  }

  equals(other: KnownUnits): boolean {
    return this.prefix === other.prefix && this.names.size === other.names.size && [...this.names].every((name) => other.names.has(name));
  }

  /** A name with something before it that no separator parts from it: two cells read as one. */
  isGlued(item: string): boolean {
    if (item.length > LONGEST_NAME || this.names.has(item)) return false;
    return remembered(this.glued, item, () => this.findGlue(item));
  }

  private findGlue(item: string): boolean {
    if (this.names.size > 0) for (let at = 1; at <= item.length - 3; at += 1) if (this.names.has(item.slice(at))) return true;
    if (this.prefix === null || /^[各有相该本]/.test(item) || item.startsWith(this.prefix)) return false;
    const inside = item.indexOf(this.prefix, 2);
    return inside > 0 && inside <= item.length - 3;
  }

  /** The whole item is the name of a unit. */
  isName(item: string): boolean {
    return item.length <= LONGEST_NAME && remembered(this.named, item, () => looksLikeUnits(item));
  }

  /** How ill an item stands in a list of units. */
  itemCost(item: string): number {
    return remembered(this.costs, item, () => {
      // A score that stands before a name is a cell of its own; 22个部门 and 12345热线 are names.
      const glue = this.isGlued(item) || /^[0-9.]{1,3}(?![个家0-9])/.test(item) ? 4 : 0;
      if (item.length > 22 || NO_NAME.test(item)) return glue + 2 + item.length * 0.2;
      return glue + (NAME_TAIL.test(item) ? 0 : 1 + item.length * 0.1);
    });
  }
}

/** Texts repeat: unit lists name the same units again and again. A hostile text does not fill the memory. */
const MOST_REMEMBERED = 20_000;

function remembered<T>(memory: Map<string, T>, key: string, compute: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  const value = compute();
  memory.set(key, value);
  return value;
}

/** A list that grows at its end: items before the last separator are weighed once. */
export class GrowingList {
  private pending = '';
  private readonly separators: RegExp;

  constructor(
    separators: 'units' | 'sentence',
    /** Called once for each finished item. */
    private readonly finished: (item: string) => void,
  ) {
    this.separators = separators === 'units' ? UNIT_SEPARATOR : /[、，,；;。：:/]|以及|并/;
  }

  append(piece: string): void {
    const edge = this.pending.charAt(this.pending.length - 1);
    this.pending += piece;
    if (!this.separators.test(edge + piece)) return;
    const open = this.pending.lastIndexOf('（');
    const isOpen = open >= 0 && this.pending.length - open <= 42 && !this.pending.includes('）', open);
    const parts = (isOpen ? this.pending.slice(0, open) : this.pending).replace(/（[^（）]{0,40}）/g, '').split(this.separators);
    const last = (parts.pop() ?? '') + (isOpen ? this.pending.slice(open) : '');
    for (const part of parts) {
      const item = bareItem(part);
      if (item !== '') this.finished(item);
    }
    this.pending = last;
  }

  /** Items behind the last separator: none, one, or those of a bracket that is still open. */
  unfinished(): string[] {
    const bare = this.pending.includes('）') ? this.pending.replace(/（[^（）]{0,40}）/g, '') : this.pending;
    if (!bare.includes('（')) {
      const item = bareItem(bare);
      return item === '' ? [] : [item];
    }
    return bare
      .split(this.separators)
      .map(bareItem)
      .filter((item) => item !== '');
  }
}
