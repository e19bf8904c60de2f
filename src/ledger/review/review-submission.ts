import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Node } from '../../platform/graphql';
import type { ReviewSubjectType } from './review-subject';
import { ReviewState, ReviewSubjectType as ReviewSubjectTypeEnum, ReviewVoidReason } from './review.enums';

/** One round of review of one record, with the content that it is bound to. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One round of review of one record, bound to the content that was submitted. (送审)',
})
@Entity()
export class ReviewSubmission extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Field(() => ReviewSubjectTypeEnum, { description: 'What sort of record it is. (审核对象)' })
  @Column('text', { name: 'subject_type' })
  subjectType!: ReviewSubjectType;

  @Column('integer', { name: 'subject_id' })
  subjectId!: number;

  @Field(() => Int, { description: 'Which time the record was submitted, from 1. (第几次送审)' })
  @Column('integer')
  round!: number;

  @Column('integer', { name: 'region_id' })
  regionId!: number;

  @Column('integer', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  @Field({ description: 'SHA-256 of the content submitted, which every decision is bound to. (内容校验值)' })
  @Column('text', { name: 'content_sha256' })
  contentSha256!: string;

  @Field(() => [String], { description: 'Who wrote or submitted it, and so may not review it. (撰写人)' })
  @Column('text', { array: true })
  authors!: string[];

  @Field({ description: 'Who submitted it. (送审人)' })
  @Column('text', { name: 'submitted_by' })
  submittedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was submitted. (送审时间)' })
  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What the submitter tells the reviewers; null where nothing. (送审说明)' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => ReviewState, { description: 'Where it stands. (状态)' })
  @Column('text')
  state!: ReviewState;

  @Field(() => Int, { nullable: true, description: 'The step whose stages are open; null once it is closed. (当前步骤)' })
  @Column('integer', { nullable: true })
  step!: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the last stage was decided, or the review ended; null while it is open. (结束时间)',
  })
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Field(() => ReviewVoidReason, { nullable: true, description: 'Why its approvals no longer count; null where they do. (失效原因)' })
  @Column('text', { name: 'void_reason', nullable: true })
  voidReason!: ReviewVoidReason | null;

  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
