/** Under what an item is known; null where this does not tell. */
type KeyOf<T> = (item: T) => string | null;

export interface ItemMatches<T> {
  /** The first items in their order, each with its partner among the second ones; null where it has none. */
  before: { item: T; partner: T | null }[];
  /** The second items that are nobody's partner. */
  added: T[];
}

/** Finds for each item its counterpart, first by the first key of all, then by the next one. Nobody has two partners. */
export function matchItems<T>(before: readonly T[], after: readonly T[], keys: readonly KeyOf<T>[]): ItemMatches<T> {
  const free = new Set(after);
  const partners = new Map<T, T>();
  for (const keyOf of keys) {
    for (const item of before.filter((each) => !partners.has(each))) {
      const key = keyOf(item);
      const partner = key === null ? undefined : [...free].find((candidate) => keyOf(candidate) === key);
      if (partner === undefined) continue;
      partners.set(item, partner);
      free.delete(partner);
    }
  }
  return { before: before.map((item) => ({ item, partner: partners.get(item) ?? null })), added: [...free] };
}
