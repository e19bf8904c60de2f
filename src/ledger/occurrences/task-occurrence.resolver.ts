import { IsOptional, ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, DateScalar, Public, type Page, type RequestContext } from '../../platform/graphql';
import { Task, taskByKey, TaskFilter } from '../../plans';
import { TaskOccurrence } from './task-occurrence';
import { listDeadlines } from './task-occurrence.read-model';

const TaskOccurrenceConnection = connectionOf(TaskOccurrence, 'occurrence');

@ArgsType()
class DeadlinesArgs extends ConnectionArgs {
  @Field(() => DateScalar, { description: 'First day. (起始日)' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day, itself included; not before the first. (结束日)' })
  to!: string;

  @Field(() => TaskFilter, { nullable: true, description: 'Of which tasks; all where omitted. (任务筛选)' })
  @IsOptional()
  @ValidateNested()
  filterBy?: TaskFilter | null;
}

@Resolver(() => TaskOccurrence)
export class TaskOccurrenceResolver {
  @Public()
  @Query(() => TaskOccurrenceConnection, {
    description:
      "What falls due in a span of days, by day, then task: dates, and the occurrences of recurring duties within the year of their plan. Durations that run from an event stand with each unit's obligation once the event is reported. (到期事项)",
  })
  deadlines(@Ctx() context: RequestContext, @Args(() => DeadlinesArgs) args: DeadlinesArgs): Promise<Page<TaskOccurrence>> {
    return listDeadlines(context, [args.from, args.to], args, args.filterBy ?? null);
  }

  @Public()
  @FieldResolver(() => Task, { description: 'The task; its `units` are those to which it falls. (任务)' })
  task(@Root() occurrence: TaskOccurrence, @Ctx() context: RequestContext): Promise<Task | null> {
    return taskByKey(context).load(occurrence.taskId);
  }
}
