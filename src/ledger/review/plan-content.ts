import type { EntityManager } from 'typeorm';
import { globalId } from '../../platform/graphql';

/**
 * All that a plan prints and how it was read, in one order: what reviewers approve. Neither ids of its parts nor states,
 * figures and times of change belong to it, so that only an edit changes it.
 */
export async function planContent(manager: EntityManager, planId: number): Promise<object> {
  const content: Record<string, unknown> = {};
  for (const [name, statement] of Object.entries(statements)) content[name] = await manager.query<object[]>(statement, [planId]);
  return content;
}

const statements = {
  plan: `
    select p.title, p.document_number, p.kind, r.stable_id as region, p.issuing_unit_id, p.issuer_text, p.year, p.issued_on::text, p.remarks,
      p.disclosure, d.sha256 as source_sha256
    from plan p join region r on r.id = p.region_id join source_document d on d.id = p.source_document_id where p.id = $1`,
  basis: 'select title, document_number from plan_basis where plan_id = $1 order by position',
  annexes: 'select number, title, kind, entries from annex where plan_id = $1 order by position',
  categories: 'select path from category where plan_id = $1 order by position',
  tasks: `
    select t.number, t.printed_number, c.path as category, t.text, t.responsible_text, t.lead_official, t.open_ended, t.deadline_text, t.deadline_kind,
      t.due_on::text, t.due_precision, t.then_ongoing, t.rrule, t.quota, t.deadline_trigger, t.duration, t.day_count, t.source_text
    from task t left join category c on c.id = t.category_id where t.plan_id = $1 and t.ended_on is null order by t.number`,
  responsibilities: `
    select t.number as task, b.phrase, b.role, b.mode, b.unit_id, b.printed_unit, g.expression
    from responsibility b join task t on t.id = b.task_id left join unit_group g on g.id = b.group_id
    where b.plan_id = $1 and t.ended_on is null order by t.number, b.position`,
  targets: `
    select t.number as task, x.metric, x.comparator, x.value, x.unit, x.period, x.due_on::text, x.actor, x.phrase
    from target x join task t on t.id = x.task_id where x.plan_id = $1 and t.ended_on is null order by t.number, x.position`,
  listedMembers: `
    select g.expression, l.unit_id from listed_member l join unit_group g on g.id = l.group_id where l.plan_id = $1 order by g.expression, l.unit_id`,
};

/** Everyone who brought the plan in or edited it, as the audit log has it: every action on it or a part of it, also one that is gone, outside its lifecycle. */
export async function planAuthors(manager: EntityManager, planId: number): Promise<string[]> {
  const rows = await manager.query<{ actor: string }[]>(
    `with part (type_name, key) as (
       select 'Plan', $1::integer
       union all select 'Task', id from task where plan_id = $1
       union all select 'Category', id from category where plan_id = $1
       union all select 'Responsibility', id from responsibility where plan_id = $1
       union all select 'Target', id from target where plan_id = $1
     )
     select distinct e.actor from (
       select e.actor, e.action from part
       join audit_event e on e.subject = rtrim(translate(encode(convert_to(type_name || ':' || key, 'UTF8'), 'base64'), '+/', '-_'), '=')
       union all select actor, action from audit_event where payload ? 'plan' and payload ->> 'plan' = $2
     ) e
     where e.action not like 'review.%' and e.action <> all (array['plan.publish', 'plan.publish-version', 'plan.discard-version', 'plan.withdraw'])
     order by 1`,
    [planId, globalId('Plan', planId)],
  );
  return rows.map(({ actor }) => actor);
}
