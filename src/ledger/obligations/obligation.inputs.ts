import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar, describeEnum, OrderDirection } from '../../platform/graphql';
import { DeadlineKind, ObligationStatus, ResponsibilityRole } from '../../plans';
import { RegionLevel } from '../../regions';

@InputType({
  description:
    'Which obligations; lists mean "any of" (an empty list: none), different fields combine with "and". Regions and levels are the unit\'s. (台账责任项筛选)',
})
export class ObligationFilter {
  @Field(() => [ID], { nullable: true, description: 'Of these plans. (所属要点)' })
  @IsOptional()
  @ArrayMaxSize(250)
  planIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of these tasks. (所属任务)' })
  @IsOptional()
  @ArrayMaxSize(250)
  taskIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of these units. (责任单位)' })
  @IsOptional()
  @ArrayMaxSize(250)
  unitIds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The unit belongs to one of these regions: codes, zone ids or global ids. (单位所属区域)',
  })
  @IsOptional()
  @ArrayMaxSize(250)
  regionCodes?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The unit belongs to that region or any below it: code, zone id or global id. (单位在某区域及其下级)',
  })
  @IsOptional()
  withinRegion?: string | null;

  @Field(() => [RegionLevel], { nullable: true, description: "Levels of the unit's region. (单位层级)" })
  @IsOptional()
  @ArrayMaxSize(250)
  levels?: RegionLevel[] | null;

  @Field(() => [String], { nullable: true, description: 'The unit stands in one of these function lines. (条线)' })
  @IsOptional()
  @ArrayMaxSize(250)
  functionLines?: string[] | null;

  @Field(() => [ResponsibilityRole], { nullable: true, description: 'Parts that the unit has in the task. (责任角色)' })
  @IsOptional()
  @ArrayMaxSize(250)
  roles?: ResponsibilityRole[] | null;

  @Field(() => [ObligationStatus], { nullable: true, description: 'How far it is. (办理状态)' })
  @IsOptional()
  @ArrayMaxSize(250)
  statuses?: ObligationStatus[] | null;

  @Field(() => [DeadlineKind], { nullable: true, description: "Sorts of the task's deadline. (时限类别)" })
  @IsOptional()
  @ArrayMaxSize(250)
  deadlineKinds?: DeadlineKind[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Due now on this day or later; leaves out those without a date. (截止日期不早于)',
  })
  @IsOptional()
  dueFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Due now on this day or earlier; leaves out those without a date. (截止日期不晚于)',
  })
  @IsOptional()
  dueTo?: string | null;

  @Field(() => [Int], { nullable: true, description: 'Years of the plan. (年度)' })
  @IsOptional()
  @ArrayMaxSize(250)
  years?: number[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of topics of the task; those below them count too. (主题)' })
  @IsOptional()
  @ArrayMaxSize(250)
  topicCodes?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Changed at or after this instant. (此后更新)' })
  @IsOptional()
  updatedSince?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Only (true) or without (false) those that are overdue. (是否逾期)' })
  @IsOptional()
  overdueOnly?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: those that ceased, instead of those that hold, which are listed otherwise. (是否已终止)',
  })
  @IsOptional()
  ended?: boolean | null;
}

export const ObligationOrderField = describeEnum('ObligationOrderField', 'What obligations are sorted by. (台账责任项排序字段)', {
  TASK: 'The task, then the unit. (任务及单位)',
  DUE_ON: 'Day by which it is due now; those without one come last. (截止日期)',
  UPDATED_AT: 'Last change. (更新时间)',
});
export type ObligationOrderField = keyof typeof ObligationOrderField;

@InputType({ description: 'Order of obligations. (台账责任项排序)' })
export class ObligationOrder {
  @Field(() => ObligationOrderField, { description: 'Sorted by. (排序字段)' })
  field!: ObligationOrderField;

  @Field(() => OrderDirection, { description: 'Direction. (方向)' })
  direction!: OrderDirection;
}
