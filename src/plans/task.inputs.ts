import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar, describeEnum, OrderDirection, textHelp } from '../platform/graphql';
import { RegionLevel } from '../regions';
import { DeadlineKind, ObligationStatus, ResponsibilityRole } from './plan.enums';

@InputType({
  description:
    'Which tasks; lists mean "any of" (an empty list: none), different fields combine with "and". `unitIds`, `functionLines` and, beside them, `roles` are met together by one responsible body. (任务筛选)',
})
export class TaskFilter {
  @Field(() => String, {
    nullable: true,
    description: `Text in the verbatim wording. ${textHelp} (原文含)`,
  })
  @IsOptional()
  text?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Changed at or after this instant. (此后更新)' })
  @IsOptional()
  updatedSince?: Date | null;

  @Field(() => [ID], { nullable: true, description: 'Tasks of these plans. (所属要点)' })
  @IsOptional()
  @ArrayMaxSize(250)
  planIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Issued by these regions themselves: codes, zone ids or global ids. (发文区域)' })
  @IsOptional()
  @ArrayMaxSize(250)
  regionCodes?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Issued by that region or any below it: code, zone id or global id. (某区域及其下级)',
  })
  @IsOptional()
  withinRegion?: string | null;

  @Field(() => [RegionLevel], { nullable: true, description: 'Levels of the issuing region. (发文层级)' })
  @IsOptional()
  @ArrayMaxSize(250)
  levels?: RegionLevel[] | null;

  @Field(() => [Int], { nullable: true, description: 'Years of the plan. (年度)' })
  @IsOptional()
  @ArrayMaxSize(250)
  years?: number[] | null;

  @Field(() => [ID], { nullable: true, description: 'In these categories or below them. (工作任务分类)' })
  @IsOptional()
  @ArrayMaxSize(250)
  categoryIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of topics; those below them count too. (主题)' })
  @IsOptional()
  @ArrayMaxSize(250)
  topicCodes?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "These units are responsible, named or as members of a collective on the plan's day. (责任单位)",
  })
  @IsOptional()
  @ArrayMaxSize(250)
  unitIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'A responsible unit stands in one of these function lines. (条线)' })
  @IsOptional()
  @ArrayMaxSize(250)
  functionLines?: string[] | null;

  @Field(() => [ResponsibilityRole], {
    nullable: true,
    description: 'Somebody has one of these parts; beside `unitIds` or `functionLines`: that unit has. (责任角色)',
  })
  @IsOptional()
  @ArrayMaxSize(250)
  roles?: ResponsibilityRole[] | null;

  @Field(() => [DeadlineKind], { nullable: true, description: 'Sorts of deadline. (时限类别)' })
  @IsOptional()
  @ArrayMaxSize(250)
  deadlineKinds?: DeadlineKind[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due on this day or later; leaves out tasks without a date. (截止日期不早于)' })
  @IsOptional()
  dueFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due on this day or earlier; leaves out tasks without a date. (截止日期不晚于)' })
  @IsOptional()
  dueTo?: string | null;

  @Field(() => [ObligationStatus], { nullable: true, description: 'How far the task is. (办理状态)' })
  @IsOptional()
  @ArrayMaxSize(250)
  statuses?: ObligationStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'With (true) or without (false) a measurable or dated promise. (是否有目标)' })
  @IsOptional()
  hasTarget?: boolean | null;
}

export const TaskOrderField = describeEnum('TaskOrderField', 'What tasks are sorted by. (任务排序字段)', {
  NUMBER: 'The plan, then the running number in it. (要点及顺序号)',
  DUE_ON: 'Due date; tasks without one come last. (截止日期)',
  UPDATED_AT: 'Last change. (更新时间)',
});
export type TaskOrderField = keyof typeof TaskOrderField;

@InputType({ description: 'Order of tasks. (任务排序)' })
export class TaskOrder {
  @Field(() => TaskOrderField, { description: 'Sorted by. (排序字段)' })
  field!: TaskOrderField;

  @Field(() => OrderDirection, { description: 'Direction. (方向)' })
  direction!: OrderDirection;
}
