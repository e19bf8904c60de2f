import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which unit each printed name of a plan was taken for, how surely, and which others it may mean; internal. Units that nobody has confirmed say so. */
export class UnitMatches1763800000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table unit add column proposed boolean not null default false;
update unit set proposed = true where not is_reference;
alter table unit add constraint reference_units_are_not_proposed check (not (proposed and is_reference));
create table unit_match (
  plan_id integer not null references plan on delete cascade,
  name text not null check (name <> ''),
  unit_id integer not null references unit,
  state text not null check (state in ('TAKEN', 'DOUBTFUL', 'PROPOSED', 'CONFIRMED')),
  confidence double precision check (confidence between 0 and 1),
  reason text check (reason <> ''),
  decided_by text,
  decided_at timestamptz,
  primary key (plan_id, name),
  constraint proposed_has_no_confidence check ((confidence is null) = (reason is null)),
  constraint decision_says_whose check ((state = 'CONFIRMED') = (decided_by is not null) and (decided_by is null) = (decided_at is null))
);
create index unit_match_unit on unit_match (unit_id);
create table unit_match_candidate (
  plan_id integer not null,
  name text not null,
  unit_id integer not null references unit on delete cascade,
  confidence double precision not null check (confidence between 0 and 1),
  reason text not null check (reason <> ''),
  primary key (plan_id, name, unit_id),
  foreign key (plan_id, name) references unit_match (plan_id, name) on delete cascade
);
create index unit_match_candidate_unit on unit_match_candidate (unit_id);
insert into unit_match (plan_id, name, unit_id, state, confidence, reason)
select x.plan_id, x.name, min(x.unit_id), 'TAKEN', 1, 'NAME'
from (
  select plan_id, printed_unit as name, unit_id from responsibility where unit_id is not null
  union select id, issuer_text, issuing_unit_id from plan where issuing_unit_id is not null and issuer_text is not null
) x group by x.plan_id, x.name;
update unit_match m set state = 'PROPOSED', confidence = null, reason = null from unit u where u.id = m.unit_id and u.proposed;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table unit_match_candidate, unit_match; alter table unit drop column proposed');
  }
}
