import type { Reader } from '../../platform/database';
import type { PlaceFilter } from '../routes/place-filters';

/** How much a calendar holds: what is ahead is worth more than what is past. */
const mostAhead = 3_500;
const mostPast = 1_500;

/** A day on which a task falls due, for everyone or for one unit. */
export interface DueDay {
  taskKey: number;
  /** Of the unit's own row; null where the calendar is of no unit. */
  obligationKey: number | null;
  dueOn: string;
  /** Null where the duty does not recur. */
  period: string | null;
  /** How often the date, or what is written of it, was changed in public. */
  changes: number;
  text: string;
  deadlineText: string | null;
  planTitle: string;
  regionName: string;
  updatedAt: Date;
}

/**
 * From a year ago to eighteen months ahead, by day. For a unit the date is its own: what was put off for it stands at the new
 * day, while the task's other units keep theirs.
 */
export async function dueDays(reader: Reader, { regionPath, unitKey, planKey }: PlaceFilter): Promise<DueDay[]> {
  const half = (condition: string, direction: 'asc' | 'desc', limit: number) => `
    (select * from days where ${condition} order by "dueOn" ${direction}, "taskKey", "obligationKey" limit ${limit})`;
  return reader.rows<DueDay>(
    `with days as (
       select t.id as "taskKey", o.id as "obligationKey", ${dueOn} as "dueOn", c.period, t.text, t.deadline_text as "deadlineText",
         p.title as "planTitle", r.name as "regionName", greatest(t.updated_at, c.updated_at, o.updated_at) as "updatedAt",
         (select count(distinct x.created_at) from correction x where x.task_id = t.id)::int
           + (select count(*) from ${putOff})::int as changes
       from task_occurrence c join task t on t.id = c.task_id join plan p on p.id = c.plan_id join region r on r.id = p.region_id
       left join obligation o on o.task_id = c.task_id and o.unit_id = $2 and o.ended_on is null
       where ($1::text is null or r.path like $1 || '%') and ($2::int is null or o.id is not null) and ($3::int is null or p.id = $3)
         and c.due_on between shanghai_today() - 366 and shanghai_today() + 550
     )
     select * from (${half('"dueOn" >= shanghai_today()', 'asc', mostAhead)} union all ${half('"dueOn" < shanghai_today()', 'desc', mostPast)}) d
     order by "dueOn", "taskKey", "obligationKey"`,
    [regionPath, unitKey, planKey],
  );
}

const putOff = `deadline_extension e where e.obligation_id = o.id and e.published and (c.period is null or e.occurrence_due_on = c.due_on)`;

const dueOn = `case when c.period is null then coalesce(o.due_on, c.due_on)
  else coalesce((select e.proposed_due_on from ${putOff} order by e.id desc limit 1), c.due_on) end`;
