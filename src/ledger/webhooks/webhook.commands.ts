import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, conflict, globalId, notFound, type Viewer } from '../../platform/graphql';
import { installQueue } from '../../platform/jobs';
import { deliveryQueue } from './delivery-queue';
import type { WebhookEvent } from './webhook-event';
import { Webhook } from './webhook';

export interface WebhookFacts {
  url: string;
  events: readonly WebhookEvent[];
  dueWithinDays: number | null;
}

/** Makes a webhook and its secret. The tables of the job queue come with the first one. */
export async function createWebhook(
  manager: EntityManager,
  viewer: Viewer,
  facts: WebhookFacts,
): Promise<{ webhookKey: number; secret: string }> {
  const checked = check(facts);
  await installQueue(manager.dataSource, deliveryQueue).catch(refuseWithoutRight);
  const secret = randomBytes(32).toString('base64url');
  const inserted = await manager.insert(Webhook, { ...checked, secret, createdBy: viewer.subject } as never);
  const webhookKey = inserted.identifiers[0]!['id'] as number;
  await append(manager, viewer, 'webhook.create', webhookKey, { before: null, after: checked });
  return { webhookKey, secret };
}

/** Tells it nothing more, not even what waits to be sent. CONFLICT where it is disabled already. */
export async function disableWebhook(manager: EntityManager, viewer: Viewer, webhookKey: number): Promise<{ webhookKey: number }> {
  const webhook = await manager.findOne(Webhook, { where: { id: webhookKey }, lock: { mode: 'pessimistic_write' } });
  if (!webhook) throw notFound('There is no such webhook. / 没有这项通知订阅。');
  if (webhook.disabledAt) throw conflict('The webhook is disabled already. / 该通知订阅已停用。');
  await manager.update(Webhook, webhookKey, { disabledAt: () => 'now()' });
  await append(manager, viewer, 'webhook.disable', webhookKey, { before: { disabled: false }, after: { disabled: true } });
  return { webhookKey };
}

function check({ url, events, dueWithinDays }: WebhookFacts): WebhookFacts {
  const address = URL.canParse(url.trim()) ? new URL(url.trim()) : null;
  if (!address || !/^https?:$/.test(address.protocol) || address.username !== '' || address.password !== '' || address.hash !== '')
    throw new CommandRefusal(
      'URL_INVALID',
      '接收地址须为 http 或 https 网址，不含用户名、密码和 # 部分。 The address is http or https, without a user name, password or fragment.',
      ['url'],
    );
  if (events.length === 0) throw new CommandRefusal('NO_EVENTS', '请至少选择一项通知事项。 Choose at least one event.', ['events']);
  const needsDays = events.includes('DUE_SOON');
  if (needsDays !== (dueWithinDays !== null))
    throw new CommandRefusal(
      'DAYS_GO_WITH_DUE_SOON',
      '选择 DUE_SOON 时须填提前天数，否则不填。 Give the days with DUE_SOON, and only then.',
      ['dueWithinDays'],
    );
  return { url: address.href, events: [...new Set(events)], dueWithinDays };
}

function refuseWithoutRight(error: unknown): never {
  if ((error as { code?: unknown }).code !== '42501') throw error;
  throw new CommandRefusal(
    'NO_RIGHT_TO_CREATE_SCHEMA',
    '数据库账号无权建立模式 pgboss，请由数据库管理员授予 CREATE 权限后重试。 The database login may not create the schema pgboss: have it granted CREATE on the database and try again.',
  );
}

async function append(manager: EntityManager, { subject: actor }: Viewer, action: string, key: number, payload: object): Promise<void> {
  await appendAuditEvent(manager, { actor, action, subject: globalId('Webhook', key), payload });
}
