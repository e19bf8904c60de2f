import type { EntityManager } from 'typeorm';
import { addDuration } from '../../platform/calendar';

/** Which obligations: those of a plan, or these. */
export type Affected = { planId: number } | { obligationId: number };

/**
 * Brings what is kept of obligations (how much is reported, the day by which they are due) in line with their tasks, public
 * entries and granted extensions, and then their tasks with them. Whoever calls holds a lock on the plan or the task, so that
 * nobody else does the same at the same time.
 */
export async function refreshLedger(manager: EntityManager, affected: Affected): Promise<void> {
  const [column, key] = 'planId' in affected ? ['o.plan_id', affected.planId] : ['o.id', affected.obligationId];
  const relative = await relativeDueDays(manager, column, key);
  await manager.query(obligationFacts(column), [key, relative.map(({ id }) => id), relative.map(({ dueOn }) => dueOn)]);
  const tasks = 'planId' in affected ? 't.plan_id = $1' : 't.id = (select task_id from obligation where id = $1)';
  await manager.query(taskFacts(tasks), [key]);
}

/** Days counted from an event that was reported: the latest one that is public. The calendar of working days is not in the database. */
async function relativeDueDays(manager: EntityManager, column: string, key: number): Promise<{ id: number; dueOn: string }[]> {
  const rows = await manager.query<{ id: number; triggeredOn: string; duration: string; dayCount: 'CALENDAR' | 'WORKING' | null }[]>(
    `select o.id, max(e.triggered_on) as "triggeredOn", t.duration, t.day_count as "dayCount"
     from obligation o join task t on t.id = o.task_id join ledger_entry e on e.obligation_id = o.id
     where ${column} = $1 and t.deadline_kind = 'RELATIVE' and t.duration is not null and e.is_current and e.triggered_on is not null
     group by o.id, t.id`,
    [key],
  );
  return rows.flatMap(({ id, triggeredOn, duration, dayCount }) => {
    const reckoned = addDuration(triggeredOn, duration, dayCount ?? 'CALENDAR');
    return reckoned ? [{ id, dueOn: reckoned.day }] : [];
  });
}

/**
 * $1 says which obligations, $2 and $3 the due days of RELATIVE ones. A recurring duty is due on the first day since the ledger
 * opened by which too little is reported, and complete when there is none; every other one is as was
 * reported of the latest day: the last of a period, or the day of the report where the period was still running.
 */
const obligationFacts = (column: string) => `
  with affected as (
    select o.*, t.deadline_kind, case t.deadline_kind when 'RELATIVE' then r.due_on else t.due_on end as set_due_on
    from obligation o join task t on t.id = o.task_id left join unnest($2::int[], $3::date[]) as r(id, due_on) on r.id = o.id
    where ${column} = $1
  ), reported as (
    select distinct on (e.obligation_id) e.obligation_id, e.status, e.completed_on
    from affected o join ledger_entry e on e.obligation_id = o.id and e.is_current
    order by e.obligation_id, least(e.period_end, e.reported_on) desc, e.id desc
  ), proven as (
    select e.obligation_id, max(e.reported_on) as last_evidence_on
    from affected o join ledger_entry e on e.obligation_id = o.id and e.state = 'PUBLISHED' and e.evidence <> '[]' group by 1
  ), put_off as (
    select x.obligation_id, x.occurrence_due_on, max(x.proposed_due_on) as due_on
    from affected o join deadline_extension x on x.obligation_id = o.id and x.state = 'GRANTED' group by 1, 2
  ), occurrence as (
    select o.id, greatest(c.due_on, x.due_on) as due_on, coalesce(sum(${timesDone('e')}), 0) >= c.quota as is_met, max(e.completed_on) as completed_on
    from affected o
    join task_occurrence c on c.task_id = o.task_id and c.due_on >= o.ledger_since
    left join put_off x on x.obligation_id = o.id and x.occurrence_due_on = c.due_on
    left join ledger_entry e on e.obligation_id = o.id and e.is_current and e.occurrence_due_on = c.due_on
    where o.deadline_kind = 'RECURRING'
    group by o.id, c.id, x.due_on
  ), rhythm as (
    select id, bool_and(is_met) as is_complete, coalesce(min(due_on) filter (where not is_met), max(due_on)) as due_on, max(completed_on) as completed_on
    from occurrence group by id
  ), fact as (
    select o.id,
      case
        when h.is_complete then 'COMPLETED'
        when h.id is not null and r.status is not null then 'IN_PROGRESS'
        else coalesce(r.status, 'NONE')
      end as progress,
      case when h.id is not null then h.due_on else greatest(o.set_due_on, case when o.set_due_on is not null then x.due_on end) end as due_on,
      case when h.id is null then r.completed_on when h.is_complete then coalesce(h.completed_on, h.due_on) end as completed_on,
      v.last_evidence_on
    from affected o
    left join reported r on r.obligation_id = o.id
    left join proven v on v.obligation_id = o.id
    left join put_off x on x.obligation_id = o.id and x.occurrence_due_on is null
    left join rhythm h on h.id = o.id
  )
  update obligation o
  set progress = f.progress, due_on = f.due_on, completed_on = f.completed_on, last_evidence_on = f.last_evidence_on
  from fact f
  where f.id = o.id and (o.progress, o.due_on, o.completed_on, o.last_evidence_on) is distinct from (f.progress, f.due_on, f.completed_on, f.last_evidence_on)`;

/** How many times a duty was done by what an entry reports. */
export function timesDone(entry: string): string {
  return `coalesce(${entry}.times, case ${entry}.status when 'COMPLETED' then 1 else 0 end)`;
}

const taskFacts = (condition: string) => `
  with fact as (
    select t.id,
      case
        when bool_and(o.progress = 'COMPLETED') filter (where o.decides) then 'COMPLETED'
        when bool_or(o.progress <> 'NONE') then 'IN_PROGRESS'
        else 'NONE'
      end as progress,
      min(o.due_on) filter (where o.decides and o.progress <> 'COMPLETED' and o.due_on >= o.ledger_since) as open_due_on
    from task t left join obligation o on o.task_id = t.id and o.ended_on is null
    where ${condition}
    group by t.id
  ), changed as (
    update task t set progress = f.progress, open_due_on = f.open_due_on from fact f
    where f.id = t.id and (t.progress, t.open_due_on) is distinct from (f.progress, f.open_due_on)
    returning t.id, t.progress, t.open_due_on, t.updated_at
  )
  update published_task f set progress = c.progress, open_due_on = c.open_due_on, updated_at = c.updated_at
  from changed c where c.id = f.task_id`;
