import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Topics of which a person said that a task does not belong to them; they are not proposed again. */
export class RefusedTopics1763800000602 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table refused_topic (
  plan_id integer not null,
  task_id integer not null,
  topic_id integer not null references topic,
  primary key (task_id, topic_id),
  foreign key (plan_id, task_id) references task (plan_id, id) on delete cascade
);
create index refused_topic_plan on refused_topic (plan_id);
create index refused_topic_topic on refused_topic (topic_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table refused_topic');
  }
}
