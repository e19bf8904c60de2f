import { timesDone } from './obligations/obligation-facts';

/** Standing rules of the ledger: each statement finds what breaks it, one text per violation. They reckon apart from the code that writes. */
export const ledgerRules: Readonly<Record<string, string>> = {
  'no task or obligation is reported on, or late, before the ledger of its plan opened': `
    select 'obligation ' || o.id from obligation o join plan p on p.id = o.plan_id
    where o.ledger_since is distinct from p.ledger_since
      or (coalesce(p.ledger_since > shanghai_today(), true) and obligation_status(o.progress, o.due_on, o.ledger_since, shanghai_today()) <> 'NOT_COLLECTED')
      or (o.due_on < p.ledger_since and obligation_status(o.progress, o.due_on, o.ledger_since, shanghai_today()) = 'OVERDUE')
    union all select 'task ' || t.id from task t join plan p on p.id = t.plan_id where t.ledger_since is distinct from p.ledger_since`,
  'only what has a date can be late': `
    select 'task ' || t.id from task t where t.open_due_on is not null and t.deadline_kind not in ('BY_DATE', 'RECURRING', 'RELATIVE')
    union all
    select 'obligation ' || o.id from obligation o join task t on t.id = o.task_id
    where o.due_on is not null and o.ended_on is null and t.deadline_kind not in ('BY_DATE', 'RECURRING', 'RELATIVE')`,
  'an obligation is as far as its latest public report says': `
    select 'obligation ' || o.id from obligation o join task t on t.id = o.task_id
    left join lateral (
      select e.status, e.completed_on from ledger_entry e where e.obligation_id = o.id and e.is_current order by least(e.period_end, e.reported_on) desc, e.id desc limit 1
    ) e on true
    where o.ended_on is null and t.deadline_kind <> 'RECURRING'
      and (o.progress, o.completed_on) is distinct from (coalesce(e.status, 'NONE'), e.completed_on)`,
  'a recurring obligation is complete when every occurrence since the ledger opened is met': `
    select 'obligation ' || o.id from obligation o join task t on t.id = o.task_id join lateral (
      select bool_and(x.times >= x.quota) as is_met
      from (
        select c.quota, (select coalesce(sum(${timesDone('e')}), 0) from ledger_entry e
          where e.obligation_id = o.id and e.is_current and e.occurrence_due_on = c.due_on) as times
        from task_occurrence c where c.task_id = o.task_id and c.due_on >= o.ledger_since
      ) x
    ) met on true
    where t.deadline_kind = 'RECURRING' and o.ended_on is null and met.is_met is not null and met.is_met <> (o.progress = 'COMPLETED')`,
  'a day by which an obligation is due is that of its task, or one to which it was put off': `
    select 'obligation ' || o.id from obligation o join task t on t.id = o.task_id
    where o.ended_on is null and t.deadline_kind = 'BY_DATE' and o.due_on is distinct from greatest(t.due_on,
      (select max(x.proposed_due_on) from deadline_extension x where x.obligation_id = o.id and x.state = 'GRANTED' and t.due_on is not null))`,
  'a task is as far as the obligations on which it rests': `
    select 'task ' || t.id from task t join lateral (
      select count(*) filter (where o.decides) > 0 and bool_and(o.progress = 'COMPLETED' or not o.decides) as is_done, bool_or(o.progress <> 'NONE') as is_begun
      from obligation o where o.task_id = t.id and o.ended_on is null
    ) x on true
    where t.progress <> case when x.is_done then 'COMPLETED' when x.is_begun then 'IN_PROGRESS' else 'NONE' end`,
  'a dated task falls due on its day, and on no other': `
    select 'task ' || t.id from task t join plan p on p.id = t.plan_id
    where p.published and t.deadline_kind <> 'RECURRING' and array(select c.due_on from task_occurrence c where c.task_id = t.id)
      <> array_remove(array[case when t.ended_on is null then t.due_on end], null)`,
  'of what is reported on one obligation and period, the latest public report counts, and one alone': `
    select 'entry ' || e.id from ledger_entry e
    where e.is_current <> (e.state = 'PUBLISHED' and not exists (
      select from ledger_entry later where later.obligation_id = e.obligation_id and later.period = e.period and later.state = 'PUBLISHED'
        and later.occurrence_due_on is not distinct from e.occurrence_due_on and later.id > e.id))`,
  'entries and granted extensions are public exactly when they and their plan are': `
    select 'entry ' || e.id from ledger_entry e join plan p on p.id = e.plan_id where e.published <> (p.published and e.state = 'PUBLISHED')
    union all
    select 'extension ' || x.id from deadline_extension x join plan p on p.id = x.plan_id where x.published <> (p.published and x.state = 'GRANTED')`,
  'what was found of a link is public exactly when its entry is, and is of the link reported': `
    select 'evidence ' || c.position + 1 || ' of entry ' || c.entry_id from evidence_check c join ledger_entry e on e.id = c.entry_id
    where c.published <> e.published or c.url is distinct from e.evidence -> c.position ->> 'url'`,
};
