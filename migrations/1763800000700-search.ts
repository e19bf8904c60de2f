import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names to look for: of plans, units and regions, with their pinyin initials. As with tasks, the public has a table of
 * published rows only, kept by triggers; the offices read a view of all.
 */
export class Search1763800000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [initials, names, upkeep]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop function keep_plan_name() cascade;
drop function keep_unit_name() cascade;
drop function keep_region_name() cascade;
drop function keep_name(text, integer), keep_all_names();
drop table published_name;
drop view name_fact;
drop function pinyin_initials(text);
drop table han_initial, word_initials;
`);
  }
}

// Most characters have one reading; words whose characters are read otherwise in them (重庆) stand beside them.
const initials = `
create table han_initial (
  character text primary key,
  initial text not null check (initial ~ '^[a-z]$')
);
create table word_initials (
  word text primary key,
  initials text not null check (initials ~ '^[a-z]+$')
);
create function pinyin_initials(input text) returns text language plpgsql stable strict as $$
declare
  rest text := input;
  special record;
begin
  for special in select word, initials from public.word_initials where pg_catalog.strpos(input, word) > 0 order by pg_catalog.length(word) desc, word loop
    rest := pg_catalog.replace(rest, special.word, special.initials);
  end loop;
  return (
    select coalesce(pg_catalog.string_agg(coalesce(h.initial, case when c.character ~ '[a-z0-9]' then c.character else '' end), '' order by c.position), '')
    from pg_catalog.unnest(pg_catalog.string_to_array(pg_catalog.lower(rest), null)) with ordinality c (character, position)
    left join public.han_initial h on h.character = c.character
  );
end $$;
`;

const names = `
create view name_fact as
  select 'PLAN' as kind, p.id as key, p.title as name, coalesce(p.document_number, '') as others, p.region_id, r.path as region_path, r.level, p.year, p.published
    from plan p join region r on r.id = p.region_id
  union all
  select 'UNIT', u.id, u.name, r.name || ' ' || array_to_string(u.aliases, ' '), u.region_id, r.path, r.level, null, u.published
    from unit u join region r on r.id = u.region_id
  union all
  select 'REGION', r.id, r.name, coalesce(r.code, '') || ' ' || array_to_string(r.aliases, ' '), r.id, r.path, r.level, null, true
    from region r;
create table published_name (
  kind text not null check (kind in ('PLAN', 'UNIT', 'REGION')),
  key integer not null,
  name text not null,
  search_text text not null,
  initials text not null,
  region_id integer not null,
  region_path text collate "C" not null,
  level text not null,
  year integer,
  primary key (kind, key)
);
create index published_name_bigrams on published_name using gin (bigrams(search_text));
create index published_name_initials on published_name (initials text_pattern_ops);
create function keep_name(changed_kind text, changed_key integer) returns void language sql as $$
  delete from published_name where kind = changed_kind and key = changed_key;
  insert into published_name
    select kind, key, name, lower(normalize(name || ' ' || others, nfkc)), pinyin_initials(name), region_id, region_path, level, year
    from name_fact where kind = changed_kind and key = changed_key and published;
$$;
create function keep_all_names() returns void language sql as $$
  delete from published_name;
  insert into published_name
    select kind, key, name, lower(normalize(name || ' ' || others, nfkc)), pinyin_initials(name), region_id, region_path, level, year
    from name_fact where published;
$$;
`;

const upkeep = `
create function keep_plan_name() returns trigger language plpgsql as $$
begin
  perform keep_name('PLAN', coalesce(new.id, old.id));
  return null;
end $$;
create function keep_unit_name() returns trigger language plpgsql as $$
begin
  perform keep_name('UNIT', coalesce(new.id, old.id));
  return null;
end $$;
create function keep_region_name() returns trigger language plpgsql as $$
begin
  perform keep_name('REGION', coalesce(new.id, old.id));
  return null;
end $$;
create trigger keep_plan_name after insert or delete or update of title, document_number, state, region_id, year on plan
  for each row execute function keep_plan_name();
create trigger keep_unit_name after insert or delete or update of name, aliases, published, region_id on unit
  for each row execute function keep_unit_name();
create trigger keep_region_name after insert or delete or update of name, aliases, code, path, level on region
  for each row execute function keep_region_name();
`;
