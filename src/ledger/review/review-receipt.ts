import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, listCost, Public } from '../../platform/graphql';
import type { ReviewSubjectType } from './review-subject';
import { PublicationRoute, ReviewDecision, ReviewStageKind } from './review.enums';

/** A stage as the public is told of it: neither who held it nor what was written. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'A stage of review that was passed. (已通过的审核环节)' })
export class ReceiptStage {
  @Public()
  @Field(() => Int, { description: 'Place in the chain, from 1. (顺序)' })
  position!: number;

  @Public()
  @Field(() => ReviewStageKind, { description: 'What it looked at. (类别)' })
  kind!: ReviewStageKind;

  @Public()
  @Field({ description: 'Chinese title, which says what post holds it. (中文名称)' })
  titleZh!: string;

  @Public()
  @Field({ description: 'English title. (英文名称)' })
  titleEn!: string;

  @Public()
  @Field(() => ReviewDecision, { description: 'Its outcome. (结论)' })
  outcome!: ReviewDecision;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When it was decided. (审核时间)' })
  decidedAt!: string;
}

/** On what ground a record is public: the one part of a review that everyone may see. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'On what ground a record is public: its review, or an override. (审核回执)' })
@Entity()
export class ReviewReceipt {
  @PrimaryColumn('text', { name: 'subject_type' })
  subjectType!: ReviewSubjectType;

  @PrimaryColumn('integer', { name: 'subject_id' })
  subjectId!: number;

  @Public()
  @Field(() => PublicationRoute, { description: 'The ground. (公开依据)' })
  @Column('text')
  route!: PublicationRoute;

  @Column('integer', { name: 'submission_id', nullable: true })
  submissionId!: number | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the content that every stage approved; null for an override. (审核内容校验值)',
  })
  @Column('text', { name: 'content_sha256', nullable: true })
  contentSha256!: string | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'How often it was submitted before it passed; null for an override. (送审次数)' })
  @Column('integer', { nullable: true })
  rounds!: number | null;

  @Public()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was submitted; null for an override. (送审时间)' })
  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Public()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When its last stage was decided; null for an override. (审核完成时间)' })
  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  @Public()
  @listCost(4)
  @Field(() => [ReceiptStage], { description: 'The stages it passed, in order; empty for an override. (审核环节)' })
  @Column('jsonb')
  stages!: ReceiptStage[];

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Why it was made public without its stages of review; null where it passed them. (未经审核直接公开的理由)',
  })
  @Column('text', { name: 'override_reason', nullable: true })
  overrideReason!: string | null;

  @Public()
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Since when the public content differs from what was approved; null where it does not, and for an override. (审核后更正时间)',
  })
  @Column('timestamptz', { name: 'corrected_at', nullable: true })
  correctedAt!: Date | null;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When it was made public. (公开时间)' })
  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;

  @Column('boolean')
  published!: boolean;
}
