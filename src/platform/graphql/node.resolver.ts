import { ArrayMaxSize } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from './context';
import { findNode, Node } from './node';
import { Public } from './public';

@ArgsType()
class NodesArgs {
  @Field(() => [ID], { description: 'Global ids, at most 100. (全局标识)' })
  @ArrayMaxSize(100)
  ids!: string[];
}

@Resolver()
export class NodeResolver {
  @Public()
  @Query(() => Node, {
    nullable: true,
    description: 'The record of a global id; null where there is none for the caller. (按全局标识取记录)',
  })
  node(@Ctx() context: RequestContext, @Arg('id', () => ID, { description: 'Global id. (全局标识)' }) id: string): Promise<object | null> {
    return findNode(context, id);
  }

  @Public()
  @Query(() => [Node], {
    nullable: 'items',
    description:
      'The records of several global ids, in their order; null for each that is not there, with an error for each that is no id. (按多个全局标识取记录)',
  })
  nodes(@Ctx() context: RequestContext, @Args(() => NodesArgs) { ids }: NodesArgs): Promise<object | null>[] {
    return ids.map((id) => findNode(context, id));
  }
}
