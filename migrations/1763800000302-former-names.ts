import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A renamed body stays the same record; the names that it had before are kept with the day until which it bore them. */
export class FormerNames1763800000302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table unit add column former_names jsonb not null default '[]' check (jsonb_typeof(former_names) = 'array')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table unit drop column former_names');
  }
}
