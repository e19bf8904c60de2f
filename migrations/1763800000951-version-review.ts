import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version that waits beside a public plan passes the stages of review of a plan. */
export class VersionReview1763800000951 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allow(`('PLAN', 'PLAN_VERSION', 'LEDGER_ENTRY', 'EVALUATION')`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(allow(`('PLAN', 'LEDGER_ENTRY', 'EVALUATION')`));
  }
}

function allow(types: string): string {
  return `alter table review_submission drop constraint review_submission_subject_type_check,
    add constraint review_submission_subject_type_check check (subject_type in ${types})`;
}
