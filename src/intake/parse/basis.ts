import type { BasisReading } from '../reading';
import { findDocumentNumbers } from './document-number';

/** Words that cite what a plan stands on. */
const CUE = /(?:按照|根据|依据|遵照|依照|贯彻|落实|对照|为(?:深入|全面|认真)?(?:贯彻|落实|做好)|结合|遵循|执行|依)[^。]*$/;

interface Citation extends BasisReading {
  start: number;
  end: number;
}

/** 《…》 from `start`; titles stand in titles. */
function closingMark(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '《') depth += 1;
    else if (text[index] === '》') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return -1;
}

function citations(text: string): Citation[] {
  const numbers = findDocumentNumbers(text);
  const found: Citation[] = [];
  const used = new Set<number>();
  for (let index = text.indexOf('《'); index >= 0;) {
    const close = closingMark(text, index);
    if (close < 0) break;
    const number = numbers.find(
      (candidate) => candidate.start >= close && candidate.start <= close + 3 && /^[》（(〔\s]*$/.test(text.slice(close, candidate.start)),
    );
    if (number !== undefined) used.add(number.start);
    found.push({ title: text.slice(index + 1, close), documentNumber: number?.number ?? null, start: index, end: number?.end ?? close });
    index = text.indexOf('《', close);
  }
  for (const number of numbers) {
    const inTitle = found.some((citation) => number.start > citation.start && number.start < citation.end);
    if (!used.has(number.start) && !inTitle)
      found.push({ title: null, documentNumber: withoutCue(number.number), start: number.start, end: number.end });
  }
  return found.sort((left, right) => left.start - right.start);
}

/** 根据国办发〔2023〕1号: the cue runs into the organ's letters. */
function withoutCue(number: string): string {
  return number.replace(/^.*(?:按照|根据|依据|遵照|落实|贯彻|执行|对照|为|和|及|与)(?=[\u4e00-\u9fff]{2,}〔)/, '');
}

/** The documents that an opening paragraph cites as its ground. The plan itself and the notice that issues it are none. */
export function readBasis(opening: readonly string[], ownTitles: readonly string[]): BasisReading[] {
  const own = ownTitles.map((title) => title.replace(/[《》〈〉<>\s]/g, ''));
  const basis: BasisReading[] = [];
  for (const paragraph of opening) {
    for (const { title, documentNumber, start, end } of citations(paragraph)) {
      const sentence = paragraph.slice(0, title === null ? end : start).replace(/[^]*。/, '');
      const bare = title?.replace(/[《》〈〉<>\s]/g, '') ?? null;
      if (!CUE.test(sentence) || (bare !== null && own.includes(bare))) continue;
      const known = basis.some((other) => other.title === title && other.documentNumber === documentNumber);
      if (!known) basis.push({ title, documentNumber });
    }
  }
  return basis;
}
