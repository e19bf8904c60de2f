import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, listCost, Public } from '../platform/graphql';
import { StatisticsKey } from './task-statistics';

/** Figures of one group of obligations. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'Figures of one group of obligations. (一组台账责任项的统计)' })
export class ObligationStatisticsRow {
  @Public()
  @Field(() => [StatisticsKey], { description: 'What the row is about, in the order of `groupBy`. (维度取值)' })
  keys!: StatisticsKey[];

  @Public()
  @Field(() => Int, { description: 'Different tasks. (任务数)' })
  taskCount!: number;

  @Public()
  @Field(() => Int, { description: 'Obligations: pairs of a task and a unit. (责任数)' })
  obligationCount!: number;

  @Public()
  @Field(() => Int, { description: 'Different units. (单位数)' })
  unitCount!: number;

  @Public()
  @Field(() => Int, { description: 'Obligations on which reports are collected today: those that are not NOT_COLLECTED. (已归集责任数)' })
  collectedCount!: number;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Obligations that are COMPLETED; null where collectedCount is 0. (已完成责任数)',
  })
  completedCount!: number | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Obligations that are OVERDUE; null where collectedCount is 0. (逾期责任数)' })
  overdueCount!: number | null;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description: 'completedCount divided by collectedCount, 0 to 1; null where collectedCount is 0. (完成率)',
  })
  completionRate!: number | null;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description:
      'Of the obligations that are COMPLETED and have a due date (extensions granted included), the share completed on or before it, 0 to 1; null where there is no such obligation. (按时率)',
  })
  onTimeRate!: number | null;

  @Public()
  @Field({
    description:
      'Whether some of these obligations came about through a collective of which only some members are known (roster KNOWN): then there may be more units, and every figure here is of the known ones alone. (是否涉及成员未尽列的集体)',
  })
  rosterKnownOnly!: boolean;
}

/** Figures of obligations, grouped. */
@Public()
@ObjectType({
  simpleResolvers: true,
  description: 'Figures of obligations, grouped. Every figure can be recounted from `obligations` under the same filter. (台账统计)',
})
export class ObligationStatistics {
  @Public()
  @Field(() => DateTimeScalar, { description: 'When the figures were counted. (统计时间)' })
  asOf!: Date;

  @Public()
  @listCost(20, { mostSize: 1_000 })
  @Field(() => [ObligationStatisticsRow], { description: 'One row per combination of values that occurs. (各组)' })
  rows!: ObligationStatisticsRow[];

  @Public()
  @Field(() => Int, { description: 'How many rows there are, whatever `first` cut off. (总组数)' })
  totalRows!: number;
}
