import { ArrayMaxSize, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput } from '../../platform/graphql';
import { DeliveryState, WebhookEvent } from './webhook-event';

@InputType({ description: 'A webhook to be made. (新建通知订阅)' })
export class CreateWebhookInput extends CommandInput {
  @Field({ description: 'Address to be called, http or https; at most 2,000 characters. (接收地址)' })
  @MaxLength(2_000)
  url!: string;

  @Field(() => [WebhookEvent], { description: 'What it is told of. (通知事项)' })
  @ArrayMaxSize(50)
  events!: WebhookEvent[];

  @Field(() => Int, { nullable: true, description: 'With DUE_SOON: how many days before the date, 0 to 366. (提前天数)' })
  @IsOptional()
  @Min(0)
  @Max(366)
  dueWithinDays?: number | null;
}

@InputType({ description: 'A webhook to be disabled. (停用通知订阅)' })
export class DisableWebhookInput extends CommandInput {
  @Field(() => ID, { description: 'The webhook. (订阅标识)' })
  webhookId!: string;
}

@InputType({ description: 'Which deliveries; fields combine with "and", lists mean "any of" (an empty list: none). (送达记录筛选)' })
export class WebhookDeliveryFilter {
  @Field(() => [ID], { nullable: true, description: 'To these webhooks. (订阅标识)' })
  @IsOptional()
  @ArrayMaxSize(250)
  webhookIds?: string[] | null;

  @Field(() => [DeliveryState], { nullable: true, description: 'With this outcome. (送达状态)' })
  @IsOptional()
  @ArrayMaxSize(250)
  states?: DeliveryState[] | null;

  @Field(() => [WebhookEvent], { nullable: true, description: 'Of these events. (通知事项)' })
  @IsOptional()
  @ArrayMaxSize(250)
  events?: WebhookEvent[] | null;
}
