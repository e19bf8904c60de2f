import type { EntityManager } from 'typeorm';
import { UnitMatch, UnitMatchCandidate, type MatchReason, type UnitMatchState } from './unit-match';

/** What was found for a printed name. */
export interface FoundMatch {
  name: string;
  unitId: number;
  state: Exclude<UnitMatchState, 'CONFIRMED'>;
  confidence: number | null;
  reason: MatchReason | null;
  candidates: { unitId: number; confidence: number; reason: MatchReason }[];
}

/** Keeps what was found for the names of a plan. What a person has decided for a name stays. */
export async function saveUnitMatches(manager: EntityManager, planId: number, found: readonly FoundMatch[]): Promise<void> {
  if (found.length === 0) return;
  const decided = new Set((await manager.findBy(UnitMatch, { planId, state: 'CONFIRMED' })).map(({ name }) => name));
  const open = found.filter(({ name }) => !decided.has(name));
  await manager.query('delete from unit_match where plan_id = $1 and name = any($2)', [planId, open.map(({ name }) => name)]);
  if (open.length > 0) {
    await manager.insert(
      UnitMatch,
      open.map(({ name, unitId, state, confidence, reason }) => ({ planId, name, unitId, state, confidence, reason })),
    );
  }
  const candidates = open.flatMap(({ name, candidates: of }) => of.map((candidate) => ({ ...candidate, planId, name })));
  if (candidates.length > 0) await manager.insert(UnitMatchCandidate, candidates);
}
