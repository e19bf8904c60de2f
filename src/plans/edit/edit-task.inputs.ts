import { ArrayMaxSize, ArrayNotEmpty, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput } from '../../platform/graphql';
import { DeadlineCorrectionInput, TargetCorrectionInput, TargetInput } from './task-facts.inputs';

/** What every correction may bring. */
@InputType({ description: 'A correction. (更正)' })
export abstract class CorrectionInput extends CommandInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why; needed where the plan is public, and published with the correction. At most 2,000 characters. (理由)',
  })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({
  description: 'Corrects the reading of a task. What is left out stays as it is, null takes away; the text of the source stays. (更正任务)',
})
export class EditTaskInput extends CorrectionInput {
  @Field(() => ID, { description: 'The task. (任务标识)' })
  taskId!: string;

  @Field(() => Int, { description: 'Its `version` as it was read; CONFLICT where it has changed since. (所读版本)' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Verbatim text. (任务原文)' })
  @IsOptional()
  @MaxLength(20_000)
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Number as printed. (原文序号)' })
  @IsOptional()
  @MaxLength(100)
  printedNumber?: string | null;

  @Field(() => ID, { nullable: true, description: 'A category of the plan; null for none. Not together with `categoryPath`. (分类标识)' })
  categoryId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Titles of the category from the top down; made where the plan has no such one yet. (分类路径)',
  })
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayMaxSize(10)
  @MaxLength(500, { each: true })
  categoryPath?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The printed list of responsible bodies. (责任单位原文)' })
  @IsOptional()
  @MaxLength(20_000)
  responsibleText?: string | null;

  @Field(() => String, { nullable: true, description: 'Leading official as printed. (牵头领导)' })
  @IsOptional()
  @MaxLength(2_000)
  leadOfficial?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether 等 leaves the list of responsible bodies open. (是否未列尽)' })
  openEnded?: boolean | null;

  @Field(() => DeadlineCorrectionInput, { nullable: true, description: 'Its deadline; the printed words stay; null for NONE. (完成时限)' })
  @IsOptional()
  @ValidateNested()
  deadline?: DeadlineCorrectionInput | null;

  @Field(() => [TargetInput], { nullable: true, description: 'All of its targets, in place of those there. (全部目标)' })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested()
  targets?: TargetInput[] | null;

  @Field(() => [TargetCorrectionInput], {
    nullable: true,
    description: 'Single targets, by place. Not together with `targets`. (部分目标)',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested()
  targetCorrections?: TargetCorrectionInput[] | null;
}
