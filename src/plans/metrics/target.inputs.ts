import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { describeEnum, OrderDirection, textHelp } from '../../platform/graphql';
import { RegionLevel } from '../../regions';
import { Comparator, Period } from '../plan.enums';

@InputType({ description: 'Which promises; lists mean "any of" (an empty list: none), different fields combine with "and". (目标筛选)' })
export class TargetFilter {
  @Field(() => String, { nullable: true, description: `Text in the printed words of the promise. ${textHelp} (原文含)` })
  @IsOptional()
  text?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of metrics, as in `metrics`. (可比指标)' })
  @IsOptional()
  @ArrayMaxSize(250)
  metricCodes?: string[] | null;

  @Field(() => [Comparator], { nullable: true, description: 'How the value is to be compared. (比较)' })
  @IsOptional()
  @ArrayMaxSize(250)
  comparators?: Comparator[] | null;

  @Field(() => [Period], { nullable: true, description: 'Periods in which it is owed. (周期)' })
  @IsOptional()
  @ArrayMaxSize(250)
  periods?: Period[] | null;

  @Field(() => [String], { nullable: true, description: 'Units, each in its one form, as in `Target.comparableUnit`. (单位)' })
  @IsOptional()
  @ArrayMaxSize(250)
  comparableUnits?: string[] | null;

  @Field(() => Float, {
    nullable: true,
    description: '`comparableValue` is this or more; leaves out promises without a number. (数值不小于)',
  })
  @IsOptional()
  valueFrom?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: '`comparableValue` is this or less; leaves out promises without a number. (数值不大于)',
  })
  @IsOptional()
  valueTo?: number | null;

  @Field(() => [ID], { nullable: true, description: 'Of tasks of these plans. (所属要点)' })
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

  @Field(() => [String], { nullable: true, description: 'Codes of topics of the task; those below them count too. (主题)' })
  @IsOptional()
  @ArrayMaxSize(250)
  topicCodes?: string[] | null;
}

export const TargetOrderField = describeEnum('TargetOrderField', 'What promises are sorted by. (目标排序字段)', {
  VALUE: '`comparableValue`; promises without a number come last. (数值)',
  TASK: 'The plan, the running number of the task in it, the place in the task. (所属任务)',
});
export type TargetOrderField = keyof typeof TargetOrderField;

@InputType({ description: 'Order of promises. (目标排序)' })
export class TargetOrder {
  @Field(() => TargetOrderField, { description: 'Sorted by. (排序字段)' })
  field!: TargetOrderField;

  @Field(() => OrderDirection, { description: 'Direction. (方向)' })
  direction!: OrderDirection;
}
