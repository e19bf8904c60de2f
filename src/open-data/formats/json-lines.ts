import type { Dataset, Row } from '../fields';
import type { Format } from './format';

/** One JSON object a line: the canonical form, from which the other formats of a release are made. */
export const jsonLines: Format = {
  extension: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  title: 'JSON Lines',
  async *encode(_dataset: Dataset, batches: AsyncIterable<readonly Row[]>) {
    for await (const rows of batches) yield Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  },
};

/** The lines of a text that comes in pieces of bytes, as many at a time as a piece completes. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncIterable<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop()!;
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}

export async function* readJsonLines<T = Row>(pieces: AsyncIterable<Uint8Array>): AsyncIterable<T[]> {
  for await (const lines of linesOf(pieces)) yield lines.map((line) => JSON.parse(line) as T);
}
