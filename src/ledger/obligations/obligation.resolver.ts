import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { IsOptional, ValidateNested } from 'class-validator';
import { ConnectionArgs, connectionOf, globalId, listCost, Public, readKey, type Page, type RequestContext } from '../../platform/graphql';
import { knowsWorkingDays } from '../../platform/calendar';
import { Obligation, Plan, planByKey, Task, taskByKey } from '../../plans';
import { Unit, unitByKey, UnitGroup, unitGroupByKey } from '../../units';
import { ObligationOccurrence, occurrencesOf } from '../occurrences/obligation-occurrence';
import { ObligationFilter, ObligationOrder } from './obligation.inputs';
import { obligationByKey } from './obligation.loaders';
import { listObligations, listObligationsBelow, type ObligationParent } from './obligation.read-model';

export const ObligationConnection = connectionOf(Obligation, 'obligation');

@ArgsType()
class ObligationsArgs extends ConnectionArgs {
  @Field(() => ObligationFilter, { nullable: true, description: 'Which obligations; all that hold where omitted. (筛选)' })
  @IsOptional()
  @ValidateNested()
  filterBy?: ObligationFilter | null;

  @Field(() => ObligationOrder, { nullable: true, description: 'Order; by task, then unit where omitted. (排序)' })
  orderBy?: ObligationOrder | null;
}

function below(context: RequestContext, parent: ObligationParent, key: number, args: ObligationsArgs): Promise<Page<Obligation>> {
  return listObligationsBelow(context, [parent, key], args, args.filterBy ?? null, args.orderBy ?? null);
}

@Resolver(() => Obligation)
export class ObligationResolver {
  @Public()
  @Query(() => Obligation, { nullable: true, description: 'One obligation; null where there is none. (按标识查台账责任项)' })
  obligation(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id. (责任项标识)' }) id: string,
  ): Promise<Obligation | null> {
    return obligationByKey(context).load(readKey(id, 'Obligation'));
  }

  @Public()
  @Query(() => ObligationConnection, { description: 'Rows of the ledgers of all units. (台账责任项列表)' })
  obligations(@Ctx() context: RequestContext, @Args(() => ObligationsArgs) args: ObligationsArgs): Promise<Page<Obligation>> {
    return listObligations(context, args, args.filterBy ?? null, args.orderBy ?? null);
  }

  @Public()
  @FieldResolver(() => Task, { description: 'The task. (任务)' })
  task(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<Task | null> {
    return taskByKey(context).load(obligation.taskId);
  }

  @Public()
  @FieldResolver(() => Plan, { description: 'The plan that sets the task. (所属要点)' })
  plan(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<Plan | null> {
    return planByKey(context).load(obligation.planId);
  }

  @Public()
  @FieldResolver(() => Unit, { description: 'The unit. (单位)' })
  unit(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<Unit | null> {
    return unitByKey(context).load(obligation.unitId);
  }

  @Public()
  @FieldResolver(() => UnitGroup, {
    nullable: true,
    description: 'The collective through which the task falls to the unit; null where the unit is named. (所经集体称谓)',
  })
  group(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<UnitGroup | null> | null {
    return obligation.groupId === null ? null : unitGroupByKey(context).load(obligation.groupId);
  }

  @Public()
  @listCost(4)
  @FieldResolver(() => [ObligationOccurrence], {
    description: 'Occurrences of a recurring duty, by day; empty for other duties. (周期事项)',
  })
  occurrences(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<ObligationOccurrence[]> {
    return occurrencesOf(context).load(obligation.id);
  }

  @Public()
  @FieldResolver(() => Boolean, {
    description:
      "Whether `dueOn` may still move, because it was counted in working days of a year whose State Council's calendar is not known here. (截止日期是否暂定)",
  })
  async provisional(@Root() { dueOn, taskId }: Obligation, @Ctx() context: RequestContext): Promise<boolean> {
    if (dueOn === null || knowsWorkingDays(dueOn)) return false;
    return (await taskByKey(context).load(taskId))?.deadline.dayCount === 'WORKING';
  }

  @Public()
  @FieldResolver(() => String, { description: 'Its place on the page of the task. (网页地址)' })
  url(@Root() obligation: Obligation, @Ctx() context: RequestContext): string {
    return `${context.publicBaseUrl}/tasks/${globalId('Task', obligation.taskId)}#${obligation.globalId}`;
  }
}

@Resolver(() => Task)
export class TaskObligationsResolver {
  @Public()
  @FieldResolver(() => ObligationConnection, { description: 'Rows of the ledger on this task. (本任务台账)' })
  obligations(
    @Root() task: Task,
    @Ctx() context: RequestContext,
    @Args(() => ObligationsArgs) args: ObligationsArgs,
  ): Promise<Page<Obligation>> {
    return below(context, 'Task', task.id, args);
  }
}

@Resolver(() => Unit)
export class UnitObligationsResolver {
  @Public()
  @FieldResolver(() => ObligationConnection, { description: 'The ledger of this unit. (本单位台账)' })
  obligations(
    @Root() unit: Unit,
    @Ctx() context: RequestContext,
    @Args(() => ObligationsArgs) args: ObligationsArgs,
  ): Promise<Page<Obligation>> {
    return below(context, 'Unit', unit.id, args);
  }
}

@Resolver(() => Plan)
export class PlanObligationsResolver {
  @Public()
  @FieldResolver(() => ObligationConnection, { description: 'Rows of the ledger on the tasks of this plan. (本要点台账)' })
  obligations(
    @Root() plan: Plan,
    @Ctx() context: RequestContext,
    @Args(() => ObligationsArgs) args: ObligationsArgs,
  ): Promise<Page<Obligation>> {
    return below(context, 'Plan', plan.id, args);
  }
}
