import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { listCost, Public, type RequestContext } from '../platform/graphql';
import { Topic } from './topic';
import { allTopics, topicByKey } from './topic.loaders';

@Resolver(() => Topic)
export class TopicResolver {
  @Public()
  @listCost(80)
  @Query(() => [Topic], { description: 'The whole taxonomy that all plans share, parents before their children. (主题分类)' })
  topics(@Ctx() context: RequestContext): Promise<Topic[]> {
    return allTopics(context);
  }

  @Public()
  @FieldResolver(() => Topic, { nullable: true, description: 'The topic above; null at the top. (上级主题)' })
  parent(@Root() topic: Topic, @Ctx() context: RequestContext): Promise<Topic | null> | null {
    return topic.parentId === null ? null : topicByKey(context).load(topic.parentId);
  }

  @Public()
  @listCost(8)
  @FieldResolver(() => [Topic], { description: 'Topics directly below, in their own order. (下级主题)' })
  async children(@Root() topic: Topic, @Ctx() context: RequestContext): Promise<Topic[]> {
    return (await allTopics(context)).filter((candidate) => candidate.parentId === topic.id);
  }
}
