import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { describeEnum, OrderDirection, textHelp } from '../platform/graphql';
import { UnitKind } from './unit.enums';

@InputType({ description: 'Which units; fields combine with "and", lists mean "any of" (an empty list: none). (单位筛选)' })
export class UnitFilter {
  @Field(() => String, { nullable: true, description: `Text in the name or an alias. ${textHelp} (名称含)` })
  @IsOptional()
  text?: string | null;

  @Field(() => [String], { nullable: true, description: 'Units of these regions themselves: codes, zone ids or global ids. (所在区域)' })
  @IsOptional()
  @ArrayMaxSize(250)
  regionCodes?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Units of that region and of all below it: code, zone id or global id. (某区域及其下级)',
  })
  @IsOptional()
  withinRegion?: string | null;

  @Field(() => [UnitKind], { nullable: true, description: 'Sorts of organisation. (类别)' })
  @IsOptional()
  @ArrayMaxSize(250)
  kinds?: UnitKind[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of function lines. (条线)' })
  @IsOptional()
  @ArrayMaxSize(250)
  functionLines?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Members of these collectives. (集体成员)' })
  @IsOptional()
  @ArrayMaxSize(250)
  unitGroupIds?: string[] | null;
}

export const UnitOrderField = describeEnum('UnitOrderField', 'What units are sorted by. (单位排序字段)', {
  NAME: "Name, in the database's Chinese order: by pinyin in the embedded one. (名称)",
  REGION: "Code of the unit's region, then name. (区域)",
  UPDATED_AT: 'Last change. (更新时间)',
});
export type UnitOrderField = keyof typeof UnitOrderField;

@InputType({ description: 'Order of units. (单位排序)' })
export class UnitOrder {
  @Field(() => UnitOrderField, { description: 'Sorted by. (排序字段)' })
  field!: UnitOrderField;

  @Field(() => OrderDirection, { description: 'Direction. (方向)' })
  direction!: OrderDirection;
}
