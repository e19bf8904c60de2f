import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, Node, Public } from '../platform/graphql';
import { Comparator, Period } from './plan.enums';

/** A measurable or dated promise inside a task. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A measurable or dated promise inside a task. (量化或限时目标)' })
@Entity()
export class Target extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @Column('integer', { name: 'task_id' })
  taskId!: number;

  @Public()
  @Field(() => Int, { description: 'Place among the promises of the task, from 1. (顺序)' })
  @Column('integer')
  position!: number;

  @Public()
  @Field(() => String, { nullable: true, description: 'What is measured; null where the words do not tell. (指标)' })
  @Column('text', { nullable: true })
  metric!: string | null;

  @Public()
  @Field(() => Comparator, { nullable: true, description: 'How to compare; null for a promise that is only dated. (比较)' })
  @Column('text', { nullable: true })
  comparator!: Comparator | null;

  @Public()
  @Field(() => Float, { nullable: true, description: 'The number, in `unit`; null for a promise that is only dated. (数值)' })
  @Column('double precision', { nullable: true })
  value!: number | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Unit of the number as printed: %, 种, 次 …; null without one. (单位)' })
  @Column('text', { nullable: true })
  unit!: string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Code of the metric of the shared vocabulary that its words were taken for, by rule; null where none fits. (可比指标代码)',
  })
  @Column({ type: 'text', name: 'metric_code', nullable: true, insert: false, update: false })
  metricCode!: string | null;

  @Public()
  @Field(() => Float, { nullable: true, description: 'The number in `comparableUnit`: a week is 7 日; null without a number. (可比数值)' })
  @Column({ type: 'double precision', name: 'comparable_value', nullable: true, insert: false, update: false })
  comparableValue!: number | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'The one form of the unit: 天 is 日, 场 is 次; null without one. (可比单位)' })
  @Column({ type: 'text', name: 'comparable_unit', nullable: true, insert: false, update: false })
  comparableUnit!: string | null;

  @Public()
  @Field(() => Period, { nullable: true, description: 'Period in which it is owed; null where none is printed. (周期)' })
  @Column('text', { nullable: true })
  period!: Period | null;

  @Public()
  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is promised; null where none is printed. (承诺日期)' })
  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: "Who owes it, where it is not the task's responsible bodies; null otherwise. (承担者)",
  })
  @Column('text', { nullable: true })
  actor!: string | null;

  @Public()
  @Field({ description: 'The printed words. (原文)' })
  @Column('text')
  phrase!: string;

  @Public()
  @Field({ description: 'Name of the rule that read it. (读取规则)' })
  @Column('text')
  rule!: string;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
