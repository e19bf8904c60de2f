import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, describeEnum } from '../../platform/graphql';

export const TopicDecision = describeEnum('TopicDecision', 'What a person says of a topic of a task. (对任务主题的认定)', {
  CONFIRM: 'The task belongs to it, proposed or not. (确认)',
  REJECT: 'It does not; the topic is not proposed for it again. (否定)',
});
export type TopicDecision = keyof typeof TopicDecision;

@InputType({ description: 'Whether a task belongs to a topic. (认定任务的主题)' })
export class ConfirmTopicInput extends CommandInput {
  @Field(() => ID, { description: 'The task. (任务标识)' })
  taskId!: string;

  @Field({ description: 'Code of the topic, as in `topics`. (主题代码)' })
  @MaxLength(200)
  topicCode!: string;

  @Field(() => TopicDecision, { description: 'What is so. (认定)' })
  decision!: TopicDecision;

  @Field(() => String, {
    nullable: true,
    description:
      'Why; at most 2,000 characters. With CONFIRM it is shown to everyone; the reason of the proposal stays where omitted. (理由)',
  })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}
