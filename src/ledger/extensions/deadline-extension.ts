import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, describeEnum, Node, Public } from '../../platform/graphql';

export const ExtensionState = describeEnum('ExtensionState', 'What became of a request to put a date off. (延期申请状态)', {
  REQUESTED: 'Waits for a decision. (待定)',
  GRANTED: 'The date is put off. (已批准)',
  REFUSED: 'The date stays. (未批准)',
});
export type ExtensionState = keyof typeof ExtensionState;

/** A unit's request to put off the day by which it owes something, and what was decided on it. */
@Public()
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A date that was put off for one unit, with the old date and the reason; the public sees what was granted. (延期)',
})
@Entity()
export class DeadlineExtension extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @Column('integer', { name: 'obligation_id' })
  obligationId!: number;

  @Public()
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day, as the plan sets it, of the occurrence of a recurring duty that is put off; null for other duties. (所延周期截止日)',
  })
  @Column('date', { name: 'occurrence_due_on', nullable: true })
  occurrenceDueOn!: string | null;

  @Public()
  @Field(() => DateScalar, { description: 'Day by which it was due when this was requested. (原截止日期)' })
  @Column('date', { name: 'previous_due_on' })
  previousDueOn!: string;

  @Public()
  @Field(() => DateScalar, { description: 'Day to which it is to be put off. (拟延至)' })
  @Column('date', { name: 'proposed_due_on' })
  proposedDueOn!: string;

  @Public()
  @Field({ description: 'Why, as the unit says. (申请理由)' })
  @Column('text')
  reason!: string;

  @Field({ description: 'Name of the token that requested it. (申请人)' })
  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When it was requested. (申请时间)' })
  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Public()
  @Field(() => ExtensionState, { description: 'What became of it. (状态)' })
  @Column('text')
  state!: ExtensionState;

  @Field(() => String, { nullable: true, description: 'Name of the token that decided; null before. (批准人)' })
  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Public()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided; null before. (批准时间)' })
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Why it was so decided; null before. (批准意见)' })
  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
