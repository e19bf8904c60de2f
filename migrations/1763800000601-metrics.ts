import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What plans promise in numbers, in one vocabulary and in units that can be compared. */
export class Metrics1763800000601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table metric (
  code text primary key check (code ~ '^[A-Z][A-Z0-9_]*$'),
  title_zh text not null check (title_zh <> ''),
  title_en text not null check (title_en <> ''),
  units text[] not null check (cardinality(units) > 0),
  patterns text[] not null check (cardinality(patterns) > 0),
  position integer not null
);
create table unit_form (
  form text primary key check (form <> ''),
  unit text not null check (unit <> ''),
  factor integer not null check (factor > 0)
);
alter table target add column metric_code text references metric on delete set null;
alter table target add column comparable_unit text;
alter table target add column comparable_value double precision;
create index target_metric on target (metric_code, comparable_value);

create function recognised_metric(metric_words text, phrase text, comparable_unit text) returns text language sql stable as $$
  select m.code from public.metric m
  where comparable_unit = any(m.units)
    and exists (select from unnest(m.patterns) pattern where concat_ws(' ', metric_words, phrase) ~ pattern)
  order by m.position limit 1
$$;
create function recognise_metric() returns trigger language plpgsql as $$
declare
  known record;
begin
  select f.unit, f.factor into known from public.unit_form f where f.form = new.unit;
  new.comparable_unit := coalesce(known.unit, new.unit);
  new.comparable_value := new.value * coalesce(known.factor, 1);
  new.metric_code := recognised_metric(new.metric, new.phrase, new.comparable_unit);
  return new;
end $$;
create trigger recognise_metric before insert or update of metric, phrase, value, unit on target for each row execute function recognise_metric();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger recognise_metric on target;
drop function recognise_metric(), recognised_metric(text, text, text);
alter table target drop column metric_code, drop column comparable_unit, drop column comparable_value;
drop table metric, unit_form;
`);
  }
}
