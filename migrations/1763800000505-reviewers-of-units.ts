import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reviewer may belong to a unit: stages can be kept to the reviewers of one. A reporter must. */
export class ReviewersOfUnits1763800000505 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table user_account drop constraint only_reporters_have_a_unit;
alter table user_account add constraint unit_goes_with_the_role check (case role when 'REPORTER' then unit_id is not null when 'REVIEWER' then true else unit_id is null end);
alter table issued_token drop constraint only_tokens_of_reporters_have_a_unit;
alter table issued_token add constraint unit_goes_with_the_role check (case role when 'REPORTER' then unit_id is not null when 'REVIEWER' then true else unit_id is null end);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table user_account drop constraint unit_goes_with_the_role;
alter table user_account add constraint only_reporters_have_a_unit check ((role = 'REPORTER') = (unit_id is not null));
alter table issued_token drop constraint unit_goes_with_the_role;
alter table issued_token add constraint only_tokens_of_reporters_have_a_unit check ((role = 'REPORTER') = (unit_id is not null));
`);
  }
}
