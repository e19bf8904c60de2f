import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { badUserInput, listCost, Public, type RequestContext } from '../../platform/graphql';
import { Plan, planByKey, Task, taskByKey } from '../../plans';
import { Region, regionByKey, RegionLevel } from '../../regions';
import { coverageOf } from './coverage.read-model';
import { CoverageState, PlanCoverage, RegionCoverage, TaskCoverage, TaskRegionCoverage } from './plan-coverage';

/** With more regions than these, task by task and region by region is a table that nobody reads and everybody waits for. */
const MOST_REGIONS = 400;

@ArgsType()
class TaskRegionArgs {
  @Field(() => [CoverageState], { nullable: true, description: 'In these states alone; all where omitted. (承接情况)' })
  @IsOptional()
  @ArrayMaxSize(10)
  states?: CoverageState[] | null;
}

@Resolver(() => Plan)
export class PlanCoverageResolver {
  @Public()
  @FieldResolver(() => PlanCoverage, {
    description: 'What became of it below: which regions took over which tasks, as far as their plans are held. (下级承接情况)',
  })
  coverage(
    @Root() plan: Plan,
    @Ctx() context: RequestContext,
    @Arg('level', () => RegionLevel, {
      nullable: true,
      description: 'Level of the regions, several steps down if need be; that of the divisions directly below where omitted. (层级)',
    })
    level: RegionLevel | null,
  ): Promise<PlanCoverage> {
    return coverageOf(context, plan.id, level ?? null);
  }
}

@Resolver(() => PlanCoverage)
export class CoverageListsResolver {
  @Public()
  @listCost(25)
  @FieldResolver(() => [RegionCoverage], { description: 'Region by region, by their codes. (各区域)' })
  regions(@Root() { regions }: PlanCoverage): RegionCoverage[] {
    return regions;
  }

  @Public()
  @listCost(60)
  @FieldResolver(() => [TaskCoverage], { description: 'Task by task, in the order of the plan; empty where there is no region. (各任务)' })
  tasks(@Root() { tasks }: PlanCoverage): TaskCoverage[] {
    return tasks;
  }
}

@Resolver(() => RegionCoverage)
export class RegionCoverageResolver {
  @Public()
  @FieldResolver(() => Region, { description: 'The region. (区域)' })
  region(@Root() { regionId }: RegionCoverage, @Ctx() context: RequestContext): Promise<Region | null> {
    return regionByKey(context).load(regionId);
  }

  @Public()
  @listCost(1)
  @FieldResolver(() => [Plan], { description: 'Its plans that derive from this one; empty where none is held. (承接要点)' })
  async plans(@Root() { planIds }: RegionCoverage, @Ctx() context: RequestContext): Promise<Plan[]> {
    const plans = await Promise.all(planIds.map((key) => planByKey(context).load(key)));
    return plans.flatMap((plan) => plan ?? []);
  }
}

@Resolver(() => TaskCoverage)
export class TaskCoverageResolver {
  @Public()
  @FieldResolver(() => Task, { description: 'The task. (任务)' })
  task(@Root() { taskId }: TaskCoverage, @Ctx() context: RequestContext): Promise<Task | null> {
    return taskByKey(context).load(taskId);
  }

  @Public()
  @listCost(25)
  @FieldResolver(() => [TaskRegionCoverage], {
    description: `Region by region, by their codes. BAD_USER_INPUT where there are more than ${MOST_REGIONS}. (各区域)`,
  })
  regions(@Root() { cells }: TaskCoverage, @Args(() => TaskRegionArgs) { states }: TaskRegionArgs): TaskRegionCoverage[] {
    if (cells.length > MOST_REGIONS) {
      throw badUserInput(`There are ${cells.length} regions: ask for the counts, or for a level above. / 区域过多，请查询计数或上一层级。`);
    }
    return states ? cells.filter(({ state }) => states.includes(state)) : cells;
  }
}

@Resolver(() => TaskRegionCoverage)
export class TaskRegionCoverageResolver {
  @Public()
  @FieldResolver(() => Region, { description: 'The region. (区域)' })
  region(@Root() { regionId }: TaskRegionCoverage, @Ctx() context: RequestContext): Promise<Region | null> {
    return regionByKey(context).load(regionId);
  }

  @Public()
  @listCost(1)
  @FieldResolver(() => [Task], {
    description: 'Its tasks that come from this one; empty where it is dropped or no plan is held. (承接任务)',
  })
  async tasks(@Root() { lowerTaskIds }: TaskRegionCoverage, @Ctx() context: RequestContext): Promise<Task[]> {
    const tasks = await Promise.all(lowerTaskIds.map((key) => taskByKey(context).load(key)));
    return tasks.flatMap((task) => task ?? []);
  }
}
