import type { TextLine } from './text-layouts/text-line';

/** What a running head or foot prints, whatever page number is in it. */
const runningText = (text: string): string => text.replace(/[\s\u3000]+/g, '').replace(/[\d０-９]+/g, '#');

/** A bare number, or "3/9", is a page's only where all pages count it on. */
const BARE_NUMBER = /^\s*(\d{1,4})(?:\s*[/／]\s*\d{1,4})?\s*$/;
/** Shorter lines, such as 序, are of a heading row; so are lines of several columns. */
const SHORTEST = 6;
const COLUMNS = /\S[\s\u3000]{2,}\S/;

/** Indices of the printed lines of each page, from its edge inwards. */
function edgesOf(lines: readonly TextLine[]): { tops: number[][]; feet: number[][] } {
  const pages = new Map<number, number[]>();
  lines.forEach(({ text, page }, index) => {
    if (text.trim() === '' || page === null) return;
    const own = pages.get(page);
    if (own === undefined) pages.set(page, [index]);
    else own.push(index);
  });
  const tops = [...pages.values()];
  return { tops, feet: tops.map((page) => [...page].reverse()) };
}

/** What tells that lines of several pages are one running line; null for a line that is none. */
function keyOf(line: TextLine | undefined): string | null {
  if (line === undefined) return null;
  const number = BARE_NUMBER.exec(line.text)?.[1];
  if (number !== undefined) return `page + ${Number(number) - (line.page ?? 0)}`;
  const text = runningText(line.text);
  return text.length >= SHORTEST && !COLUMNS.test(line.text.trim()) ? text : null;
}

/** Takes what most pages print at one edge off it, line by line. */
function takeRunning(lines: readonly TextLine[], pages: number[][], taken: Set<number>): void {
  for (;;) {
    const keys = pages.map(([first]) => keyOf(lines[first ?? -1]));
    const counts = new Map<string, number>();
    for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
    const [running, count] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['', 0]);
    if (count < 2 || count * 2 < pages.length) return;
    pages.forEach((page, index) => {
      if (keys[index] === running) taken.add(page.shift() ?? 0);
    });
  }
}

/** Blanks the heads and feet that the pages of a text repeat, and their numbers. */
export function withoutFurniture(lines: readonly TextLine[]): TextLine[] {
  const { tops, feet } = edgesOf(lines);
  const taken = new Set<number>();
  if (tops.length >= 2) {
    takeRunning(lines, tops, taken);
    takeRunning(lines, feet, taken);
  }
  return lines.map((line, index) => (taken.has(index) ? { ...line, text: '' } : line));
}
