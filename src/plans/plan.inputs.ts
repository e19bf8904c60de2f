import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar, describeEnum, OrderDirection, textHelp } from '../platform/graphql';
import { RegionLevel } from '../regions';
import { PlanKind, PlanState } from './plan.enums';

@InputType({ description: 'Which plans; fields combine with "and", lists mean "any of" (an empty list: none). (要点筛选)' })
export class PlanFilter {
  @Field(() => String, { nullable: true, description: `Text in the title or the document number. ${textHelp} (标题或文号含)` })
  @IsOptional()
  text?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Changed at or after this instant. (此后更新)' })
  @IsOptional()
  updatedSince?: Date | null;

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

  @Field(() => [Int], { nullable: true, description: 'Years. (年度)' })
  @IsOptional()
  @ArrayMaxSize(250)
  years?: number[] | null;

  @Field(() => [PlanKind], { nullable: true, description: 'Sorts of document. (文件类别)' })
  @IsOptional()
  @ArrayMaxSize(250)
  kinds?: PlanKind[] | null;

  @Field(() => [String], { nullable: true, description: 'With a task of one of these topics, by code; those below them count too. (主题)' })
  @IsOptional()
  @ArrayMaxSize(250)
  topicCodes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Issued by these units. (发文机关)' })
  @IsOptional()
  @ArrayMaxSize(250)
  issuingUnitIds?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Issued on this day or later. (成文日期不早于)' })
  @IsOptional()
  issuedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Issued on this day or earlier. (成文日期不晚于)' })
  @IsOptional()
  issuedTo?: string | null;

  @Field(() => [PlanState], { nullable: true, description: 'Where they stand in their life. (状态)' })
  @IsOptional()
  @ArrayMaxSize(250)
  states?: PlanState[] | null;
}

export const PlanOrderField = describeEnum('PlanOrderField', 'What plans are sorted by. (要点排序字段)', {
  REGION: 'Code of the issuing region, then the year. (发文区域)',
  YEAR: 'Year; plans without one come last. (年度)',
  ISSUED_ON: 'Day of issue; plans without one come last. (成文日期)',
  UPDATED_AT: 'Last change. (更新时间)',
});
export type PlanOrderField = keyof typeof PlanOrderField;

@InputType({ description: 'Order of plans. (要点排序)' })
export class PlanOrder {
  @Field(() => PlanOrderField, { description: 'Sorted by. (排序字段)' })
  field!: PlanOrderField;

  @Field(() => OrderDirection, { description: 'Direction. (方向)' })
  direction!: OrderDirection;
}
