import { In, type EntityManager } from 'typeorm';
import { arrangeCategories, ensureCategories, pathKey } from '../content/categories';
import { insertTasks } from '../content/insert-tasks';
import { proposeTopicsOf } from '../content/propose-topics';
import { unitIdOf, type NamedBodies, type ResponsibilityContent } from '../content/task-content';
import { linesOf, replaceLines, type BodyLine } from '../edit/responsibility-list';
import { writeTargets } from '../edit/task-fields';
import { Target } from '../target';
import { Task } from '../task';
import type { MergedTask } from './merge-plan';
import { sameValue } from './same-reading';

/** The tasks of a plan as they are to be, and as they were: those that keep their key are written only where they differ. */
export interface TasksToWrite {
  planId: number;
  tasks: readonly MergedTask[];
  before: ReadonlyMap<number, MergedTask>;
  /** Whether a task that is no longer among them stays as an ended record, for what was seen of it or reported on it; else it goes. */
  isEnding: boolean;
}

/** Writes the tasks of a plan anew; their keys in order. */
export async function writeMergedTasks(manager: EntityManager, write: TasksToWrite, bodies: NamedBodies): Promise<number[]> {
  const { planId, tasks, before } = write;
  const numbered = tasks.map((task, at) => ({ ...task, number: at + 1 }));
  await takeOut(manager, write);
  await moveToPlaces(manager, planId, numbered);
  const categoryIds = await ensureCategories(
    manager,
    planId,
    numbered.map(({ categoryPath }) => categoryPath),
  );
  const changed = numbered.filter((task) => task.id !== null && !isSame(before.get(task.id), task));
  for (const task of changed) await rewriteTask(manager, planId, task as Kept, before.get(task.id!), categoryIds, bodies);
  await proposeTopicsOf(
    manager,
    changed.map(({ id }) => id!),
  );
  const made = await insertTasks(
    manager,
    planId,
    numbered.filter(({ id }) => id === null),
    bodies,
  );
  await arrangeCategories(manager, planId);
  return numbered.map(({ id }) => id ?? made.shift()!);
}

type Kept = MergedTask & { id: number };

function isSame(before: MergedTask | undefined, after: MergedTask): boolean {
  if (!before) return false;
  const { source: _before, number: _was, ...left } = before;
  return (Object.keys(left) as (keyof typeof left)[]).every(
    (field) => left[field] === after[field] || sameValue(left[field], after[field]),
  );
}

async function takeOut(manager: EntityManager, { planId, tasks, before, isEnding }: TasksToWrite): Promise<void> {
  const staying = new Set(tasks.map(({ id }) => id));
  const gone = [...before.keys()].filter((id) => !staying.has(id));
  if (gone.length === 0) return;
  if (isEnding) await manager.query('update task set ended_on = shanghai_today(), category_id = null where id = any($1)', [gone]);
  else await manager.delete(Task, { planId, id: In(gone) });
}

/** Numbers and places in the source of all that stay, in one statement; what has ended stands behind. */
async function moveToPlaces(manager: EntityManager, planId: number, tasks: readonly MergedTask[]): Promise<void> {
  const staying = tasks.filter(({ id }) => id !== null);
  const column = <T>(of: (task: MergedTask) => T) => staying.map(of);
  await manager.query('update task set ended_on = null where id = any($1) and ended_on is not null', [column(({ id }) => id)]);
  await manager.query(
    `update task t set number = n.number, source_page = n.page, source_row = n.row, source_line = n.line, source_line_end = n.line_end,
       source_text = coalesce(n.text, t.source_text)
     from (
       select * from unnest($2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::text[]) as o (id, number, page, row, line, line_end, text)
       union all
       select id, $9 + row_number() over (order by number), source_page, source_row, source_line, source_line_end, null
       from task where plan_id = $1 and ended_on is not null
     ) n
     where t.id = n.id and (t.number, t.source_page, t.source_row, t.source_line, t.source_line_end, t.source_text)
       is distinct from (n.number, n.page, n.row, n.line, n.line_end, coalesce(n.text, t.source_text))`,
    [
      planId,
      column(({ id }) => id),
      column(({ number }) => number),
      column(({ source }) => source.page),
      column(({ source }) => source.row),
      column(({ source }) => source.line),
      column(({ source }) => source.lineEnd),
      column(({ source }) => source.text),
      tasks.length,
    ],
  );
}

/** Everything of a task but its number and its place in the source. Rows of its lists that stay keep their keys. */
async function rewriteTask(
  manager: EntityManager,
  planId: number,
  task: Kept,
  before: MergedTask | undefined,
  categoryIds: ReadonlyMap<string, number>,
  bodies: NamedBodies,
): Promise<void> {
  const { id, text, printedNumber, responsibleText, leadOfficial, openEnded, deadline, categoryPath } = task;
  const categoryId = categoryIds.get(pathKey(categoryPath)) ?? null;
  await manager.update(Task, id, {
    ...{ text, printedNumber, responsibleText, leadOfficial, openEnded, deadline, categoryId },
    version: () => 'version + 1',
  });
  if (!before || !sameValue(before.responsibilities, task.responsibilities)) {
    const lines = await linesOf(manager, id);
    await replaceLines(manager, { id, planId }, lines, linesFrom(task.responsibilities, lines, bodies));
  }
  if (!before || !sameValue(before.targets, task.targets)) {
    const rows = await manager.find(Target, { where: { taskId: id }, order: { position: 'ASC' } });
    await writeTargets(manager, { id, planId }, rows, task.targets);
  }
}

/** A body that the list named before stays the record it was. */
function linesFrom(list: readonly ResponsibilityContent[], before: readonly BodyLine[], bodies: NamedBodies): BodyLine[] {
  const free = new Set(before);
  return list.map((one) => {
    const unitId = unitIdOf(one, bodies);
    const groupId = one.group === null ? null : bodies.groupIds.get(one.group)!;
    const same = [...free].find((line) => line.unitId === unitId && line.groupId === groupId);
    if (same) free.delete(same);
    const { phrase, role, mode, unit, rule } = one;
    return { id: same?.id ?? null, phrase, role, mode, unitId, printedUnit: unit, groupId, rule };
  });
}
