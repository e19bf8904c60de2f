import { diffArrays } from 'diff';
import { textTokens } from './text-tokens';

export type SegmentKind = 'EQUAL' | 'REMOVED' | 'ADDED';

export interface DiffSegment {
  kind: SegmentKind;
  text: string;
}

/** Texts that differ in more pieces have nothing to do with each other: then one stands against the other as a whole. */
const MOST_EDITS = 600;

/**
 * What became of a text, in reading order: EQUAL and REMOVED pieces joined are the text before, EQUAL and ADDED ones the text
 * after, to the character. No piece begins or ends inside a word, a bracket, a number with its unit, or one of the names.
 */
export function diffTexts(before: string, after: string, names: readonly string[] = []): DiffSegment[] {
  if (before === after) return joined([{ kind: 'EQUAL', text: before }]);
  const changes = diffArrays(textTokens(before, names), textTokens(after, names), { maxEditLength: MOST_EDITS });
  if (!changes)
    return joined([
      { kind: 'REMOVED', text: before },
      { kind: 'ADDED', text: after },
    ]);
  const segments = changes.map(({ value, added, removed }): DiffSegment => {
    const kind = added ? 'ADDED' : removed ? 'REMOVED' : 'EQUAL';
    return { kind, text: value.join('') };
  });
  return joined(withoutSplinters(segments));
}

/** A single character that stayed between two changes tells nothing; it is read more easily as part of them. */
function withoutSplinters(segments: readonly DiffSegment[]): DiffSegment[] {
  return segments.flatMap((segment, at): DiffSegment[] => {
    const isSplinter =
      segment.kind === 'EQUAL' && segment.text.length === 1 && /\p{L}/u.test(segment.text) && at > 0 && at < segments.length - 1;
    return isSplinter
      ? [
          { kind: 'REMOVED', text: segment.text },
          { kind: 'ADDED', text: segment.text },
        ]
      : [segment];
  });
}

/** Between two equal pieces what is gone comes before what is new, each in one piece; nothing empty. */
function joined(segments: readonly DiffSegment[]): DiffSegment[] {
  const out: DiffSegment[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed) out.push({ kind: 'REMOVED', text: removed });
    if (added) out.push({ kind: 'ADDED', text: added });
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of segments) {
    if (kind === 'REMOVED') removed += text;
    else if (kind === 'ADDED') added += text;
    else if (text) {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'EQUAL') last.text += text;
      else out.push({ kind, text });
    }
  }
  flush();
  return out;
}
