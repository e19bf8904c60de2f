import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the page of a plan stood that was taken away: who follows an old link is told what became of it. */
export class WithdrawnSlug1763800000960 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table withdrawn_plan add column slug text;
update withdrawn_plan w set slug = p.slug from plan p where p.id = w.id;
alter table withdrawn_plan alter column slug set not null;
create unique index withdrawn_plan_slug on withdrawn_plan (slug);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table withdrawn_plan drop column slug');
  }
}
