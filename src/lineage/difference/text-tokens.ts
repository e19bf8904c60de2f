const CLOSING: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '〔': '〕',
  '【': '】',
  '[': ']',
  '「': '」',
  '『': '』',
  '“': '”',
  '‘': '’',
};

/** A number with all that belongs to it: 2023年7月31日, 7月底, 〔2022〕89号, 100%, 3种, 20个工作日, 第一批. */
const NUMBER =
  /(?:〔\d{4}〕\d+号|\d{1,4}年(?:\d{1,2}月)?(?:\d{1,2}日|[上下]半年|底|末|初|前)?|\d{1,2}月(?:\d{1,2}日|底|末|初|[上中下]旬)?|第?[\d一二三四五六七八九十百千万两]+(?:[.,]\d+)*(?:[—\-－~～至]\d+(?:\.\d+)?)?(?:[%％‰]|个百分点|万元|亿元|个(?:月|工作日|自然日|小时)?|工作日|小时|[年月日天周季次种项类件条名人期场批篇份家元米页元])|\d+(?:[.,]\d+)*[%％‰]?)/uy;

/** A run of letters with what follows it, or a part of one that is very long. */
const SHORT_RUN = /[\p{L}\p{N}]{1,100}[^\p{L}\p{N}]{0,100}|[^\p{L}\p{N}]{1,100}/gu;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Cuts a text into the pieces that a comparison keeps whole: words, and beyond words whatever stands in brackets or quotes, a
 * number with its unit, and the names given. The pieces joined are the text.
 */
export function textTokens(text: string, names: readonly string[]): string[] {
  const brackets = bracketsIn(text);
  const namesByStart = byFirstCharacter(names);
  const tokens: string[] = [];
  let plainFrom = 0;
  for (let at = 0; at < text.length;) {
    const name = namesByStart.get(text.charAt(at))?.find((candidate) => text.startsWith(candidate, at));
    const length = Math.max(numberLength(text, at), name?.length ?? 0, brackets.get(at) ?? 0);
    if (length > 0) {
      tokens.push(...wordsIn(text.slice(plainFrom, at)), text.slice(at, at + length));
      plainFrom = at + length;
    }
    at += Math.max(length, 1);
  }
  return [...tokens, ...wordsIn(text.slice(plainFrom))];
}

/** The longer names first, so that they win. */
function byFirstCharacter(names: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    const known = found.get(name.charAt(0));
    if (known) known.push(name);
    else if (name) found.set(name.charAt(0), [name]);
  }
  return found;
}

/** Sentence by sentence: each word that the segmenter gives holds a copy of all that it was given. */
function wordsIn(text: string): string[] {
  const found: string[] = [];
  for (const run of text.match(SHORT_RUN) ?? []) for (const { segment } of words.segment(run)) found.push(segment);
  return found;
}

function numberLength(text: string, at: number): number {
  NUMBER.lastIndex = at;
  return NUMBER.exec(text)?.[0].length ?? 0;
}

/** Where brackets open that are closed again, with their length. One that is never closed is an ordinary character. */
function bracketsIn(text: string): Map<number, number> {
  const found = new Map<number, number>();
  const open: { at: number; closing: string }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const closing = CLOSING[character];
    if (closing) open.push({ at, closing });
    else if (character === open.at(-1)?.closing) {
      const start = open.pop()!.at;
      found.set(start, at - start + 1);
    }
  }
  return found;
}
