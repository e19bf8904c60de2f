import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The day of a report in Asia/Shanghai. Of two reports that count, the one that tells of a later day is how far the duty is: the
 * last of its period, or the day it was reported where the period was still running.
 */
export class ReportedOn1763800000402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table ledger_entry disable trigger user;
alter table ledger_entry add column reported_on date;
update ledger_entry set reported_on = (reported_at at time zone 'Asia/Shanghai')::date;
alter table ledger_entry alter column reported_on set default shanghai_today(), alter column reported_on set not null;
alter table ledger_entry enable trigger user;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger_entry drop column reported_on');
  }
}
