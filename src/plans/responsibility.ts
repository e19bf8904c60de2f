import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Node, Public } from '../platform/graphql';
import { ResponsibilityMode, ResponsibilityRole } from './plan.enums';

/** Who bears a task: one named unit or one collective, with the words that say so. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: 'Who bears a task: one named unit or one collective. (责任)' })
@Entity()
export class Responsibility extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @Column('integer', { name: 'task_id' })
  taskId!: number;

  @Public()
  @Field(() => Int, { description: 'Place in the printed list, from 1. (顺序)' })
  @Column('integer')
  position!: number;

  @Public()
  @Field({ description: 'The printed words. (原文)' })
  @Column('text')
  phrase!: string;

  @Public()
  @Field(() => ResponsibilityRole, { description: 'Part it has in the task. (角色)' })
  @Column('text')
  role!: ResponsibilityRole;

  @Public()
  @Field(() => ResponsibilityMode, { description: 'Whether the duty is shared or falls to each member. (责任方式)' })
  @Column('text')
  mode!: ResponsibilityMode;

  @Column('integer', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  /** The unit's name as printed, a shared suffix written out; null where a collective bears the task. */
  @Column('text', { name: 'printed_unit', nullable: true })
  printedUnit!: string | null;

  @Column('integer', { name: 'group_id', nullable: true })
  groupId!: number | null;

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
