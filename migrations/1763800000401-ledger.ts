import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger: what units report, what they ask to be put off, and the days on which duties fall due. How far a duty is follows
 * from facts that only writes change (how much is reported, the date, the first day of the ledger) and from the day on which
 * one asks; so only the facts are stored, and `obligation_status` reckons the rest.
 */
export class Ledger1763800000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [status, obligationFacts, taskFacts, occurrences, entries, extensions, publication])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger ledger_follows_plan on plan;
drop function ledger_follows_plan();
drop trigger ledger_since_changed on plan;
drop function ledger_since_changed();
drop table deadline_extension, ledger_entry, task_occurrence;
drop function keep_ledger_entry(), keep_extension();
drop trigger inherit_ledger_since on task;
drop trigger inherit_ledger_since on obligation;
drop function inherit_ledger_since();
drop index obligation_due, obligation_updated;
drop view task_fact;
alter table published_task drop column progress, drop column open_due_on, drop column ledger_since, add column status text not null default 'NOT_COLLECTED';
${['task', 'obligation']
  .map(
    (table) =>
      `alter table ${table} add column status text not null default 'NOT_COLLECTED' check (status in ('NOT_COLLECTED', 'NOT_REPORTED', 'IN_PROGRESS', 'COMPLETED', 'OVERDUE'));`,
  )
  .join('\n')}
alter table task add constraint only_dated_tasks_are_overdue check (status <> 'OVERDUE' or deadline_kind in ('BY_DATE', 'RECURRING', 'RELATIVE'));
alter table task drop column progress, drop column open_due_on, drop column ledger_since;
alter table obligation drop column decides, drop column progress, drop column due_on, drop column ledger_since, drop column completed_on, drop column last_evidence_on;
create view task_fact as
  select t.id as task_id, t.plan_id, t.category_id, p.region_id, r.path as region_path, r.level, p.year, t.number, t.search_text,
    t.deadline_kind, t.due_on, t.status, exists (select from target where task_id = t.id) as has_target, t.updated_at, t.published
  from task t join plan p on p.id = t.plan_id join region r on r.id = p.region_id;
create or replace function refresh_published_tasks(changed_plan integer) returns void language sql as $$
  delete from published_task where plan_id = changed_plan;
  insert into published_task (task_id, plan_id, category_id, region_id, region_path, level, year, number, search_text, deadline_kind, due_on, status, has_target, updated_at)
    select task_id, plan_id, category_id, region_id, region_path, level, year, number, search_text, deadline_kind, due_on, status, has_target, updated_at
    from task_fact where plan_id = changed_plan and published;
$$;
drop function obligation_status(text, date, date, date);
drop function shanghai_today();
`);
  }
}

const status = `
create function shanghai_today() returns date language sql stable parallel safe
  return (now() at time zone 'Asia/Shanghai')::date;
create function obligation_status(progress text, due_on date, ledger_since date, today date) returns text language sql immutable parallel safe
  return case
    when ledger_since is null or ledger_since > today then 'NOT_COLLECTED'
    when progress = 'COMPLETED' then 'COMPLETED'
    when due_on < today and due_on >= ledger_since then 'OVERDUE'
    when progress = 'IN_PROGRESS' then 'IN_PROGRESS'
    else 'NOT_REPORTED'
  end;
`;

const progress = `text not null default 'NONE' check (progress in ('NONE', 'IN_PROGRESS', 'COMPLETED'))`;

const obligationFacts = `
alter table obligation drop column status;
alter table obligation add column decides boolean not null default true;
alter table obligation add column progress ${progress};
alter table obligation add column due_on date;
alter table obligation add column ledger_since date;
alter table obligation add column completed_on date;
alter table obligation add column last_evidence_on date;
alter table obligation add constraint what_is_complete_has_its_day check ((progress = 'COMPLETED') = (completed_on is not null));
update obligation o set due_on = t.due_on, ledger_since = p.ledger_since from task t join plan p on p.id = t.plan_id where t.id = o.task_id;
update obligation o set decides = case
  when o.role = 'SUPPORTING' then not exists (select from responsibility r where r.task_id = o.task_id and r.role <> 'SUPPORTING')
  when o.role = 'LEAD' or o.mode = 'EACH' then true
  else not exists (select from responsibility r where r.task_id = o.task_id and r.role = 'LEAD')
end;
create index obligation_due on obligation (due_on, id);
create index obligation_updated on obligation (updated_at);
`;

const taskFacts = `
drop view task_fact;
alter table task drop constraint only_dated_tasks_are_overdue;
alter table task drop column status;
alter table task drop constraint task_duration_check;
alter table task add constraint task_duration_check check (duration ~ '^-?P');
alter table task add column progress ${progress};
alter table task add column open_due_on date;
alter table task add column ledger_since date;
alter table published_task drop column status;
alter table published_task add column progress text not null default 'NONE';
alter table published_task add column open_due_on date;
alter table published_task add column ledger_since date;
create view task_fact as
  select t.id as task_id, t.plan_id, t.category_id, p.region_id, r.path as region_path, r.level, p.year, t.number, t.search_text,
    t.deadline_kind, t.due_on, t.progress, t.open_due_on, t.ledger_since, exists (select from target where task_id = t.id) as has_target,
    t.updated_at, t.published
  from task t
  join plan p on p.id = t.plan_id
  join region r on r.id = p.region_id;
create or replace function refresh_published_tasks(changed_plan integer) returns void language sql as $$
  delete from published_task where plan_id = changed_plan;
  insert into published_task (task_id, plan_id, category_id, region_id, region_path, level, year, number, search_text, deadline_kind, due_on,
      progress, open_due_on, ledger_since, has_target, updated_at)
    select task_id, plan_id, category_id, region_id, region_path, level, year, number, search_text, deadline_kind, due_on,
      progress, open_due_on, ledger_since, has_target, updated_at
    from task_fact where plan_id = changed_plan and published;
$$;
create function inherit_ledger_since() returns trigger language plpgsql as $$
begin
  new.ledger_since := (select ledger_since from plan where id = new.plan_id);
  return new;
end $$;
create trigger inherit_ledger_since before insert on task for each row execute function inherit_ledger_since();
create trigger inherit_ledger_since before insert on obligation for each row execute function inherit_ledger_since();
create function ledger_since_changed() returns trigger language plpgsql as $$
begin
  update task set ledger_since = new.ledger_since where plan_id = new.id;
  update obligation set ledger_since = new.ledger_since where plan_id = new.id;
  update published_task set ledger_since = new.ledger_since where plan_id = new.id;
  return null;
end $$;
create trigger ledger_since_changed after update of ledger_since on plan for each row
  when (old.ledger_since is distinct from new.ledger_since) execute function ledger_since_changed();
`;

const identity = 'integer generated by default as identity primary key';

const occurrences = `
create table task_occurrence (
  id ${identity},
  plan_id integer not null,
  task_id integer not null,
  due_on date not null,
  starts_on date,
  period text,
  quota integer not null default 1 check (quota > 0),
  published boolean not null default false,
  updated_at timestamptz not null default now(),
  constraint one_occurrence_a_day unique (task_id, due_on),
  foreign key (plan_id, task_id) references task (plan_id, id) on delete cascade,
  constraint occurrence_begins_before_it_is_due check (starts_on <= due_on)
);
create index task_occurrence_plan on task_occurrence (plan_id);
create index task_occurrence_due on task_occurrence (due_on, task_id);
create trigger touch before update on task_occurrence for each row execute function touch();
create trigger inherit_published before insert on task_occurrence for each row execute function inherit_published();
insert into task_occurrence (plan_id, task_id, due_on) select plan_id, id, due_on from task where due_on is not null;
`;

const entries = `
create table ledger_entry (
  id ${identity},
  plan_id integer not null references plan,
  obligation_id integer not null references obligation,
  supersedes_id integer references ledger_entry,
  period text not null check (period <> ''),
  period_end date not null,
  occurrence_due_on date,
  status text not null check (status in ('IN_PROGRESS', 'COMPLETED')),
  percentage integer check (percentage between 0 and 100),
  times integer check (times >= 0),
  completed_on date,
  triggered_on date,
  narrative text not null check (narrative <> ''),
  problems text,
  next_step text,
  measures jsonb not null default '[]' check (jsonb_typeof(measures) = 'array'),
  evidence jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array'),
  reported_by text not null check (reported_by <> ''),
  reported_at timestamptz not null default now(),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SUPERSEDED', 'PUBLISHED', 'WITHDRAWN')),
  is_current boolean not null default false,
  published boolean not null default false,
  published_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint completion_has_its_day check ((status = 'COMPLETED') = (completed_on is not null)),
  constraint only_public_entries_are_current check (state = 'PUBLISHED' or not is_current),
  constraint entry_supersedes_an_earlier_one check (supersedes_id < id),
  constraint public_entry_has_its_time check (state <> 'PUBLISHED' or published_at is not null)
);
create index ledger_entry_plan on ledger_entry (plan_id);
create index ledger_entry_obligation on ledger_entry (obligation_id, id);
create unique index ledger_entry_supersedes on ledger_entry (supersedes_id);
create unique index one_current_entry on ledger_entry (obligation_id, period, occurrence_due_on) nulls not distinct where is_current;
create function keep_ledger_entry() returns trigger language plpgsql as $$
declare
  life text[] := array['state', 'is_current', 'published', 'published_at', 'updated_at'];
begin
  if tg_op in ('DELETE', 'TRUNCATE') or (tg_op = 'UPDATE' and to_jsonb(new) - life <> to_jsonb(old) - life) then
    raise exception 'what was reported is never changed, only superseded';
  end if;
  new.published := new.state = 'PUBLISHED' and (select published from plan where id = new.plan_id);
  return new;
end $$;
create trigger keep_ledger_entry before insert or update or delete on ledger_entry for each row execute function keep_ledger_entry();
create trigger keep_ledger before truncate on ledger_entry for each statement execute function keep_ledger_entry();
create trigger touch before update on ledger_entry for each row execute function touch();
`;

const extensions = `
create table deadline_extension (
  id ${identity},
  plan_id integer not null references plan,
  obligation_id integer not null references obligation,
  occurrence_due_on date,
  previous_due_on date not null,
  proposed_due_on date not null,
  reason text not null check (reason <> ''),
  requested_by text not null check (requested_by <> ''),
  requested_at timestamptz not null default now(),
  state text not null default 'REQUESTED' check (state in ('REQUESTED', 'GRANTED', 'REFUSED')),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  published boolean not null default false,
  updated_at timestamptz not null default now(),
  constraint extension_is_later check (proposed_due_on > previous_due_on),
  constraint decision_says_who_when_and_why check (num_nonnulls(decided_by, decided_at, decision_reason) = case state when 'REQUESTED' then 0 else 3 end),
  constraint nobody_decides_on_their_own_request check (decided_by <> requested_by)
);
create index deadline_extension_plan on deadline_extension (plan_id);
create index deadline_extension_obligation on deadline_extension (obligation_id, id);
create unique index one_open_request on deadline_extension (obligation_id) where state = 'REQUESTED';
create function keep_extension() returns trigger language plpgsql as $$
begin
  new.published := new.state = 'GRANTED' and (select published from plan where id = new.plan_id);
  return new;
end $$;
create trigger keep_extension before insert or update on deadline_extension for each row execute function keep_extension();
create trigger touch before update on deadline_extension for each row execute function touch();
`;

const publication = `
create function ledger_follows_plan() returns trigger language plpgsql as $$
begin
  update task_occurrence set published = new.published where plan_id = new.id;
  update ledger_entry set published = new.published and state = 'PUBLISHED' where plan_id = new.id;
  update deadline_extension set published = new.published and state = 'GRANTED' where plan_id = new.id;
  return null;
end $$;
create trigger ledger_follows_plan after update of state on plan for each row when (old.state is distinct from new.state)
  execute function ledger_follows_plan();
${['task_occurrence', 'ledger_entry', 'deadline_extension']
  .map((table) => `alter table ${table} enable row level security; create policy published_rows on ${table} for select using (published);`)
  .join('\n')}
`;
