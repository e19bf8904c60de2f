import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A body is printed without its place (市教育局) and looked for with it (达州市教育局, dzsjyj): the whole of such a name, and its
 * initials, stand beside it.
 */
export class FullNames1763800003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop view name_fact');
    await runner.query(view(`case when left(u.name, 1) = right(r.name, 1) then r.name || substr(u.name, 2) end`, `, null::text`));
    await runner.query(`
alter table published_name add column full_name text, add column full_initials text;
create index published_name_full_initials on published_name (full_initials text_pattern_ops);`);
    await runner.query(
      upkeep(', full_name, full_initials', `, lower(normalize(full_name, nfkc)), pinyin_initials(full_name)`, ', full_name'),
    );
    await runner.query(`select keep_name('UNIT', id) from unit`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view name_fact');
    await runner.query(view(null, ''));
    await runner.query('alter table published_name drop column full_name, drop column full_initials');
    await runner.query(upkeep('', '', ''));
    await runner.query('select keep_all_names()');
  }
}

function view(fullName: string | null, none: string): string {
  return `
create view name_fact as
  select 'PLAN' as kind, p.id as key, p.title as name, coalesce(p.document_number, '') as others, p.region_id, r.path as region_path, r.level, p.year, p.published
      ${fullName === null ? '' : `${none} as full_name`}
    from plan p join region r on r.id = p.region_id
  union all
  select 'UNIT', u.id, u.name, r.name || ' ' || array_to_string(u.aliases, ' '), u.region_id, r.path, r.level, null, u.published
      ${fullName === null ? '' : `, ${fullName}`}
    from unit u join region r on r.id = u.region_id
  union all
  select 'REGION', r.id, r.name, coalesce(r.code, '') || ' ' || array_to_string(r.aliases, ' '), r.id, r.path, r.level, null, true ${none}
    from region r`;
}

function upkeep(columns: string, values: string, searched: string): string {
  const copy = `
  insert into published_name (kind, key, name, search_text, initials, region_id, region_path, level, year${columns})
    select kind, key, name, lower(normalize(concat_ws(' ', name, others${searched}), nfkc)), pinyin_initials(name), region_id, region_path, level, year${values}
    from name_fact where published`;
  return `
create or replace function keep_name(changed_kind text, changed_key integer) returns void language sql as $$
  delete from published_name where kind = changed_kind and key = changed_key;
  ${copy} and kind = changed_kind and key = changed_key;
$$;
create or replace function keep_all_names() returns void language sql as $$
  delete from published_name;
  ${copy};
$$;`;
}
