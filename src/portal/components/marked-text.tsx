import type { VNode } from 'preact';

/** A verbatim text in which the words that were read are marked. Words that it does not hold are passed over. */
export function MarkedText({ text, words }: { text: string; words: readonly string[] }): VNode {
  const found = words
    .map((word) => ({ from: text.indexOf(word), to: text.indexOf(word) + word.length }))
    .filter(({ from, to }) => from >= 0 && to > from)
    .sort((left, right) => left.from - right.from);
  const pieces: (string | VNode)[] = [];
  let at = 0;
  for (const { from, to } of found) {
    if (from < at) continue;
    pieces.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}
