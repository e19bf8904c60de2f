import type { EntityManager } from 'typeorm';
import { Responsibility } from '../responsibility';
import { Target } from '../target';
import { Task } from '../task';
import { ensureCategories, pathKey } from './categories';
import { unitIdOf, type NamedBodies, type ResponsibilityContent, type TargetContent, type TaskContent } from './task-content';
import { proposeTopicsOf } from './propose-topics';

/** PostgreSQL takes 65,535 parameters in one statement; a task has some thirty. */
const rowsAtOnce = 1_000;

/** Writes tasks of a plan with their categories, responsibilities, targets and proposed topics. Gives their keys in the same order. */
export async function insertTasks(
  manager: EntityManager,
  planId: number,
  contents: readonly TaskContent[],
  bodies: NamedBodies,
): Promise<number[]> {
  const categoryIds = await ensureCategories(
    manager,
    planId,
    contents.map(({ categoryPath }) => categoryPath),
  );
  const taskIds = await insertAll(
    manager,
    Task,
    contents.map((content) => ({
      ...taskValues(content),
      planId,
      categoryId: categoryIds.get(pathKey(content.categoryPath)) ?? null,
      version: 1,
      updatedAt: () => 'now()',
    })),
  );
  const rowsOf = <T extends object>(of: (content: TaskContent) => T[]) =>
    contents.flatMap((content, index) => of(content).map((row) => ({ ...row, planId, taskId: taskIds[index]!, updatedAt: () => 'now()' })));
  await insertAll(
    manager,
    Responsibility,
    rowsOf(({ responsibilities }) => responsibilities.map((one, at) => responsibilityValues(one, at + 1, bodies))),
  );
  await insertAll(
    manager,
    Target,
    rowsOf(({ targets }) => targets.map((one, at) => targetValues(one, at + 1))),
  );
  await proposeTopicsOf(manager, taskIds);
  return taskIds;
}

/** Columns of a task that a document gives; its category apart. */
function taskValues({
  number,
  printedNumber,
  text,
  responsibleText,
  leadOfficial,
  openEnded,
  deadline,
  source,
}: Omit<TaskContent, 'categoryPath' | 'responsibilities' | 'targets'>) {
  return {
    number,
    printedNumber,
    text,
    responsibleText,
    leadOfficial,
    openEnded,
    deadline,
    sourcePage: source.page,
    sourceRow: source.row,
    sourceLine: source.line,
    sourceLineEnd: source.lineEnd,
    sourceText: source.text,
  };
}

function responsibilityValues(responsibility: ResponsibilityContent, position: number, bodies: NamedBodies) {
  const { phrase, role, mode, unit, group, rule } = responsibility;
  return {
    position,
    phrase,
    role,
    mode,
    unitId: unitIdOf(responsibility, bodies),
    printedUnit: unit,
    groupId: group === null ? null : bodies.groupIds.get(group)!,
    rule,
  };
}

function targetValues({ metric, comparator, value, unit, period, dueOn, actor, phrase, rule }: TargetContent, position: number) {
  return { position, metric, comparator, value, unit, period, dueOn, actor, phrase, rule };
}

async function insertAll(manager: EntityManager, type: new () => object, rows: readonly object[]): Promise<number[]> {
  const ids: number[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const { identifiers } = await manager.insert(type, rows.slice(from, from + rowsAtOnce));
    ids.push(...identifiers.map((identifier) => identifier['id'] as number));
  }
  return ids;
}
