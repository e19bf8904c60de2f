import { Arg, Args, Authorized, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, readKey, runCommand, UserError, type Page, type RequestContext } from '../../platform/graphql';
import { Webhook, WebhookDelivery } from './webhook';
import { createWebhook, disableWebhook } from './webhook.commands';
import { CreateWebhookInput, DisableWebhookInput, WebhookDeliveryFilter } from './webhook.inputs';
import { listDeliveries, listWebhooks, webhookByKey } from './webhook.read-model';

const WebhookConnection = connectionOf(Webhook, 'webhook');
const WebhookDeliveryConnection = connectionOf(WebhookDelivery, 'webhook delivery');

@ObjectType({ simpleResolvers: true, description: 'What came of a change of a webhook. (操作结果)' })
class WebhookPayload {
  @Field(() => Webhook, { nullable: true, description: 'The webhook as it is now; null where the change was refused. (通知订阅)' })
  webhook!: Webhook | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'A new webhook. (新建结果)' })
class CreateWebhookPayload extends WebhookPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'What signs every call: keep it, it is shown this once. Null where it was refused, and where the idempotency key was used before. (签名密钥，仅显示一次)',
  })
  secret!: string | null;
}

@Resolver(() => WebhookDelivery)
export class WebhookResolver {
  @Authorized('ADMINISTRATOR', 'AUDITOR')
  @Query(() => WebhookConnection, { description: 'Webhooks, the newest first. (通知订阅列表)' })
  webhooks(@Ctx() context: RequestContext, @Args(() => ConnectionArgs) args: ConnectionArgs): Promise<Page<Webhook>> {
    return listWebhooks(context, args);
  }

  @Authorized('ADMINISTRATOR', 'AUDITOR')
  @Query(() => WebhookDeliveryConnection, {
    description: 'What webhooks were told and what became of it, the newest first; kept for 90 days. (通知送达记录)',
  })
  webhookDeliveries(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => WebhookDeliveryFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: WebhookDeliveryFilter | null,
  ): Promise<Page<WebhookDelivery>> {
    return listDeliveries(context, args, filterBy);
  }

  @FieldResolver(() => Webhook, { description: 'Whom it tells. (通知订阅)' })
  webhook(@Root() delivery: WebhookDelivery, @Ctx() context: RequestContext): Promise<Webhook | null> {
    return webhookByKey(context).load(delivery.webhookId);
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => CreateWebhookPayload, {
    description: 'Has an application told of what happens from now on, by signed POST requests (docs/operations.md). (新建通知订阅)',
  })
  async createWebhook(
    @Ctx() context: RequestContext,
    @Arg('input', () => CreateWebhookInput, { description: 'Whom to tell, and of what. (输入)' }) input: CreateWebhookInput,
  ): Promise<CreateWebhookPayload> {
    const { url, events, dueWithinDays = null } = input;
    let secret: string | null = null;
    const { result, userErrors } = await runCommand(context, 'createWebhook', input, async (manager, viewer) => {
      const made = await createWebhook(manager, viewer, { url, events, dueWithinDays });
      secret = made.secret;
      return { webhookKey: made.webhookKey };
    });
    return { webhook: result && (await webhookByKey(context).load(result.webhookKey)), secret, userErrors };
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => WebhookPayload, {
    description: 'Tells a webhook nothing more, not even what waits to be sent. CONFLICT where it is disabled already. (停用通知订阅)',
  })
  async disableWebhook(
    @Ctx() context: RequestContext,
    @Arg('input', () => DisableWebhookInput, { description: 'Which webhook. (输入)' }) input: DisableWebhookInput,
  ): Promise<WebhookPayload> {
    const key = readKey(input.webhookId, 'Webhook');
    const { result, userErrors } = await runCommand(context, 'disableWebhook', input, (manager, viewer) =>
      disableWebhook(manager, viewer, key),
    );
    return { webhook: result && (await webhookByKey(context).load(result.webhookKey)), userErrors };
  }
}
