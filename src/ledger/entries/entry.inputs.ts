import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { CommandInput, DateScalar } from '../../platform/graphql';
import { periodHelp } from '../period';
import { ReportStatus } from './ledger-entry';

@InputType({ description: 'A value for a target of the task. (目标实际值)' })
export class MeasureInput {
  @Field(() => ID, { description: 'A target of the task. (目标标识)' })
  targetId!: string;

  @Field(() => Float, { description: "The value, in the target's unit. (实际值)" })
  value!: number;
}

@InputType({ description: 'A link that proves what is reported. (佐证)' })
export class EvidenceInput {
  @Field({ description: 'Address, http or https, without a user name or password; at most 2,000 characters. (链接)' })
  @MaxLength(2_000)
  url!: string;

  @Field({ description: 'What is found there; at most 200 characters. (名称)' })
  @MaxLength(200)
  title!: string;
}

/** What a report says; the same by whatever road it comes. */
@InputType({ description: 'What a report says. (填报内容)' })
export abstract class ReportInput extends CommandInput {
  @Field({ description: `Period that is reported about. ${periodHelp}. (填报期)` })
  period!: string;

  @Field(() => ReportStatus, { description: 'How far the duty is. (进展状态)' })
  status!: ReportStatus;

  @Field(() => Int, {
    nullable: true,
    description: 'Share done, 0 to 100; of what is complete it can only be 100, which is taken where it is left out. (完成率)',
  })
  @IsOptional()
  @Min(0)
  @Max(100)
  percentage?: number | null;

  @Field({ description: 'What was done; at most 4,000 characters. (进展情况)' })
  @MaxLength(4_000)
  narrative!: string;

  @Field(() => [MeasureInput], { defaultValue: [], description: 'Values for targets of the task, one each. (目标实际值)' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  measures!: MeasureInput[];

  @Field(() => [EvidenceInput], { defaultValue: [], description: 'Links that prove it, at most 20. (佐证材料)' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  evidence!: EvidenceInput[];

  @Field(() => String, { nullable: true, description: 'What stands in the way; at most 2,000 characters. (存在问题)' })
  @IsOptional()
  @MaxLength(2_000)
  problems?: string | null;

  @Field(() => String, { nullable: true, description: 'What comes next; at most 2,000 characters. (下一步)' })
  @IsOptional()
  @MaxLength(2_000)
  nextStep?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was complete, today at the latest; today where it is left out. Only with COMPLETED. (完成日期)',
  })
  completedOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Times done in the period, for a RECURRING duty; one where it is complete and this is left out. (完成次数)',
  })
  @IsOptional()
  @Min(0)
  @Max(100_000)
  times?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'For a RECURRING duty: the occurrence reported on, by its day in the plan; where it is left out, the one of that period, else the one in whose time the period ends. (所报周期截止日)',
  })
  occurrenceDueOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'For a RELATIVE deadline: the day of the event from which it is counted, today at the latest. (起算事项发生日)',
  })
  triggeredOn?: string | null;
}

@InputType({ description: 'A report on an obligation. (填报进展)' })
export class ReportProgressInput extends ReportInput {
  @Field(() => ID, { description: 'The obligation, of a unit for which the caller reports. (责任项标识)' })
  obligationId!: string;
}
