import type { FlowedBlock, PlacedWord } from '../../document';
import type { ColumnRegion } from './column-region';
import type { PagedLine } from './paragraphs';
import type { TextRun } from './pdf-page';

/** Lines of one cell are no further apart than this many usual steps. */
const WIDER_STEP = 1.08;
/** Words nearer than this, in sizes of the type, have a single space between them. */
const TIGHT = 0.6;

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length * share)] ?? 0;
}

/** The step from one line of a cell to the next: the least that is usual between lines one above the other. */
function lineStep(lines: readonly PagedLine[]): number {
  const steps = lines.flatMap((line, index) => {
    const above = lines.slice(Math.max(0, index - 4), index).findLast((other) => other.page === line.page && standsOver(other, line));
    return above === undefined ? [] : [line.baseline - above.baseline];
  });
  return quantile(steps, 0.3);
}

const standsOver = (above: PagedLine, line: PagedLine): boolean =>
  above.words.some((word) => line.words.some((other) => word.left < other.right && other.left < word.right));

function placedWords(words: readonly TextRun[], left: number, unit: number): PlacedWord[] {
  return words.map(({ text, left: from, right }, index) => {
    const start = Math.round((from - left) / unit);
    const space = (from - (words[index - 1]?.right ?? left)) / unit;
    const gap = index === 0 ? start : space < TIGHT ? 1 : Math.max(2, Math.round(space));
    return { text, start, end: Math.max(start + 1, Math.round((right - left) / unit)), gap };
  });
}

const printed = (words: readonly PlacedWord[]): string =>
  words.reduce(
    (text, word, index) => `${text}${' '.repeat(Math.max(word.start - text.length, index === 0 ? 0 : Math.min(word.gap, 2)))}${word.text}`,
    '',
  );

/**
 * Text in columns as lines whose words have their places, of which the parser makes a table. A blank line stands where a
 * line or more than the usual step parts two lines.
 */
export function columnBlock(all: readonly PagedLine[], region: ColumnRegion, rulesOf: (page: number) => readonly number[]): FlowedBlock {
  const own = all.slice(region.start, region.end);
  const unit = quantile(
    own.map(({ size }) => size),
    0.5,
  );
  const left = Math.min(...own.map((line) => line.left));
  const step = lineStep(own) * WIDER_STEP;
  const lines: FlowedBlock['lines'] = [];
  own.forEach((line, index) => {
    const before = own[index - 1];
    const isNear = before !== undefined && before.page === line.page;
    const crossed = isNear && rulesOf(line.page).some((y) => y > before.baseline && y < line.baseline);
    if (isNear && (crossed || line.baseline - before.baseline > step)) lines.push({ text: '', line: lines.length + 1, page: line.page });
    const words = placedWords(line.words, left, unit);
    lines.push({ text: printed(words), words, line: lines.length + 1, page: line.page });
  });
  return { kind: 'flowed', lines, position: { page: own[0]?.page ?? null, sheet: null, row: null, line: 1 } };
}
