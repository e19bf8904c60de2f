import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, JsonObjectScalar, Node } from '../../platform/graphql';
import { DeliveryState, WebhookEvent } from './webhook-event';

/** An application of an office that is told of what happens. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'An application of an office that is told of what happens, by signed POST requests. (通知订阅)',
})
@Entity()
export class Webhook extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Field({ description: 'Address that is called. (接收地址)' })
  @Column('text')
  url!: string;

  @Field(() => [WebhookEvent], { description: 'What it is told of. (通知事项)' })
  @Column('text', { array: true })
  events!: WebhookEvent[];

  @Field(() => Int, {
    nullable: true,
    description: 'For DUE_SOON: how many days before the date; null without that event. (提前天数)',
  })
  @Column('integer', { name: 'due_within_days', nullable: true })
  dueWithinDays!: number | null;

  @Column('text')
  secret!: string;

  @Field({ description: 'Who made it. (创建人)' })
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made. (创建时间)' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is told nothing more; null while it is. (停用时间)' })
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  /** The last day whose dates it was told of. */
  @Column('date', { name: 'noticed_through' })
  noticedThrough!: string;

  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** Something that a webhook is told, and what became of it. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Something that a webhook is told, and what became of it; kept for 90 days. (通知送达记录)',
})
@Entity()
export class WebhookDelivery extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'webhook_id' })
  webhookId!: number;

  @Field(() => WebhookEvent, { description: 'What happened. (通知事项)' })
  @Column('text')
  event!: WebhookEvent;

  @Field({ description: 'Global id of the record that it is about. (对象)' })
  @Column('text')
  subject!: string;

  @Field(() => JsonObjectScalar, { description: 'What else is said of it. (内容)' })
  @Column('jsonb')
  details!: unknown;

  @Field(() => DeliveryState, { description: 'What became of it. (送达状态)' })
  @Column('text')
  state!: DeliveryState;

  @Field(() => Int, { description: 'How often it was sent so far. (尝试次数)' })
  @Column('integer', { name: 'attempt_count' })
  attemptCount!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last sent; null before the first time. (最近尝试时间)' })
  @Column('timestamptz', { name: 'last_attempt_at', nullable: true })
  lastAttemptAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer; null where none came. (最近应答状态)' })
  @Column('integer', { name: 'last_status', nullable: true })
  lastStatus!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why no answer came last time: ADDRESS_NOT_ALLOWED, TIMEOUT, DISABLED, or the network's own code such as ECONNREFUSED; null where one came. (最近失败原因)",
  })
  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it happened. (发生时间)' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
