import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { messagesIn, type Lang, type Messages } from './messages';

export type Theme = 'auto' | 'light' | 'dark';
export type TextSize = 'standard' | 'large';

export type QueryChange = Readonly<Record<string, string | number | null | undefined>>;

/** How this reader sees the page: language, light, size, and where they are. */
export class View {
  readonly m: Messages;

  constructor(
    readonly lang: Lang,
    readonly theme: Theme,
    readonly size: TextSize,
    readonly path: string,
    /** Of this address, the language left out. */
    readonly query: URLSearchParams,
    /** Without a slash at its end. */
    readonly baseUrl: string,
  ) {
    this.m = messagesIn(lang);
  }

  /** An address on this site, in the reader's language. */
  href(path: string, query: QueryChange = {}, hash = ''): string {
    return `${addressOf(path, query, this.lang)}${hash}`;
  }

  /** This address with some of its query changed; null takes a part away. */
  here(change: QueryChange = {}, hash = ''): string {
    return this.href(this.path, { ...Object.fromEntries(this.query), ...change }, hash);
  }

  /** This page in another language. */
  inLanguage(lang: Lang): string {
    return addressOf(this.path, Object.fromEntries(this.query), lang);
  }

  /** What the address asks for under a name; null where it is missing or blank. */
  asked(name: string): string | null {
    return this.query.get(name)?.trim() || null;
  }
}

function addressOf(path: string, query: QueryChange, lang: Lang): string {
  const given = Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] != null && entry[1] !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  if (lang === 'en') search.set('lang', 'en');
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

const ViewContext = createContext<View | null>(null);

export const ViewProvider = ViewContext.Provider;

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('A component stands outside of a page');
  return view;
}
