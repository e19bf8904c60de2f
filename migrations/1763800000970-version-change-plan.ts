import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What changed in a task names its plan, as all that hangs on a plan does. */
export class VersionChangePlan1763800000970 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table version_change add column plan_id integer references plan on delete cascade;
update version_change c set plan_id = v.plan_id from plan_version v where v.id = c.version_id;
alter table version_change alter column plan_id set not null;
create index version_change_plan on version_change (plan_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table version_change drop column plan_id');
  }
}
