/** With the u flag a proper pair is one character, so that only halves match. */
const loneSurrogate = /\p{Surrogate}/u;

/**
 * NUL, which PostgreSQL refuses, or half of a surrogate pair, which would silently be stored as U+FFFD.
 * Null where the text is sound.
 */
export function unsafeTextReason(text: string): string | null {
  if (text.includes('\0')) return 'NUL characters are not allowed. / 不能含 NUL 字符。';
  if (loneSurrogate.test(text)) return 'Unpaired surrogates are not allowed. / 不能含不成对的代理字符。';
  return null;
}
