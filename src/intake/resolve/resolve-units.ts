import { canonicalUnitKey } from '../../units';

/** A unit that is known already: in the issuing region, below it, or elsewhere under a name that the document prints. */
export interface KnownUnit {
  id: number;
  regionId: number;
  /** Path of its region, from the nation down. */
  path: string;
  name: string;
  canonicalKey: string;
  aliases: string[];
}

/** A body that the document names and nobody knew before. */
export interface NewUnit {
  name: string;
  canonicalKey: string;
  aliases: string[];
}

export interface UnitResolution {
  /** Printed name → the known unit. */
  known: Map<string, KnownUnit>;
  /** Printed name → the unit to be made. */
  created: Map<string, NewUnit>;
  /** Printed names that fit several units below the region; they are taken for bodies of the region itself. */
  ambiguous: { name: string; candidates: KnownUnit[] }[];
}

/**
 * Printed names to units, as the documents of one region use them: a name means first a body of that region, by name,
 * alias or the key under which long and short forms fall together; then the one body that bears it in full, the nearest
 * first: below the region, below the region above, and so on.
 */
export function resolveUnits(
  printedNames: readonly string[],
  region: { id: number; name: string; path: string },
  units: readonly KnownUnit[],
): UnitResolution {
  const own = units.filter((unit) => unit.regionId === region.id);
  const ownByName = new Map(own.flatMap((unit) => [unit.name, ...unit.aliases].map((name) => [name, unit])));
  const ownByKey = new Map(own.map((unit) => [unit.canonicalKey, unit]));
  const elsewhere = units.filter((unit) => unit.regionId !== region.id);
  const resolution: UnitResolution = { known: new Map(), created: new Map(), ambiguous: [] };
  const unknown: string[] = [];
  for (const name of printedNames) {
    const candidates = nearest(
      elsewhere.filter((unit) => unit.name === name || unit.aliases.includes(name)),
      region.path,
    );
    const unit =
      ownByName.get(name) ?? ownByKey.get(canonicalUnitKey(name, region.name)) ?? (candidates.length === 1 ? candidates[0] : undefined);
    if (unit) resolution.known.set(name, unit);
    else unknown.push(name);
    if (!unit && candidates.length > 1 && !resolution.ambiguous.some((one) => one.name === name))
      resolution.ambiguous.push({ name, candidates });
  }
  for (const unit of newUnits(unknown, region.name)) for (const name of [unit.name, ...unit.aliases]) resolution.created.set(name, unit);
  return resolution;
}

/** Those of the units that share the longest path with the region. */
function nearest(units: readonly KnownUnit[], path: string): KnownUnit[] {
  const steps = path.split('/');
  const shared = (unit: KnownUnit) => {
    const own = unit.path.split('/');
    const parting = steps.findIndex((step, index) => step !== own[index]);
    return parting === -1 ? steps.length : parting;
  };
  const longest = Math.max(...units.map(shared));
  return units.filter((unit) => shared(unit) === longest);
}

/** Unknown names whose keys fall together are one body; its fullest form is its name. */
function newUnits(names: readonly string[], regionName: string): NewUnit[] {
  const byKey = new Map<string, Map<string, number>>();
  for (const name of names) {
    const key = canonicalUnitKey(name, regionName);
    const forms = byKey.get(key) ?? new Map<string, number>();
    byKey.set(key, forms.set(name, (forms.get(name) ?? 0) + 1));
  }
  return [...byKey].map(([canonicalKey, forms]) => {
    const [name, ...aliases] = [...forms]
      .sort(([a, timesA], [b, timesB]) => Number(showsLevel(b)) - Number(showsLevel(a)) || timesB - timesA || b.length - a.length)
      .map(([form]) => form);
    return { name: name!, canonicalKey, aliases };
  });
}

/** 市发展改革委 says whose body it is, 发展改革委 does not. */
function showsLevel(name: string): boolean {
  return /^[省市区县州盟旗]/u.test(name);
}
