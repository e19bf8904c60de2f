import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, Public, type Page, type RequestContext } from '../platform/graphql';
import { Unit } from '../units';
import { Responsibility } from './responsibility';
import { Task } from './task';
import { TaskFilter, TaskOrder } from './task.inputs';
import { listResponsibilitiesOfUnit, listTasksOfUnit } from './task.read-model';
import { TaskConnection } from './task.resolver';

const ResponsibilityConnection = connectionOf(Responsibility, 'responsibility');

@Resolver(() => Unit)
export class UnitTasksResolver {
  @Public()
  @FieldResolver(() => ResponsibilityConnection, { description: 'How tasks fall to it: by name or through a collective. (承担的责任)' })
  responsibilities(
    @Root() unit: Unit,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Page<Responsibility> {
    return listResponsibilitiesOfUnit(context, unit.id, args);
  }

  @Public()
  @FieldResolver(() => TaskConnection, { description: 'Tasks that fall to it, by name or through a collective. (承担的任务)' })
  tasks(
    @Root() unit: Unit,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => TaskFilter, { nullable: true, description: 'Which tasks; all where omitted. (筛选)' })
    filterBy: TaskFilter | null,
    @Arg('orderBy', () => TaskOrder, { nullable: true, description: 'Order; by plan, then number where omitted. (排序)' })
    orderBy: TaskOrder | null,
  ): Promise<Page<Task>> {
    return listTasksOfUnit(context, unit.id, args, filterBy, orderBy);
  }
}
