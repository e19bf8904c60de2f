import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { describeEnum, OrderDirection, textHelp } from '../platform/graphql';
import { RegionKind, RegionLevel } from './region.enums';

@InputType({ description: 'Which regions; fields combine with "and", lists mean "any of" (an empty list: none). (区域筛选)' })
export class RegionFilter {
  @Field(() => String, { nullable: true, description: `Text in the name or an alias. ${textHelp} (名称含)` })
  @IsOptional()
  text?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes, zone ids or global ids. (区划代码)' })
  @IsOptional()
  @ArrayMaxSize(250)
  codes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'That region and all below it: code, zone id or global id. (某区域及其下级)' })
  @IsOptional()
  withinRegion?: string | null;

  @Field(() => String, { nullable: true, description: 'Regions directly below this one: code, zone id or global id. (上级区域)' })
  @IsOptional()
  parent?: string | null;

  @Field(() => [RegionLevel], { nullable: true, description: 'Levels. (层级)' })
  @IsOptional()
  @ArrayMaxSize(250)
  levels?: RegionLevel[] | null;

  @Field(() => [RegionKind], { nullable: true, description: 'Division or zone. (类别)' })
  @IsOptional()
  @ArrayMaxSize(250)
  kinds?: RegionKind[] | null;
}

export const RegionOrderField = describeEnum('RegionOrderField', 'What regions are sorted by. (区域排序字段)', {
  CODE: 'Code; zones by their stable id, after the divisions. (代码)',
  NAME: "Name, in the database's Chinese order: by pinyin in the embedded one. (名称)",
  LEVEL: 'Level from the nation down, then code. (层级)',
});
export type RegionOrderField = keyof typeof RegionOrderField;

@InputType({ description: 'Order of regions. (区域排序)' })
export class RegionOrder {
  @Field(() => RegionOrderField, { description: 'Sorted by. (排序字段)' })
  field!: RegionOrderField;

  @Field(() => OrderDirection, { description: 'Direction. (方向)' })
  direction!: OrderDirection;
}
