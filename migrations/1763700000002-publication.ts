import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the public may see. Whether a plan is public is decided by its state alone; triggers carry that to everything
 * that hangs on it, row-level security holds it, and `published_task` keeps the public rows that search and figures read.
 */
export class Publication1763700000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [touch, inheritance, facts, search, propagation, rowSecurity]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of securedTables)
      await runner.query(`drop policy published_rows on ${table}; alter table ${table} disable row level security`);
    await runner.query(
      'drop policy members_of_published_groups on unit_group_member; alter table unit_group_member disable row level security',
    );
    await runner.query('drop function plan_state_changed() cascade; drop function refresh_published_tasks(integer)');
    await runner.query('drop index task_bigrams; drop table published_task; drop view task_fact; drop function bigrams(text)');
    await runner.query('drop function inherit_published() cascade; drop function touch() cascade');
  }
}

/** Tables with a plain `published` column, by which row-level security decides. */
const securedTables = [
  'unit',
  'unit_group',
  'source_document',
  'plan',
  'plan_basis',
  'annex',
  'category',
  'task',
  'responsibility',
  'target',
  'task_unit',
  'task_topic',
];

const childrenOfPlan = ['plan_basis', 'annex', 'category', 'task', 'responsibility', 'target', 'task_unit', 'task_topic'];

const touched = ['region', 'unit', 'unit_group', 'source_document', 'plan', 'category', 'task', 'responsibility', 'target', 'topic'];

const touch = `
create function touch() returns trigger language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end $$;
${touched.map((table) => `create trigger touch before update on ${table} for each row execute function touch();`).join('\n')}
`;

const inheritance = `
create function inherit_published() returns trigger language plpgsql as $$
begin
  new.published := (select published from plan where id = new.plan_id);
  return new;
end $$;
${childrenOfPlan.map((table) => `create trigger inherit_published before insert on ${table} for each row execute function inherit_published();`).join('\n')}
`;

const facts = `
create view task_fact as
  select t.id as task_id, t.plan_id, t.category_id, p.region_id, r.path as region_path, r.level, p.year, t.number, t.search_text,
    t.deadline_kind, t.due_on, t.status, exists (select from target where task_id = t.id) as has_target, t.updated_at, t.published
  from task t
  join plan p on p.id = t.plan_id
  join region r on r.id = p.region_id;
create table published_task (
  task_id integer primary key references task on delete cascade,
  plan_id integer not null,
  category_id integer,
  region_id integer not null,
  region_path text collate "C" not null,
  level text not null,
  year integer,
  number integer not null,
  search_text text not null,
  deadline_kind text not null,
  due_on date,
  status text not null,
  has_target boolean not null,
  updated_at timestamptz not null
);
create index published_task_plan on published_task (plan_id, number);
create index published_task_region on published_task (region_path);
create index published_task_due on published_task (due_on);
create index published_task_updated on published_task (updated_at);
create function refresh_published_tasks(changed_plan integer) returns void language sql as $$
  delete from published_task where plan_id = changed_plan;
  insert into published_task
    select task_id, plan_id, category_id, region_id, region_path, level, year, number, search_text, deadline_kind, due_on, status, has_target, updated_at
    from task_fact where plan_id = changed_plan and published;
$$;
`;

// Two neighbouring characters at a time: every substring of two or more characters is found by index, word or not.
const search = `
create function bigrams(input text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
  characters text[] := pg_catalog.string_to_array(input, null);
  pairs text[] := '{}';
begin
  for i in 1 .. coalesce(pg_catalog.array_length(characters, 1), 0) - 1 loop
    pairs[i] := characters[i] || characters[i + 1];
  end loop;
  return pairs;
end $$;
create index task_bigrams on task using gin (bigrams(search_text));
create index published_task_bigrams on published_task using gin (bigrams(search_text));
`;

const propagation = `
create function plan_state_changed() returns trigger language plpgsql as $$
begin
  ${childrenOfPlan.map((table) => `update ${table} set published = new.published where plan_id = new.id;`).join('\n  ')}
  update source_document set published = new.published where id = new.source_document_id;
  update unit u set published = wanted.published
    from (
      select x.id, x.is_reference
          or exists (select from task_unit y where y.unit_id = x.id and y.published)
          or exists (select from plan p where p.issuing_unit_id = x.id and p.published) as published
      from unit x where x.id = new.issuing_unit_id or x.id in (select unit_id from task_unit where plan_id = new.id)
    ) wanted where wanted.id = u.id and wanted.published <> u.published;
  update unit_group g set published = exists (select from responsibility x where x.group_id = g.id and x.published)
    where g.id in (select group_id from responsibility where plan_id = new.id);
  perform refresh_published_tasks(new.id);
  return null;
end $$;
create trigger plan_state_changed after update of state on plan for each row when (old.state is distinct from new.state)
  execute function plan_state_changed();
`;

const rowSecurity = `
${securedTables.map((table) => `alter table ${table} enable row level security; create policy published_rows on ${table} for select using (published);`).join('\n')}
alter table unit_group_member enable row level security;
create policy members_of_published_groups on unit_group_member for select using (exists (select from unit_group g where g.id = group_id and g.published));
`;
