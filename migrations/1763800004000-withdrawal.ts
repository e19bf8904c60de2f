import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an entry or an evaluation that was public is so no more: all that the public is told of it. */
export class Withdrawal1763800004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table withdrawal (
  id integer generated always as identity primary key,
  entry_id integer unique references ledger_entry,
  evaluation_id integer unique references evaluation,
  plan_id integer references plan,
  obligation_id integer references obligation,
  unit_id integer not null references unit,
  reason text not null check (reason <> ''),
  withdrawn_at timestamptz not null default now(),
  published boolean not null,
  constraint withdrawal_is_of_one_record check (num_nonnulls(entry_id, evaluation_id) = 1),
  constraint withdrawn_entry_has_its_obligation check (num_nulls(entry_id, obligation_id, plan_id) in (0, 3))
);
create index withdrawal_plan on withdrawal (plan_id);
create index withdrawal_obligation on withdrawal (obligation_id);
create index withdrawal_unit on withdrawal (unit_id);
alter table withdrawal enable row level security;
create policy published_rows on withdrawal for select using (published);
create function withdrawal_follows_obligation() returns trigger language plpgsql as $$
begin
  update withdrawal set published = new.published where obligation_id = new.id;
  return null;
end $$;
create trigger withdrawal_follows_obligation after update on obligation for each row
  when (old.published is distinct from new.published) execute function withdrawal_follows_obligation();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger withdrawal_follows_obligation on obligation;
drop function withdrawal_follows_obligation();
drop table withdrawal;
`);
  }
}
