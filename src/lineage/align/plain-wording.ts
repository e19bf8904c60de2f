/** The text by which identity is judged: white space is a matter of print, not of wording. */
export function printedWording(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Words that only say at which level of government a text was written. */
const LEVEL_WORDS: readonly (readonly [RegExp, string])[] = [
  [/各县\(市、?区\)|各(?:市|区|县|州|旗|乡镇|乡、镇|镇|街道|乡镇街委|地|级)+/gu, '各'],
  [/(?:省|市|州|区|县|旗|镇|乡)级/gu, '级'],
  [/[全本](?:省|市|州|区|县|旗|镇|乡|地区|辖区|行政区域)/gu, '全'],
  [/(?:省|市|州|区|县|旗|镇|乡)(?=政府|人民政府|委|长信箱|政务)/gu, ''],
];

/**
 * The text by which likeness is judged, cut at its punctuation: numbers are one number, names of the plan's own place and of
 * its level are left out, for these are what a lower plan adapts first.
 */
export function comparableClauses(text: string, regionNames: readonly string[]): string[] {
  let plain = printedWording(text.normalize('NFKC'));
  for (const name of regionNames) plain = plain.replaceAll(name, '');
  for (const [pattern, word] of LEVEL_WORDS) plain = plain.replace(pattern, word);
  return plain
    .replace(/\d+(?:\.\d+)?/gu, '0')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((clause) => clause.length > 0);
}
