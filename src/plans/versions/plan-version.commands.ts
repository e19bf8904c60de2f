import type { EntityManager } from 'typeorm';
import { discardProposals } from '../../units';
import { proposedUnits, settlePlan } from '../edit/change-plan';
import { Plan } from '../plan';
import { runPlanSteps } from '../plan-steps';
import { applyVersion, contentOf, withKeys, type AppliedVersion, type VersionDocument } from './apply-version';
import type { ContentChange } from './content-changes';
import type { TaskConflict } from './merge-plan';
import { PlanVersion } from './plan-version';
import { tryOut } from './try-out';
import { saveDiff, saveReading } from './version-records';

/** A version as it was brought: what it changed, or, where it waits, what it will change. */
export interface AddedVersion {
  versionId: number;
  number: number;
  state: 'CURRENT' | 'PENDING';
  changes: ContentChange[];
  conflicts: TaskConflict[];
}

export interface VersionToAdd extends Omit<VersionDocument, 'before'> {
  sourceDocumentId: number;
  actor: string;
  /** Whether it is a table that was exported from here: then what stands in it is held against what the plan says now. */
  isExported: boolean;
}

/** Keeps what the first document of a new plan said, beside the tasks that it became. */
export async function keepFirstReading(
  manager: EntityManager,
  planId: number,
  content: VersionDocument['content'],
  taskKeys: readonly number[],
  actor: string,
): Promise<void> {
  const version = await manager.findOneByOrFail(PlanVersion, { planId, number: 1 });
  await manager.update(PlanVersion, version.id, { importedBy: actor });
  const places = content.tasks.map((_task, at) => at);
  await saveReading(manager, version.id, withKeys(content, places, taskKeys), []);
}

/**
 * Another document of a plan, held by the caller: a plan that is not public says from now on what it says; beside a public one
 * it waits, and puts aside what waited before.
 */
export async function addVersion(manager: EntityManager, plan: Plan, version: VersionToAdd): Promise<AddedVersion> {
  const { content, listed, sourceDocumentId, actor, isExported } = version;
  const kept = isExported ? await contentOf(manager, plan.id) : null;
  const document: VersionDocument = { content, listed, ...(kept && { before: kept }) };
  const number = 1 + ((await manager.maximum(PlanVersion, 'number', { planId: plan.id })) ?? 0);
  const isWaiting = plan.state === 'PUBLISHED';
  const state = isWaiting ? 'PENDING' : 'CURRENT';
  const applied = isWaiting ? await preview(manager, plan, document) : await applyVersion(manager, plan, document);
  const earlier = isWaiting
    ? { state: 'PENDING' as const, becomes: 'DISCARDED' as const }
    : { state: 'CURRENT' as const, becomes: 'SUPERSEDED' as const };
  await manager.update(PlanVersion, { planId: plan.id, state: earlier.state }, { state: earlier.becomes });
  const { identifiers } = await manager.insert(PlanVersion, {
    ...{ planId: plan.id, number, sourceDocumentId, state, importedBy: actor, published: false },
    createdAt: () => 'now()',
    updatedAt: () => 'now()',
  });
  const versionId = identifiers[0]!['id'] as number;
  await saveReading(manager, versionId, isWaiting ? document : applied.reading, applied.conflicts);
  await saveDiff(manager, versionId, applied.changes, false);
  if (isWaiting) await runPlanSteps(manager, 'SET_ASIDE', plan.id);
  else {
    await manager.update(Plan, plan.id, { sourceDocumentId });
    await settle(manager, plan);
  }
  return { versionId, number, state, changes: applied.changes, conflicts: applied.conflicts };
}

/** What a document would change, with nothing of it kept. */
async function preview(manager: EntityManager, plan: Plan, document: VersionDocument): Promise<AppliedVersion> {
  const applied = await tryOut(manager, (inner) => applyVersion(inner, plan, document));
  const existing = new Set((await contentOf(manager, plan.id)).tasks.map(({ id }) => id));
  const changes = applied.changes.map((change) => (existing.has(change.taskId ?? 0) ? change : { ...change, taskId: null }));
  return { ...applied, changes };
}

/** What follows from the new tasks of a plan that is not public; bodies that only the old ones named may go. */
async function settle(manager: EntityManager, plan: Plan): Promise<void> {
  const proposed = await proposedUnits(manager, plan.id);
  await forgetNames(manager, plan.id);
  await settlePlan(manager, plan);
  await discardProposals(manager, proposed);
}

/** Names that the plan prints no longer mean nothing in it. */
export async function forgetNames(manager: EntityManager, planId: number): Promise<void> {
  await manager.query(
    `delete from unit_match m using plan p where p.id = m.plan_id and m.plan_id = $1 and p.issuer_text is distinct from m.name
       and not exists (select from responsibility b where b.plan_id = m.plan_id and b.printed_unit = m.name)
       and not exists (select from listed_member l where l.plan_id = m.plan_id and l.unit_id = m.unit_id)`,
    [planId],
  );
}
