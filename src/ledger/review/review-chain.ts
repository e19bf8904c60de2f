import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ReviewSubjectType } from './review-subject';
import { ReviewStageKind, ReviewSubjectType as ReviewSubjectTypeEnum } from './review.enums';

/** The stages through which what a region, or one of its units, wants to publish passes. */
@ObjectType({ description: 'The stages through which a record passes before the public sees it. (审核流程)' })
@Entity()
export class ReviewChain {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  id!: number;

  /** Null where nothing is configured: the chain that is built in. */
  @Column('integer', { name: 'region_id' })
  regionId!: number | null;

  @Column('integer', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  @Field(() => ReviewSubjectTypeEnum, {
    nullable: true,
    description: 'What it was configured for; null where it is for everything. (适用对象)',
  })
  @Column('text', { name: 'subject_type', nullable: true })
  subjectType!: ReviewSubjectType | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** One stage of a chain as configured. */
@ObjectType({ simpleResolvers: true, description: 'One stage of a chain of review. (审核环节)' })
@Entity()
export class ReviewChainStage {
  @PrimaryColumn('integer', { name: 'chain_id' })
  chainId!: number;

  @Field(() => Int, { description: 'Place in the chain, from 1. (顺序)' })
  @PrimaryColumn('integer')
  position!: number;

  @Field(() => Int, { description: 'Stages of one step are open at the same time; the next step opens when all have approved. (步骤)' })
  @Column('integer')
  step!: number;

  @Field(() => ReviewStageKind, { description: 'What it looks at. (类别)' })
  @Column('text')
  kind!: ReviewStageKind;

  @Field({ description: 'Chinese title, such as 初审. (中文名称)' })
  @Column('text', { name: 'title_zh' })
  titleZh!: string;

  @Field({ description: 'English title. (英文名称)' })
  @Column('text', { name: 'title_en' })
  titleEn!: string;

  @Column('integer', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  @Field({ description: 'Whether only reviewers of the unit that the record is of may hold it. (是否限本单位审核人)' })
  @Column('boolean', { name: 'of_own_unit' })
  ofOwnUnit!: boolean;
}
