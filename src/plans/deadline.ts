import { Field, Int, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { DateScalar, Public } from '../platform/graphql';
import { DatePrecision, DayCount, DeadlineKind } from './plan.enums';

/** When a task is due: the printed words and what was read from them. */
@Public()
@ObjectType({ description: 'When a task is due: the printed words and what was read from them. (完成时限)' })
export class Deadline {
  @Public()
  @Field(() => String, { nullable: true, description: 'The printed words; null where the document gives none. (原文)' })
  @Column('text', { name: 'deadline_text', nullable: true })
  text!: string | null;

  @Public()
  @Field(() => DeadlineKind, { description: 'Sort of deadline. (时限类别)' })
  @Column('text', { name: 'deadline_kind' })
  kind!: DeadlineKind;

  @Public()
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, for BY_DATE; null for every other kind, and where a date lacks a year that nothing supplies. (截止日期)',
  })
  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Public()
  @Field(() => DatePrecision, { nullable: true, description: 'How exactly the date is printed; null without a date. (日期精度)' })
  @Column('text', { name: 'due_precision', nullable: true })
  precision!: DatePrecision | null;

  @Public()
  @Field({ description: 'Whether the duty goes on after the date, as in 2022年6月并长期坚持. (到期后是否长期坚持)' })
  @Column('boolean', { name: 'then_ongoing' })
  thenOngoing!: boolean;

  @Public()
  @Field(() => String, { nullable: true, description: 'RFC 5545 recurrence rule, for RECURRING; null otherwise. (重复规则)' })
  @Column('text', { nullable: true })
  rrule!: string | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Times owed per period, for RECURRING; null where no number is printed. (每周期次数)' })
  @Column('integer', { nullable: true })
  quota!: number | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'The event from which to count, for RELATIVE; null otherwise. (起算事项)' })
  @Column('text', { name: 'deadline_trigger', nullable: true })
  trigger!: string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'ISO 8601 duration after the event, for RELATIVE; null where none is printed. (期限)',
  })
  @Column('text', { nullable: true })
  duration!: string | null;

  @Public()
  @Field(() => DayCount, { nullable: true, description: 'Which days the duration counts; null without one. (计日方式)' })
  @Column('text', { name: 'day_count', nullable: true })
  dayCount!: DayCount | null;

  @Public()
  @Field({ description: 'Name of the rule that read it. (读取规则)' })
  @Column('text', { name: 'deadline_rule' })
  rule!: string;
}

/** What a task has where nothing says by when. */
export const noDeadline: Readonly<Deadline> = {
  text: null,
  kind: 'NONE',
  dueOn: null,
  precision: null,
  thenOngoing: false,
  rrule: null,
  quota: null,
  trigger: null,
  duration: null,
  dayCount: null,
  rule: 'none',
};
