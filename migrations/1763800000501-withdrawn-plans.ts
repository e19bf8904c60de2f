import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public is told of a plan that was taken away: that it was here, since when it is not, and why. */
export class WithdrawnPlans1763800000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table withdrawn_plan (
  id integer primary key references plan on delete cascade,
  title text,
  document_number text,
  source_sha256 text not null check (source_sha256 ~ '^[0-9a-f]{64}$'),
  reason text not null check (reason <> ''),
  withdrawn_at timestamptz not null default now(),
  published boolean not null default true,
  updated_at timestamptz not null default now()
);
create trigger touch before update on withdrawn_plan for each row execute function touch();
alter table withdrawn_plan enable row level security;
create policy published_rows on withdrawn_plan for select using (published);
create function plan_is_back() returns trigger language plpgsql as $$
begin
  update withdrawn_plan set published = false where id = new.id and published;
  return null;
end $$;
create trigger plan_is_back after update of state on plan for each row when (new.state = 'PUBLISHED' and old.state <> 'PUBLISHED')
  execute function plan_is_back();
insert into withdrawn_plan (id, title, document_number, source_sha256, reason, withdrawn_at)
select p.id, p.title, p.document_number, d.sha256, '撤回理由见审计记录。 The reason stands in the audit log.', p.updated_at
from plan p join source_document d on d.id = p.source_document_id where p.state = 'WITHDRAWN' and p.published_at is not null;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table withdrawn_plan; drop function plan_is_back() cascade');
  }
}
