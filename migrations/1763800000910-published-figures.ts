import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures of public plans, added up where they are written: a row per plan, kind of deadline and date for its tasks, and one
 * per state of reports for its obligations. A write reckons the rows of its plans anew, one writer of a plan after another.
 */
export class PublishedFigures1763800000910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [table, upkeep]) await runner.query(statement);
    await runner.query('select refresh_published_figures(array(select distinct plan_id from published_task))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop function figures_follow_rows() cascade;
drop function refresh_published_figures(integer[]);
drop table published_figure;
`);
  }
}

const table = `
create table published_figure (
  plan_id integer not null,
  region_id integer not null,
  region_path text collate "C" not null,
  level text not null,
  year integer,
  deadline_kind text not null,
  due_on date,
  progress text,
  open_due_on date,
  ledger_since date,
  is_dated boolean not null,
  is_on_time boolean not null,
  task_count integer not null,
  obligation_count integer not null,
  constraint figures_of_tasks_or_of_obligations check ((task_count = 0) <> (obligation_count = 0))
);
create index published_figure_plan on published_figure (plan_id);
create index published_figure_region on published_figure (region_path);
create index published_figure_year on published_figure (year);
`;

// The lock comes first: what follows then sees all that the writer before has committed.
const upkeep = `
create function refresh_published_figures(plans integer[]) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7206010, plan_id) from (select distinct unnest(plans) as plan_id order by 1) changed;
  delete from published_figure where plan_id = any(plans);
  insert into published_figure
    select plan_id, region_id, region_path, level, year, deadline_kind, due_on, null, null, null, false, false, count(*), 0
    from published_task where plan_id = any(plans)
    group by plan_id, region_id, region_path, level, year, deadline_kind, due_on;
  insert into published_figure
    select f.plan_id, f.region_id, f.region_path, f.level, f.year, f.deadline_kind, f.due_on, o.progress, o.due_on, o.ledger_since,
      o.progress = 'COMPLETED' and o.due_on is not null, coalesce(o.completed_on <= o.due_on, false), 0, count(*)
    from published_task f join obligation o on o.task_id = f.task_id and o.ended_on is null
    where f.plan_id = any(plans)
    group by f.plan_id, f.region_id, f.region_path, f.level, f.year, f.deadline_kind, f.due_on, o.progress, o.due_on, o.ledger_since,
      o.completed_on <= o.due_on;
end $$;
create function figures_follow_rows() returns trigger language plpgsql as $$
begin
  if exists (select from changed) then
    perform refresh_published_figures(array(select distinct plan_id from changed));
  end if;
  return null;
end $$;
${['published_task', 'obligation']
  .flatMap((name) => [
    `create trigger figures_follow_insert after insert on ${name} referencing new table as changed for each statement execute function figures_follow_rows();`,
    `create trigger figures_follow_update after update on ${name} referencing new table as changed for each statement execute function figures_follow_rows();`,
    `create trigger figures_follow_delete after delete on ${name} referencing old table as changed for each statement execute function figures_follow_rows();`,
  ])
  .join('\n')}
`;
