/** Text to search for as an address gives it: what the API would refuse is left out, and what is too long is cut. */
export function searchText(asked: string | null): string | null {
  if (asked === null) return null;
  const clean = asked.replace(/[\p{Cc}\ufffd]/gu, ' ').trim();
  return [...clean].slice(0, 200).join('') || null;
}
