import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, Node } from '../../platform/graphql';
import { ProblemReceipt } from './problem-receipt';

/** What a reader reported about a record; for the offices alone. */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'What a reader reported about a record. (问题反馈)' })
@Entity()
export class ProblemReport extends Node {
  /** That of its receipt. */
  @PrimaryColumn('integer')
  override id!: number;

  @Column('integer', { name: 'plan_id', nullable: true })
  planId!: number | null;

  @Field({ description: 'What the reader wrote. (反馈内容)' })
  @Column('text')
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How to reach the reader; never public, erased with the answer; null where none was given. (联系方式)',
  })
  @Column('text', { nullable: true })
  contact!: string | null;

  @Field(() => String, { nullable: true, description: 'Who answered, the last time; null before. (答复人)' })
  @Column('text', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Field(() => Int, { description: 'Counts its changes; to be given with an answer. (版本)' })
  @Column('integer')
  version!: number;

  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  /** Loaded with it. */
  @Field(() => ProblemReceipt, { description: 'What the public may know of it. (回执)' })
  receipt!: ProblemReceipt;
}
