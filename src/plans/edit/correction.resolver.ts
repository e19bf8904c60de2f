import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, listCost, Public, type Page, type RequestContext } from '../../platform/graphql';
import { Plan } from '../plan';
import { taskByKey } from '../task.loaders';
import { Task } from '../task';
import { Correction } from './correction';
import { correctionsOfTask, listCorrectionsOfPlan } from './correction.loaders';
import { correctionText } from './correction-text';

const CorrectionConnection = connectionOf(Correction, 'correction');

@Resolver(() => Correction)
export class CorrectionResolver {
  @Public()
  @FieldResolver(() => Task, { nullable: true, description: 'The task; null where the plan itself was corrected. (任务)' })
  task(@Root() correction: Correction, @Ctx() context: RequestContext): Promise<Task | null> | null {
    return correction.taskId === null ? null : taskByKey(context).load(correction.taskId);
  }

  @Public()
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What it said, lists one item a line; null where it said nothing. (更正前)',
  })
  before(@Root() correction: Correction): string | null {
    return correctionText(correction.before);
  }

  @Public()
  @FieldResolver(() => String, { nullable: true, description: 'What it says now, lists one item a line; null for nothing. (更正后)' })
  after(@Root() correction: Correction): string | null {
    return correctionText(correction.after);
  }
}

@Resolver(() => Task)
export class TaskCorrectionsResolver {
  @Public()
  @listCost(3)
  @FieldResolver(() => [Correction], {
    description: 'What people corrected in it, the newest first; for the public, since the plan was published. (更正记录)',
  })
  corrections(@Root() task: Task, @Ctx() context: RequestContext): Promise<Correction[]> {
    return correctionsOfTask(context).load(task.id);
  }
}

@Resolver(() => Plan)
export class PlanCorrectionsResolver {
  @Public()
  @FieldResolver(() => CorrectionConnection, {
    description: 'What people corrected in it and in its tasks, the newest first; for the public, since it was published. (更正记录)',
  })
  corrections(@Root() plan: Plan, @Ctx() context: RequestContext, @Args(() => ConnectionArgs) args: ConnectionArgs): Page<Correction> {
    return listCorrectionsOfPlan(context, plan.id, args);
  }
}
