import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, listCost, Node, Public } from '../platform/graphql';
import { TaskDimension } from './statistics.inputs';

/** A value of a dimension; what needs the record behind it is read only when it is asked for. */
export interface KeyValue {
  key(): string | Promise<string>;
  label(): string | Promise<string>;
  node(): object | null | Promise<object | null>;
}

/** What a row of figures is about in one dimension. */
@Public()
@ObjectType({ description: 'What a row of figures is about in one dimension. (维度取值)' })
export class StatisticsKey {
  @Public()
  @Field(() => TaskDimension, { description: 'The dimension. (维度)' })
  dimension: TaskDimension;

  constructor(
    dimension: TaskDimension,
    private readonly value: KeyValue | null,
  ) {
    this.dimension = dimension;
  }

  @Public()
  @Field(() => String, {
    nullable: true,
    description:
      'The value: a code, a year, a month `2023-08`, an enum value or a global id; null for tasks without one, such as those that have no due date. (取值)',
  })
  get key(): string | null | Promise<string> {
    return this.value && this.value.key();
  }

  @Public()
  @Field(() => String, { description: 'The value for people, in Chinese. (名称)' })
  get label(): string | Promise<string> {
    return this.value ? this.value.label() : '无';
  }

  @Public()
  @Field(() => Node, {
    nullable: true,
    description: 'The record behind the value: region, plan, category, topic or unit; null for other dimensions. (对应记录)',
  })
  get node(): object | null | Promise<object | null> {
    return this.value && this.value.node();
  }
}

/** Figures of one group of tasks. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'Figures of one group of tasks. (一组任务的统计)' })
export class TaskStatisticsRow {
  @Public()
  @Field(() => [StatisticsKey], { description: 'What the row is about, in the order of `groupBy`. (维度取值)' })
  keys!: StatisticsKey[];

  @Public()
  @Field(() => Int, { description: 'Different tasks. (任务数)' })
  taskCount!: number;

  @Public()
  @Field(() => Int, {
    description:
      'Pairs of a task and a unit to which it falls, named or as a known member of a collective; a lower bound where a roster is only KNOWN. (责任数)',
  })
  obligationCount!: number;

  @Public()
  @Field(() => Int, { description: 'Different units in those pairs. (单位数)' })
  unitCount!: number;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Pairs reported complete; null where no reports are collected for any of them. (已完成责任数)',
  })
  completedCount!: number | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Pairs whose date has passed without completion; null where no reports are collected for any of them. (逾期责任数)',
  })
  overdueCount!: number | null;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description: 'completedCount divided by the pairs for which reports are collected, 0 to 1; null where there is no such pair. (完成率)',
  })
  completionRate!: number | null;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description:
      'Of the pairs that are complete and have a due date (extensions granted included), the share completed on or before it, 0 to 1; null where there is no such pair. (按时率)',
  })
  onTimeRate!: number | null;
}

/** Figures of tasks, grouped. */
@Public()
@ObjectType({
  simpleResolvers: true,
  description: 'Figures of tasks, grouped. Every figure can be recounted from the tasks of the same filter. (任务统计)',
})
export class TaskStatistics {
  @Public()
  @Field(() => DateTimeScalar, { description: 'When the figures were counted. (统计时间)' })
  asOf!: Date;

  @Public()
  @listCost(20, { mostSize: 1_000 })
  @Field(() => [TaskStatisticsRow], { description: 'One row per combination of values that occurs. (各组)' })
  rows!: TaskStatisticsRow[];

  @Public()
  @Field(() => Int, { description: 'How many rows there are, whatever `first` cut off. (总组数)' })
  totalRows!: number;
}
