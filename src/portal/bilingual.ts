import type { Lang } from './messages';

/** How the API writes a sentence in both languages: `中文。 / English.`, `中文。 English.` or `中文 (English)`. */
const forms = [/^(.*?)\s+\/\s+(\S.*)$/su, /^(.*?[。！？])\s+([A-Z].*)$/su, /^(.*?)\s*\(([A-Za-z][^()]*)\)$/su];

/** The half of a sentence of the API that is in the reader's language; all of it where it has one half only. */
export function halfIn(lang: Lang, text: string): string {
  for (const form of forms) {
    const [, zh, en] = form.exec(text) ?? [];
    if (zh !== undefined && en !== undefined) return lang === 'zh' ? zh : en;
  }
  return text;
}
