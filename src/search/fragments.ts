/** A piece of a text, and whether it is one of the words that were looked for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

const before = 24;
const length = 96;

/** The text in pieces, the words found set apart. Upper and lower case, full and half width are alike. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const { folded, places } = fold(text);
  const marks = new Array<boolean>(text.length).fill(false);
  for (const word of words.map((one) => fold(one).folded)) {
    for (let at = folded.indexOf(word); word !== '' && at >= 0; at = folded.indexOf(word, at + word.length)) {
      marks.fill(true, places[at], places[at + word.length] ?? text.length);
    }
  }
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && marks[at] === marks[from]) continue;
    pieces.push({ text: text.slice(from, at), isMatch: marks[from]! });
    from = at;
  }
  return text === '' ? [] : pieces;
}

/** The part of a long text in which the first word stands, with … where something is left out. */
export function excerptOf(text: string, words: readonly string[]): Piece[] {
  const pieces = piecesOf(text, words);
  const first = pieces.findIndex(({ isMatch }) => isMatch);
  const start = pieces.slice(0, Math.max(first, 0)).reduce((sum, piece) => sum + piece.text.length, 0);
  const from = text.length <= length ? 0 : Math.max(0, Math.min(start - before, text.length - length));
  return cut(pieces, from, from + length);
}

function cut(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const kept: Piece[] = [];
  let at = 0;
  for (const { text, isMatch } of pieces) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (part !== '') kept.push({ text: part, isMatch });
    at += text.length;
  }
  if (from > 0) kept.unshift({ text: '…', isMatch: false });
  if (to < at) kept.push({ text: '…', isMatch: false });
  return kept;
}

/** The text as it is compared, and for each of its characters the place in the text that it comes from. */
function fold(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKC').toLowerCase();
    for (let index = 0; index < plain.length; index += 1) places.push(at);
    folded += plain;
    at += character.length;
  }
  return { folded, places };
}
