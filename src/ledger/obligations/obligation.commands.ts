import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, conflict, globalId, notFound } from '../../platform/graphql';
import { Plan, wantedObligations, whenPlanIs } from '../../plans';
import { refreshOccurrences } from '../occurrences/task-occurrence.commands';
import { refreshLedger } from './obligation-facts';

export interface Regenerated {
  created: number;
  /** Fell away, but something was reported on them. */
  ended: number;
  removed: number;
}

/**
 * Brings the obligations of a plan in line with its tasks, responsibilities and members. What was reported is never lost: an
 * obligation that fell away is ended where it has entries, and begins again where it comes back. The lock on the plan keeps
 * reports out until this is done.
 */
async function regenerateObligations(manager: EntityManager, planId: number): Promise<Regenerated> {
  await manager.query('select from plan where id = $1 for no key update', [planId]);
  const [counts] = await manager.query<[Regenerated]>(regenerate, [planId]);
  await refreshOccurrences(manager, [planId]);
  await refreshLedger(manager, { planId });
  await manager.query(publishBearers, [planId]);
  return counts;
}

const regenerate = `
  with chosen_plan as (select * from plan where id = $1),
  wanted as (${wantedObligations}),
  kept as (
    insert into obligation as o (task_id, unit_id, plan_id, responsibility_id, group_id, role, mode, decides)
    select * from wanted
    on conflict (task_id, unit_id) do update set responsibility_id = excluded.responsibility_id, group_id = excluded.group_id,
      role = excluded.role, mode = excluded.mode, decides = excluded.decides, ended_on = null, ended_reason = null
    where (o.responsibility_id, o.group_id, o.role, o.mode, o.decides, o.ended_on)
      is distinct from (excluded.responsibility_id, excluded.group_id, excluded.role, excluded.mode, excluded.decides, null)
    returning xmax = 0 as is_new
  ), gone as (
    select o.id,
      exists (select from ledger_entry e where e.obligation_id = o.id) or exists (select from deadline_extension x where x.obligation_id = o.id)
        or exists (select from rectification r where r.obligation_id = o.id) as is_used,
      exists (select from task t where t.id = o.task_id and t.ended_on is not null) as is_of_ended_task,
      exists (select from responsibility b where b.task_id = o.task_id and b.group_id = o.group_id) as has_its_collective
    from obligation o
    where o.plan_id = $1 and o.ended_on is null and not exists (select from wanted w where w.task_id = o.task_id and w.unit_id = o.unit_id)
  ), removed as (
    delete from obligation o using gone g where g.id = o.id and not g.is_used returning o.id
  ), ended as (
    update obligation o set ended_on = shanghai_today(),
      ended_reason = case when g.is_of_ended_task then 'TASK_ENDED' when g.has_its_collective then 'NO_LONGER_MEMBER' else 'NO_LONGER_RESPONSIBLE' end
    from gone g where g.id = o.id and g.is_used returning o.id
  )
  select (select count(*) from kept where is_new)::int as created, (select count(*) from ended)::int as ended, (select count(*) from removed)::int as removed`;

/** Whoever bears a public task, and the collective through which, is itself public. */
const publishBearers = `
  with bearer as (
    update unit u set published = true where not u.published and exists (select from obligation o where o.plan_id = $1 and o.unit_id = u.id and o.published)
  )
  update unit_group g set published = true
  where not g.published and exists (select from responsibility b where b.plan_id = $1 and b.group_id = g.id and b.published)`;

for (const moment of ['PUBLISHED', 'CHANGED'] as const) {
  whenPlanIs(moment, async (manager, planId) => {
    await regenerateObligations(manager, planId);
  });
}

/** Generates the obligations of a plan anew, and sets the first day of its ledger where `ledgerSince` is given. */
export async function generateObligations(
  manager: EntityManager,
  planId: number,
  ledgerSince: string | null | undefined,
  actor: string,
): Promise<Regenerated> {
  const plan = await manager.createQueryBuilder(Plan, 'p').setLock('for_no_key_update').where('p.id = :planId', { planId }).getOne();
  if (!plan) throw notFound('There is no such plan. / 没有这份要点。');
  if (plan.state === 'WITHDRAWN') throw conflict('The plan is withdrawn. / 该要点已撤回。');
  if (ledgerSince !== undefined && ledgerSince !== plan.ledgerSince) await setLedgerSince(manager, plan, ledgerSince);
  const counts = await regenerateObligations(manager, planId);
  const after = { ledgerSince: ledgerSince === undefined ? plan.ledgerSince : ledgerSince };
  await appendAuditEvent(manager, {
    actor,
    action: 'plan.generate-obligations',
    subject: globalId('Plan', planId),
    payload: { before: { ledgerSince: plan.ledgerSince }, after, ...counts },
  });
  return counts;
}

async function setLedgerSince(manager: EntityManager, plan: Plan, ledgerSince: string | null): Promise<void> {
  if (ledgerSince === null) await refuseToCloseWhatIsUsed(manager, plan.id);
  await manager.update(Plan, plan.id, { ledgerSince });
}

async function refuseToCloseWhatIsUsed(manager: EntityManager, planId: number): Promise<void> {
  const [{ used }] = await manager.query<[{ used: boolean }]>('select exists (select from ledger_entry where plan_id = $1) as used', [
    planId,
  ]);
  if (!used) return;
  throw new CommandRefusal(
    'LEDGER_IN_USE',
    '已有填报，台账不能取消；可更改起始日。 Something is reported on this plan: its ledger cannot be closed; its first day may be changed.',
    ['ledgerSince'],
  );
}
