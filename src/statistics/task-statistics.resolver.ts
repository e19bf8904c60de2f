import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { raw } from '../platform/database';
import { Public, type RequestContext } from '../platform/graphql';
import { Plan, TaskFilter } from '../plans';
import { Region } from '../regions';
import { Unit } from '../units';
import { StatisticsOrder, TaskDimension } from './statistics.inputs';
import { TaskStatistics } from './task-statistics';
import { taskStatistics, taskStatisticsBelow, type StatisticsRequest, type StatisticsScope } from './task-statistics.read-model';

const ofPlan: StatisticsScope = { name: 'Plan', tasks: raw('f.plan_id = parent.key') };

const ofRegion: StatisticsScope = {
  name: 'Region',
  tasks: raw(`f.region_path like (select path from region where id = parent.key) || '%'`),
};

const ofUnit: StatisticsScope = {
  name: 'Unit',
  tasks: raw('exists (select from obligation own where own.task_id = f.task_id and own.unit_id = parent.key and own.ended_on is null)'),
  units: raw('tu.unit_id = parent.key'),
};

@ArgsType()
class StatisticsArgs {
  @Field(() => TaskFilter, { nullable: true, description: 'Which tasks; all where omitted. (筛选)' })
  @IsOptional()
  @ValidateNested()
  filterBy?: TaskFilter | null;

  @Field(() => [TaskDimension], { description: 'Up to three dimensions; an empty list gives one row over all tasks. (分组维度)' })
  @ArrayMaxSize(250)
  groupBy!: TaskDimension[];

  @Field(() => StatisticsOrder, { nullable: true, description: 'Order of the rows; by their values where omitted. (排序)' })
  orderBy?: StatisticsOrder | null;

  @Field(() => Int, { nullable: true, description: 'At most so many rows, 1 to 1000; 1000 where omitted. (最多行数)' })
  first?: number | null;
}

@Resolver()
export class TaskStatisticsResolver {
  @Public()
  @Query(() => TaskStatistics, { description: 'Figures of tasks, grouped by up to three dimensions. (任务统计)' })
  taskStatistics(@Ctx() context: RequestContext, @Args(() => StatisticsArgs) args: StatisticsArgs): Promise<TaskStatistics> {
    return taskStatistics(context, requestOf(args));
  }
}

@Resolver(() => Plan)
export class PlanStatisticsResolver {
  @Public()
  @FieldResolver(() => TaskStatistics, { description: 'Figures of the tasks of this plan. (本要点任务统计)' })
  statistics(
    @Root() plan: Plan,
    @Ctx() context: RequestContext,
    @Args(() => StatisticsArgs) args: StatisticsArgs,
  ): Promise<TaskStatistics> {
    return taskStatisticsBelow(context, plan.id, ofPlan, requestOf(args));
  }
}

@Resolver(() => Region)
export class RegionStatisticsResolver {
  @Public()
  @FieldResolver(() => TaskStatistics, {
    description: 'Figures of the tasks issued by this region and all below it. (本区域及下级任务统计)',
  })
  statistics(
    @Root() region: Region,
    @Ctx() context: RequestContext,
    @Args(() => StatisticsArgs) args: StatisticsArgs,
  ): Promise<TaskStatistics> {
    return taskStatisticsBelow(context, region.id, ofRegion, requestOf(args));
  }
}

@Resolver(() => Unit)
export class UnitStatisticsResolver {
  @Public()
  @FieldResolver(() => TaskStatistics, {
    description: 'Figures of the tasks that fall to this unit, and of this unit in them. (本单位任务统计)',
  })
  statistics(
    @Root() unit: Unit,
    @Ctx() context: RequestContext,
    @Args(() => StatisticsArgs) args: StatisticsArgs,
  ): Promise<TaskStatistics> {
    return taskStatisticsBelow(context, unit.id, ofUnit, requestOf(args));
  }
}

function requestOf({ filterBy, groupBy, orderBy, first }: StatisticsArgs): StatisticsRequest {
  return { filter: filterBy ?? null, groupBy, order: orderBy ?? null, first: first ?? null };
}
