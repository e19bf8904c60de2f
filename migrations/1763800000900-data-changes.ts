import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tells all processes that public data may have changed; the tables get their triggers when the database is prepared. */
export class DataChanges1763800000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function tell_data_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('gongkai_data_changed', '');
  return null;
end $$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function tell_data_changed() cascade');
  }
}
