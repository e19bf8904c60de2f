import { randomInt } from 'node:crypto';

/** Without the letters that are easily taken for others, as Crockford has it. */
const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number of sixteen characters in fours: too many to be guessed, short enough to be read out. */
export function newReceiptNumber(): string {
  const four = () => Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('');
  return [four(), four(), four(), four()].join('-');
}

/** The number as it was given out, of one that a person typed: in any case, with or without its dashes, O for 0, I or L for 1. */
export function readReceiptNumber(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (plain.length !== 16 || [...plain].some((character) => !characters.includes(character))) return null;
  return plain.match(/.{4}/g)!.join('-');
}
