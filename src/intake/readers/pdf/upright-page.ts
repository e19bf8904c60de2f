import type { ExtractedPage } from './extract-pages';
import type { PdfPage, Rule, TextRun } from './pdf-page';

/** Characters that some fonts give as the radicals that look like them. */
const RADICALS = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

function printedText(text: string): string {
  return text.replace(RADICALS, (character) => character.normalize('NFKC'));
}

/** Which way most of a page's text runs: a table laid across the page is turned. */
function turnsOf(page: ExtractedPage): number {
  const characters = [0, 0, 0, 0];
  for (const [text, , , , , turns] of page.runs) characters[turns] = (characters[turns] ?? 0) + text.length;
  return characters.indexOf(Math.max(...characters));
}

type Point = (x: number, y: number) => [number, number];

function turning(turns: number, width: number, height: number): Point {
  if (turns === 1) return (x, y) => [y, width - x];
  if (turns === 2) return (x, y) => [width - x, height - y];
  if (turns === 3) return (x, y) => [height - y, x];
  return (x, y) => [x, y];
}

/** The page turned so that its text runs from left to right; text that runs otherwise is a mark in the margin. */
export function uprightPage(page: ExtractedPage, number: number): PdfPage {
  const turns = turnsOf(page);
  const point = turning(turns, page.width, page.height);
  const runs = page.runs.flatMap(([text, x, y, width, size, runTurns]): TextRun[] => {
    const [left, baseline] = point(x, y);
    const printed = printedText(text);
    return runTurns === turns && printed.trim() !== '' ? [{ text: printed, left, right: left + width, baseline, size: size || 1 }] : [];
  });
  const rules = page.rules.map(([left, top, right, bottom]): Rule => {
    const [x1, y1] = point(left, top);
    const [x2, y2] = point(right, bottom);
    return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
  });
  const isTurned = turns % 2 === 1;
  return { number, width: isTurned ? page.height : page.width, height: isTurned ? page.width : page.height, runs, rules };
}
