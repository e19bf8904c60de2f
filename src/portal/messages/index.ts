import { en } from './en';
import { zh } from './zh';

export type Lang = 'zh' | 'en';

/** Every word of the portal's own. The Chinese catalogue is the model, the English one must match it. */
export type Messages = typeof zh;

const catalogues: Readonly<Record<Lang, Messages>> = { zh, en };

export function messagesIn(lang: Lang): Messages {
  return catalogues[lang];
}

/** As `lang` attributes and headers have it. */
export const languageTag: Readonly<Record<Lang, string>> = { zh: 'zh-Hans', en: 'en' };
