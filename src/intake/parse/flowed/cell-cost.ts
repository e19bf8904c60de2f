import { looksLikeDeadline, looksLikeUnits, UNIT_ENDINGS } from '../cell-nature';

/** What kind of thing a column holds; the costs below say how ill a text fits it. */
export type ColumnKind = 'number' | 'category' | 'task' | 'units' | 'person' | 'deadline' | 'free';

/** A text that no reading should choose. */
export const IMPOSSIBLE = 1e6;

const NAME_TAIL = new RegExp(`(?:${UNIT_ENDINGS})$`);
const NO_NAME =
  /要|应当|将|进一步|及时|做好|不断|提升|提高|强化|优化|深化|加大|加快|力度|情况|问题|机制|制度|措施|水平|通过|围绕|按照|确保|开展|落实|健全|完善/;
/** What is left of a unit's name or of a date when a line breaks inside it. */
const REST_OF_WORD =
  /^(?:事处|员会|公室|门[（。，、]|位[）。，、]|府[。，、]|管会|委会|办公室|委员会|单位|部门|政府[。，、]|前$|前[^期述置提]|底前|月底|日前|年底|个工作日|季度末|内[完。])/;
const STARTS_BADLY = /^[、，。；：）)》”’〕】,;:!?！？％%]/;
const ENDS_BADLY = /[、，（(《“‘〔【,]$/;

const BRACKET = /[（）《》“”〔〕()]/;
const OPENING = '（《“〔(';
const CLOSING = '）》”〕)';

/** How many kinds of brackets and quotes are left open or closed without opening. */
function unbalanced(text: string): number {
  if (!BRACKET.test(text)) return 0;
  const depths = [0, 0, 0, 0, 0];
  const broken = new Set<number>();
  for (const character of text) {
    const opening = OPENING.indexOf(character);
    const closing = opening < 0 ? CLOSING.indexOf(character) : -1;
    if (opening >= 0) depths[opening] = (depths[opening] ?? 0) + 1;
    else if (closing >= 0) {
      depths[closing] = (depths[closing] ?? 0) - 1;
      if ((depths[closing] ?? 0) < 0) broken.add(closing);
    }
  }
  depths.forEach((depth, kind) => {
    if (depth !== 0) broken.add(kind);
  });
  return broken.size;
}

function edgeCost(text: string): number {
  return (STARTS_BADLY.test(text) ? 6 : 0) + (REST_OF_WORD.test(text) ? 2.5 : 0) + (ENDS_BADLY.test(text) ? 5 : 0) + unbalanced(text) * 4;
}

/** The last sentence, its full stop aside: where a foreign cell would have been swallowed. */
function tailOf(text: string): string {
  const body = text.replace(/[。；]$/, '');
  return body.slice(body.lastIndexOf('。') + 1);
}

const LONGEST_NAME = 26;

/** What an earlier reading taught of the units that a table names. */
export interface KnownUnits {
  /** Names printed more than once. */
  names: ReadonlySet<string>;
  /** The character that most names begin with (市 in 市教育局); null where there is none such. */
  prefix: string | null;
}

/** A name with something before it that no separator parts from it: two cells read as one. */
function isGlued(item: string, known: KnownUnits): boolean {
  if (item.length > LONGEST_NAME || known.names.has(item)) return false;
  if (known.names.size > 0) for (let at = 1; at <= item.length - 3; at += 1) if (known.names.has(item.slice(at))) return true;
  if (known.prefix === null || /^[各有相该本]/.test(item) || item.startsWith(known.prefix)) return false;
  const inside = item.indexOf(known.prefix, 2);
  return inside > 0 && inside <= item.length - 3;
}

/** How many names of units the text ends with, one behind the other. */
function unitsAtEnd(text: string): number {
  const items = unitItems(text);
  let count = 0;
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at] ?? '';
    if (item.length > 14 || NO_NAME.test(item) || !NAME_TAIL.test(item)) break;
    count += 1;
  }
  return count;
}

function beginsWithUnit(text: string): boolean {
  const first = unitItems(text)[0] ?? '';
  return first.length <= 12 && !NO_NAME.test(first) && NAME_TAIL.test(first);
}

function taskCost(text: string, known: KnownUnits): number {
  let cost = edgeCost(text) + (/[。！？；]["”）]?$/.test(text) ? 0 : 1.5) + (text.length < 6 ? 2 : 0);
  if (looksLikeDeadline(text)) cost += 4;
  if (looksLikeUnits(text)) cost += 4;
  const sentences = text.split('。');
  for (const sentence of sentences.slice(0, -1))
    if (sentence.length < text.length - 1 && NAME_TAIL.test(sentence.replace(/（[^（）]{0,20}）$/, '')) && looksLikeUnits(sentence))
      cost += 5;
  const tail = tailOf(text);
  if (tail.length < text.length - 1 && (looksLikeDeadline(tail) || (!text.endsWith('。') && tail.length > 3 && looksLikeUnits(tail))))
    cost += 5;
  const lastItem = tail.split(/[、，]/).pop() ?? '';
  if (!/[。！；]$/.test(text) && (unitsAtEnd(tail) >= 2 || (tail.length < text.length - 1 && beginsWithUnit(tail)))) cost += 4;
  return cost + (known.names.has(lastItem) || isGlued(lastItem, known) ? 4 : 0);
}

/** The names in a list of units, what only opens the list aside. */
export function unitItems(text: string): string[] {
  return text
    .replace(/（[^（）]{0,40}）/g, '')
    .split(/[、，,；;。：:／/]|以及/)
    .map((item) => item.replace(/^(?:和|及|与|由)/, '').replace(/等(?:相关|有关|各)?$/, ''))
    .filter((item) => item !== '');
}

function unitsCost(text: string, known: KnownUnits): number {
  const items = unitItems(text);
  let cost = edgeCost(text) + (/^(?:等|及|以及|和)/.test(text) ? 6 : 0) + (text.slice(0, -1).includes('。') ? 5 : 0);
  for (const item of items) {
    if (isGlued(item, known)) cost += 4;
    if (item.length > 22 || NO_NAME.test(item)) cost += 2 + item.length * 0.2;
    else if (!NAME_TAIL.test(item)) cost += 1 + item.length * 0.1;
  }
  if (looksLikeDeadline(text)) cost += 5;
  const last = items[items.length - 1];
  return cost + (last === undefined || !NAME_TAIL.test(last) ? 3 : 0);
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

/** How ill the joined text of a cell fits a column of this kind; 0 is a perfect fit. Numbers are judged elsewhere. */
export function textCost(kind: ColumnKind, text: string, known: KnownUnits): number {
  switch (kind) {
    case 'task':
      return taskCost(text, known);
    case 'units':
      return unitsCost(text, known);
    case 'category':
      return categoryCost(text);
    case 'deadline':
      return deadlineCost(text);
    case 'person':
      return personCost(text);
    case 'free':
      return edgeCost(text) + 1.5 + text.length * 0.15;
    case 'number':
      return IMPOSSIBLE;
  }
}
