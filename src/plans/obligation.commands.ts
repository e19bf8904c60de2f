import type { EntityManager } from 'typeorm';
import { memberOnDayOfPlan } from './columns';
import { runPlanSteps } from './plan-steps';

/**
 * The pairs of task and unit that responsibilities, and the collectives' members on each plan's day (its date of issue, else
 * the first day of its year), give for the plans of the relation `chosen_plan p`. A unit that is named and also a member counts
 * as named; under its strongest part where it has several. A list in the plan's own annex stands above the collective's.
 */
export const wantedObligations = `
  select distinct on (x.task_id, x.bearer) x.task_id, x.bearer as unit_id, x.plan_id, x.id as responsibility_id, x.via_group as group_id, x.role, x.mode,
    case
      when x.role = 'SUPPORTING' then not exists (select from responsibility r where r.task_id = x.task_id and r.role <> 'SUPPORTING')
      when x.role = 'LEAD' or x.mode = 'EACH' then true
      else not exists (select from responsibility r where r.task_id = x.task_id and r.role = 'LEAD')
    end as decides
  from (
    select b.*, b.unit_id as bearer, null::integer as via_group
    from responsibility b join chosen_plan p on p.id = b.plan_id
    where b.unit_id is not null
    union all
    select b.*, m.unit_id, b.group_id
    from responsibility b join chosen_plan p on p.id = b.plan_id join unit_group_member m on m.group_id = b.group_id
    where ${memberOnDayOfPlan} and not exists (select from listed_member l where l.plan_id = b.plan_id and l.group_id = b.group_id)
    union all
    select b.*, l.unit_id, b.group_id
    from responsibility b join chosen_plan p on p.id = b.plan_id join listed_member l on l.plan_id = b.plan_id and l.group_id = b.group_id
  ) x
  where not exists (select from task e where e.id = x.task_id and e.plan_id = x.plan_id and e.ended_on is not null)
  order by x.task_id, x.bearer, x.via_group is not null, array_position(array['LEAD', 'RESPONSIBLE', 'SUPPORTING'], x.role), x.position`;

/**
 * Gives the plans of a region, and of those above it, the obligations that they lack: a unit that came to be known may be a
 * member of their collectives. Plans that got some are told that they changed. Nothing is taken away here.
 */
export async function expandObligations(manager: EntityManager, regionId: number): Promise<void> {
  const changed = await manager.query<{ planId: number }[]>(
    `with chosen_plan as (
       select p.* from plan p join region home on home.id = p.region_id where (select path from region where id = $1) like home.path || '%'
     ), made as (
       insert into obligation (task_id, unit_id, plan_id, responsibility_id, group_id, role, mode, decides, due_on)
       select w.*, (select due_on from task where id = w.task_id) from (${wantedObligations}) w
       on conflict (task_id, unit_id) do nothing
       returning plan_id
     )
     select distinct plan_id as "planId" from made order by plan_id`,
    [regionId],
  );
  for (const { planId } of changed) await runPlanSteps(manager, 'CHANGED', planId);
}
