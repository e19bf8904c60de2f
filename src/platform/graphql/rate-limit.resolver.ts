import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { RequestContext } from './context';
import { Public } from './public';
import { DateTimeScalar } from './scalars';

@Public()
@ObjectType({ description: 'What this query costs and how many requests are left. (限额)' })
export class RateLimit {
  @Public()
  @Field(() => Int, { description: 'Records this query may return at most, as reckoned before it ran. (本查询成本)' })
  cost!: number;

  @Public()
  @Field(() => Int, { description: 'The most that a query may cost here. (单次查询成本上限)' })
  costLimit!: number;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Requests allowed per minute; null where none are counted. (每分钟请求上限)' })
  limit!: number | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Requests left in this minute; null where none are counted. (剩余请求数)' })
  remaining!: number | null;

  @Public()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the count starts anew; null where none are counted. (重新计数时间)' })
  resetAt!: Date | null;
}

@Resolver()
export class RateLimitResolver {
  @Public()
  @Query(() => RateLimit, { description: 'What this query costs and how many requests are left. (限额)' })
  rateLimit(@Ctx() context: RequestContext): RateLimit {
    return { cost: context.cost, costLimit: context.costLimit, ...context.rateLimit };
  }
}
