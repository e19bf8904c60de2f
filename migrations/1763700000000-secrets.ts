import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Random values that all processes on this database share: signing keys, the public role's password. Nobody but the owner may read them. */
export class Secrets1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table secret (
        name text primary key,
        value bytea not null check (octet_length(value) >= 32),
        created_at timestamptz not null default now()
      );
      revoke all on secret from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table secret');
  }
}
