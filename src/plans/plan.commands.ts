import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../audit';
import { conflict, globalId, notFound } from '../platform/graphql';
import { lockMemberships, refreshMembers } from '../units';
import { learnAliases } from './learn-aliases';
import { adoptListedMembers } from './listed-member';
import { expandObligations } from './obligation.commands';
import { Plan } from './plan';
import { runPlanSteps } from './plan-steps';
import { publishPendingVersion } from './versions/publish-version';
import { rememberWithdrawn } from './withdrawn-plan.commands';

/**
 * Makes a plan public, or the version that waits beside a public plan. Everything that hangs on it follows in the same
 * transaction. `override` says why it is public without its stages of review; null where it has passed them, else it is
 * refused. CONFLICT where it is public and no version of it waits.
 */
export async function publishPlan(manager: EntityManager, planId: number, actor: string, override: string | null): Promise<void> {
  await lockMemberships(manager);
  const plan = await manager.createQueryBuilder(Plan, 'p').setLock('for_no_key_update').where('p.id = :planId', { planId }).getOne();
  if (!plan) throw notFound('There is no such plan. / 没有这份要点。');
  if (plan.state === 'PUBLISHED') return publishPendingVersion(manager, plan, actor, override);
  await manager.update(Plan, planId, { state: 'PUBLISHED', publishedAt: new Date(), version: plan.version + 1 });
  await learnAliases(manager, planId);
  await adoptListedMembers(manager, planId);
  await refreshMembers(manager, plan.regionId);
  await expandObligations(manager, plan.regionId);
  await runPlanSteps(manager, 'PUBLISHED', planId, override);
  await appendAuditEvent(manager, {
    actor,
    action: 'plan.publish',
    subject: globalId('Plan', planId),
    payload: { override, before: { state: plan.state, version: plan.version }, after: { state: 'PUBLISHED', version: plan.version + 1 } },
  });
}

export interface Withdrawal {
  actor: string;
  /** Shown to the public. */
  reason: string;
  /** Whether title and document number may not be shown any more either. */
  isTitleWithheld: boolean;
}

/** Takes a plan away from the public, which is told that it was there and why it is not. CONFLICT where it is not public. */
export async function withdrawPlan(manager: EntityManager, planId: number, { actor, reason, isTitleWithheld }: Withdrawal): Promise<void> {
  const plan = await manager.createQueryBuilder(Plan, 'p').setLock('for_no_key_update').where('p.id = :planId', { planId }).getOne();
  if (!plan) throw notFound('There is no such plan. / 没有这份要点。');
  if (plan.state !== 'PUBLISHED') throw conflict('The plan is not public. / 该要点未公开。');
  await manager.update(Plan, planId, { state: 'WITHDRAWN', version: plan.version + 1 });
  await rememberWithdrawn(manager, planId, reason, isTitleWithheld);
  await runPlanSteps(manager, 'WITHDRAWN', planId, reason);
  await appendAuditEvent(manager, {
    actor,
    action: 'plan.withdraw',
    subject: globalId('Plan', planId),
    payload: {
      reason,
      isTitleWithheld,
      before: { state: plan.state, version: plan.version },
      after: { state: 'WITHDRAWN', version: plan.version + 1 },
    },
  });
}
