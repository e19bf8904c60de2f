import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { runCommand, UserError, type RequestContext } from '../../platform/graphql';
import { taskByKey } from '../task.loaders';
import { Task } from '../task';
import { confirmTopic } from './confirm-topic.commands';
import { ConfirmTopicInput } from './confirm-topic.inputs';

@ObjectType({ simpleResolvers: true, description: 'What came of settling a topic. (操作结果)' })
class TopicPayload {
  @Field(() => Task, { nullable: true, description: 'The task with its topics as they are now; null where the change was refused. (任务)' })
  task!: Task | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class TopicMutations {
  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => TopicPayload, {
    description: 'Settles whether a task belongs to a topic; what is settled stays when topics are proposed anew. (认定任务的主题)',
  })
  async confirmTopic(
    @Ctx() context: RequestContext,
    @Arg('input', () => ConfirmTopicInput, { description: 'Which task and topic, and what is so. (输入)' }) input: ConfirmTopicInput,
  ): Promise<TopicPayload> {
    const { result, userErrors } = await runCommand(context, 'confirmTopic', input, (manager, { subject }) =>
      confirmTopic(manager, input, subject),
    );
    return { task: result && (await taskByKey(context).load(result.taskKey)), userErrors };
  }
}
