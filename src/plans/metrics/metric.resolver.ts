import { Arg, Args, Ctx, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, listCost, Public, type Page, type RequestContext } from '../../platform/graphql';
import { Target } from '../target';
import { Metric } from './metric';
import { allMetrics, metricByCode } from './metric.loaders';
import { TargetFilter, TargetOrder } from './target.inputs';
import { listTargets } from './target.read-model';

const TargetConnection = connectionOf(Target, 'promise');

@Resolver(() => Metric)
export class MetricResolver {
  @Public()
  @listCost(30)
  @Query(() => [Metric], { description: 'The vocabulary in which promises of different plans are compared. (可比指标)' })
  metrics(@Ctx() context: RequestContext): Promise<Metric[]> {
    return allMetrics(context);
  }

  @Public()
  @Query(() => TargetConnection, {
    description: 'Promises across all plans: who promised 90 %, and who 55 %. (目标列表)',
  })
  targets(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => TargetFilter, { nullable: true, description: 'Which promises; all where omitted. (筛选)' })
    filterBy: TargetFilter | null,
    @Arg('orderBy', () => TargetOrder, { nullable: true, description: 'Order; by plan and task where omitted. (排序)' })
    orderBy: TargetOrder | null,
  ): Promise<Page<Target>> {
    return listTargets(context, args, filterBy, orderBy);
  }
}

/** In how many periods of each kind a year falls; weeks do not divide it. */
const PERIODS_PER_YEAR = { YEAR: 1, HALF_YEAR: 2, QUARTER: 4, MONTH: 12, WEEK: null } as const;

@Resolver(() => Target)
export class ComparableTargetResolver {
  @Public()
  @FieldResolver(() => Metric, {
    nullable: true,
    description: 'The metric of the shared vocabulary that its words were taken for; null where none fits. (可比指标)',
  })
  comparableMetric(@Root() { metricCode }: Target, @Ctx() context: RequestContext): Promise<Metric | null> | null {
    return metricCode === null ? null : metricByCode(context).load(metricCode);
  }

  @Public()
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      '`comparableValue` for a whole year, for promises of so much per month, quarter, half year or year; null for all others. (折合每年)',
  })
  valuePerYear(@Root() { comparableValue, period }: Target): number | null {
    const periods = period && PERIODS_PER_YEAR[period];
    return comparableValue === null || periods === null ? null : comparableValue * periods;
  }
}
