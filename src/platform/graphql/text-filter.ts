import { containing, join, raw, sql, type Sql } from '../database/sql';
import { badUserInput } from './safe-error';

const maxCharacters = 200;

/** What descriptions of text filters say of them. */
export const textHelp = `Several words separated by spaces must all occur; case and width do not matter; a blank text leaves nothing out; at most ${maxCharacters} characters.`;

/**
 * The words of a text that a client looks for, full-width forms made plain; none where it is blank. Upper and lower case
 * are left to PostgreSQL, whose rules the columns follow. BAD_USER_INPUT where the text is too long: characters are
 * counted, not UTF-16 units.
 */
export function wordsOf(text: string): string[] {
  if (text.length > maxCharacters && [...text].length > maxCharacters) {
    throw badUserInput(`A text to look for has at most ${maxCharacters} characters. / 检索词至多${maxCharacters}字。`);
  }
  return text.normalize('NFKC').split(/\s+/).filter(Boolean);
}

/** Per word: it occurs in one of the columns (expressions of type text) or in an item of one of the lists (of type text[]). */
export function haveWords(text: string, columns: readonly string[], lists: readonly string[] = []): Sql[] {
  return wordsOf(text).map((word) => {
    const pattern = sql`lower(${containing(word)}::text)`;
    const inColumns = columns.map((column) => sql`${plain(column)} like ${pattern}`);
    const inLists = lists.map((list) => sql`exists (select from unnest(${raw(list)}) item where ${plain('item')} like ${pattern})`);
    return join([...inColumns, ...inLists], ' or ');
  });
}

function plain(expression: string): Sql {
  return raw(`lower(normalize(${expression}, nfkc))`);
}
