import { countingNumeral } from '../printed-numerals';
import type { OfficePackage } from '../zip/office-package';
import { childOf, childrenOf, isOn, type XmlElement } from '../zip/xml-elements';

interface Level {
  start: number;
  style: string;
  /** Such as （%1）: %1 stands for the number of the first level. */
  text: string;
  /** What stands between the number and the text. */
  gap: string;
  /** Count from the start again below this level (1-based); 0 never, null at every level above. */
  restartsAfter: number | null;
  /** All numbers in plain figures whatever their own styles. */
  plainFigures: boolean;
}

interface ListInstance {
  list: string;
  /** Levels that this instance prints otherwise. */
  levels: Map<number, Level>;
  starts: Map<number, number>;
}

const LEVELS = 9;
const LARGEST_NUMBER = 32_767;

function numberIn(element: XmlElement | undefined, otherwise: number): number {
  const value = Number.parseInt(element?.attributes['w:val'] ?? '', 10);
  return Number.isFinite(value) && value >= 0 && value <= LARGEST_NUMBER ? value : otherwise;
}

function levelNumber(element: XmlElement): number {
  const level = Number.parseInt(element.attributes['w:ilvl'] ?? '', 10);
  return Number.isInteger(level) && level >= 0 && level < LEVELS ? level : 0;
}

/** A style newer than the first edition of the format stands beside a plain one, as an alternative. */
function styleOf(level: XmlElement): string {
  const alternative = childOf(childOf(childOf(level, 'mc:AlternateContent'), 'mc:Choice'), 'w:numFmt');
  return (alternative ?? childOf(level, 'w:numFmt'))?.attributes['w:val'] ?? 'decimal';
}

function readLevel(level: XmlElement): Level {
  const gap = childOf(level, 'w:suff')?.attributes['w:val'] ?? 'tab';
  const restart = childOf(level, 'w:lvlRestart');
  return {
    start: numberIn(childOf(level, 'w:start'), 0),
    style: styleOf(level),
    text: (childOf(level, 'w:lvlText')?.attributes['w:val'] ?? '').slice(0, 200),
    gap: gap === 'nothing' ? '' : ' ',
    restartsAfter: restart === undefined ? null : numberIn(restart, 0),
    plainFigures: isOn(childOf(level, 'w:isLgl')),
  };
}

/** The lists of a document and how far each has counted: asked paragraph by paragraph, in the document's order. */
export class ListNumbering {
  private readonly lists = new Map<string, Map<number, Level>>();
  private readonly instances = new Map<string, ListInstance>();
  /** Lists that take their levels from a named style, and the lists that define those. */
  private readonly styleLinks = new Map<string, string>();
  private readonly styleLists = new Map<string, string>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  static async read(office: OfficePackage, part: string | undefined): Promise<ListNumbering> {
    const numbering = new ListNumbering();
    await office.visitIfThere(part, {
      wanted: new Set(['w:abstractNum', 'w:num']),
      textIn: new Set(),
      visit: (element) => (element.name === 'w:num' ? numbering.addInstance(element) : numbering.addList(element)),
    });
    return numbering;
  }

  /** The number that the next paragraph of this list prints, with what parts it from the text; "" where it prints none. */
  next(instanceId: string, level: number): string {
    const instance = this.instances.get(instanceId);
    const list = instance === undefined ? undefined : this.listOf(instance.list);
    const definition = instance?.levels.get(level) ?? list?.levels.get(level);
    if (instance === undefined || list === undefined || definition === undefined) return '';
    const levelOf = (at: number): Level | undefined => instance.levels.get(at) ?? list.levels.get(at);
    const counters = this.count(list.id, instanceId, instance, level, levelOf);
    const printed = definition.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const own = levelOf(at);
      const style = definition.plainFigures && own?.style !== 'none' ? 'decimal' : (own?.style ?? 'decimal');
      return countingNumeral(style, counters[at] ?? own?.start ?? 1);
    });
    return definition.style === 'bullet' || printed.trim() === '' ? '' : printed + definition.gap;
  }

  /** Instances of one list count on from one another, unless one says where it begins. */
  private count(list: string, instanceId: string, instance: ListInstance, level: number, levelOf: (at: number) => Level | undefined) {
    const counters = this.counters.get(list) ?? [];
    this.counters.set(list, counters);
    const first = `${instanceId} ${level}`;
    const ownStart = instance.starts.get(level);
    const before = counters[level];
    if (ownStart !== undefined && !this.begun.has(first)) counters[level] = ownStart;
    else counters[level] = before === undefined ? (levelOf(level)?.start ?? 1) : before + 1;
    this.begun.add(first);
    for (let above = 0; above < level; above += 1) counters[above] ??= levelOf(above)?.start ?? 1;
    for (let below = level + 1; below < LEVELS; below += 1) {
      const after = levelOf(below)?.restartsAfter ?? null;
      if (after === null || (after > 0 && level < after)) counters[below] = undefined;
    }
    return counters;
  }

  private listOf(id: string): { id: string; levels: Map<number, Level> } {
    const own = this.lists.get(id);
    const linked = own !== undefined && own.size > 0 ? undefined : this.styleLists.get(this.styleLinks.get(id) ?? '');
    const target = linked ?? id;
    return { id: target, levels: this.lists.get(target) ?? new Map<number, Level>() };
  }

  private addList(element: XmlElement): void {
    const id = element.attributes['w:abstractNumId'];
    if (id === undefined) return;
    const levels = new Map<number, Level>();
    for (const child of childrenOf(element)) {
      const name = child.attributes['w:val'] ?? '';
      if (child.name === 'w:lvl') levels.set(levelNumber(child), readLevel(child));
      else if (child.name === 'w:numStyleLink') this.styleLinks.set(id, name);
      else if (child.name === 'w:styleLink') this.styleLists.set(name, id);
    }
    this.lists.set(id, levels);
  }

  private addInstance(element: XmlElement): void {
    const id = element.attributes['w:numId'];
    const list = childOf(element, 'w:abstractNumId')?.attributes['w:val'];
    if (id === undefined || list === undefined) return;
    const instance: ListInstance = { list, levels: new Map(), starts: new Map() };
    for (const change of childrenOf(element)) {
      if (change.name !== 'w:lvlOverride') continue;
      const start = childOf(change, 'w:startOverride');
      const level = childOf(change, 'w:lvl');
      if (start !== undefined) instance.starts.set(levelNumber(change), numberIn(start, 1));
      if (level !== undefined) instance.levels.set(levelNumber(change), readLevel(level));
    }
    this.instances.set(id, instance);
  }
}
