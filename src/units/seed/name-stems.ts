import { readFunctionLines } from './function-lines';

/** A piece of an organ's name: a stem of the taxonomy, or other text. */
export interface NamePiece {
  /** The stem's full form; other text as it is. */
  full: string;
  /** Code of the function line; null for other text. */
  line: string | null;
}

/** Words of every organ's name in which a stem seems to stand: 政管 in 行政管理. */
const NO_STEM = ['行政管理'];

let stems: { byForm: Map<string, NamePiece>; longest: number } | undefined;

function stemTable(): { byForm: Map<string, NamePiece>; longest: number } {
  if (stems) return stems;
  const byForm = new Map<string, NamePiece>();
  for (const { code, stems: groups } of readFunctionLines()) {
    for (const [full = '', ...short] of groups) {
      for (const form of [full, ...short]) byForm.set(form, { full, line: code });
    }
  }
  return (stems = { byForm, longest: Math.max(...[...byForm.keys()].map((form) => form.length)) });
}

/** The name without what its long and its short form may differ in whatever the body: spaces, 和, 人民, 办公室 for 办 … */
export function plainName(name: string): string {
  return name
    .replace(/[\s\u2028\u2029]/gu, '')
    .replace(/[、·]/gu, '')
    .replace(/人民政府/u, '政府')
    .replace(/(?:工作)?(?:委员会|领导小组)办公室$/u, '办')
    .replace(/办公[室厅]$/u, '办')
    .replace(/管理委员会$/u, (ending, at: number, whole: string) =>
      /(?:[区园港]|新区.{1,3})$/u.test(whole.slice(0, at)) ? '管委会' : ending,
    )
    .replace(/委员会/gu, '委');
}

/** Cuts a plain name into stems and other text; at each place the longest stem wins. */
export function namePieces(plain: string): NamePiece[] {
  const { byForm, longest } = stemTable();
  const text = plain.replace(/(?<=.{2})[和与及](?=.{2})/gu, '');
  const pieces: NamePiece[] = [];
  for (let at = 0; at < text.length;) {
    const plainWord = NO_STEM.find((word) => text.startsWith(word, at));
    if (plainWord !== undefined) {
      pieces.push({ full: plainWord, line: null });
      at += plainWord.length;
      continue;
    }
    let length = Math.min(longest, text.length - at);
    while (length > 1 && !byForm.has(text.slice(at, at + length))) length--;
    const form = text.slice(at, at + length);
    pieces.push(byForm.get(form) ?? { full: form, line: null });
    at += length;
  }
  return pieces;
}
