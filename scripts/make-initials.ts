import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { readSeedRegions } from '../src/regions';

/** Writes seeds/pinyin/initials.json from pinyin-pro: to be run again when the regions change. */
const firstHan = 0x4e00;
const lastHan = 0x9fff;

const initialsOf = (text: string): string => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();

const letters = Array.from({ length: lastHan - firstHan + 1 }, (_, index) => {
  const initial = initialsOf(String.fromCodePoint(firstHan + index));
  return /^[a-z]$/u.test(initial) ? initial : '.';
}).join('');

const byCharacter = (word: string) => [...word].map((one) => letters[one.codePointAt(0)! - firstHan] ?? '').join('');
const words = [...new Set(readSeedRegions().map(({ name }) => name))]
  .map((word) => ({ word, initials: initialsOf(word) }))
  .filter(({ word, initials }) => /^[a-z]+$/u.test(initials) && initials !== byCharacter(word))
  .sort((a, b) => (a.word < b.word ? -1 : 1));

const folder = join(__dirname, '..', 'seeds', 'pinyin');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'initials.json'),
  `${JSON.stringify(
    {
      note: 'Pinyin initials of Han characters from U+4E00 to U+9FFF in their order, "." where there is none, and names of regions that read a character in another way than by itself. From pinyin-pro 3.29.4 by scripts/make-initials.ts.',
      letters,
      words,
    },
    null,
    1,
  )}\n`,
);
