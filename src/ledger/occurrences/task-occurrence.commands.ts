import type { EntityManager } from 'typeorm';
import { expandRhythm, type RhythmOccurrence } from './expand-rhythm';

interface RecurringTask {
  id: number;
  planId: number;
  rrule: string;
  quota: number | null;
  /** The plan's year; the year of issue where the document names none. */
  year: number | null;
  issuedOn: string | null;
}

/**
 * Brings the days on which the tasks of some plans fall due in line with their deadlines. A recurring duty falls due within the
 * plan's year, and not before the plan was issued. Days that stay keep their ids.
 */
export async function refreshOccurrences(manager: EntityManager, planIds: readonly number[]): Promise<void> {
  const recurring = await manager.query<RecurringTask[]>(
    `select t.id, t.plan_id as "planId", t.rrule, t.quota, coalesce(p.year, extract(year from p.issued_on))::int as year, p.issued_on as "issuedOn"
     from task t join plan p on p.id = t.plan_id where t.plan_id = any($1) and t.ended_on is null and t.deadline_kind = 'RECURRING' and t.rrule is not null`,
    [planIds],
  );
  const rows = recurring.flatMap((task) => occurrencesOf(task).map((occurrence) => ({ ...task, ...occurrence })));
  await manager.query(
    `with wanted as (
       select plan_id, id as task_id, due_on, null::date as starts_on, null::text as period, 1 as quota
       from task where plan_id = any($1) and ended_on is null and due_on is not null
       union all
       select * from unnest($2::int[], $3::int[], $4::date[], $5::date[], $6::text[], $7::int[])
     ), gone as (
       delete from task_occurrence o where o.plan_id = any($1)
         and not exists (select from wanted w where w.task_id = o.task_id and w.due_on = o.due_on)
     )
     insert into task_occurrence as o (plan_id, task_id, due_on, starts_on, period, quota) select * from wanted
     on conflict (task_id, due_on) do update set starts_on = excluded.starts_on, period = excluded.period, quota = excluded.quota
     where (o.starts_on, o.period, o.quota) is distinct from (excluded.starts_on, excluded.period, excluded.quota)`,
    [
      planIds,
      rows.map(({ planId }) => planId),
      rows.map(({ id }) => id),
      rows.map(({ dueOn }) => dueOn),
      rows.map(({ startsOn }) => startsOn),
      rows.map(({ period }) => period),
      rows.map(({ quota }) => quota ?? 1),
    ],
  );
}

function occurrencesOf({ rrule, year, issuedOn }: RecurringTask): RhythmOccurrence[] {
  if (year === null) return [];
  return expandRhythm(rrule, year).filter(({ dueOn }) => issuedOn === null || dueOn >= issuedOn);
}
