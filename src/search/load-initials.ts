import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { packageRoot } from '../platform/package-root';

export interface SeedInitials {
  /** Of the characters from U+4E00 on, in their order; `.` where there is none. */
  letters: string;
  /** Words in which a character is read in another way than by itself: 重 of 重庆市. */
  words: { word: string; initials: string }[];
}

const firstHan = 0x4e00;

export function readSeedInitials(): SeedInitials {
  return JSON.parse(readFileSync(join(packageRoot(), 'seeds', 'pinyin', 'initials.json'), 'utf8')) as SeedInitials;
}

/** Loads pinyin initials; names that are there already get theirs anew. */
export async function loadInitials(manager: EntityManager, { letters, words }: SeedInitials): Promise<void> {
  await manager.query('delete from han_initial');
  await manager.query(
    `insert into han_initial (character, initial)
     select chr($2 + place::int - 1), letter from unnest(string_to_array($1, null)) with ordinality as x (letter, place) where letter <> '.'`,
    [letters, firstHan],
  );
  await manager.query('delete from word_initials');
  await manager.query(
    'insert into word_initials (word, initials) select word, initials from jsonb_to_recordset($1) as x (word text, initials text)',
    [JSON.stringify(words)],
  );
  await manager.query('select keep_all_names() where exists (select from published_name)');
}
