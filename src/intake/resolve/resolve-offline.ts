import type { ParseResult } from '../reading';
import type { MatchCandidate, UnitScope } from './known-unit';
import { matchUnits } from './match-units';
import { seedScope } from './seed-scope';

interface ResolvedUnit {
  region: { code: string; name: string };
  name: string;
  confidence: number;
  reason: MatchCandidate['reason'];
}

/** What `gongkai parse --region` adds: which units of the reference data the printed names mean. */
export interface OfflineResolution {
  region: { code: string; name: string };
  units: {
    /** As printed. */
    name: string;
    /** Null where the reference data knows no such body; departments are known from imported plans only. */
    unit: ResolvedUnit | null;
    isDoubtful: boolean;
    candidates: ResolvedUnit[];
  }[];
}

type Names = Pick<ParseResult, 'plan' | 'tasks'>;

/** Looks the names of documents of a region up in the reference data, without a database. Null where there is no such region. */
export function offlineResolver(regionCode: string): ((document: Names) => OfflineResolution) | null {
  const scope = seedScope(regionCode);
  return scope && ((document) => resolve(document, scope));
}

function resolve({ plan, tasks }: Names, scope: UnitScope): OfflineResolution {
  const names = [plan.issuer, ...tasks.flatMap(({ responsibilities }) => responsibilities.map(({ unit }) => unit))];
  const matches = matchUnits(
    names.filter((name) => name !== null),
    scope,
  );
  return {
    region: { code: scope.region.stableId, name: scope.region.name },
    units: matches.map(({ name, taken, isDoubtful, candidates }) => ({
      name,
      unit: taken && shown(taken),
      isDoubtful,
      candidates: candidates.map(shown),
    })),
  };
}

function shown({ unit, confidence, reason }: MatchCandidate): ResolvedUnit {
  return { region: { code: unit.region.stableId, name: unit.region.name }, name: unit.name, confidence, reason };
}
