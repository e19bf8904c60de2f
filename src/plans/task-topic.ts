import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a task belongs to a topic, and why. */
@Entity()
export class TaskTopic {
  @PrimaryColumn('integer', { name: 'task_id' })
  taskId!: number;

  @PrimaryColumn('integer', { name: 'topic_id' })
  topicId!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @Column('text')
  reason!: string;

  @Column('boolean')
  confirmed!: boolean;

  @Column('boolean')
  published!: boolean;
}
