import type { EntityManager } from 'typeorm';
import { referenceKey, referredUnits, type NamedBodies } from '../../plans';
import type { Region } from '../../regions';
import { ensureGroups } from '../../units';
import type { ParseResult } from '../reading';
import { membersInAnnex } from '../resolve/annex-members';
import { resolveNames, type ResolvedNames } from '../resolve/unit-roster';

type Names = Pick<ParseResult, 'source' | 'plan' | 'tasks' | 'annexes'>;

export interface ResolvedBodies extends NamedBodies {
  /** What was found for the printed names, and what a person should look at. */
  names: ResolvedNames;
  /** Key of a collective → keys of the units that an annex lists for it. */
  listed: Map<number, number[]>;
}

/** Finds the bodies that a document names: units, made as proposals where nobody knows them, and collectives. */
export async function resolveBodies(
  manager: EntityManager,
  region: Region,
  document: Names,
  decided?: ReadonlyMap<string, number>,
): Promise<ResolvedBodies> {
  const { plan, source, tasks, annexes } = document;
  const responsibilities = tasks.flatMap((task) => task.responsibilities);
  const referredIds = await referredUnits(
    manager,
    responsibilities.flatMap(({ body }) => body ?? []),
  );
  const printed = responsibilities.flatMap(({ unit, group, body }) => {
    if (unit === null) return membersInAnnex(group ?? '', annexes);
    return body && referredIds.has(referenceKey(body)) ? [] : [unit];
  });
  const origin = {
    text: plan.documentNumber ?? plan.title ?? source.file,
    date: plan.issuedOn,
    day: plan.issuedOn ?? (plan.year === null ? null : `${plan.year}-01-01`),
  };
  const names = await resolveNames(manager, region, [...(plan.issuer === null ? [] : [plan.issuer]), ...printed], origin, decided);
  const groupIds = await ensureGroups(
    manager,
    region.id,
    responsibilities.flatMap(({ group }) => group ?? []),
  );
  const listed = new Map<number, number[]>();
  for (const [expression, groupId] of groupIds) {
    const members = membersInAnnex(expression, annexes).map((name) => names.unitIds.get(name)!);
    if (members.length > 0) listed.set(groupId, members);
  }
  return { unitIds: names.unitIds, referredIds, groupIds, names, listed };
}
