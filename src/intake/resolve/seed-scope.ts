import { readSeedRegions } from '../../regions';
import { canonicalUnitKey, readSeedUnits } from '../../units';
import type { KnownUnit, ScopeRegion, UnitScope } from './known-unit';

/** What the reference data alone knows around a region, without a database; null where it knows no such region. */
export function seedScope(regionCode: string): UnitScope | null {
  const seeds = readSeedRegions();
  const regions = new Map<string, ScopeRegion>();
  seeds.forEach(({ stableId, name, aliases, kind, parentStableId }, index) => {
    const above = parentStableId === null ? '/' : regions.get(parentStableId)!.path;
    regions.set(stableId, { id: index + 1, stableId, name, aliases, path: `${above}${index + 1}/`, isZone: kind === 'ZONE' });
  });
  const region = regions.get(regionCode);
  if (!region) return null;
  const units = readSeedUnits(seeds).map(({ regionStableId, name, aliases, kind, functionLine }, index): KnownUnit => {
    const home = regions.get(regionStableId)!;
    const canonicalKey = canonicalUnitKey(name, home.name);
    return { id: index + 1, region: home, name, aliases, canonicalKey, kind, functionLine, isReference: true };
  });
  return { region, regions: [...regions.values()].filter((one) => isInReach(one, region)), units };
}

function isInReach({ path, isZone }: ScopeRegion, region: ScopeRegion): boolean {
  const host = path.replace(/\d+\/$/u, '');
  return path.startsWith(region.path) || region.path.startsWith(path) || (isZone && region.path.startsWith(host));
}
