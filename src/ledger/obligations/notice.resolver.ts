import { IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { Args, ArgsType, Authorized, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import { ConnectionArgs, type Page, type RequestContext } from '../../platform/graphql';
import type { Obligation } from '../../plans';
import { ObligationFilter } from './obligation.inputs';
import { listDueSoon, listOverdue } from './obligation.read-model';
import { ObligationConnection } from './obligation.resolver';

@ArgsType()
class NoticeArgs extends ConnectionArgs {
  @Field(() => ObligationFilter, { nullable: true, description: 'Of which obligations; all that hold where omitted. (筛选)' })
  @IsOptional()
  @ValidateNested()
  filterBy?: ObligationFilter | null;
}

@ArgsType()
class DueSoonArgs extends NoticeArgs {
  @Field(() => Int, { description: 'Due today or within so many days after it, 0 to 366. (天数)' })
  @Min(0)
  @Max(366)
  days!: number;
}

/** What an office reminds its units of. */
@Resolver()
export class NoticeResolver {
  @Authorized()
  @Query(() => ObligationConnection, {
    description:
      'What is due within some days and not complete by published entries, the earliest first; a reporter sees that of its own units. (临期提醒)',
  })
  dueSoon(@Ctx() context: RequestContext, @Args(() => DueSoonArgs) args: DueSoonArgs): Promise<Page<Obligation>> {
    return listDueSoon(context, args, args.filterBy ?? null, args.days);
  }

  @Authorized()
  @Query(() => ObligationConnection, {
    description: 'What is overdue, the longest first; a reporter sees that of its own units. (逾期清单)',
  })
  overdue(@Ctx() context: RequestContext, @Args(() => NoticeArgs) args: NoticeArgs): Promise<Page<Obligation>> {
    return listOverdue(context, args, args.filterBy ?? null);
  }
}
