import { Field, InputType } from 'type-graphql';
import { describeEnum, OrderDirection } from '../platform/graphql';

export const TaskDimension = describeEnum('TaskDimension', 'By what tasks are grouped. (分组维度)', {
  REGION: 'Issuing region. (发文区域)',
  LEVEL: 'Level of the issuing region. (发文层级)',
  YEAR: 'Year of the plan. (年度)',
  PLAN: 'Plan. (要点)',
  CATEGORY: 'Lowest category in which the task stands. (工作任务分类)',
  TOPIC: 'Topic; a task with several counts under each. (主题)',
  UNIT: 'Unit to which the task falls; a task counts under each. (责任单位)',
  FUNCTION_LINE: 'Function line of a unit to which the task falls; a task counts under each. (条线)',
  ROLE: 'Part that a body or a collective has in the task; a task counts under each. (责任角色)',
  DEADLINE_KIND: 'Sort of deadline. (时限类别)',
  DUE_MONTH: 'Month of the due date. (截止月份)',
  STATUS: 'How far the task is. (办理状态)',
});
export type TaskDimension = keyof typeof TaskDimension;

export const StatisticsOrderField = describeEnum('StatisticsOrderField', 'What rows of figures are sorted by. (统计排序字段)', {
  KEY: 'The keys, in the order of `groupBy`; global ids in the order in which their records came. (维度取值)',
  TASK_COUNT: 'Number of tasks; equal ones by their keys. (任务数)',
  OBLIGATION_COUNT: 'Number of pairs of task and unit; equal ones by their keys. (责任数)',
  UNIT_COUNT: 'Number of units; equal ones by their keys. (单位数)',
});
export type StatisticsOrderField = keyof typeof StatisticsOrderField;

@InputType({ description: 'Order of rows of figures. (统计排序)' })
export class StatisticsOrder {
  @Field(() => StatisticsOrderField, { description: 'Sorted by. (排序字段)' })
  field!: StatisticsOrderField;

  @Field(() => OrderDirection, { description: 'Direction. (方向)' })
  direction!: OrderDirection;
}
