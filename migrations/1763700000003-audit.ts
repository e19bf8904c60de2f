import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Settings that the service keeps for itself, and the log of all changes: nothing is ever taken out of it; a payload may be blanked, its hash stays. */
export class Audit1763700000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table setting (
  name text primary key,
  value text not null
);
create table audit_event (
  id integer generated always as identity primary key,
  occurred_at timestamptz not null,
  actor text not null check (actor <> ''),
  action text not null check (action <> ''),
  subject text not null,
  payload jsonb,
  payload_sha256 text not null check (payload_sha256 ~ '^[0-9a-f]{64}$'),
  previous_sha256 text not null unique check (previous_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$')
);
create function keep_audit_event() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.payload is null
    and (new.id, new.occurred_at, new.actor, new.action, new.subject, new.payload_sha256, new.previous_sha256, new.sha256)
      = (old.id, old.occurred_at, old.actor, old.action, old.subject, old.payload_sha256, old.previous_sha256, old.sha256) then
    return new;
  end if;
  raise exception 'the audit log is append-only';
end $$;
create trigger keep_audit_event before update or delete on audit_event for each row execute function keep_audit_event();
create trigger keep_audit_log before truncate on audit_event for each statement execute function keep_audit_event();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table setting, audit_event; drop function keep_audit_event()');
  }
}
