import type { EntityManager } from 'typeorm';
import { whenAppended } from '../../audit';
import { enqueue, type JobQueue } from '../../platform/jobs';
import { noticesOf, type Notice } from './notices-of-event';

/** Tried again after 1, 2, 4 … minutes: for about seventeen hours. */
export const deliveryQueue: JobQueue = { name: 'webhook-delivery', retryLimit: 10, retryDelaySeconds: 60, expireInSeconds: 60 };

/** What a job holds. */
export interface DeliveryJob {
  deliveryId: number;
}

/** Tells every webhook that wants to know, as part of the write itself: of what is undone nobody hears. */
export async function tellWebhooks(manager: EntityManager, notices: readonly Notice[], webhookId: number | null = null): Promise<void> {
  if (notices.length === 0) return;
  const deliveries = await manager.query<DeliveryJob[]>(
    `insert into webhook_delivery (webhook_id, event, subject, details)
     select w.id, n.event, n.subject, n.details
     from rows from (jsonb_to_recordset($1) as (event text, subject text, details jsonb)) with ordinality as n(event, subject, details, place)
     join webhook w on w.disabled_at is null and n.event = any(w.events) and ($2::int is null or w.id = $2)
     order by n.place, w.id
     returning id as "deliveryId"`,
    [JSON.stringify(notices), webhookId],
  );
  await enqueue(manager, deliveryQueue, deliveries);
}

whenAppended((manager, event) => tellWebhooks(manager, noticesOf(event)));
