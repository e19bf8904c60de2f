import type { MatchReason } from '../../plans';

/** A region whose bodies a document may name: the issuing one, those above it, those below it that it names, zones around it. */
export interface ScopeRegion {
  id: number;
  stableId: string;
  name: string;
  aliases: string[];
  /** From the nation down, ending in itself. */
  path: string;
  isZone: boolean;
}

/** A unit that is known already, under the names of the day of the document. */
export interface KnownUnit {
  /** Of one that had ended by then, that of the unit into which it was merged. */
  id: number;
  region: ScopeRegion;
  name: string;
  aliases: string[];
  /** Long and short forms of one body's name fall together in it, within the region. */
  canonicalKey: string;
  kind: string;
  functionLine: string | null;
  isReference: boolean;
  /** Where it was not there on the day of the document: SUCCEEDED by the unit of that id, or ABSENT, ended without one or still to come. */
  absence?: 'SUCCEEDED' | 'ABSENT' | null;
}

/** What is known when the names of a document are looked up. */
export interface UnitScope {
  /** The issuing region. */
  region: ScopeRegion;
  regions: readonly ScopeRegion[];
  units: readonly KnownUnit[];
}

export interface MatchCandidate {
  unit: KnownUnit;
  /** From 0 to 1. */
  confidence: number;
  reason: MatchReason;
}

/** A body that nobody knew, under the fullest form of its name. */
export interface UnitDraft {
  region: ScopeRegion;
  name: string;
  canonicalKey: string;
  aliases: string[];
}

/** What became of one printed name. */
export interface NameMatch {
  name: string;
  /** The unit that is taken; null where one is proposed. */
  taken: MatchCandidate | null;
  draft: UnitDraft | null;
  /** Whether the name says more than can be known: taken, but a person should look. */
  isDoubtful: boolean;
  /** The most likely ones, the best first. */
  candidates: MatchCandidate[];
}
