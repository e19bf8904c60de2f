import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar, describeEnum, OrderDirection, textHelp } from '../../platform/graphql';
import { EvaluationOutcome, EvaluationState, EvaluatorKind } from './evaluation.enums';

@InputType({ description: 'Which evaluations; fields combine with "and", lists mean "any of" (an empty list: none). (考核评估筛选)' })
export class EvaluationFilter {
  @Field(() => [ID], { nullable: true, description: 'Of these units. (被评估单位)' })
  @IsOptional()
  @ArrayMaxSize(250)
  unitIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of units of that region or any below it: code, zone id or global id. (某区域及其下级)',
  })
  @IsOptional()
  withinRegion?: string | null;

  @Field(() => [ID], { nullable: true, description: 'By these schemes. (指标体系)' })
  @IsOptional()
  @ArrayMaxSize(250)
  schemeIds?: string[] | null;

  @Field(() => [Int], { nullable: true, description: 'By schemes of these years. (年度)' })
  @IsOptional()
  @ArrayMaxSize(250)
  years?: number[] | null;

  @Field(() => [EvaluatorKind], { nullable: true, description: 'Sorts of evaluator. (评估主体类别)' })
  @IsOptional()
  @ArrayMaxSize(250)
  evaluatorKinds?: EvaluatorKind[] | null;

  @Field(() => [EvaluationOutcome], { nullable: true, description: 'What they come to. (评估结果)' })
  @IsOptional()
  @ArrayMaxSize(250)
  outcomes?: EvaluationOutcome[] | null;

  @Field(() => [EvaluationState], { nullable: true, description: 'Where they stand. (状态)' })
  @IsOptional()
  @ArrayMaxSize(250)
  states?: EvaluationState[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Of a period that ends on this day or later. (评估期止不早于)' })
  @IsOptional()
  periodFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Of a period that ends on this day or earlier. (评估期止不晚于)' })
  @IsOptional()
  periodTo?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Changed at or after this instant. (此后更新)' })
  @IsOptional()
  updatedSince?: Date | null;
}

export const EvaluationOrderField = describeEnum('EvaluationOrderField', 'What evaluations are sorted by. (考核评估排序字段)', {
  PERIOD: 'Last day of the time that is scored. (评估期止)',
  TOTAL: 'Total; to be compared within one scheme. (总分)',
  UPDATED_AT: 'Last change. (更新时间)',
});
export type EvaluationOrderField = keyof typeof EvaluationOrderField;

@InputType({ description: 'Order of evaluations. (考核评估排序)' })
export class EvaluationOrder {
  @Field(() => EvaluationOrderField, { description: 'Sorted by. (排序字段)' })
  field!: EvaluationOrderField;

  @Field(() => OrderDirection, { description: 'Direction. (方向)' })
  direction!: OrderDirection;
}

@InputType({ description: 'Which schemes; fields combine with "and", lists mean "any of" (an empty list: none). (指标体系筛选)' })
export class EvaluationSchemeFilter {
  @Field(() => String, { nullable: true, description: `Text in the title. ${textHelp} (名称含)` })
  @IsOptional()
  text?: string | null;

  @Field(() => [Int], { nullable: true, description: 'Years. (年度)' })
  @IsOptional()
  @ArrayMaxSize(250)
  years?: number[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of that region or any below it: code, zone id or global id. (某区域及其下级)',
  })
  @IsOptional()
  withinRegion?: string | null;
}
