import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A topic of which a person said that a task does not belong to it. */
@Entity()
export class RefusedTopic {
  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @PrimaryColumn('integer', { name: 'task_id' })
  taskId!: number;

  @PrimaryColumn('integer', { name: 'topic_id' })
  topicId!: number;
}
