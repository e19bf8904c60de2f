import { IsNotEmpty, IsOptional, MaxLength, Min } from 'class-validator';
import { Field, Float, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql';
import { Comparator, DatePrecision, DayCount, DeadlineKind, Period } from '../plan.enums';

const fitHelp = 'What does not belong to the kind is empty.';

@InputType({
  description: `A deadline as a person reads it; what is left out stays as it is, null takes away. ${fitHelp} (更正完成时限)`,
})
export class DeadlineCorrectionInput {
  @Field(() => DeadlineKind, { nullable: true, description: 'Sort of deadline. (时限类别)' })
  kind?: DeadlineKind | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, for BY_DATE; the last of its period where `precision` is no day. (截止日期)',
  })
  dueOn?: string | null;

  @Field(() => DatePrecision, {
    nullable: true,
    description: 'How exactly the date is printed, for BY_DATE; DAY where left out. (日期精度)',
  })
  precision?: DatePrecision | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the duty goes on after the date, for BY_DATE. (到期后是否长期坚持)' })
  thenOngoing?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'RFC 5545 recurrence rule, for RECURRING, such as FREQ=MONTHLY;INTERVAL=3. (重复规则)',
  })
  @IsOptional()
  @MaxLength(200)
  rrule?: string | null;

  @Field(() => Int, { nullable: true, description: 'Times owed per period, for RECURRING. (每周期次数)' })
  @IsOptional()
  @Min(1)
  quota?: number | null;

  @Field(() => String, { nullable: true, description: 'The event from which to count, for RELATIVE. (起算事项)' })
  @IsOptional()
  @MaxLength(2_000)
  trigger?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 8601 duration after the event, for RELATIVE, such as P20D. (期限)' })
  @IsOptional()
  @MaxLength(50)
  duration?: string | null;

  @Field(() => DayCount, { nullable: true, description: 'Which days the duration counts; CALENDAR where left out. (计日方式)' })
  dayCount?: DayCount | null;
}

@InputType({ description: 'A deadline of a new task: its printed words and their reading. (完成时限)' })
export class DeadlineInput extends DeadlineCorrectionInput {
  @Field(() => String, { nullable: true, description: 'The printed words; null where the document gives none. (原文)' })
  @IsOptional()
  @MaxLength(2_000)
  text?: string | null;
}

@InputType({ description: 'A measurable or dated promise; a value or a date it must have. (量化或限时目标)' })
export class TargetInput {
  @Field(() => String, { nullable: true, description: 'What is measured. (指标)' })
  @IsOptional()
  @MaxLength(2_000)
  metric?: string | null;

  @Field(() => Comparator, { nullable: true, description: 'How to compare; null for a promise that is only dated. (比较)' })
  comparator?: Comparator | null;

  @Field(() => Float, { nullable: true, description: 'The number, in `unit`. (数值)' })
  value?: number | null;

  @Field(() => String, { nullable: true, description: 'Unit of the number as printed: %, 种, 次 … (单位)' })
  @IsOptional()
  @MaxLength(50)
  unit?: string | null;

  @Field(() => Period, { nullable: true, description: 'Period in which it is owed. (周期)' })
  period?: Period | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is promised. (承诺日期)' })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: "Who owes it, where it is not the task's responsible bodies. (承担者)" })
  @IsOptional()
  @MaxLength(2_000)
  actor?: string | null;

  @Field(() => String, { nullable: true, description: 'The printed words; needed for a new one. (原文)' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2_000)
  phrase?: string | null;
}

@InputType({ description: 'One target of a task at its place; what is left out stays as it is, null takes away. (更正一个目标)' })
export class TargetCorrectionInput extends TargetInput {
  @Field(() => Int, { description: 'Its place, from 1; one more than there are adds one. (顺序)' })
  @Min(1)
  position!: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Takes it out. (删除)' })
  remove!: boolean;
}
