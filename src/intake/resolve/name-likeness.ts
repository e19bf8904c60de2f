/** Numbers and ordinals tell bodies apart: 一中 and 二中. */
const ordinal = /[0-9０-９一二三四五六七八九十甲乙丙东南西北]/u;

/** Whether two keys differ by one character that was misread, left out or added, and that is no number. */
export function isNearSpelling(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length < 4 || long.length - short.length > 1 || short === long) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head += 1;
  let tail = 0;
  while (tail < short.length - head && short[short.length - 1 - tail] === long[long.length - 1 - tail]) tail += 1;
  const differing = long.slice(head, long.length - tail) + short.slice(head, short.length - tail);
  return short.length - head - tail <= 1 && long.length - head - tail <= 1 && !ordinal.test(differing);
}

/** How much of two keys is the same, by pairs of characters: 0 to 1. */
export function likeness(left: string, right: string): number {
  const pairs = (text: string) => Array.from({ length: Math.max(text.length - 1, 0) }, (_none, at) => text.slice(at, at + 2));
  const [of, against] = [pairs(left), pairs(right)];
  if (of.length + against.length === 0) return left === right ? 1 : 0;
  const rest = [...against];
  let shared = 0;
  for (const pair of of) {
    const at = rest.indexOf(pair);
    if (at === -1) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (of.length + against.length);
}
