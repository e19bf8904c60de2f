import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files of releases become lists of blocks of a mebibyte, each kept once under its hash: a file may be as large as it likes, and
 * what is the same in two releases is there once. A release also says what changed since the one before.
 */
export class ReleaseStorage1763800000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table stored_block (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null check (octet_length(content) between 1 and 1048576)
);
create table stored_file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_size bigint not null check (byte_size >= 0)
);
create table stored_file_block (
  file_sha256 text not null references stored_file,
  position integer not null check (position >= 0),
  block_sha256 text not null references stored_block,
  primary key (file_sha256, position)
);
create index stored_file_block_block on stored_file_block (block_sha256);
create temporary table old_block on commit drop as
  select f.sha256 as file_sha256, n as position, substring(f.content from n * 1048576 + 1 for 1048576) as content
  from (select distinct on (sha256) sha256, content from release_file) f,
    generate_series(0, (octet_length(f.content) - 1) / 1048576) n
  where octet_length(f.content) > 0;
insert into stored_block select distinct on (hash) hash, content from (select encode(sha256(content), 'hex') as hash, content from old_block) b;
insert into stored_file select distinct sha256, byte_size from release_file;
insert into stored_file_block select file_sha256, position, encode(sha256(content), 'hex') from old_block;
alter table release_file drop column content, alter column byte_size type bigint;
alter table release_file drop constraint release_file_name_check;
alter table release_file add constraint release_file_name_check check (name ~ '^[a-z-]+\\.(jsonl|csv|xlsx|parquet|json)$');
alter table release_file add constraint release_file_sha256_fkey foreign key (sha256) references stored_file;
create index release_file_sha256 on release_file (sha256);
create table release_change (
  release_id integer not null references release,
  dataset text not null check (dataset ~ '^[a-z-]+$'),
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  removed integer not null check (removed >= 0),
  primary key (release_id, dataset)
);
${['stored_block', 'stored_file', 'stored_file_block', 'release_change']
  .map((table) => `create trigger keep_${table} before update or delete on ${table} for each row execute function keep_release();`)
  .join('\n')}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger keep_release_file on release_file;
delete from release_file where name !~ '\\.jsonl$';
alter table release_file drop constraint release_file_sha256_fkey, drop constraint release_file_name_check;
drop index release_file_sha256;
alter table release_file add constraint release_file_name_check check (name ~ '^[a-z-]+\\.jsonl$');
alter table release_file alter column byte_size type integer, add column content bytea;
update release_file f set content = coalesce((
  select string_agg(b.content, ''::bytea order by x.position)
  from stored_file_block x join stored_block b on b.sha256 = x.block_sha256 where x.file_sha256 = f.sha256), ''::bytea);
alter table release_file alter column content set not null;
alter table release_file add constraint release_file_check check (octet_length(content) = byte_size);
create trigger keep_release_file before update or delete on release_file for each row execute function keep_release();
drop table release_change, stored_file_block, stored_file, stored_block;
`);
  }
}
