import type { ScopeRegion, UnitScope } from './known-unit';

/** Where the body of a printed name stands, as far as the name itself says. */
export type Place = 'OWN' | 'ABOVE' | 'BELOW' | 'UNSAID';

/** A level word that opens a body's name: 市教育局; no part of a word such as 市场监管局. */
const LEVEL = /^([省市州盟县区旗])(?!场|监局|政(?!府|务|协|管|法|策)|民(?!政|族|宗)|块链|域)/u;

export const isAbove = (upper: ScopeRegion, lower: ScopeRegion): boolean => upper.id !== lower.id && lower.path.startsWith(upper.path);

/** The region whose body a name is by its first words: by the region's name, or by a level word that is not the issuing region's own. */
export function placeOfName(name: string, { region, regions }: UnitScope): { place: Place; region: ScopeRegion } {
  if (startsWithName(name, region)) return { place: 'OWN', region };
  const below = longestNamed(
    name,
    regions.filter((one) => !one.isZone && isAbove(region, one)),
  );
  if (below) return { place: 'BELOW', region: below };
  const uppers = regions.filter((one) => !one.isZone && isAbove(one, region)).sort((a, b) => b.path.length - a.path.length);
  const upper = longestNamed(name, uppers) ?? byLevel(name, region, uppers);
  if (upper) return { place: 'ABOVE', region: upper };
  return { place: LEVEL.exec(name)?.[1] === region.name.at(-1) ? 'OWN' : 'UNSAID', region };
}

/** 达州市教育局 by its whole name; 达州 alone says less, for 达州日报 is a name of its own. */
function startsWithName(name: string, region: ScopeRegion): boolean {
  return [region.name, ...region.aliases].some((form) => form.length >= 3 && name.startsWith(form) && name.length > form.length + 1);
}

/** The one region with the longest name that opens the text; none where two of the same name do. */
function longestNamed(name: string, regions: readonly ScopeRegion[]): ScopeRegion | null {
  const named = regions.filter((region) => startsWithName(name, region)).sort((a, b) => b.name.length - a.name.length);
  const [first, second] = named;
  return first && (!second || second.name !== first.name) ? first : null;
}

/** To a district, 市教育局 is the city's: the nearest region above that calls itself so. */
function byLevel(name: string, region: ScopeRegion, uppers: readonly ScopeRegion[]): ScopeRegion | null {
  const level = LEVEL.exec(name)?.[1];
  if (level === undefined || region.isZone || region.name.endsWith(level)) return null;
  return uppers.find((upper) => upper.name.endsWith(level)) ?? null;
}
