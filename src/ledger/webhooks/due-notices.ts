import type { DataSource, EntityManager } from 'typeorm';
import { globalId } from '../../platform/graphql';
import { tellWebhooks } from './delivery-queue';
import type { Notice } from './notices-of-event';
import type { WebhookEvent } from './webhook-event';

const keptForDays = 90;
/** Of the obligations of a unit; whoever needs more asks `dueSoon` or `overdue`. */
const mostIds = 100;

interface Reached {
  unitId: number;
  dueOn: string;
  count: number;
  obligationIds: number[];
}

/**
 * Tells webhooks of dates that have come since they were last told, day by day and once each, however long the service slept and
 * however many processes look; and forgets deliveries of long ago.
 */
export async function tellOfDates(owner: DataSource): Promise<void> {
  await owner.query(`delete from webhook_delivery where created_at < now() - make_interval(days => $1) and state <> 'PENDING'`, [
    keptForDays,
  ]);
  const behind = await owner.query<{ id: number }[]>(
    `select id from webhook where disabled_at is null and events && '{DUE_SOON,OVERDUE}' and noticed_through < shanghai_today() order by id`,
  );
  for (const { id } of behind) await owner.transaction((manager) => tellOne(manager, id));
}

async function tellOne(manager: EntityManager, id: number): Promise<void> {
  const [webhook] = await manager.query<{ since: string; today: string; days: number | null }[]>(
    `select noticed_through as since, shanghai_today() as today, due_within_days as days
     from webhook where id = $1 and disabled_at is null and noticed_through < shanghai_today() for update`,
    [id],
  );
  if (!webhook) return;
  const { since, today, days } = webhook;
  if (days !== null) await tell(manager, id, 'DUE_SOON', await reached(manager, since, today, days, ['NOT_REPORTED', 'IN_PROGRESS']));
  await tell(manager, id, 'OVERDUE', await reached(manager, since, today, -1, ['OVERDUE']));
  await manager.query('update webhook set noticed_through = $2 where id = $1', [id, today]);
}

/** What is due so many days after one of the days that have come since, by unit and date. */
function reached(manager: EntityManager, since: string, today: string, days: number, statuses: readonly string[]): Promise<Reached[]> {
  return manager.query<Reached[]>(
    `select o.unit_id as "unitId", o.due_on as "dueOn", count(*)::int as count, (array_agg(o.id order by o.id))[:${mostIds}] as "obligationIds"
     from obligation o join plan p on p.id = o.plan_id
     where o.due_on > $1::date + $3::int and o.due_on <= $2::date + $3::int and o.ended_on is null and p.state <> 'WITHDRAWN'
       and obligation_status(o.progress, o.due_on, o.ledger_since, shanghai_today()) = any($4)
     group by o.unit_id, o.due_on order by o.due_on, o.unit_id`,
    [since, today, days, statuses],
  );
}

async function tell(manager: EntityManager, webhookId: number, event: WebhookEvent, found: readonly Reached[]): Promise<void> {
  const notices = found.map(({ unitId, dueOn, count, obligationIds }): Notice => ({
    event,
    subject: globalId('Unit', unitId),
    details: { dueOn, count, obligationIds: obligationIds.map((key) => globalId('Obligation', key)) },
  }));
  await tellWebhooks(manager, notices, webhookId);
}
