/** What must hold in the lineage at any time; each finds what breaks it. */
export const lineageRules: Readonly<Record<string, string>> = {
  'what one plan takes from another is public exactly when both are': `
    select 'plan derivation ' || d.id from plan_derivation d join plan u on u.id = d.upper_plan_id join plan l on l.id = d.lower_plan_id
    where d.published <> (u.published and l.published and d.state <> 'REJECTED')
      or exists (select from derivation x where x.plan_derivation_id = d.id and x.published <> d.published)`,
  'an aligned pair of public plans accounts for every task of both': `
    select 'plan derivation ' || d.id || ', task ' || t.id from plan_derivation d join task t on t.plan_id in (d.upper_plan_id, d.lower_plan_id) and t.ended_on is null
    where d.published and d.aligned_sha256 is not null and not exists (select from derivation x where x.plan_derivation_id = d.id and t.id in (x.upper_task_id, x.lower_task_id))`,
};
