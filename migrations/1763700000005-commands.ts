import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What commands of the internal endpoint need: their idempotency keys, and files brought for them. */
export class Commands1763700000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table command_key (
  actor text not null,
  key text not null check (key <> ''),
  command text not null,
  request_sha256 text not null check (request_sha256 ~ '^[0-9a-f]{64}$'),
  result jsonb not null,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
create table upload (
  id uuid primary key default gen_random_uuid(),
  file_name text not null,
  content bytea not null,
  uploaded_by text not null,
  created_at timestamptz not null default now()
);
create index upload_created_at on upload (created_at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table upload, command_key');
  }
}
