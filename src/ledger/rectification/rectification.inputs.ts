import { ArrayMaxSize, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, DateScalar, DateTimeScalar, describeEnum, OrderDirection, textHelp } from '../../platform/graphql';
import { RectificationDisclosure, RectificationSource, RectificationState } from './rectification.enums';

@InputType({ description: 'A finding to be opened. (整改立项)' })
export class OpenRectificationInput extends CommandInput {
  @Field(() => ID, { description: 'The unit that has to act. (整改单位)' })
  unitId!: string;

  @Field(() => RectificationSource, { description: 'How the finding came about. (问题来源)' })
  source!: RectificationSource;

  @Field({ description: 'What was found; at most 4,000 characters. (存在问题)' })
  @IsNotEmpty()
  @MaxLength(4_000)
  finding!: string;

  @Field(() => String, { nullable: true, description: 'What the unit is asked to do; at most 4,000 characters. (整改要求)' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(4_000)
  demandedMeasures?: string | null;

  @Field(() => DateScalar, { description: 'Day by which it is to be closed, today or later. (整改时限)' })
  dueOn!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The obligation of the unit, the task or the plan that it is about; omitted where it is about none. (所涉事项)',
  })
  @IsOptional()
  subjectId?: string | null;

  @Field(() => RectificationDisclosure, {
    defaultValue: 'INTERNAL',
    description:
      'From when on the public sees finding, demands and state. What the unit did is shown once a check has accepted it. (公开方式)',
  })
  public!: RectificationDisclosure;
}

@InputType({ description: 'What a unit did about a finding. (报告整改)' })
export class RecordRectificationMeasuresInput extends CommandInput {
  @Field(() => ID, { description: 'The finding. (整改问题)' })
  rectificationId!: string;

  @Field({ description: 'What was done, with evidence; at most 4,000 characters. (整改措施及佐证)' })
  @IsNotEmpty()
  @MaxLength(4_000)
  measures!: string;
}

@InputType({ description: 'The check of what a unit did about a finding. (复核销号)' })
export class CloseRectificationInput extends CommandInput {
  @Field(() => ID, { description: 'The finding. (整改问题)' })
  rectificationId!: string;

  @Field({ description: 'Whether what was done is enough: true closes the finding, false gives it back to the unit. (是否通过)' })
  passed!: boolean;

  @Field({ description: 'What the check found; at most 4,000 characters. (复核结果)' })
  @IsNotEmpty()
  @MaxLength(4_000)
  result!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the unit did, as the check saw it: needed where the unit has not reported it by `recordRectificationMeasures`, and only there; at most 4,000 characters. (复核所见整改措施)',
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(4_000)
  measures?: string | null;
}

@InputType({ description: 'A finding to be opened again. (重新整改)' })
export class ReopenRectificationInput extends CommandInput {
  @Field(() => ID, { description: 'The finding. (整改问题)' })
  rectificationId!: string;

  @Field({ description: 'Why; at most 4,000 characters. (理由)' })
  @IsNotEmpty()
  @MaxLength(4_000)
  reason!: string;

  @Field(() => DateScalar, { description: 'The new day by which it is to be closed, today or later. (新时限)' })
  dueOn!: string;
}

@InputType({ description: 'Which findings; fields combine with "and", lists mean "any of" (an empty list: none). (整改筛选)' })
export class RectificationFilter {
  @Field(() => String, { nullable: true, description: `Text in the finding. ${textHelp} (问题含)` })
  @IsOptional()
  text?: string | null;

  @Field(() => [RectificationSource], { nullable: true, description: 'How they came about. (问题来源)' })
  @IsOptional()
  @ArrayMaxSize(250)
  sources?: RectificationSource[] | null;

  @Field(() => [RectificationState], { nullable: true, description: 'How far they are. (整改状态)' })
  @IsOptional()
  @ArrayMaxSize(250)
  states?: RectificationState[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of these units. (整改单位)' })
  @IsOptional()
  @ArrayMaxSize(250)
  unitIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of units of that region or any below it: code, zone id or global id. (某区域及其下级)',
  })
  @IsOptional()
  withinRegion?: string | null;

  @Field(() => [ID], { nullable: true, description: 'About these plans, their tasks and obligations included. (要点)' })
  @IsOptional()
  @ArrayMaxSize(250)
  planIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'About these tasks, their obligations included. (任务)' })
  @IsOptional()
  @ArrayMaxSize(250)
  taskIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether overdue. (是否逾期)' })
  @IsOptional()
  overdue?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due on this day or later. (时限不早于)' })
  @IsOptional()
  dueFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due on this day or earlier. (时限不晚于)' })
  @IsOptional()
  dueTo?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Changed at or after this instant. (此后更新)' })
  @IsOptional()
  updatedSince?: Date | null;
}

export const RectificationOrderField = describeEnum('RectificationOrderField', 'What findings are sorted by. (整改排序字段)', {
  DUE_ON: 'Day by which they are to be closed. (整改时限)',
  OPENED_ON: 'Day on which they were opened. (立项日期)',
  UPDATED_AT: 'Last change. (更新时间)',
});
export type RectificationOrderField = keyof typeof RectificationOrderField;

@InputType({ description: 'Order of findings. (整改排序)' })
export class RectificationOrder {
  @Field(() => RectificationOrderField, { description: 'Sorted by. (排序字段)' })
  field!: RectificationOrderField;

  @Field(() => OrderDirection, { description: 'Direction. (方向)' })
  direction!: OrderDirection;
}
