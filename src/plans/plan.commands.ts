import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../audit';
import { conflict, globalId, notFound } from '../platform/graphql';
import { refreshMembers } from '../units';
import { memberOnDayOfPlan } from './columns';
import { adoptListedMembers } from './listed-member';
import { Plan } from './plan';
import { runPlanSteps } from './plan-steps';
import { rememberWithdrawn } from './withdrawn-plan.commands';

/**
 * Makes a plan public. Everything that hangs on it follows in the same transaction. `override` says why it is public without
 * its stages of review; null where it has passed them, else it is refused. CONFLICT where it is public.
 */
export async function publishPlan(manager: EntityManager, planId: number, actor: string, override: string | null): Promise<void> {
  const plan = await manager.createQueryBuilder(Plan, 'p').setLock('pessimistic_write').where('p.id = :planId', { planId }).getOne();
  if (!plan) throw notFound('There is no such plan. / 没有这份要点。');
  if (plan.state === 'PUBLISHED') throw conflict('The plan is already public. / 该要点已经公开。');
  await manager.update(Plan, planId, { state: 'PUBLISHED', publishedAt: new Date(), version: plan.version + 1 });
  await learnAliases(manager, planId);
  await adoptListedMembers(manager, planId);
  await refreshMembers(manager, plan.regionId);
  await expandTaskUnits(manager, plan.regionId);
  await runPlanSteps(manager, 'PUBLISHED', planId, override);
  await appendAuditEvent(manager, {
    actor,
    action: 'plan.publish',
    subject: globalId('Plan', planId),
    payload: { override, before: { state: plan.state, version: plan.version }, after: { state: 'PUBLISHED', version: plan.version + 1 } },
  });
}

/** Forms of a unit's name that a public plan prints are its aliases. */
export async function learnAliases(manager: EntityManager, planId: number): Promise<void> {
  await manager.query(
    `update unit u set aliases = u.aliases || found.names
     from (
       select x.id, array_agg(distinct printed.name) as names
       from (
         select unit_id, printed_unit as name from responsibility where plan_id = $1 and unit_id is not null
         union select issuing_unit_id, issuer_text from plan where id = $1 and issuing_unit_id is not null
       ) printed
       join unit x on x.id = printed.unit_id
       where printed.name <> x.name and printed.name <> all(x.aliases)
       group by x.id
     ) found
     where found.id = u.id`,
    [planId],
  );
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
  const plan = await manager.createQueryBuilder(Plan, 'p').setLock('pessimistic_write').where('p.id = :planId', { planId }).getOne();
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

/**
 * Brings the units to which the tasks of the plans of a region, and of those above it, fall in line with their responsibilities and the collectives'
 * members on each plan's day (its date of issue, else the first day of its year). A unit that is named and also a member
 * counts as named; under its strongest part where it has several. A list in the plan's own annex stands above the collective's. Known reports of units already there are kept.
 */
export async function expandTaskUnits(manager: EntityManager, regionId: number): Promise<void> {
  await manager.query(
    `insert into obligation (task_id, unit_id, plan_id, responsibility_id, group_id, role, mode)
     select distinct on (x.task_id, x.unit_id) x.task_id, x.unit_id, x.plan_id, x.responsibility_id, x.group_id, x.role, x.mode
     from (
       with plan as (
         select p.* from plan p join region home on home.id = p.region_id where (select path from region where id = $1) like home.path || '%'
       )
       select b.task_id, b.unit_id, b.plan_id, b.id as responsibility_id, null::integer as group_id, b.role, b.mode, b.position
       from responsibility b join plan p on p.id = b.plan_id
       where b.unit_id is not null
       union all
       select b.task_id, m.unit_id, b.plan_id, b.id, b.group_id, b.role, b.mode, b.position
       from responsibility b
       join plan p on p.id = b.plan_id
       join unit_group_member m on m.group_id = b.group_id
       where ${memberOnDayOfPlan}
         and not exists (select from listed_member l where l.plan_id = b.plan_id and l.group_id = b.group_id)
       union all
       select b.task_id, l.unit_id, b.plan_id, b.id, b.group_id, b.role, b.mode, b.position
       from responsibility b join plan p on p.id = b.plan_id join listed_member l on l.plan_id = b.plan_id and l.group_id = b.group_id
     ) x
     order by x.task_id, x.unit_id, x.group_id is not null, array_position(array['LEAD', 'RESPONSIBLE', 'SUPPORTING'], x.role), x.position
     on conflict (task_id, unit_id) do nothing`,
    [regionId],
  );
}
