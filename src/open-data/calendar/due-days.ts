import { allOf, raw, sql, type Reader, type Sql } from '../../platform/database';
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
 * What is ahead, and what is past from the latest on, by day. For a unit the date is its own: what was put off for it stands at the
 * new day, while the task's other units keep theirs.
 */
export async function dueDays(reader: Reader, place: PlaceFilter): Promise<DueDay[]> {
  const { text, values } = sql`
    select t.id as "taskKey", o.id as "obligationKey", ${raw(dueOn)} as "dueOn", c.period, t.text, t.deadline_text as "deadlineText",
      p.title as "planTitle", r.name as "regionName", greatest(t.updated_at, c.updated_at, o.updated_at) as "updatedAt",
      (select count(distinct x.created_at) from correction x where x.task_id = t.id)::int
        + (select count(*) from ${raw(putOff)})::int as changes
    from (${occurrences(place, true)} union all ${occurrences(place, false)}) c
      join task t on t.id = c.task_id join plan p on p.id = c.plan_id join region r on r.id = p.region_id
      left join obligation o on o.id = c.obligation_id
    order by "dueOn", "taskKey", "obligationKey"`.compile();
  return reader.rows<DueDay>(text, values);
}

/** So many as a calendar holds, chosen before anything else of them is read. */
function occurrences({ regionPath, unitKey, planKey }: PlaceFilter, isAhead: boolean): Sql {
  const own =
    unitKey === null ? raw('') : sql`join obligation o on o.task_id = c.task_id and o.unit_id = ${unitKey}::int and o.ended_on is null`;
  const conditions = [
    raw(isAhead ? 'c.due_on >= shanghai_today()' : 'c.due_on < shanghai_today()'),
    ...(planKey === null ? [] : [sql`c.plan_id = ${planKey}::int`]),
    ...(regionPath === null
      ? []
      : [sql`c.plan_id in (select p.id from plan p join region r on r.id = p.region_id where r.path like ${regionPath}::text || '%')`]),
  ];
  return sql`(select c.task_id, c.plan_id, c.due_on, c.period, c.updated_at, ${raw(unitKey === null ? 'null::int' : 'o.id')} as obligation_id
    from task_occurrence c ${own} where ${allOf(conditions)}
    order by c.due_on ${raw(isAhead ? 'asc' : 'desc')}, c.task_id limit ${raw(String(isAhead ? mostAhead : mostPast))})`;
}

const putOff = `deadline_extension e where e.obligation_id = o.id and e.published and (c.period is null or e.occurrence_due_on = c.due_on)`;

const dueOn = `case when c.period is null then coalesce(o.due_on, c.due_on)
  else coalesce((select e.proposed_due_on from ${putOff} order by e.id desc limit 1), c.due_on) end`;
