import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The links of entries, each in a row of its own, with what came of asking for it last: what was reported stays as it is. And the
 * age of idempotency keys, by which they are forgotten.
 */
export class EvidenceCheck1763800001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table evidence_check (
  entry_id integer not null references ledger_entry,
  position integer not null check (position >= 0),
  url text not null check (url ~* '^https?://'),
  status text check (status in ('REACHABLE', 'UNREACHABLE', 'NOT_ASKED')),
  http_status integer check (http_status between 100 and 999),
  failure text check (failure <> ''),
  checked_at timestamptz,
  published boolean not null default false,
  primary key (entry_id, position),
  constraint what_was_checked_has_its_time check ((status is null) = (checked_at is null)),
  constraint an_answer_or_why_none_came check (num_nonnulls(http_status, failure) = case when status is null then 0 else 1 end),
  constraint what_is_reachable_answered check (status <> 'REACHABLE' or http_status between 200 and 299)
);
create index evidence_check_waiting on evidence_check (checked_at nulls first);
create index evidence_check_url on evidence_check using hash (url);
alter table evidence_check enable row level security;
create policy published_rows on evidence_check for select using (published);
insert into evidence_check (entry_id, position, url, published)
  select e.id, link.place - 1, link.value ->> 'url', e.published from ledger_entry e, jsonb_array_elements(e.evidence) with ordinality as link(value, place);
create function list_evidence() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into evidence_check (entry_id, position, url, published)
      select new.id, link.place - 1, link.value ->> 'url', new.published from jsonb_array_elements(new.evidence) with ordinality as link(value, place);
  else
    update evidence_check set published = new.published where entry_id = new.id;
  end if;
  return null;
end $$;
create trigger list_evidence after insert on ledger_entry for each row when (new.evidence <> '[]') execute function list_evidence();
create trigger evidence_follows_entry after update on ledger_entry for each row
  when (old.published is distinct from new.published and new.evidence <> '[]') execute function list_evidence();
create index command_key_created on command_key (created_at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index command_key_created;
drop trigger evidence_follows_entry on ledger_entry;
drop trigger list_evidence on ledger_entry;
drop function list_evidence();
drop table evidence_check;
`);
  }
}
