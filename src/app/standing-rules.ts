import type { DataSource } from 'typeorm';
import { alteredSummaries, changedSinceReview, ledgerRules, reviewRules } from '../ledger';
import { lineageRules } from '../lineage';
import { problemReportRules } from '../open-data';

/** Rules that must hold in the data at any time. Each finds what breaks it, one text per violation. */
const rules: Readonly<Record<string, string>> = {
  ...ledgerRules,
  'what hangs on a plan is public exactly when the plan is': [
    'plan_basis',
    'annex',
    'category',
    'task',
    'responsibility',
    'target',
    'obligation',
    'task_occurrence',
    'task_topic',
  ]
    .map(
      (table) =>
        `select '${table} of plan ' || p.id as violation from plan p join ${table} x on x.plan_id = p.id where x.published <> p.published`,
    )
    .join(' union '),
  'the public figures are drawn from the published tasks, all of them': `
    select 'task ' || coalesce(f.task_id, t.id) from published_task f full join (select * from task where published and ended_on is null) t on t.id = f.task_id
    where f.task_id is null or t.id is null or (f.number, f.search_text, f.deadline_kind, f.progress) <> (t.number, t.search_text, t.deadline_kind, t.progress)
      or (f.due_on, f.category_id, f.open_due_on, f.ledger_since) is distinct from (t.due_on, t.category_id, t.open_due_on, t.ledger_since)`,
  'a public correction is of a public plan and says why': `
    select 'correction ' || k.id from correction k join plan p on p.id = k.plan_id where k.published and not p.published`,
  'the kept figures are those of the public rows': `
    select 'plan ' || coalesce(k.plan_id, c.plan_id) from
      (select plan_id, sum(task_count) as tasks, sum(obligation_count) as obligations from published_figure group by plan_id) k
      full join (
        select t.plan_id, count(*) as tasks, coalesce(sum(n.obligations), 0) as obligations
        from task t left join (select task_id, count(*) as obligations from obligation where ended_on is null group by task_id) n on n.task_id = t.id
        where t.published and t.ended_on is null group by t.plan_id
      ) c on c.plan_id = k.plan_id
    where (k.tasks, k.obligations) is distinct from (c.tasks, c.obligations)`,
  'the kept totals are the sums of the kept figures': `
    select 'year ' || coalesce(t.year::text, 'none') || ', ' || t.level from (
      select year, level, deadline_kind, role, unit_level, progress, open_due_on, sum(task_count) as tasks, sum(obligation_count) as obligations
      from (
        select year, level, deadline_kind, role, unit_level, progress, open_due_on, task_count, obligation_count from published_total
        union all
        select year, level, deadline_kind, role, unit_level, progress, open_due_on, -task_count, -obligation_count from published_figure
      ) entry group by 1, 2, 3, 4, 5, 6, 7
    ) t where t.tasks <> 0 or t.obligations <> 0`,
  'a named unit bears its task': `
    select 'responsibility ' || b.id from responsibility b where b.unit_id is not null
      and not exists (select from task t where t.id = b.task_id and t.ended_on is not null)
      and not exists (select from obligation u where u.task_id = b.task_id and u.unit_id = b.unit_id and u.ended_on is null)`,
  'tasks of a plan are numbered without a gap': `
    select 'plan ' || plan_id from task group by plan_id having max(number) <> count(*)
    union select 'plan ' || t.plan_id from task t join task e on e.plan_id = t.plan_id and e.ended_on is not null and e.number < t.number where t.ended_on is null`,
  'a plan says what its current version says': `
    select 'plan ' || p.id from plan p left join plan_version v on v.plan_id = p.id and v.state = 'CURRENT' where v.source_document_id is distinct from p.source_document_id`,
  'a version is public only of a public plan, and what it changed only where both were': `
    select 'version ' || v.id from plan_version v join plan p on p.id = v.plan_id where v.published and not p.published or (v.state = 'CURRENT' and p.published and not v.published)
    union select 'diff of version ' || d.version_id from version_diff d join plan_version v on v.id = d.version_id
      where d.published and not (v.published and exists (select from plan_version e where e.plan_id = v.plan_id and e.number < v.number and e.published))
    union select 'change of version ' || c.version_id from version_change c join version_diff d on d.version_id = c.version_id where c.published <> d.published`,
  ...reviewRules,
  ...lineageRules,
  ...problemReportRules,
  'a region lies within its parent': `
    select 'region ' || r.stable_id from region r join region above on above.id = r.parent_id where r.path <> above.path || r.id || '/'`,
};

/** One line per violation of a standing rule; none where all hold. */
export async function brokenRules(owner: DataSource): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, statement] of Object.entries(rules)) {
    const rows = await owner.query<{ violation: string }[]>(`select violation from (${statement}) as broken (violation)`);
    lines.push(...rows.map(({ violation }) => `${name}: ${violation}`));
  }
  lines.push(...(await changedSinceReview(owner)), ...(await alteredSummaries(owner)));
  return lines;
}
