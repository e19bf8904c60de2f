import { squeeze } from '../cell-nature';
import type { FlowedLine } from './fragments';

const NUMBERING = /(?:^|[。\s])(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.．、])/g;
const LONGEST = 40;
/** A heading's own number, or what ends it. */
const END = /[。：:；]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）/;

/** Numbered headings of the prose around a table, their numbers aside: tables repeat them as categories. */
export function headingsOfProse(lines: readonly FlowedLine[]): Set<string> {
  const headings = new Set<string>();
  const printed = lines.filter(({ text }) => squeeze(text) !== '');
  printed.forEach(({ text }, index) => {
    for (const mark of text.slice(0, 400).matchAll(NUMBERING)) {
      const onward = text.slice((mark.index ?? 0) + mark[0].length, (mark.index ?? 0) + mark[0].length + 2 * LONGEST);
      const next = (printed[index + 1]?.text ?? '').slice(0, LONGEST);
      const whole = squeeze(onward);
      const heading = squeeze(onward + next).split(END)[0] ?? '';
      for (const candidate of [whole, heading]) if (candidate.length >= 4 && candidate.length <= LONGEST) headings.add(candidate);
    }
  });
  return headings;
}
