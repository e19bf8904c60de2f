import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { conflict, globalId, notFound } from '../../platform/graphql';
import { discardProposals, refreshMembers } from '../../units';
import { holdPlan, proposedUnits, publishBodies } from '../edit/change-plan';
import { learnAliases } from '../learn-aliases';
import { adoptListedMembers } from '../listed-member';
import { expandObligations } from '../obligation.commands';
import { Plan } from '../plan';
import { runPlanSteps } from '../plan-steps';
import { SourceDocument } from '../source-document';
import { applyVersion, type AppliedVersion, type VersionDocument } from './apply-version';
import { PlanVersion } from './plan-version';
import { forgetNames } from './plan-version.commands';
import { VersionReading } from './version-diff';
import { tryOut } from './try-out';
import { countChanges, saveDiff, saveReading } from './version-records';

/**
 * Makes public the version that waits beside a public plan, which the caller holds: tasks that stay keep their ids, and what
 * was reported stays. `override` as for `publishPlan`. CONFLICT where none waits.
 */
export async function publishPendingVersion(manager: EntityManager, plan: Plan, actor: string, override: string | null): Promise<void> {
  const version = await manager.findOneBy(PlanVersion, { planId: plan.id, state: 'PENDING' });
  if (!version) throw conflict('The plan is already public, and no new version of it waits. / 该要点已经公开，也没有待公开的新版本。');
  const current = await manager.findOneByOrFail(PlanVersion, { planId: plan.id, state: 'CURRENT' });
  const proposed = await proposedUnits(manager, plan.id);
  const { changes, conflicts, reading } = await applyPending(manager, plan, version);
  await manager.update(PlanVersion, current.id, { state: 'SUPERSEDED' });
  await manager.update(PlanVersion, version.id, { state: 'CURRENT', published: true, publishedAt: new Date() });
  await saveReading(manager, version.id, reading, conflicts);
  await saveDiff(manager, version.id, changes, true);
  await manager.update(SourceDocument, version.sourceDocumentId, { published: true });
  await manager.update(Plan, plan.id, { sourceDocumentId: version.sourceDocumentId, version: plan.version + 1 });
  await followTasks(manager, plan, override);
  await discardProposals(manager, proposed);
  await appendAuditEvent(manager, {
    actor,
    action: 'plan.publish-version',
    subject: globalId('Plan', plan.id),
    payload: {
      override,
      before: { versionNumber: current.number, version: plan.version },
      after: { versionNumber: version.number, version: plan.version + 1, ...countChanges(changes), conflictCount: conflicts.length },
    },
  });
}

/** Writes into the plan what waits, as it would be were it published now. */
async function applyPending(manager: EntityManager, plan: Plan, { id }: PlanVersion): Promise<AppliedVersion> {
  const { reading } = await manager.findOneByOrFail(VersionReading, { versionId: id });
  return applyVersion(manager, plan, reading as VersionDocument);
}

/**
 * Reads a public plan as it would be were the version published that waits beside it; the plan is held, nothing is kept.
 * CONFLICT where the version does not wait.
 */
export async function asIfPublished<R>(
  manager: EntityManager,
  versionId: number,
  read: (inner: EntityManager, plan: Plan) => Promise<R>,
): Promise<R> {
  const { planId } = await findVersion(manager, versionId);
  const plan = await holdPlan(manager, planId);
  const version = await manager.findOneByOrFail(PlanVersion, { id: versionId });
  if (version.state !== 'PENDING' || plan.state !== 'PUBLISHED') throw notWaiting();
  return tryOut(manager, async (inner) => {
    await applyPending(inner, plan, version);
    await inner.update(Plan, plan.id, { sourceDocumentId: version.sourceDocumentId });
    return read(inner, plan);
  });
}

async function findVersion(manager: EntityManager, versionId: number): Promise<PlanVersion> {
  const version = await manager.findOneBy(PlanVersion, { id: versionId });
  if (!version) throw notFound('There is no such version. / 没有这个版本。');
  return version;
}

const notWaiting = () => conflict('The version does not wait to be published. / 该版本不是待公开的版本。');

/** What follows from the new tasks of a public plan. */
async function followTasks(manager: EntityManager, plan: Plan, override: string | null): Promise<void> {
  await forgetNames(manager, plan.id);
  await learnAliases(manager, plan.id);
  await adoptListedMembers(manager, plan.id);
  await publishBodies(manager, plan.id);
  await refreshMembers(manager, plan.regionId);
  await expandObligations(manager, plan.regionId);
  await manager.query('select refresh_published_tasks($1)', [plan.id]);
  await runPlanSteps(manager, 'PUBLISHED', plan.id, override);
}

/** Puts aside a version that waits. CONFLICT where it does not wait. Gives its key. */
export async function discardVersion(
  manager: EntityManager,
  versionId: number,
  reason: string | null,
  actor: string,
): Promise<{ versionKey: number }> {
  await holdPlan(manager, (await findVersion(manager, versionId)).planId);
  const { state, number, planId } = await manager.findOneByOrFail(PlanVersion, { id: versionId });
  if (state !== 'PENDING') throw notWaiting();
  const proposed = await proposedUnits(manager, planId);
  await manager.update(PlanVersion, versionId, { state: 'DISCARDED' });
  await forgetNames(manager, planId);
  await discardProposals(manager, proposed);
  await runPlanSteps(manager, 'SET_ASIDE', planId);
  await appendAuditEvent(manager, {
    actor,
    action: 'plan.discard-version',
    subject: globalId('Plan', planId),
    payload: { reason, versionNumber: number, before: { state }, after: { state: 'DISCARDED' } },
  });
  return { versionKey: versionId };
}
