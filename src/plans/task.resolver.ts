import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, globalId, listCost, Public, readKey, type Page, type RequestContext } from '../platform/graphql';
import { Unit, unitByKey, UnitConnection, UnitGroup, unitGroupByKey } from '../units';
import { Category } from './category';
import { Deadline } from './deadline';
import { explainDeadline } from './deadline-explanation';
import { Plan } from './plan';
import { categoryByKey, planByKey, responsibilitiesOfTask, targetsOfTask } from './plan.loaders';
import { askedTask, taskByKey } from './task.loaders';
import { Responsibility } from './responsibility';
import { Target } from './target';
import { Task } from './task';
import { TaskFilter, TaskOrder } from './task.inputs';
import { listTasks, listUnitsOfTask } from './task.read-model';
import { TopicAssignment } from './topic-assignment';
import { topicsOfTask } from './topic.loaders';

export const TaskConnection = connectionOf(Task, 'task');

@Resolver(() => Task)
export class TaskResolver {
  @Public()
  @Query(() => Task, { nullable: true, description: 'One task; null where there is none. (按标识查任务)' })
  task(@Ctx() context: RequestContext, @Arg('id', () => ID, { description: 'Global id. (任务标识)' }) id: string): Promise<Task | null> {
    return askedTask(context).load(readKey(id, 'Task'));
  }

  @Public()
  @Query(() => TaskConnection, { description: 'Tasks across all plans. (任务列表)' })
  tasks(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => TaskFilter, { nullable: true, description: 'Which tasks; all where omitted. (筛选)' })
    filterBy: TaskFilter | null,
    @Arg('orderBy', () => TaskOrder, { nullable: true, description: 'Order; by plan, then number where omitted. (排序)' })
    orderBy: TaskOrder | null,
  ): Promise<Page<Task>> {
    return listTasks(context, args, filterBy, orderBy);
  }

  @Public()
  @FieldResolver(() => Plan, { description: 'The plan that sets it. (所属要点)' })
  plan(@Root() task: Task, @Ctx() context: RequestContext): Promise<Plan | null> {
    return planByKey(context).load(task.planId);
  }

  @Public()
  @FieldResolver(() => Category, {
    nullable: true,
    description: 'The lowest category in which it stands; null where the plan has none. (所属分类)',
  })
  category(@Root() task: Task, @Ctx() context: RequestContext): Promise<Category | null> | null {
    return task.categoryId === null ? null : categoryByKey(context).load(task.categoryId);
  }

  @Public()
  @listCost(5)
  @FieldResolver(() => [Responsibility], { description: 'Who bears it, in printed order. (责任)' })
  responsibilities(@Root() task: Task, @Ctx() context: RequestContext): Promise<Responsibility[]> {
    return responsibilitiesOfTask(context).load(task.id);
  }

  @Public()
  @listCost(2)
  @FieldResolver(() => [Target], { description: 'Its measurable or dated promises, in printed order. (目标)' })
  targets(@Root() task: Task, @Ctx() context: RequestContext): Promise<Target[]> {
    return targetsOfTask(context).load(task.id);
  }

  @Public()
  @listCost(3)
  @FieldResolver(() => [TopicAssignment], { description: 'Its topics, each with the reason. (主题)' })
  topics(@Root() task: Task, @Ctx() context: RequestContext): Promise<TopicAssignment[]> {
    return topicsOfTask(context).load(task.id);
  }

  @Public()
  @FieldResolver(() => UnitConnection, { description: 'The units to which it falls. (责任单位，可含集体成员)' })
  units(
    @Root() task: Task,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('expanded', () => Boolean, {
      defaultValue: true,
      description:
        "Whether members of collectives count, as of the plan's day; false gives the units that are named alone. (是否展开集体称谓)",
    })
    expanded: boolean,
  ): Page<Unit> {
    return listUnitsOfTask(context, task.id, args, expanded);
  }

  @Public()
  @FieldResolver(() => String, { description: 'Its page on the portal. (网页地址)' })
  url(@Root() task: Task, @Ctx() context: RequestContext): string {
    return `${context.publicBaseUrl}/tasks/${globalId('Task', task.id)}`;
  }
}

@Resolver(() => Deadline)
export class DeadlineResolver {
  @Public()
  @FieldResolver(() => String, { description: 'How the printed words became this reading, in Chinese and English. (读法说明)' })
  explanation(@Root() deadline: Deadline): string {
    return explainDeadline(deadline);
  }
}

@Resolver(() => Responsibility)
export class ResponsibilityResolver {
  @Public()
  @FieldResolver(() => Task, { description: 'The task. (任务)' })
  task(@Root() responsibility: Responsibility, @Ctx() context: RequestContext): Promise<Task | null> {
    return taskByKey(context).load(responsibility.taskId);
  }

  @Public()
  @FieldResolver(() => Unit, { nullable: true, description: 'The named unit; null where a collective bears it. (单位)' })
  unit(@Root() responsibility: Responsibility, @Ctx() context: RequestContext): Promise<Unit | null> | null {
    return responsibility.unitId === null ? null : unitByKey(context).load(responsibility.unitId);
  }

  @Public()
  @FieldResolver(() => UnitGroup, { nullable: true, description: 'The collective; null where a unit is named. (集体称谓)' })
  group(@Root() responsibility: Responsibility, @Ctx() context: RequestContext): Promise<UnitGroup | null> | null {
    return responsibility.groupId === null ? null : unitGroupByKey(context).load(responsibility.groupId);
  }
}

@Resolver(() => Target)
export class TargetResolver {
  @Public()
  @FieldResolver(() => Task, { description: 'The task. (任务)' })
  task(@Root() target: Target, @Ctx() context: RequestContext): Promise<Task | null> {
    return taskByKey(context).load(target.taskId);
  }
}
