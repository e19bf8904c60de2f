import { Field, ObjectType } from 'type-graphql';
import { Public } from '../platform/graphql';
import { Topic } from './topic';

/** That a task belongs to a topic, with the reason. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'That a task belongs to a topic, with the reason. (任务的主题)' })
export class TopicAssignment {
  taskId!: number;

  @Public()
  @Field(() => Topic, { description: 'The topic. (主题)' })
  topic!: Topic;

  @Public()
  @Field({ description: 'Why: the rule word that was met, or what a person wrote. (理由)' })
  reason!: string;

  @Public()
  @Field({ description: 'Whether a person confirmed it; false while it is only proposed by rule. (是否经人工确认)' })
  confirmed!: boolean;
}
