import { canonicalUnitKey } from '../../units';
import type { KnownUnit, MatchCandidate, NameMatch, ScopeRegion, UnitDraft, UnitScope } from './known-unit';
import { isAbove, placeOfName } from './name-place';
import { hostNames, printedName, scoreName, type PrintedName } from './score-name';
import { zonesNamed } from './zone-name';

/** From here on a unit is taken without a word. */
const takenFrom = 0.9;
/** From here on it is taken for the time being, and a person should look. */
const doubtfulFrom = 0.65;
/** Of a name whose bearer had ended by then, or was still to come: somebody should look. */
const confidenceOfAbsent = 0.8;
const mostCandidates = 5;

/**
 * Printed names to units, as the documents of one region use them. A name that fits one body well is taken for it; one
 * that fits less well is taken and listed as doubtful; else a new unit is proposed. One body bears two names of a document
 * only where they are forms of one name.
 */
export function matchUnits(names: readonly string[], scope: UnitScope): NameMatch[] {
  const printed = [...new Set(names)].map((name) => printedName(name, placeOfName(name, scope)));
  const directory = new Directory(scope);
  const ranked = new Map(printed.map((one) => [one.name, directory.rank(one)]));
  const certain = new Map<string, MatchCandidate>();
  for (const { name } of printed) {
    const best = directory.best(ranked.get(name)!);
    if (best && best.confidence >= takenFrom) certain.set(name, best);
  }
  const spokenFor = new Set([...certain.values()].map(({ unit }) => unit.id));
  const matches = printed.map((one): NameMatch & { printed: PrintedName } => {
    const candidates = ranked.get(one.name)!.slice(0, mostCandidates);
    const best = directory.best(candidates);
    const isLikely = best !== null && best.confidence >= doubtfulFrom && best.confidence < takenFrom && !spokenFor.has(best.unit.id);
    const taken = certain.get(one.name) ?? (isLikely ? best : null);
    return { printed: one, name: one.name, taken, draft: null, isDoubtful: isLikely, candidates };
  });
  const unknown = matches.filter(({ taken }) => taken === null);
  const drafts = draftUnits(unknown, timesPrinted(names), scope);
  return matches.map(({ printed: _printed, ...match }) => ({ ...match, draft: drafts.get(match.name) ?? null }));
}

/** The known units by what a name can meet them by, so that a name is not held against every unit of a country. */
class Directory {
  private readonly byRegion = new Map<number, KnownUnit[]>();
  private readonly byName = new Map<string, KnownUnit[]>();
  private readonly above: KnownUnit[];
  private readonly zones: KnownUnit[];

  constructor(private readonly scope: UnitScope) {
    for (const unit of scope.units) {
      push(this.byRegion, unit.region.id, unit);
      for (const name of new Set([unit.name, ...unit.aliases])) push(this.byName, name, unit);
    }
    this.above = scope.units.filter(({ region }) => isAbove(region, scope.region));
    this.zones = scope.units.filter(({ region }) => region.isZone);
  }

  /** The units for which something speaks, the most likely and nearest first. */
  rank(printed: PrintedName): MatchCandidate[] {
    const met = new Set([
      ...(this.byRegion.get(printed.region.id) ?? []),
      ...(this.byRegion.get(this.scope.region.id) ?? []),
      ...(this.byName.get(printed.name) ?? []),
      ...this.above,
      ...(printed.kind === 'ZONE_COMMITTEE' ? this.zones : []),
    ]);
    const near = (unit: KnownUnit) => nearness(unit, this.scope.region);
    return [...met]
      .flatMap((unit) => onTheDay(scoreName(printed, unit, this.scope)) ?? [])
      .sort((a, b) => b.confidence - a.confidence || near(b.unit) - near(a.unit) || a.unit.id - b.unit.id)
      .filter(({ unit }, at, all) => all.findIndex((other) => other.unit.id === unit.id) === at);
  }

  /** The best one, where no other is as good and as near. */
  best(candidates: readonly MatchCandidate[]): MatchCandidate | null {
    const [best, next] = candidates;
    const isTied =
      best && next?.confidence === best.confidence && nearness(best.unit, this.scope.region) === nearness(next.unit, this.scope.region);
    return best && !isTied ? best : null;
  }
}

/** A unit that was not there on the day of the document is meant by its own name alone; with a doubt, where nobody took its place. */
function onTheDay(found: MatchCandidate | null): MatchCandidate | null {
  const absence = found?.unit.absence ?? null;
  if (!found || absence === null) return found;
  if (found.confidence < takenFrom) return null;
  return absence === 'SUCCEEDED' ? found : { ...found, confidence: confidenceOfAbsent };
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** How many steps of the way from the nation down a unit's region shares with another. */
function nearness({ region }: KnownUnit, { path }: ScopeRegion): number {
  const steps = path.split('/');
  const own = region.path.split('/');
  const parting = steps.findIndex((step, at) => step !== own[at]);
  return parting === -1 ? steps.length : parting;
}

function timesPrinted(names: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

/** Unknown names whose keys fall together in one region are one body; its fullest form is its name. */
function draftUnits(
  unknown: readonly { printed: PrintedName }[],
  times: ReadonlyMap<string, number>,
  scope: UnitScope,
): ReadonlyMap<string, UnitDraft> {
  const groups = new Map<string, { region: ScopeRegion; key: string; forms: string[] }>();
  for (const { printed } of unknown) {
    const region = homeOf(printed, scope);
    const key = canonicalUnitKey(printed.name, region.name);
    const group = groups.get(`${region.id} ${key}`) ?? { region, key, forms: [] };
    group.forms.push(printed.name);
    groups.set(`${region.id} ${key}`, group);
  }
  const drafts = new Map<string, UnitDraft>();
  for (const { region, key, forms } of groups.values()) {
    const [name, ...aliases] = forms.sort(
      (a, b) => Number(showsLevel(b)) - Number(showsLevel(a)) || times.get(b)! - times.get(a)! || b.length - a.length,
    );
    const draft = { region, name: name!, canonicalKey: key, aliases };
    for (const form of forms) drafts.set(form, draft);
  }
  return drafts;
}

/** The region of a new body: the zone whose committee it is, else the one that its name says, else the issuing one. */
function homeOf({ name, kind, region }: PrintedName, scope: UnitScope): ScopeRegion {
  if (kind !== 'ZONE_COMMITTEE') return region;
  const zones = zonesNamed(
    name,
    scope.regions.filter(({ isZone }) => isZone),
    hostNames(scope),
  );
  return zones.length === 1 ? zones[0]! : region;
}

/** 市发展改革委 says whose body it is, 发展改革委 does not. */
function showsLevel(name: string): boolean {
  return /^[省市区县州盟旗]/u.test(name);
}
