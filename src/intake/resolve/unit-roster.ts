import type { EntityManager } from 'typeorm';
import { functionLineOf, Unit, unitKindOf } from '../../units';
import type { Region } from '../../regions';
import { resolveUnits, type KnownUnit, type NewUnit } from './resolve-units';

export interface ResolvedUnits {
  idOf: Map<string, number>;
  created: { id: number; name: string }[];
  ambiguous: { name: string; candidates: KnownUnit[] }[];
}

/** Finds the units of all printed names of a document, and makes those that are new. `source` says where they were met. */
export async function resolveAndCreateUnits(
  manager: EntityManager,
  region: Region,
  printedNames: readonly string[],
  source: { text: string; date: string | null },
): Promise<ResolvedUnits> {
  const units = await manager.query<KnownUnit[]>(
    `select u.id, u.region_id as "regionId", r.path, u.name, u.canonical_key as "canonicalKey", u.aliases
     from unit u join region r on r.id = u.region_id
     where r.path like $1 or (u.is_reference and u.name = any($2))`,
    [`${region.path}%`, printedNames],
  );
  const resolution = resolveUnits(printedNames, region, units);
  const idOf = new Map([...resolution.known].map(([name, unit]) => [name, unit.id]));
  const drafts = [...new Set(resolution.created.values())];
  const created: { id: number; name: string }[] = [];
  for (const draft of drafts) {
    const id = await insertUnit(manager, region, draft, source);
    created.push({ id, name: draft.name });
    for (const name of [draft.name, ...draft.aliases]) idOf.set(name, id);
  }
  return { idOf, created, ambiguous: resolution.ambiguous };
}

async function insertUnit(
  manager: EntityManager,
  region: Region,
  draft: NewUnit,
  source: { text: string; date: string | null },
): Promise<number> {
  const { identifiers } = await manager.insert(Unit, {
    ...draft,
    regionId: region.id,
    kind: unitKindOf(draft.name),
    functionLineCode: functionLineOf(draft.name),
    source: source.text,
    sourceDate: source.date,
    isReference: false,
    published: false,
    updatedAt: () => 'now()',
  });
  return identifiers[0]!['id'] as number;
}
