import { ArrayMaxSize, IsOptional, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput } from '../../platform/graphql';
import type { ReviewSubjectType } from './review-subject';
import { ReviewDecision, ReviewStageKind, ReviewSubjectType as ReviewSubjectTypeEnum } from './review.enums';

@InputType({ description: 'A record to be put before its reviewers. (送审)' })
export class SubmitForReviewInput extends CommandInput {
  @Field(() => ID, { description: 'The plan, version of a plan, ledger entry or evaluation. (送审对象)' })
  subjectId!: string;

  @Field(() => String, { nullable: true, description: 'What the reviewers should know; at most 2,000 characters. (送审说明)' })
  @IsOptional()
  @MaxLength(2_000)
  note?: string | null;
}

@InputType({ description: 'The decision of one stage of review. (审核)' })
export class ReviewItemInput extends CommandInput {
  @Field(() => ID, { description: 'The plan, version of a plan, ledger entry or evaluation. (审核对象)' })
  subjectId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The round that the reviewer read: CONFLICT where another is open by now. (送审标识)',
  })
  @IsOptional()
  submissionId?: string | null;

  @Field(() => Int, { description: 'The stage that is decided: its `position`. CONFLICT where another has decided it. (环节序号)' })
  @Min(1)
  stage!: number;

  @Field(() => ReviewDecision, {
    description:
      'APPROVE or RETURN; of the confidentiality review DISCLOSE, DISCLOSE_ON_APPLICATION, DO_NOT_DISCLOSE or REDACT. (审核意见)',
  })
  decision!: ReviewDecision;

  @Field(() => String, {
    nullable: true,
    description: 'For the author and the offices, never for the public; needed unless it approves; at most 2,000 characters. (审核说明)',
  })
  @IsOptional()
  @MaxLength(2_000)
  comment?: string | null;
}

@InputType({ description: 'Which open rounds of review; fields combine with "and", lists mean "any of". (待审筛选)' })
export class ReviewQueueFilter {
  @Field(() => [ReviewSubjectTypeEnum], { nullable: true, description: 'Sorts of record. (审核对象)' })
  @IsOptional()
  @ArrayMaxSize(250)
  subjectTypes?: ReviewSubjectType[] | null;

  @Field(() => [ReviewStageKind], { nullable: true, description: 'What an open stage looks at. (环节类别)' })
  @IsOptional()
  @ArrayMaxSize(250)
  stageKinds?: ReviewStageKind[] | null;

  @Field(() => [Int], { nullable: true, description: 'Places of open stages in their chain, from 1. (环节序号)' })
  @IsOptional()
  @ArrayMaxSize(250)
  stages?: number[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Records of that region or any below it: code, zone id or global id. (某区域及其下级)',
  })
  @IsOptional()
  withinRegion?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Records of these units. (单位)' })
  @IsOptional()
  @ArrayMaxSize(250)
  unitIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: with an open stage that the caller may decide, being a reviewer who neither wrote the record nor holds another of its stages; false: without. (是否待我审核)',
  })
  @IsOptional()
  waitingForMe?: boolean | null;
}
