import type { EntityManager } from 'typeorm';
import { badUserInput, CommandRefusal, conflict, notFound, readKey } from '../../platform/graphql';
import { Category } from '../category';
import { ensureCategories, pathKey } from '../content/categories';
import { Target } from '../target';
import { Task } from '../task';
import type { FieldChange } from './change-plan';
import { correctTarget, sameTarget, type TargetCorrection } from './target-correction';
import type { TargetContent } from '../content/task-content';

/** The plan of a task. NOT_FOUND where there is no such task. */
export async function planOfTask(manager: EntityManager, taskKey: number): Promise<number> {
  const [row] = await manager.query<{ planId: number }[]>('select plan_id as "planId" from task where id = $1', [taskKey]);
  if (!row) throw notFound('There is no such task. / 没有这项任务。');
  return row.planId;
}

/** A task as it is now. CONFLICT where it is not at the version that the caller read. */
export async function taskAtVersion(manager: EntityManager, taskKey: number, version: number): Promise<Task> {
  const task = await manager.findOneBy(Task, { id: taskKey });
  if (!task) throw notFound('There is no such task. / 没有这项任务。');
  assertVersion(task.version, version);
  return task;
}

/** CONFLICT, with the present version, where it is not the one that was read. */
export function assertVersion(present: number, read: number): void {
  if (present === read) return;
  throw conflict(
    `It is at version ${present}, not ${read}: read it again and decide anew. / 现为第 ${present} 版，不是第 ${read} 版，请重新读取后再改。`,
    { version: present },
  );
}

/** Where a task shall stand: a category of the plan by id, one by path, or none. */
export interface CategoryPlace {
  categoryId?: string | null | undefined;
  categoryPath?: string[] | null | undefined;
}

/** The key of the category that is meant; undefined where nothing is said of it. */
export async function findCategory(
  manager: EntityManager,
  planId: number,
  { categoryId, categoryPath }: CategoryPlace,
): Promise<number | null | undefined> {
  if (categoryId != null && categoryPath != null) {
    throw badUserInput('Give `categoryId` or `categoryPath`, not both. / categoryId 与 categoryPath 只能给一个。');
  }
  if (categoryPath != null) {
    const path = categoryPath.map((title) => title.trim());
    if (path.includes('')) throw new CommandRefusal('EMPTY_TEXT', '分类标题不能为空。 A category needs a title.', ['categoryPath']);
    return (await ensureCategories(manager, planId, [path])).get(pathKey(path))!;
  }
  if (categoryId == null) return categoryId === null || categoryPath === null ? null : undefined;
  const category = await manager.findOneBy(Category, { id: readKey(categoryId, 'Category'), planId });
  if (!category) {
    throw new CommandRefusal('NO_CATEGORY', '本要点没有这个分类。 The plan has no such category.', ['categoryId']);
  }
  return category.id;
}

/** The path of a category; null for none. */
export async function pathOf(manager: EntityManager, categoryKey: number | null): Promise<string[] | null> {
  return categoryKey === null ? null : (await manager.findOneByOrFail(Category, { id: categoryKey })).path;
}

export interface TargetCorrections {
  targets?: TargetCorrection[] | null | undefined;
  targetCorrections?: (TargetCorrection & { position: number; remove: boolean })[] | null | undefined;
}

/** Corrects the targets of a task, all or single ones. */
export async function changeTargets(manager: EntityManager, task: Task, corrections: TargetCorrections): Promise<FieldChange[]> {
  if (corrections.targets === undefined && corrections.targetCorrections == null) return [];
  if (corrections.targets !== undefined && corrections.targetCorrections != null) {
    throw badUserInput('Give `targets` or `targetCorrections`, not both. / targets 与 targetCorrections 只能给一个。');
  }
  const rows = await manager.find(Target, { where: { taskId: task.id }, order: { position: 'ASC' } });
  const before: TargetContent[] = rows;
  const after =
    corrections.targets === undefined
      ? correctedByPlace(before, corrections.targetCorrections!)
      : (corrections.targets ?? []).map((target) => correctTarget(target));
  if (before.length === after.length && before.every((target, index) => sameTarget(target, after[index]!))) return [];
  await writeTargets(manager, task, rows, after);
  return [{ taskId: task.id, field: 'targets', before: before.map(plainTarget), after: after.map(plainTarget) }];
}

function correctedByPlace(
  before: readonly TargetContent[],
  corrections: NonNullable<TargetCorrections['targetCorrections']>,
): TargetContent[] {
  const after: (TargetContent | null)[] = [...before];
  for (const { position, remove, ...correction } of corrections) {
    if (position > after.length + 1 || (remove && position > after.length)) {
      throw new CommandRefusal('NO_TARGET', `该任务没有第 ${position} 个目标。 The task has no target at place ${position}.`, [
        'targetCorrections',
      ]);
    }
    after[position - 1] = remove ? null : correctTarget(correction, after[position - 1] ?? undefined);
  }
  return after.filter((target) => target !== null);
}

/** Puts a list of targets in place of the rows there: as many as there are stay the records they are. */
export async function writeTargets(
  manager: EntityManager,
  { id: taskId, planId }: Pick<Task, 'id' | 'planId'>,
  rows: readonly Target[],
  after: readonly TargetContent[],
): Promise<void> {
  for (const [index, target] of after.entries()) {
    const row = rows[index];
    const values = { ...plainTarget(target), rule: target.rule, position: index + 1 };
    if (!row) await manager.insert(Target, { ...values, planId, taskId, updatedAt: () => 'now()' } as never);
    else if (!sameTarget(row, target)) await manager.update(Target, row.id, values as never);
  }
  for (const row of rows.slice(after.length)) await manager.delete(Target, row.id);
}

function plainTarget({ metric, comparator, value, unit, period, dueOn, actor, phrase }: TargetContent): Omit<TargetContent, 'rule'> {
  return { metric, comparator, value, unit, period, dueOn, actor, phrase };
}
