import type { View } from '../view';

/** The title of a line of work in the reader's language. */
export function lineTitle({ lang }: View, line: { titleZh: string; titleEn: string }): string {
  return lang === 'en' ? line.titleEn : line.titleZh;
}
