import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A source file that the law forbids to keep goes; its hash, and when and why it went, stay. */
export class SourceRemoval1763800000801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table source_document add column removed_at timestamptz, add column removed_reason text check (removed_reason <> '');
alter table source_document alter column content drop not null;
alter table source_document add constraint content_is_there_unless_removed check ((content is null) = (removed_at is not null));
alter table source_document add constraint removal_has_a_reason check ((removed_at is null) = (removed_reason is null));
`);
  }

  /** What was removed cannot be put back: its rows stand in the way, by purpose. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table source_document alter column content set not null;
alter table source_document drop constraint content_is_there_unless_removed, drop constraint removal_has_a_reason;
alter table source_document drop column removed_at, drop column removed_reason;
`);
  }
}
