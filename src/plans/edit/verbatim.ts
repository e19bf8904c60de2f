import { CommandRefusal } from '../../platform/graphql';

/** A text as a cell of a document holds it: in one line, nothing around it. */
function verbatim(text: string): string {
  return text.replace(/[\r\n\t\u2028\u2029]+/gu, '').trim();
}

/** A text that must be there. */
export function requiredText(text: string | null, field: string): string {
  const plain = text === null ? '' : verbatim(text);
  if (plain === '') {
    throw new CommandRefusal('EMPTY_TEXT', `${field} 不能为空。 ${field} cannot be empty.`, [field]);
  }
  return plain;
}

/** A text that may be absent; blank counts as absent. */
export function optionalText(text: string | null): string | null {
  return text === null ? null : verbatim(text) || null;
}
