import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import { ObligationFilter } from '../ledger';
import { Public, type RequestContext } from '../platform/graphql';
import { ObligationStatistics } from './obligation-statistics';
import { obligationStatistics } from './obligation-statistics.read-model';
import { StatisticsOrder, TaskDimension } from './statistics.inputs';

@ArgsType()
class ObligationStatisticsArgs {
  @Field(() => ObligationFilter, { nullable: true, description: 'Which obligations; all that hold where omitted. (筛选)' })
  @IsOptional()
  @ValidateNested()
  filterBy?: ObligationFilter | null;

  @Field(() => [TaskDimension], {
    description:
      "Up to three dimensions; an empty list gives one row over all obligations. REGION and LEVEL are the unit's, ROLE its part, DUE_MONTH and STATUS those of the obligation. (分组维度)",
  })
  @ArrayMaxSize(250)
  groupBy!: TaskDimension[];

  @Field(() => StatisticsOrder, { nullable: true, description: 'Order of the rows; by their values where omitted. (排序)' })
  orderBy?: StatisticsOrder | null;

  @Field(() => Int, { nullable: true, description: 'At most so many rows, 1 to 1000; 1000 where omitted. (最多行数)' })
  first?: number | null;
}

@Resolver()
export class ObligationStatisticsResolver {
  @Public()
  @Query(() => ObligationStatistics, { description: 'Figures of obligations, grouped by up to three dimensions. (台账统计)' })
  obligationStatistics(
    @Ctx() context: RequestContext,
    @Args(() => ObligationStatisticsArgs) { filterBy, groupBy, orderBy, first }: ObligationStatisticsArgs,
  ): Promise<ObligationStatistics> {
    return obligationStatistics(context, { filter: filterBy ?? null, groupBy, order: orderBy ?? null, first: first ?? null });
  }
}
