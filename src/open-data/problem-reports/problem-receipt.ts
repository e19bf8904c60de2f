import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, describeEnum, globalId, Public } from '../../platform/graphql';

export const ProblemStatus = describeEnum('ProblemStatus', 'What became of a report of a problem. (问题反馈状态)', {
  RECEIVED: 'It has come; nobody has answered yet. (已收到)',
  ANSWERED: 'Answered; the record stays as it is. (已答复)',
  CORRECTED: 'Answered; the record was corrected or taken away. (已更正)',
  REJECTED: 'Not taken up, and why: not about this record, or no problem. (不予采纳)',
});
export type ProblemStatus = keyof typeof ProblemStatus;

/**
 * What the public may know of a report. Whoever has its number may see it at once, everyone once it is answered. It is no node: an
 * id could be counted up, a number cannot.
 */
@Public()
@ObjectType({
  simpleResolvers: true,
  description: 'The receipt of a reported problem, with its answer. Who reported it is never public. (问题反馈回执)',
})
@Entity()
export class ProblemReceipt {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Public()
  @Field({ description: 'Its number, such as 7K2M-X4RD-09TQ-WVB3, which cannot be guessed. (回执号)' })
  @Column('text')
  number!: string;

  @Column('text', { name: 'subject_type' })
  subjectType!: string;

  @Column('integer', { name: 'subject_key' })
  subjectKey!: number;

  @Public()
  @Field(() => ID, { description: 'Id of the record that it is about, which may not be public any more. (所涉记录)' })
  get subjectId(): string {
    return globalId(this.subjectType, this.subjectKey);
  }

  @Public()
  @Field(() => ProblemStatus, { description: 'What became of it. (状态)' })
  @Column('text')
  status!: ProblemStatus;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'What was reported, as far as the office shows it beside its answer; null before, and where it does not. (反馈内容)',
  })
  @Column('text', { nullable: true })
  question!: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'The answer; null before. (答复)' })
  @Column('text', { nullable: true })
  answer!: string | null;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When it came. (收到时间)' })
  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Public()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered, the last time; null before. (答复时间)' })
  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
