import { createHash } from 'node:crypto';
import { cleanText } from '../parse/clean-text';

/** The printed words from which the parts of a task were read. */
export interface PrintedWords {
  text: string;
  responsibleText: string | null;
  deadlineText: string | null;
}

/**
 * Marks of the words that readings stand on, in the order text, bodies, deadline. Where a cell was changed since, its mark
 * is another one: then the reading that stands beside it is out of date.
 */
export function marksOf({ text, responsibleText, deadlineText }: PrintedWords): [text: string, bodies: string, deadline: string] {
  return [mark(text), mark(responsibleText), mark(deadlineText)];
}

function mark(words: string | null): string {
  return createHash('sha256')
    .update(words === null ? '' : cleanText(words))
    .digest('hex')
    .slice(0, 8);
}
