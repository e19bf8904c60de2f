import type { EntityManager } from 'typeorm';
import type { FoundMatch } from '../../plans';
import type { Region } from '../../regions';
import { functionLineOf, Unit, unitKindOf } from '../../units';
import type { Problem } from '../reading';
import type { NameMatch, UnitDraft } from './known-unit';
import { matchProblems } from './match-problems';
import { matchUnits } from './match-units';
import { loadScope } from './unit-scope';

/** Where a body was met, for those that are new. */
export interface NameSource {
  text: string;
  date: string | null;
  /** The day by whose names units are found: that of issue, else the first of its year; null for today. */
  day: string | null;
}

export interface ResolvedNames {
  /** Printed name → the unit's key. */
  unitIds: Map<string, number>;
  found: FoundMatch[];
  /** Names of the units that were made. */
  created: string[];
  problems: Problem[];
}

/**
 * Finds the units of all printed names of a document, and makes those that nobody knows, as proposals. `decided` are names
 * for which a person has chosen.
 */
export async function resolveNames(
  manager: EntityManager,
  region: Region,
  printedNames: readonly string[],
  source: NameSource,
  decided: ReadonlyMap<string, number> = new Map(),
): Promise<ResolvedNames> {
  const open = printedNames.filter((name) => !decided.has(name));
  const matches = open.length === 0 ? [] : matchUnits(open, await loadScope(manager, region, [...new Set(open)], source.day));
  const draftIds = new Map<UnitDraft, number>();
  for (const draft of new Set(matches.flatMap(({ draft: one }) => one ?? [])))
    draftIds.set(draft, await insertUnit(manager, draft, source));
  const idOf = ({ taken, draft }: NameMatch) => (taken ? taken.unit.id : draftIds.get(draft!)!);
  return {
    unitIds: new Map([...decided, ...matches.map((match) => [match.name, idOf(match)] as const)]),
    found: matches.map((match) => ({
      name: match.name,
      unitId: idOf(match),
      state: match.draft ? 'PROPOSED' : match.isDoubtful ? 'DOUBTFUL' : 'TAKEN',
      confidence: match.taken?.confidence ?? null,
      reason: match.taken?.reason ?? null,
      candidates: match.candidates.map(({ unit, confidence, reason }) => ({ unitId: unit.id, confidence, reason })),
    })),
    created: [...draftIds.keys()].map(({ name }) => name),
    problems: matchProblems(matches),
  };
}

async function insertUnit(manager: EntityManager, { region, ...draft }: UnitDraft, source: NameSource): Promise<number> {
  const { identifiers } = await manager.insert(Unit, {
    ...draft,
    regionId: region.id,
    kind: unitKindOf(draft.name),
    functionLineCode: functionLineOf(draft.name),
    source: source.text,
    sourceDate: source.date,
    isReference: false,
    proposed: true,
    published: false,
    updatedAt: () => 'now()',
  });
  return identifiers[0]!['id'] as number;
}
