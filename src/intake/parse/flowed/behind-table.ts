import { looksLikeDeadline, looksLikeUnits, squeeze } from '../cell-nature';
import { widthOf, type FlowedLine } from './fragments';
import type { HeadColumn } from './layout-heading';

/** No more lines behind a table are looked at. */
const MOST_LINES = 400;
const STYLES = [/^[一二三四五六七八九十]{1,3}、/, /^[（(][一二三四五六七八九十]{1,3}[）)]/];
/** Cells side by side, which no heading has. */
const COLUMNS = /\S\s{2,}\S/;
const LINES_JUDGED = 8;
const ENDS_SENTENCE = /[。；：]$/;

/** Words over the whole breadth of the table: no cell is so wide. */
function runsOver(text: string, columns: readonly HeadColumn[]): boolean {
  const words = text.trim();
  // A space between Chinese words parts columns that touch.
  if (words.length < 20 || /\S\s{2,}\S|[\u4e00-\u9fff，、。；）”] [\u4e00-\u9fff（“]/.test(words) || columns.length < 3) return false;
  const start = text.length - text.trimStart().length;
  const [second, last] = [columns[1], columns[columns.length - 1]];
  return (
    second !== undefined &&
    last !== undefined &&
    start <= second.end &&
    start + words.length >= (columns[columns.length - 2]?.start ?? Infinity)
  );
}

/** A numbered heading in a style that no line of the table has, with sentences behind it. */
function beginsChapter(body: readonly FlowedLine[], at: number, seen: readonly boolean[]): boolean {
  const text = squeeze(body[at]?.text ?? '');
  const style = STYLES.findIndex((pattern) => pattern.test(text));
  if (style < 0 || seen[style] === true || text.length > 60 || COLUMNS.test(body[at]?.text.trim() ?? '')) return false;
  const behind = body.slice(at + 1).filter((line) => squeeze(line.text) !== '');
  const next = behind.slice(0, LINES_JUDGED);
  if (next.filter((line) => COLUMNS.test(line.text.trim())).length * 2 > next.length) return false;
  if (behind.some((line) => looksLikeDeadline(line.text) || (looksLikeUnits(line.text) && widthOf(squeeze(line.text)) > 4))) return false;
  return text.includes('。') || behind.some((line) => ENDS_SENTENCE.test(squeeze(line.text)));
}

/**
 * Where prose begins that stands right behind a table's last row, with no mark of its own; the body's length where none
 * does. Only what follows the last printed heading is looked at.
 */
export function proseBehind(body: readonly FlowedLine[], from: number, columns: readonly HeadColumn[] | null): number {
  const seen = STYLES.map((pattern) => body.slice(0, from).some(({ text }) => pattern.test(squeeze(text))));
  const start = Math.max(from, body.length - MOST_LINES);
  for (let at = start; at < body.length; at += 1) {
    const text = body[at]?.text ?? '';
    if (text.length > 400) continue;
    if (columns !== null && at > from && runsOver(text, columns)) return at;
    if (at > from && beginsChapter(body, at, seen)) return at;
    STYLES.forEach((pattern, style) => {
      if (pattern.test(squeeze(text))) seen[style] = true;
    });
  }
  return body.length;
}
