import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, Node, Public } from '../../platform/graphql';

/** A day on which a task falls due: the one of BY_DATE, or one of the many of RECURRING. */
@Public()
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A day on which a task falls due: the date itself, or one occurrence of a recurring duty. (到期事项)',
})
@Entity()
export class TaskOccurrence extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @Column('integer', { name: 'task_id' })
  taskId!: number;

  @Public()
  @Field(() => DateScalar, {
    description: 'The last day, as the plan sets it; what is put off for one unit stands with its obligation. (截止日期)',
  })
  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Public()
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the time that this occurrence closes; null where the duty does not recur. (周期起始日)',
  })
  @Column('date', { name: 'starts_on', nullable: true })
  startsOn!: string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description:
      'Period in which it falls due: `2023`, `2023-H1`, `2023-Q2`, `2023-04`, `2023-W17`, or the day where the rhythm follows none of these; null where the duty does not recur. (周期)',
  })
  @Column('text', { nullable: true })
  period!: string | null;

  @Public()
  @Field(() => Int, { description: 'Times owed by that day; 1 where no number is printed. (应办次数)' })
  @Column('integer')
  quota!: number;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
