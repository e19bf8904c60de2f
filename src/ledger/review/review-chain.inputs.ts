import { ArrayMaxSize, IsNotEmpty, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput } from '../../platform/graphql';
import type { ReviewSubjectType } from './review-subject';
import { ReviewStageKind, ReviewSubjectType as ReviewSubjectTypeEnum } from './review.enums';

@InputType({ description: 'One stage of a chain of review. (审核环节)' })
export class ReviewStageInput {
  @Field(() => ReviewStageKind, { description: 'What it looks at. (类别)' })
  kind!: ReviewStageKind;

  @Field({ description: 'Chinese title, such as 初审; at most 100 characters. (中文名称)' })
  @IsNotEmpty()
  @MaxLength(100)
  titleZh!: string;

  @Field({ description: 'English title; at most 100 characters. (英文名称)' })
  @IsNotEmpty()
  @MaxLength(100)
  titleEn!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Its step, from 1 upwards without a gap: stages of one step are open at the same time. Omitted everywhere: one after another. (步骤)',
  })
  @IsOptional()
  @Min(1)
  @Max(20)
  step?: number | null;

  @Field(() => ID, { nullable: true, description: 'Only reviewers of this unit may hold it; anyone of the role where omitted. (限定单位)' })
  @IsOptional()
  unitId?: string | null;

  @Field({ defaultValue: false, description: 'Only reviewers of the unit that the record is of may hold it. (限本单位审核人)' })
  ofOwnUnit!: boolean;
}

@InputType({ description: 'The chain of review of a region or of one of its units. (审核流程配置)' })
export class ConfigureReviewChainInput extends CommandInput {
  @Field({ description: 'Region for which it holds, and for those below it that have none of their own: code or zone id. (区域代码)' })
  regionCode!: string;

  @Field(() => ID, { nullable: true, description: 'Unit of that region for which alone it holds; the whole region where omitted. (单位)' })
  @IsOptional()
  unitId?: string | null;

  @Field(() => ReviewSubjectTypeEnum, { nullable: true, description: 'Sort of record; every sort where omitted. (适用对象)' })
  @IsOptional()
  subjectType?: ReviewSubjectType | null;

  @Field(() => [ReviewStageInput], {
    description:
      'Its stages in order, at most 20: one confidentiality review and one other stage or more. An empty list takes the chain away, so that the next one upwards holds. (审核环节)',
  })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  stages!: ReviewStageInput[];
}
