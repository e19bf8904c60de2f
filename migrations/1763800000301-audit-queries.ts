import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What auditors look for beside the record: by whom, of what sort, and when. */
export class AuditQueries1763800000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index audit_event_actor on audit_event (actor, id);
create index audit_event_action on audit_event (action, id);
create index audit_event_occurred_at on audit_event (occurred_at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index audit_event_actor, audit_event_action, audit_event_occurred_at');
  }
}
