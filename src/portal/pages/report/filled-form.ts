import type { Messages } from '../../messages';

export const mostTextCharacters = 2_000;
export const mostContactCharacters = 200;

/** What a reader wrote into the form. */
export interface FilledForm {
  text: string;
  contact: string;
  /** A field that people do not see; programs that fill in forms do. */
  trap: string;
}

export const emptyForm: FilledForm = { text: '', contact: '', trap: '' };

/** What stands in the way of keeping it, and at which field; `form` where it is about none. */
export interface FormProblem {
  field: 'text' | 'contact' | 'website' | 'form';
  message: string;
}

/** Reads a form that was sent. Line breaks are one character, as the reader counted them. */
export function readForm(body: unknown): FilledForm {
  const sent = (body ?? {}) as Readonly<Record<string, unknown>>;
  const field = (name: string) => (typeof sent[name] === 'string' ? sent[name].replace(/\r\n?/g, '\n').trim() : '');
  return { text: field('text'), contact: field('contact'), trap: field('website') };
}

export function problemsOf({ text, contact, trap }: FilledForm, { reports: { problems } }: Messages): FormProblem[] {
  const [textLength, contactLength] = [[...text].length, [...contact].length];
  const found: (FormProblem | null)[] = [
    text === '' ? { field: 'text', message: problems.textMissing } : null,
    textLength > mostTextCharacters ? { field: 'text', message: problems.textTooLong(mostTextCharacters, textLength) } : null,
    isUnreadable(text) ? { field: 'text', message: problems.unreadable } : null,
    contactLength > mostContactCharacters
      ? { field: 'contact', message: problems.contactTooLong(mostContactCharacters, contactLength) }
      : null,
    isUnreadable(contact) ? { field: 'contact', message: problems.unreadable } : null,
    trap !== '' ? { field: 'website', message: problems.trapFilled } : null,
  ];
  return found.filter((problem) => problem !== null);
}

/** Characters that control a terminal, not a text, or that stand for bytes which were none. */
function isUnreadable(text: string): boolean {
  return /[\p{Cs}\uFFFD]|(?![\n\t])\p{Cc}/u.test(text);
}
