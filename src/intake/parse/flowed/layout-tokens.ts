import type { PlacedWord } from '../../document';

/** Words that stand together on a line whose columns were kept apart by spaces; positions in characters. */
export type Chunk = PlacedWord;

/** A line, and the places of its words where they are known. */
interface Line {
  text: string;
  words?: readonly PlacedWord[];
}

/** No page is wider; what stands behind is cut off. */
const WIDEST = 600;
const LATIN_END = /[\x21-\x7e]$/;
const LATIN_START = /^[\x21-\x7e]/;
/** 1.目录编制: a number of its own opens a cell. */
const OPENS_CELL = /^[0-9]{1,2}(?:[.、．](?![0-9])|[）)])./;

/** White space and what it parts: the smallest pieces that may stand in one column. */
export function wordsOnLine({ text, words: placed }: Line): Chunk[] {
  if (placed !== undefined) return placed.map((word) => ({ ...word }));
  const words: Chunk[] = [];
  let end = 0;
  for (const match of text.slice(0, WIDEST).matchAll(/[^\s\u3000]+/g)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length, gap: match.index - end });
    end = match.index + match[0].length;
  }
  return words;
}

/** A single space beside a digit or a Latin letter is typesetting (2023 年底); between Chinese words it parts columns. */
export function isTypeset(before: Chunk, after: Chunk): boolean {
  return after.gap === 1 && !OPENS_CELL.test(after.text) && (LATIN_END.test(before.text) || LATIN_START.test(after.text));
}

/** Words that surely stand apart, those that typesetting parts joined. */
export function chunksOnLine(line: Line): Chunk[] {
  const chunks: Chunk[] = [];
  for (const word of wordsOnLine(line)) {
    const last = chunks[chunks.length - 1];
    if (last !== undefined && isTypeset(last, word)) Object.assign(last, { text: `${last.text} ${word.text}`, end: word.end });
    else chunks.push({ ...word });
  }
  return chunks;
}
