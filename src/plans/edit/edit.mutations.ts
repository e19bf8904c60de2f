import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { runCommand, UserError, type RequestContext } from '../../platform/graphql';
import { planByKey } from '../plan.loaders';
import { taskByKey } from '../task.loaders';
import { PlanPayload } from '../plan-payload';
import { Task } from '../task';
import { assignResponsibility } from './assign-responsibility.commands';
import { editPlan } from './edit-plan.commands';
import { EditPlanInput } from './edit-plan.inputs';
import { editTask } from './edit-task.commands';
import { EditTaskInput } from './edit-task.inputs';
import { AssignResponsibilityInput } from './responsibility.inputs';
import { addTask, removeTask, splitTask } from './task-set.commands';
import { AddTaskInput, RemoveTaskInput, SplitTaskInput } from './task-set.inputs';

@ObjectType({ simpleResolvers: true, description: 'What came of a change of a task. (操作结果)' })
class TaskPayload {
  @Field(() => Task, { nullable: true, description: 'The task as it is now; null where the change was refused. (任务)' })
  task!: Task | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'What came of splitting a task. (操作结果)' })
class TasksPayload {
  @Field(() => [Task], { description: 'The parts as they are now, in order; empty where it was refused. (各部分任务)' })
  tasks!: Task[];

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class EditMutations {
  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => TaskPayload, { description: 'Corrects the reading of a task; remembered in `Task.corrections`. (更正任务)' })
  async editTask(
    @Ctx() context: RequestContext,
    @Arg('input', () => EditTaskInput, { description: 'Which task, and what is right. (输入)' }) input: EditTaskInput,
  ): Promise<TaskPayload> {
    return taskPayload(context, await runCommand(context, 'editTask', input, (manager, { subject }) => editTask(manager, input, subject)));
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => TaskPayload, { description: 'Corrects who bears a task; remembered in `Task.corrections`. (更正责任单位)' })
  async assignResponsibility(
    @Ctx() context: RequestContext,
    @Arg('input', () => AssignResponsibilityInput, { description: 'Which task, and who bears it. (输入)' })
    input: AssignResponsibilityInput,
  ): Promise<TaskPayload> {
    const outcome = await runCommand(context, 'assignResponsibility', input, (manager, { subject }) =>
      assignResponsibility(manager, input, subject),
    );
    return taskPayload(context, outcome);
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => PlanPayload, { description: 'Corrects what was read of a plan itself; remembered in `Plan.corrections`. (更正要点)' })
  async editPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => EditPlanInput, { description: 'Which plan, and what is right. (输入)' }) input: EditPlanInput,
  ): Promise<PlanPayload> {
    return planPayload(context, await runCommand(context, 'editPlan', input, (manager, { subject }) => editPlan(manager, input, subject)));
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => TaskPayload, { description: 'Adds a task that the reading missed; refused where the plan is public. (补录任务)' })
  async addTask(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddTaskInput, { description: 'The plan, and the task. (输入)' }) input: AddTaskInput,
  ): Promise<TaskPayload> {
    return taskPayload(context, await runCommand(context, 'addTask', input, (manager, { subject }) => addTask(manager, input, subject)));
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => PlanPayload, { description: 'Takes out a task that is none; refused where the plan is public. (删除任务)' })
  async removeTask(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemoveTaskInput, { description: 'Which task. (输入)' }) input: RemoveTaskInput,
  ): Promise<PlanPayload> {
    return planPayload(
      context,
      await runCommand(context, 'removeTask', input, (manager, { subject }) => removeTask(manager, input, subject)),
    );
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => TasksPayload, { description: 'Splits a task in two or more; refused where the plan is public. (拆分任务)' })
  async splitTask(
    @Ctx() context: RequestContext,
    @Arg('input', () => SplitTaskInput, { description: 'Which task, and its parts. (输入)' }) input: SplitTaskInput,
  ): Promise<TasksPayload> {
    const { result, userErrors } = await runCommand(context, 'splitTask', input, (manager, { subject }) =>
      splitTask(manager, input, subject),
    );
    const tasks = await Promise.all((result?.taskKeys ?? []).map((key) => taskByKey(context).load(key)));
    return { tasks: tasks.flatMap((task) => task ?? []), userErrors };
  }
}

async function taskPayload(
  context: RequestContext,
  { result, userErrors }: { result: { taskKey: number } | null; userErrors: UserError[] },
): Promise<TaskPayload> {
  return { task: result && (await taskByKey(context).load(result.taskKey)), userErrors };
}

async function planPayload(
  context: RequestContext,
  { result, userErrors }: { result: { planKey: number } | null; userErrors: UserError[] },
): Promise<PlanPayload> {
  return { plan: result && (await planByKey(context).load(result.planKey)), userErrors };
}
