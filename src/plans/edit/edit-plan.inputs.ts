import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql';
import { PlanKind } from '../plan.enums';
import { CorrectionInput } from './edit-task.inputs';

@InputType({ description: 'A document on which a plan bases itself: a title, a number, or both. (依据文件)' })
export class BasisInput {
  @Field(() => String, { nullable: true, description: 'Title as cited. (标题)' })
  @IsOptional()
  @MaxLength(500)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Document number as cited. (发文字号)' })
  @IsOptional()
  @MaxLength(100)
  documentNumber?: string | null;
}

@InputType({ description: 'Corrects what was read of a plan itself. What is left out stays as it is, null takes away. (更正要点)' })
export class EditPlanInput extends CorrectionInput {
  @Field(() => ID, { description: 'The plan. (要点标识)' })
  planId!: string;

  @Field(() => Int, { description: 'Its `version` as it was read; CONFLICT where it has changed since. (所读版本)' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Title as printed. (标题)' })
  @IsOptional()
  @MaxLength(500)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Document number; no other plan may bear it. (发文字号)' })
  @IsOptional()
  @MaxLength(100)
  documentNumber?: string | null;

  @Field(() => PlanKind, { nullable: true, description: 'Sort of document. (文件类别)' })
  kind?: PlanKind | null;

  @Field(() => ID, { nullable: true, description: 'The issuing unit. (发文机关)' })
  issuingUnitId?: string | null;

  @Field(() => String, { nullable: true, description: 'Issuing body as printed. (发文机关原文)' })
  @IsOptional()
  @MaxLength(500)
  issuerText?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year whose work it sets. (年度)' })
  @IsOptional()
  @Min(1949)
  @Max(2200)
  year?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of issue. (成文日期)' })
  issuedOn?: string | null;

  @Field(() => [String], { nullable: true, description: 'All remarks on the whole table. (备注)' })
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(5_000, { each: true })
  remarks?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Disclosure attribute as printed. (公开属性)' })
  @IsOptional()
  @MaxLength(500)
  disclosure?: string | null;

  @Field(() => [BasisInput], { nullable: true, description: 'All documents on which it bases itself, in order. (依据文件)' })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested()
  basis?: BasisInput[] | null;
}
