import type { DataSource } from 'typeorm';
import { globalId } from '../../platform/graphql';
import type { Job } from '../../platform/jobs';
import { callOut, OutboundFailure, type OutboundRules } from '../../platform/outbound';
import type { DeliveryJob } from './delivery-queue';
import { signatureOf } from './signature';

const timeoutMs = 5_000;

export interface Sending {
  owner: DataSource;
  rules: OutboundRules;
  /** Ends what is under way; it is sent again later. */
  stop: AbortSignal;
}

interface Waiting {
  id: number;
  event: string;
  subject: string;
  details: object;
  createdAt: Date;
  state: string;
  webhookId: number;
  url: string;
  secret: string;
  isDisabled: boolean;
}

interface Outcome {
  status: number | null;
  error: string | null;
}

/** Sends one delivery and notes what came of it. Throws where it is to be sent again. */
export async function deliver({ owner, rules, stop }: Sending, { data, isLastTry }: Job<DeliveryJob>): Promise<void> {
  const [waiting] = await owner.query<Waiting[]>(
    `select d.id, d.event, d.subject, d.details, d.created_at as "createdAt", d.state, w.id as "webhookId", w.url, w.secret, w.disabled_at is not null as "isDisabled"
     from webhook_delivery d join webhook w on w.id = d.webhook_id where d.id = $1`,
    [data.deliveryId],
  );
  // Gone, or sent before: a job may come twice.
  if (waiting?.state !== 'PENDING') return;
  if (waiting.isDisabled) return note(owner, waiting.id, 'FAILED', { status: null, error: 'DISABLED' });
  const outcome = await send(waiting, rules, stop);
  const isDelivered = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
  await note(owner, waiting.id, isDelivered ? 'DELIVERED' : isLastTry ? 'FAILED' : 'PENDING', outcome);
  if (!isDelivered) throw new Error(outcome.error ?? `HTTP ${outcome.status}`);
}

async function send(waiting: Waiting, rules: OutboundRules, signal: AbortSignal): Promise<Outcome> {
  const body = bodyOf(waiting);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Gongkai',
    'gongkai-event': waiting.event,
    'gongkai-delivery': globalId('WebhookDelivery', waiting.id),
    'gongkai-timestamp': timestamp,
    'gongkai-signature': signatureOf(waiting.secret, timestamp, body),
  };
  try {
    const { status } = await callOut({ method: 'POST', url: new URL(waiting.url), headers, body, timeoutMs, signal }, rules);
    return { status, error: null };
  } catch (error) {
    if (error instanceof OutboundFailure) return { status: null, error: error.code };
    throw error;
  }
}

/** The same at every try, so that a receiver knows what it has had before by its id. */
function bodyOf({ id, event, subject, details, createdAt, webhookId }: Waiting): string {
  return JSON.stringify({
    id: globalId('WebhookDelivery', id),
    webhookId: globalId('Webhook', webhookId),
    event,
    occurredAt: createdAt.toISOString(),
    subjectId: subject,
    details,
  });
}

async function note(owner: DataSource, id: number, state: string, { status, error }: Outcome): Promise<void> {
  const isTried = error !== 'DISABLED';
  await owner.query(
    `update webhook_delivery set state = $2, last_status = $3, last_error = $4, attempt_count = attempt_count + $5::int,
       last_attempt_at = case when $5 = 1 then now() else last_attempt_at end
     where id = $1 and state = 'PENDING'`,
    [id, state, status, error, isTried ? 1 : 0],
  );
}
