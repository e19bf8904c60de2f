import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PublishedFigures1763800000910 } from './1763800000910-published-figures';

/**
 * Figures of obligations by the unit's region and part, beside those of tasks; and the sums of all plans, so that a question
 * about the whole country reads some thousand rows, however many plans there are. What the rows of a plan changed by is added to
 * the sums in the same statement. A sum that another writer holds is left to a later one: meanwhile two rows make up one sum.
 */
export class PublishedTotals1763800000920 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of ['drop table published_figure', tables, refresh, upkeep]) await runner.query(statement);
    await runner.query('select refresh_published_figures(array(select distinct plan_id from published_task))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop function figures_follow_record() cascade;
drop table published_figure, published_total;
`);
    const before = new PublishedFigures1763800000910();
    await runner.query('create table published_figure ()');
    await before.down(runner);
    await before.up(runner);
  }
}

/** By what the rows of one plan are told apart, beside its plan and regions. */
const dimensions = `level text not null,
  year integer,
  deadline_kind text not null,
  due_on date,
  role text,
  unit_level text,
  progress text not null,
  open_due_on date,
  ledger_since date,
  is_dated boolean not null,
  is_on_time boolean not null,
  is_roster_known boolean not null`;

const names = dimensions.split(',\n').map((column) => column.trim().split(' ')[0]!);
const all = names.join(', ');

/** Rows of tasks have neither role nor unit: what is said of their reports is the task's; the others are of obligations. */
const tables = `
create table published_figure (
  plan_id integer not null,
  region_id integer not null,
  region_path text collate "C" not null,
  unit_region_id integer,
  ${dimensions},
  task_count integer not null,
  obligation_count integer not null,
  constraint figures_of_tasks_or_of_obligations check ((task_count = 0) <> (obligation_count = 0)),
  constraint obligations_have_a_role check ((obligation_count = 0) = (role is null))
);
create index published_figure_plan on published_figure (plan_id);
create index published_figure_region on published_figure (region_path) where task_count <> 0;
create index published_figure_unit_region on published_figure (unit_region_id) where obligation_count <> 0;
create table published_total (
  key uuid not null,
  ${dimensions},
  task_count integer not null,
  obligation_count integer not null,
  constraint totals_of_tasks_or_of_obligations check ((task_count = 0) <> (obligation_count = 0)),
  constraint obligations_have_a_role check ((obligation_count = 0) = (role is null))
);
create index published_total_key on published_total (key);
create index published_total_tasks on published_total (year) where task_count <> 0;
`;

// The lock comes first: what follows then sees all that the writer before has committed. There are only so many locks, so that
// a writer of all plans does not run out of them.
const refresh = `
create or replace function refresh_published_figures(plans integer[]) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7206010, bucket) from (select distinct plan_id % 1024 as bucket from unnest(plans) as plan_id order by 1) changed;
  with gone as (
    delete from published_figure where plan_id = any(plans) returning *
  ), made as (
    insert into published_figure (plan_id, region_id, region_path, unit_region_id, ${all}, task_count, obligation_count)
      select plan_id, region_id, region_path, null, level, year, deadline_kind, due_on, null, null, progress, open_due_on, ledger_since,
        false, false, false, count(*), 0
      from published_task where plan_id = any(plans)
      group by plan_id, region_id, region_path, level, year, deadline_kind, due_on, progress, open_due_on, ledger_since
      union all
      select f.plan_id, f.region_id, f.region_path, u.region_id, f.level, f.year, f.deadline_kind, f.due_on, o.role, r.level, o.progress, o.due_on,
        o.ledger_since, o.progress = 'COMPLETED' and o.due_on is not null, coalesce(o.completed_on <= o.due_on, false),
        coalesce(g.roster = 'KNOWN', false), 0, count(*)
      from published_task f
      join obligation o on o.task_id = f.task_id and o.ended_on is null
      join unit u on u.id = o.unit_id
      join region r on r.id = u.region_id
      left join unit_group g on g.id = o.group_id
      where f.plan_id = any(plans)
      group by f.plan_id, f.region_id, f.region_path, u.region_id, f.level, f.year, f.deadline_kind, f.due_on, o.role, r.level, o.progress, o.due_on,
        o.ledger_since, o.completed_on <= o.due_on, g.roster = 'KNOWN'
    returning *
  ), change as (
    select md5(row(${all})::text)::uuid as key, ${all}, sum(sign * task_count) as tasks, sum(sign * obligation_count) as obligations
    from (select *, -1 as sign from gone union all select *, 1 from made) row_of_a_plan
    group by ${all}
    having sum(sign * task_count) <> 0 or sum(sign * obligation_count) <> 0
  ), held as (
    select t.ctid as place from published_total t where t.key in (select key from change) for update of t skip locked
  ), before as (
    delete from published_total t using held where t.ctid = held.place returning t.*
  )
  insert into published_total (key, ${all}, task_count, obligation_count)
    select key, ${all}, sum(tasks), sum(obligations)
    from (select * from change union all select * from before) sums
    group by key, ${all}
    having sum(tasks) <> 0 or sum(obligations) <> 0;
end $$;
`;

/** Beside the rows themselves: what they say of a unit's region and of a collective's roster. */
const upkeep = `
create function figures_follow_record() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'unit' then
    perform refresh_published_figures(array(select distinct plan_id from obligation where unit_id = new.id));
  else
    perform refresh_published_figures(array(select distinct plan_id from obligation where group_id = new.id));
  end if;
  return null;
end $$;
create trigger figures_follow_region after update of region_id on unit for each row
  when (old.region_id <> new.region_id) execute function figures_follow_record();
create trigger figures_follow_roster after update of roster on unit_group for each row
  when (old.roster <> new.roster) execute function figures_follow_record();
`;
