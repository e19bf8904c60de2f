import { Entity, PrimaryColumn } from 'typeorm';

/** A topic of which a person said that a task does not belong to it. */
@Entity()
export class RefusedTopic {
  @PrimaryColumn('integer', { name: 'task_id' })
  taskId!: number;

  @PrimaryColumn('integer', { name: 'topic_id' })
  topicId!: number;
}
