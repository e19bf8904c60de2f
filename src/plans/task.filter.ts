import { allOf, containing, isOneOf, raw, sql, type Sql } from '../platform/database';
import { readKeys, wordsOf, type RequestContext } from '../platform/graphql';
import { regionKeys, regionPath, withinPath } from '../regions';
import type { TaskFilter } from './task.inputs';

/**
 * The relation that lists, figures and search read one row per task from, as `f`: for the public a table that holds
 * published rows only, for the offices a view of all.
 */
export function taskFacts(context: RequestContext): Sql {
  const facts = context.audience === 'public' ? 'published_task' : 'task_fact';
  return raw(`(select *, obligation_status(progress, open_due_on, ledger_since, shanghai_today()) as status from ${facts}) f`);
}

/** What the table of tasks itself can be filtered by. */
const ofTasks: readonly (keyof TaskFilter)[] = ['planIds', 'deadlineKinds', 'dueFrom', 'dueTo', 'updatedSince'];

/** Whether a filter asks for no more than what stands in the table of tasks itself. */
export function isOfTasksAlone(filter: TaskFilter | null): boolean {
  return Object.entries(filter ?? {}).every(([name, value]) => value == null || ofTasks.includes(name as keyof TaskFilter));
}

/** Tasks `t` whose facts `f` are columns of their own: one look-up for each instead of two. */
export const tasksAlone = raw(`task t cross join lateral (
      select t.id as task_id, t.plan_id, t.number, t.deadline_kind, t.due_on, t.updated_at where t.ended_on is null) f`);

/** The conditions of a filter on `f`. */
export async function taskConditions(context: RequestContext, filter: TaskFilter | null): Promise<Sql[]> {
  if (!filter) return [];
  return [
    ...(filter.text ? textConditions(filter.text) : []),
    ...(filter.updatedSince ? [sql`f.updated_at >= ${filter.updatedSince}`] : []),
    ...(filter.planIds ? [isOneOf('f.plan_id', readKeys(filter.planIds, 'Plan'))] : []),
    ...(filter.regionCodes ? [sql`f.region_id = any(${await regionKeys(context, filter.regionCodes)}::int[])`] : []),
    ...(filter.withinRegion != null ? [withinPath('f.region_path', await regionPath(context, filter.withinRegion))] : []),
    ...(filter.levels ? [sql`f.level = any(${filter.levels}::text[])`] : []),
    ...(filter.years ? [sql`f.year = any(${filter.years}::int[])`] : []),
    ...(filter.categoryIds ? [belowCategories(readKeys(filter.categoryIds, 'Category'))] : []),
    ...(filter.topicCodes ? [ofTopics(filter.topicCodes)] : []),
    ...(filter.deadlineKinds ? [sql`f.deadline_kind = any(${filter.deadlineKinds}::text[])`] : []),
    ...(filter.dueFrom ? [sql`f.due_on >= ${filter.dueFrom}::date`] : []),
    ...(filter.dueTo ? [sql`f.due_on <= ${filter.dueTo}::date`] : []),
    ...(filter.statuses ? [sql`f.status = any(${filter.statuses}::text[])`] : []),
    ...(filter.hasTarget == null ? [] : [sql`f.has_target = ${filter.hasTarget}`]),
    ...responsibleConditions(filter),
  ];
}

/** The conditions of a filter on one responsible unit, over `obligation tu` and its `unit tuu`; empty where it names none. */
export function responsibleUnitConditions(filter: TaskFilter | null): Sql[] {
  if (!filter) return [];
  return [
    ...(filter.unitIds ? [sql`tu.unit_id = any(${readKeys(filter.unitIds, 'Unit')}::int[])`] : []),
    ...(filter.functionLines ? [sql`tuu.function_line = any(${filter.functionLines}::text[])`] : []),
    ...(filter.roles ? [sql`tu.role = any(${filter.roles}::text[])`] : []),
  ];
}

function responsibleConditions(filter: TaskFilter): Sql[] {
  if (filter.unitIds || filter.functionLines) {
    return [
      sql`exists (select from obligation tu join unit tuu on tuu.id = tu.unit_id where tu.task_id = f.task_id and tu.ended_on is null and ${allOf(responsibleUnitConditions(filter))})`,
    ];
  }
  // A collective whose members nobody knows has a part in the task all the same.
  return filter.roles
    ? [sql`exists (select from responsibility b where b.task_id = f.task_id and b.role = any(${filter.roles}::text[]))`]
    : [];
}

/** Every word must occur. Two characters or more go by the bigram index; one alone has to be looked for row by row. */
function textConditions(text: string): Sql[] {
  return wordsOf(text).map((word) => {
    const length = [...word].length;
    if (length === 1) return sql`f.search_text like lower(${containing(word)}::text)`;
    const pairs = sql`bigrams(f.search_text) @> bigrams(lower(${word}::text))`;
    return length === 2 ? pairs : sql`${pairs} and strpos(f.search_text, lower(${word}::text)) > 0`;
  });
}

function belowCategories(keys: number[]): Sql {
  return sql`f.category_id in (
    with recursive below as (
      select id from category where id = any(${keys}::int[])
      union select c.id from category c join below on c.parent_id = below.id
    ) select id from below)`;
}

function ofTopics(codes: string[]): Sql {
  return sql`exists (
    select from task_topic k join topic o on o.id = k.topic_id left join topic above on above.id = o.parent_id
    where k.task_id = f.task_id and (o.code = any(${codes}::text[]) or above.code = any(${codes}::text[])))`;
}
