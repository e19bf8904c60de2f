import { ArrayMaxSize, ArrayMinSize, ArrayNotEmpty, IsOptional, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CorrectionInput } from './edit-task.inputs';
import { ResponsibilityInput } from './responsibility.inputs';
import { DeadlineInput, TargetInput } from './task-facts.inputs';

@InputType({ description: 'Adds a task that the reading of a document missed; before the plan is public. (补录任务)' })
export class AddTaskInput extends CorrectionInput {
  @Field(() => ID, { description: 'The plan. (要点标识)' })
  planId!: string;

  @Field(() => Int, { description: 'Its `version` as it was read; CONFLICT where it has changed since. (所读版本)' })
  version!: number;

  @Field(() => Int, { nullable: true, description: 'Its running number; those from there on move up. The last where left out. (顺序号)' })
  @IsOptional()
  @Min(1)
  number?: number | null;

  @Field({ description: 'Verbatim text. (任务原文)' })
  @MaxLength(20_000)
  text!: string;

  @Field(() => String, { nullable: true, description: 'Number as printed. (原文序号)' })
  @IsOptional()
  @MaxLength(100)
  printedNumber?: string | null;

  @Field(() => ID, { nullable: true, description: 'A category of the plan. Not together with `categoryPath`. (分类标识)' })
  categoryId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Titles of the category from the top down. (分类路径)' })
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

  @Field(() => Boolean, { defaultValue: false, description: 'Whether 等 leaves the list of responsible bodies open. (是否未列尽)' })
  openEnded!: boolean;

  @Field(() => [ResponsibilityInput], { defaultValue: [], description: 'Who bears it, in printed order. (责任)' })
  @ArrayMaxSize(250)
  @ValidateNested()
  responsibilities!: ResponsibilityInput[];

  @Field(() => DeadlineInput, { nullable: true, description: 'When it is due; NONE where left out. (完成时限)' })
  @IsOptional()
  @ValidateNested()
  deadline?: DeadlineInput | null;

  @Field(() => [TargetInput], { defaultValue: [], description: 'Its measurable or dated promises. (目标)' })
  @ArrayMaxSize(50)
  @ValidateNested()
  targets!: TargetInput[];
}

@InputType({ description: 'Takes a task out of a plan that is not public; those behind it move down. (删除任务)' })
export class RemoveTaskInput extends CorrectionInput {
  @Field(() => ID, { description: 'The task. (任务标识)' })
  taskId!: string;

  @Field(() => Int, { description: 'Its `version` as it was read; CONFLICT where it has changed since. (所读版本)' })
  version!: number;
}

@InputType({
  description:
    'Splits a task of a plan that is not public. The first part stays the task; each further one is a new task behind it with the same category, bodies and deadline; targets go with the words that promise them. (拆分任务)',
})
export class SplitTaskInput extends CorrectionInput {
  @Field(() => ID, { description: 'The task. (任务标识)' })
  taskId!: string;

  @Field(() => Int, { description: 'Its `version` as it was read; CONFLICT where it has changed since. (所读版本)' })
  version!: number;

  @Field(() => [String], { description: 'The texts of the parts, two or more, in order. (各部分原文)' })
  @ArrayMinSize(2)
  @ArrayMaxSize(20)
  @MaxLength(20_000, { each: true })
  texts!: string[];
}
