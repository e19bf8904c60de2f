import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { today } from '../../platform/calendar';
import { DateScalar, DateTimeScalar, Node, Public } from '../../platform/graphql';
import { RectificationDisclosure, RectificationSource, RectificationState, RectificationStepKind } from './rectification.enums';

/** A finding about a unit that must be closed. It names nobody: who did what stands in its steps. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A finding about a unit that must be closed. (整改问题，对账销号)' })
@Entity()
export class Rectification extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'unit_id' })
  unitId!: number;

  @Column('integer', { name: 'plan_id', nullable: true })
  planId!: number | null;

  @Column('integer', { name: 'task_id', nullable: true })
  taskId!: number | null;

  @Column('integer', { name: 'obligation_id', nullable: true })
  obligationId!: number | null;

  @Public()
  @Field(() => RectificationSource, { description: 'How it came about. (问题来源)' })
  @Column('text')
  source!: RectificationSource;

  @Public()
  @Field({ description: 'What was found. (存在问题)' })
  @Column('text')
  finding!: string;

  @Public()
  @Field(() => String, { nullable: true, description: 'What the unit is asked to do; null where that is left to it. (整改要求)' })
  @Column('text', { name: 'demanded_measures', nullable: true })
  demandedMeasures!: string | null;

  @Public()
  @Field(() => DateScalar, { description: 'Day by which it is to be closed. (整改时限)' })
  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Public()
  @Field(() => DateScalar, { description: 'Day on which it was opened. (立项日期)' })
  @Column('date', { name: 'opened_on' })
  openedOn!: string;

  @Public()
  @Field(() => RectificationState, { description: 'How far it is. (整改状态)' })
  @Column('text')
  state!: RectificationState;

  @Public()
  @Field(() => String, { nullable: true, description: 'What the unit did, as the last check accepted it; null before. (整改措施)' })
  @Column('text', { nullable: true })
  measures!: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'What the last check found when it closed the finding; null before. (复核结果)' })
  @Column('text', { nullable: true })
  result!: string | null;

  @Public()
  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was closed; null while it is not. (销号日期)' })
  @Column('date', { name: 'closed_on', nullable: true })
  closedOn!: string | null;

  @Public()
  @Field(() => Int, { description: 'How often it was opened again after it had been closed. (重新整改次数)' })
  @Column('integer')
  reopenings!: number;

  @Public()
  @Field({ description: 'Whether its day has passed without its being closed, or it was closed after that day. (是否逾期)' })
  get overdue(): boolean {
    return this.dueOn < (this.closedOn ?? today());
  }

  @Field(() => RectificationDisclosure, { description: 'From when on the public sees it. (公开方式)' })
  @Column('text')
  disclosure!: RectificationDisclosure;

  @Column({ type: 'boolean', insert: false, update: false })
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** What happened to a finding: append-only, for the offices alone. */
@ObjectType({ simpleResolvers: true, description: 'What happened to a finding, by whom. (整改过程)' })
@Entity()
export class RectificationStep {
  @PrimaryColumn('integer', { name: 'rectification_id' })
  rectificationId!: number;

  @PrimaryColumn('integer')
  position!: number;

  @Field(() => RectificationStepKind, { description: 'What happened. (事项)' })
  @Column('text')
  kind!: RectificationStepKind;

  @Field({ description: 'What was written: the finding, the measures, the result or the reason. (内容)' })
  @Column('text')
  text!: string;

  @Field({ description: 'Who did it. (经办人)' })
  @Column('text')
  actor!: string;

  @Field(() => DateTimeScalar, { description: 'When. (时间)' })
  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;
}
