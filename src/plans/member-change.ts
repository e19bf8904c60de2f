import { whenMembersChange } from '../units';
import { wantedObligations } from './obligation.commands';
import { runPlanSteps } from './plan-steps';

/** Plans with one of the collectives whose obligations are other than its members on the plan's day now give. */
const plansWithOtherBearers = `
  with chosen_plan as (
    select p.* from plan p where p.state <> 'WITHDRAWN' and exists (select from responsibility b where b.plan_id = p.id and b.group_id = any($1))
  ), wanted as (${wantedObligations}),
  held as (select o.task_id, o.unit_id, o.plan_id from obligation o join chosen_plan p on p.id = o.plan_id where o.ended_on is null)
  select distinct plan_id as id from (
    (select task_id, unit_id, plan_id from wanted except select task_id, unit_id, plan_id from held)
    union all (select task_id, unit_id, plan_id from held except select task_id, unit_id, plan_id from wanted)
  ) other
  order by id`;

whenMembersChange(async (manager, groupIds) => {
  const plans = await manager.query<{ id: number }[]>(plansWithOtherBearers, [groupIds]);
  for (const { id } of plans) await runPlanSteps(manager, 'CHANGED', id);
  return plans.length;
});
