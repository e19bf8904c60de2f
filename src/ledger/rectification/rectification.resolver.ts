import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, listCost, Public, type Page, type RequestContext } from '../../platform/graphql';
import { Obligation, Plan, planByKey, Task, taskByKey } from '../../plans';
import { Unit, unitByKey } from '../../units';
import { obligationByKey } from '../obligations/obligation.loaders';
import { Rectification, RectificationStep } from './rectification';
import { RectificationFilter, RectificationOrder } from './rectification.inputs';
import { listRectifications, listRectificationsOfUnit, stepsOfRectification } from './rectification.read-model';

const RectificationConnection = connectionOf(Rectification, 'finding');

const orderHelp = 'Order; by day due where omitted. (排序)';

@Resolver(() => Rectification)
export class RectificationResolver {
  @Public()
  @Query(() => RectificationConnection, { description: 'Findings about units and how far they are. (整改问题列表)' })
  rectifications(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => RectificationFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: RectificationFilter | null,
    @Arg('orderBy', () => RectificationOrder, { nullable: true, description: orderHelp }) orderBy: RectificationOrder | null,
  ): Promise<Page<Rectification>> {
    return listRectifications(context, args, filterBy, orderBy);
  }

  @Public()
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that has to act; null where it is not public. (整改单位)' })
  unit(@Root() rectification: Rectification, @Ctx() context: RequestContext): Promise<Unit | null> {
    return unitByKey(context).load(rectification.unitId);
  }

  @Public()
  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'The plan that it is about; null where it is about none that is public. (要点)',
  })
  plan(@Root() { planId }: Rectification, @Ctx() context: RequestContext): Promise<Plan | null> | null {
    return planId === null ? null : planByKey(context).load(planId);
  }

  @Public()
  @FieldResolver(() => Task, {
    nullable: true,
    description: 'The task that it is about; null where it is about none that is public. (任务)',
  })
  task(@Root() { taskId }: Rectification, @Ctx() context: RequestContext): Promise<Task | null> | null {
    return taskId === null ? null : taskByKey(context).load(taskId);
  }

  @Public()
  @FieldResolver(() => Obligation, {
    nullable: true,
    description: 'The obligation of the unit that it is about; null where it is about none that is public. (台账责任项)',
  })
  obligation(@Root() { obligationId }: Rectification, @Ctx() context: RequestContext): Promise<Obligation | null> | null {
    return obligationId === null ? null : obligationByKey(context).load(obligationId);
  }

  @Authorized()
  @listCost(5)
  @FieldResolver(() => [RectificationStep], {
    description: 'What happened to it, by whom and in what words, from its opening on. (整改过程)',
  })
  steps(@Root() rectification: Rectification, @Ctx() context: RequestContext): Promise<RectificationStep[]> {
    return stepsOfRectification(context).load(rectification.id);
  }
}

@Resolver(() => Unit)
export class UnitRectificationsResolver {
  @Public()
  @FieldResolver(() => RectificationConnection, { description: 'Findings about it. (整改问题)' })
  rectifications(
    @Root() unit: Unit,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => RectificationFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: RectificationFilter | null,
    @Arg('orderBy', () => RectificationOrder, { nullable: true, description: orderHelp }) orderBy: RectificationOrder | null,
  ): Promise<Page<Rectification>> {
    return listRectificationsOfUnit(context, unit.id, args, filterBy, orderBy);
  }
}
