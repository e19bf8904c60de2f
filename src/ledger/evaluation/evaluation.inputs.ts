import { ArrayMaxSize, ArrayMinSize, IsNotEmpty, IsOptional, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput, DateScalar, DecimalScalar } from '../../platform/graphql';
import { EvaluatorKind, ScoringMethod } from './evaluation.enums';
import type { ScoringMethod as Method } from './indicator-tree';

@InputType({ description: 'One indicator of a scheme. (考核指标)' })
export class IndicatorInput {
  @Field({ description: 'Code, unique in its scheme: up to 20 letters, digits, points and dashes. (指标代码)' })
  @Matches(/^[0-9A-Za-z.-]{1,20}$/)
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the indicator above it, which stands before it; omitted at the top. (上级指标代码)',
  })
  @IsOptional()
  parentCode?: string | null;

  @Field({ description: 'What it asks; at most 500 characters. (指标内容)' })
  @IsNotEmpty()
  @MaxLength(500)
  title!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Where the method is WEIGHTED: hundredths of its parent; those below one parent make up exactly 100. (权重)',
  })
  @IsOptional()
  weight?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Where the method is POINTS: full marks of an indicator with none below it. (分值)',
  })
  @IsOptional()
  points?: string | null;

  @Field({ defaultValue: false, description: 'Whether it is a veto item, at the top level. (是否单项否决项)' })
  veto!: boolean;
}

@InputType({ description: 'A scheme of indicators to be written down. (制定指标体系)' })
export class DefineEvaluationSchemeInput extends CommandInput {
  @Field({ description: 'Region that evaluates by it: code or zone id. (区域代码)' })
  regionCode!: string;

  @Field({ description: 'Title, unique in its region and year; at most 200 characters. (名称)' })
  @IsNotEmpty()
  @MaxLength(200)
  title!: string;

  @Field(() => Int, { description: 'Year whose work it scores. (年度)' })
  @Min(1949)
  @Max(2200)
  year!: number;

  @Field(() => ScoringMethod, { description: 'How it is scored. (计分方法)' })
  method!: Method;

  @Field(() => [IndicatorInput], { description: 'Its indicators, parents before their children; 1 to 250. (指标)' })
  @ArrayMinSize(1)
  @ArrayMaxSize(250)
  @ValidateNested({ each: true })
  indicators!: IndicatorInput[];
}

@InputType({ description: 'An evaluation to be taken away from the public. (撤回考核评估)' })
export class WithdrawEvaluationInput extends CommandInput {
  @Field(() => ID, { description: 'The evaluation. (考核评估)' })
  evaluationId!: string;

  @Field({ description: 'Why; the public reads it. At most 2,000 characters. (理由，对外公开)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}

@InputType({ description: 'What is taken off the full marks of an indicator. (扣分)' })
export class DeductionInput {
  @Field(() => DecimalScalar, { description: 'How much. (扣分值)' })
  points!: string;

  @Field({ description: 'Why; at most 1,000 characters. (扣分原因)' })
  @IsNotEmpty()
  @MaxLength(1_000)
  reason!: string;
}

@InputType({ description: 'The score of an indicator with none below it: `score` or `deductions`, one of them. (指标得分)' })
export class LeafScoreInput {
  @Field({ description: 'Code of the indicator. (指标代码)' })
  code!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Its score, at most its full marks. (得分)' })
  @IsOptional()
  score?: string | null;

  @Field(() => [DeductionInput], {
    nullable: true,
    description: 'What is taken off its full marks, which never go below zero; an empty list: nothing. (扣分)',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  deductions?: DeductionInput[] | null;

  @Field({ description: 'On what it rests; at most 2,000 characters. (佐证)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  evidence!: string;
}

@InputType({ description: 'A veto item that was met. (触发单项否决)' })
export class VetoHitInput {
  @Field({ description: 'Code of the veto item. (指标代码)' })
  code!: string;

  @Field({ description: 'On what it rests; at most 2,000 characters. (佐证)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  evidence!: string;
}

@InputType({ description: 'The score of a unit, to be recorded. (录入考核评估)' })
export class RecordEvaluationInput extends CommandInput {
  @Field(() => ID, { description: 'The scheme. (指标体系)' })
  schemeId!: string;

  @Field(() => ID, { description: 'The unit that is scored. (被评估单位)' })
  unitId!: string;

  @Field(() => DateScalar, { description: 'First day of the time that is scored. (评估期起)' })
  periodStart!: string;

  @Field(() => DateScalar, { description: 'Last day of the time that is scored. (评估期止)' })
  periodEnd!: string;

  @Field(() => EvaluatorKind, { description: 'Sort of evaluator. (评估主体类别)' })
  evaluatorKind!: EvaluatorKind;

  @Field({ description: 'The evaluating body; at most 200 characters. (评估机构)' })
  @IsNotEmpty()
  @MaxLength(200)
  evaluator!: string;

  @Field(() => [LeafScoreInput], { description: 'Every indicator with none below it, each once. (指标得分)' })
  @ArrayMaxSize(250)
  @ValidateNested({ each: true })
  scores!: LeafScoreInput[];

  @Field(() => [VetoHitInput], { defaultValue: [], description: 'Veto items that were met; usually none. (触发的单项否决项)' })
  @ArrayMaxSize(250)
  @ValidateNested({ each: true })
  vetoes!: VetoHitInput[];

  @Field(() => String, { nullable: true, description: 'What the evaluator adds; at most 4,000 characters. (评估意见)' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(4_000)
  remark?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The version that this one corrects, of the same scheme, unit, period and evaluator; it stays public until this one has passed its review. (更正的版本)',
  })
  @IsOptional()
  correctsId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is corrected; at most 2,000 characters; needed with `correctsId`. (更正理由)',
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2_000)
  correctionReason?: string | null;
}
