import type { EntityManager } from 'typeorm';
import type { Period } from '../period';
import type { SummaryFigures } from './ledger-summary';

export interface SummaryScope {
  /** Path of the region; every unit within it counts. */
  regionPath: string;
  /** One unit alone; null for the region. */
  unitId: number | null;
}

/**
 * Counts published rows alone, as of a day: whoever has the public data of that day can count them again. Late and
 * rescheduled are unknown, not zero, where nothing is collected by which they could be told.
 */
export async function summaryFigures(
  manager: EntityManager,
  { regionPath, unitId }: SummaryScope,
  period: Period,
  asOf: string,
): Promise<SummaryFigures> {
  const year = Number(period.text.slice(0, 4));
  const [figures] = await manager.query<SummaryFigures[]>(statement, [
    `${regionPath}%`,
    unitId,
    period.firstDay,
    period.lastDay,
    asOf,
    year,
  ]);
  return figures!;
}

const statement = `
with scope as (
  select u.id from unit u join region r on r.id = u.region_id where u.published and r.path like $1 and ($2::int is null or u.id = $2)
), obligations as (
  select o.*, obligation_status(o.progress, o.due_on, o.ledger_since, $5::date) as status, coalesce(p.year, $6) < $6 as is_carried_over,
    coalesce(o.ledger_since <= $5::date, false) as is_collected
  from scope join obligation o on o.unit_id = scope.id join plan p on p.id = o.plan_id
  where o.published and o.ended_on is null and (
    p.year = $6 or (coalesce(p.year, $6 - 1) < $6 and o.ledger_since <= $5::date and coalesce(o.completed_on >= make_date($6, 1, 1), true)))
), counted as (
  select count(distinct unit_id)::int as "unitCount", count(distinct plan_id)::int as "planCount", count(*)::int as "obligationCount",
    count(*) filter (where is_carried_over)::int as "carriedOverCount",
    count(*) filter (where status = 'NOT_COLLECTED')::int as "notCollectedCount",
    count(*) filter (where status = 'NOT_REPORTED')::int as "notReportedCount",
    count(*) filter (where status = 'IN_PROGRESS')::int as "inProgressCount",
    count(*) filter (where status = 'COMPLETED')::int as "completedCount",
    count(*) filter (where status = 'OVERDUE')::int as "overdueCount",
    count(*) filter (where is_collected and completed_on between $3::date and $4::date)::int as "completedInPeriodCount",
    count(*) filter (where is_dated and due_on between $3::date and $4::date)::int as "dueInPeriodCount",
    count(*) filter (where is_dated and due_on between $3::date and $4::date and status = 'COMPLETED')::int as "dueInPeriodCompletedCount",
    case when bool_or(is_dated) then count(*) filter (where is_dated and coalesce(completed_on, $5::date) > due_on)::int end as "lateCount",
    case when bool_or(is_dated) then count(*) filter (where exists (
      select from deadline_extension x where x.obligation_id = o.id and x.published))::int end as "rescheduledCount",
    count(*) filter (where status = 'COMPLETED')::float / nullif(count(*) filter (where is_collected), 0) as "completionRate"
  from (select *, is_collected and coalesce(due_on >= ledger_since, false) as is_dated from obligations) o
), entries as (
  select count(*)::int as "entryCount" from obligations o join ledger_entry e on e.obligation_id = o.id
  where e.published and e.period_end between $3::date and $4::date
), findings as (
  select count(*) filter (where c.opened_on between $3::date and $4::date)::int as "findingOpenedCount",
    count(*) filter (where c.closed_on between $3::date and $4::date)::int as "findingClosedCount",
    count(*) filter (where c.state <> 'CLOSED')::int as "findingOpenCount",
    count(*) filter (where c.state <> 'CLOSED' and c.due_on < $5::date)::int as "findingOverdueCount"
  from scope join rectification c on c.unit_id = scope.id where c.published
)
select counted.*, entries.*, findings.* from counted, entries, findings`;
