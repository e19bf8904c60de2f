import { ArrayMaxSize, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput } from '../../platform/graphql';

@InputType({ description: 'A summary to be issued: of a unit or of a region, one of them. (发布台账汇总)' })
export class IssueSummaryInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: 'The unit. (单位)' })
  @IsOptional()
  unitId?: string | null;

  @Field(() => String, { nullable: true, description: 'The region, with all units of it and below it: code or zone id. (区域代码)' })
  @IsOptional()
  regionCode?: string | null;

  @Field({ description: 'The period, which must be over: a year `2023`, half-year `2023-H1` or quarter `2023-Q3`. (汇总期)' })
  period!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is issued again, where there is one of this period already; shown to the public; at most 2,000 characters. (重新汇总理由)',
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({ description: 'Which summaries; fields combine with "and", lists mean "any of" (an empty list: none). (台账汇总筛选)' })
export class LedgerSummaryFilter {
  @Field(() => [ID], { nullable: true, description: 'Of these units. (单位)' })
  @IsOptional()
  @ArrayMaxSize(250)
  unitIds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Of these regions as a whole, not of their units: codes, zone ids or global ids. (区域)',
  })
  @IsOptional()
  @ArrayMaxSize(250)
  regionCodes?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of that region or any below it, and of their units: code, zone id or global id. (某区域及其下级)',
  })
  @IsOptional()
  withinRegion?: string | null;

  @Field(() => [Int], { nullable: true, description: 'Of periods in these years. (年度)' })
  @IsOptional()
  @ArrayMaxSize(250)
  years?: number[] | null;

  @Field(() => [String], { nullable: true, description: 'Of these periods, such as `2023-Q3`. (汇总期)' })
  @IsOptional()
  @ArrayMaxSize(250)
  periods?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only the latest version of each. (仅最新版本)' })
  @IsOptional()
  latest?: boolean | null;
}
