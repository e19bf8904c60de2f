import { raw, sql, type Sql } from '../../platform/database';
import {
  hydrate,
  loadOne,
  paginate,
  readKeys,
  registerNode,
  type ConnectionArgs,
  type OrderTerm,
  type Page,
  type RequestContext,
} from '../../platform/graphql';
import { Webhook, WebhookDelivery } from './webhook';
import type { WebhookDeliveryFilter } from './webhook.inputs';

/** Without the secret, which nobody reads again. */
const webhookColumns = `w.id, w.url, w.events, w.due_within_days as "dueWithinDays", w.created_by as "createdBy", w.created_at as "createdAt",
  w.disabled_at as "disabledAt", w.updated_at as "updatedAt"`;
const deliveryColumns = `d.id, d.webhook_id as "webhookId", d.event, d.subject, d.details, d.state, d.attempt_count as "attemptCount",
  d.last_attempt_at as "lastAttemptAt", d.last_status as "lastStatus", d.last_error as "lastError", d.created_at as "createdAt", d.updated_at as "updatedAt"`;

const toWebhook = (row: object): Webhook => hydrate(Webhook, row);
const toDelivery = (row: object): WebhookDelivery => hydrate(WebhookDelivery, row);

export const webhookByKey = loadOne<number, Webhook>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${webhookColumns} from webhook w where w.id = any($1)`, [keys])).map(toWebhook),
  ({ id }) => id,
);

const deliveryByKey = loadOne<number, WebhookDelivery>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${deliveryColumns} from webhook_delivery d where d.id = any($1)`, [keys])).map(toDelivery),
  ({ id }) => id,
);

const newestFirst = (table: string): OrderTerm[] => [{ expression: `${table}.id`, type: 'integer', direction: 'DESC' }];

export function listWebhooks(context: RequestContext, args: ConnectionArgs): Promise<Page<Webhook>> {
  return paginate(context, args, {
    list: 'webhooks',
    columns: webhookColumns,
    from: raw('webhook w'),
    where: [],
    order: newestFirst('w'),
    toNode: toWebhook,
  });
}

export function listDeliveries(
  context: RequestContext,
  args: ConnectionArgs,
  filter: WebhookDeliveryFilter | null,
): Promise<Page<WebhookDelivery>> {
  return paginate(context, args, {
    list: 'webhook deliveries',
    columns: deliveryColumns,
    from: raw('webhook_delivery d'),
    where: filter ? conditions(filter) : [],
    order: newestFirst('d'),
    toNode: toDelivery,
  });
}

function conditions({ webhookIds, states, events }: WebhookDeliveryFilter): Sql[] {
  return [
    ...(webhookIds ? [sql`d.webhook_id = any(${readKeys(webhookIds, 'Webhook')}::int[])`] : []),
    ...(states ? [sql`d.state = any(${states}::text[])`] : []),
    ...(events ? [sql`d.event = any(${events}::text[])`] : []),
  ];
}

registerNode('Webhook', (context, key) => webhookByKey(context).load(key), ['ADMINISTRATOR', 'AUDITOR']);
registerNode('WebhookDelivery', (context, key) => deliveryByKey(context).load(key), ['ADMINISTRATOR', 'AUDITOR']);
