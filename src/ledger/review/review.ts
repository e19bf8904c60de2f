import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar } from '../../platform/graphql';
import { ReviewDecision, ReviewStageKind } from './review.enums';

/** One stage of the review of one record: open or not yet until it is decided, and from then on kept as it is. */
@ObjectType({ simpleResolvers: true, description: 'One stage of a round of review, with its decision. (审核环节记录)' })
@Entity()
export class Review {
  @PrimaryColumn('integer', { name: 'submission_id' })
  submissionId!: number;

  @Field(() => Int, { description: 'Place in the chain, from 1: the `stage` that `reviewItem` takes. (环节序号)' })
  @PrimaryColumn('integer')
  position!: number;

  @Field(() => Int, { description: 'Stages of one step are open at the same time. (步骤)' })
  @Column('integer')
  step!: number;

  @Field(() => ReviewStageKind, { description: 'What it looks at. (类别)' })
  @Column('text')
  kind!: ReviewStageKind;

  @Field({ description: 'Chinese title. (中文名称)' })
  @Column('text', { name: 'title_zh' })
  titleZh!: string;

  @Field({ description: 'English title. (英文名称)' })
  @Column('text', { name: 'title_en' })
  titleEn!: string;

  @Column('integer', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  @Field(() => String, { nullable: true, description: 'Who decided it; null before. (审核人)' })
  @Column('text', { nullable: true })
  reviewer!: string | null;

  @Field(() => ReviewDecision, { nullable: true, description: 'How it was decided; null before. (审核意见)' })
  @Column('text', { nullable: true })
  decision!: ReviewDecision | null;

  @Field(() => String, { nullable: true, description: 'What the reviewer wrote; null where nothing. (审核说明)' })
  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('text', { name: 'content_sha256', nullable: true })
  contentSha256!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided; null before. (审核时间)' })
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
