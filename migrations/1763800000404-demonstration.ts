import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A database for demonstrations says so: the mark is set before anything else is there, and every release of it carries it. */
export class Demonstration1763800000404 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table demonstration (
  id integer primary key default 1 check (id = 1),
  begun_at timestamptz not null default now(),
  filled_at timestamptz
);
alter table release add column is_demonstration boolean not null default false;
create function mark_demonstration() returns trigger language plpgsql as $$
begin
  new.is_demonstration := exists (select from demonstration);
  return new;
end $$;
create trigger mark_demonstration before insert on release for each row execute function mark_demonstration();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger mark_demonstration on release;
drop function mark_demonstration();
alter table release drop column is_demonstration;
drop table demonstration;
`);
  }
}
