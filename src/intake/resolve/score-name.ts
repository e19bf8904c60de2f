import { canonicalUnitKey, functionLineOf, unitKindOf } from '../../units';
import type { KnownUnit, MatchCandidate, ScopeRegion, UnitScope } from './known-unit';
import { isNearSpelling, likeness } from './name-likeness';
import { isAbove, type Place } from './name-place';
import { zonesNamed } from './zone-name';

/** A printed name with what it says by itself. */
export interface PrintedName {
  name: string;
  kind: string;
  line: string | null;
  place: Place;
  /** The region whose body it is, as far as it says. */
  region: ScopeRegion;
}

/** How sure each ground is. A person who has read the name would say the same of most above 0.9, of some above 0.65. */
const sure = {
  NAME: 1,
  ALIAS: 0.98,
  LEVEL_WORD: 0.96,
  SHORT_FORM: 0.94,
  NAMED_REGION: 0.95,
  ZONE: 0.93,
  FULL_NAME_ELSEWHERE: 0.92,
  NEAR_SPELLING: 0.8,
  FUNCTION_LINE: 0.72,
  SAME_NAME_ELSEWHERE: 0.4,
  RELATED: 0.35,
} as const;

const candidate = (unit: KnownUnit, reason: keyof typeof sure): MatchCandidate => ({ unit, confidence: sure[reason], reason });

/** How likely a known unit is the body that a name means; null where nothing speaks for it. */
export function scoreName(printed: PrintedName, unit: KnownUnit, scope: UnitScope): MatchCandidate | null {
  if (unit.region.isZone && printed.kind === 'ZONE_COMMITTEE') return scoreZone(printed, unit, scope);
  // 市教育局 in a county's document is looked up among the city's bodies, as one of them.
  const isHome = unit.region.id === printed.region.id;
  if (isHome) return scoreAtHome(printed, unit, printed.place === 'ABOVE' || printed.place === 'BELOW');
  return scoreElsewhere(printed, unit, scope);
}

function scoreAtHome({ name, kind, line }: PrintedName, unit: KnownUnit, isNamedRegion: boolean): MatchCandidate | null {
  if (unit.name === name) return candidate(unit, isNamedRegion ? 'NAMED_REGION' : 'NAME');
  if (unit.aliases.includes(name)) return candidate(unit, isNamedRegion ? 'NAMED_REGION' : 'ALIAS');
  const key = canonicalUnitKey(name, unit.region.name);
  if (key === unit.canonicalKey) {
    if (isNamedRegion) return candidate(unit, 'NAMED_REGION');
    return candidate(unit, isSameButLevel(name, unit.name, unit.region.name) ? 'LEVEL_WORD' : 'SHORT_FORM');
  }
  if (kind !== unit.kind) return null;
  const isSameLine = line !== null && line === unit.functionLine;
  // A misread character may have hidden the line of work; another line is another body.
  if (isNearSpelling(key, unit.canonicalKey) && (isSameLine || line === null)) return candidate(unit, 'NEAR_SPELLING');
  if (!isSameLine) return null;
  const isPart = key.includes(unit.canonicalKey) || unit.canonicalKey.includes(key);
  return candidate(unit, isPart || likeness(key, unit.canonicalKey) >= 0.6 ? 'FUNCTION_LINE' : 'RELATED');
}

function scoreElsewhere({ name, place }: PrintedName, unit: KnownUnit, { region }: UnitScope): MatchCandidate | null {
  const bears = unit.name === name || unit.aliases.includes(name);
  // Governments and zones are named in full wherever they are; a department's name is every region's.
  if (bears && unit.isReference && place !== 'OWN') return candidate(unit, 'FULL_NAME_ELSEWHERE');
  if (bears) return candidate(unit, 'SAME_NAME_ELSEWHERE');
  const isAlike = isAbove(unit.region, region) && place !== 'OWN' && canonicalUnitKey(name, unit.region.name) === unit.canonicalKey;
  return isAlike ? candidate(unit, 'SAME_NAME_ELSEWHERE') : null;
}

function scoreZone({ name }: PrintedName, unit: KnownUnit, scope: UnitScope): MatchCandidate | null {
  if (unit.name === name) return candidate(unit, 'NAME');
  if (unit.aliases.includes(name)) return candidate(unit, 'ALIAS');
  return zonesNamed(name, [unit.region], hostNames(scope)).length > 0 ? candidate(unit, 'ZONE') : null;
}

/** The name of the division that hosts a zone, where it is among those in reach. */
export function hostNames({ regions }: UnitScope): (zone: ScopeRegion) => string | null {
  return (zone) =>
    regions.filter((one) => !one.isZone && isAbove(one, zone)).sort((a, b) => b.path.length - a.path.length)[0]?.name ?? null;
}

/** 教育局, 区教育局 and 通川区教育局 differ by what says whose they are, and nothing else. */
function isSameButLevel(left: string, right: string, regionName: string): boolean {
  const bare = (name: string) => name.replace(regionName, '').replace(/^[省市州盟县区旗]/u, '');
  return bare(left) === bare(right);
}

/** What a name says by itself. */
export function printedName(name: string, place: { place: Place; region: ScopeRegion }): PrintedName {
  return { name, kind: unitKindOf(name), line: functionLineOf(name), ...place };
}
