import { ArrayMaxSize, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput, describeEnum } from '../../platform/graphql';
import { ProblemStatus } from './problem-receipt';

@InputType({ description: 'Which reports; fields combine with "and", lists mean "any of". (问题反馈筛选)' })
export class ProblemReportFilter {
  @Field(() => [ProblemStatus], { nullable: true, description: 'What became of them. (状态)' })
  @IsOptional()
  @ArrayMaxSize(250)
  statuses?: ProblemStatus[] | null;

  @Field(() => [ID], { nullable: true, description: 'About these plans, their tasks or their files. (要点)' })
  @IsOptional()
  @ArrayMaxSize(250)
  planIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'About this one record. (所涉记录)' })
  @IsOptional()
  subjectId?: string | null;
}

export const ProblemOutcome = describeEnum('ProblemOutcome', 'What an office does with a report. (处理结果)', {
  ANSWERED: 'Answers it; the record stays as it is. (答复)',
  CORRECTED: 'Answers it, the record having been corrected or taken away since it came. (更正)',
  REJECTED: 'Does not take it up; the answer says why. (不予采纳)',
});
export type ProblemOutcome = keyof typeof ProblemOutcome;

@InputType({ description: 'An answer to a report of a problem. (答复问题反馈)' })
export class AnswerProblemReportInput extends CommandInput {
  @Field(() => ID, { description: 'The report. (反馈标识)' })
  reportId!: string;

  @Field(() => Int, { description: 'Its `version` as it was read; CONFLICT where it has changed since. (所读版本)' })
  version!: number;

  @Field(() => ProblemOutcome, { description: 'What becomes of it. (处理结果)' })
  outcome!: ProblemOutcome;

  @Field({
    description:
      'The answer; everyone sees it beside the record, whoever has the number of the receipt where it is rejected. At most 2,000 characters. (答复)',
  })
  @IsNotEmpty()
  @MaxLength(2_000)
  answer!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What was reported, as it shall stand beside the answer: without anything that tells who wrote it; at most 2,000 characters. Null or omitted: it is not shown. (公开的反馈内容)',
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2_000)
  question?: string | null;
}
