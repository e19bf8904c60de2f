import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Public } from '../../platform/graphql';

/** One field of a plan or a task that a person changed. Kept for good; nothing in it is ever changed. */
@Public()
@ObjectType({
  description:
    'One field of a plan or a task that a person corrected: what it said, what it says now. The public sees those made since the plan was published. (更正记录)',
})
@Entity()
export class Correction {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @Column('integer', { name: 'task_id', nullable: true })
  taskId!: number | null;

  @Public()
  @Field({ description: 'The field by its name in this API, such as `text` or `deadline.dueOn`. (更正的字段)' })
  @Column('text')
  field!: string;

  /** As the record held it: text, a number, a list … */
  @Column('jsonb', { nullable: true })
  before!: unknown;

  @Column('jsonb', { nullable: true })
  after!: unknown;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Why. Every correction of a published plan has a reason; null for a draft corrected without one. (理由)',
  })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field({ description: 'Who corrected it. (更正人)' })
  @Column('text')
  actor!: string;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When. (更正时间)' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('boolean')
  published!: boolean;
}
