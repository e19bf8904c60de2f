import type { EntityManager } from 'typeorm';
import { Category, proposeTopics, readSeedTopics, Responsibility, Target, Task, TaskTopic, Topic } from '../../plans';
import type { TaskReading } from '../reading';

/** Writes the categories and tasks of a plan with their responsibilities, targets and proposed topics. */
export async function insertTasks(
  manager: EntityManager,
  planId: number,
  readings: readonly TaskReading[],
  unitIds: ReadonlyMap<string, number>,
  groupIds: ReadonlyMap<string, number>,
): Promise<void> {
  const categoryIds = await insertCategories(manager, planId, readings);
  const { identifiers } = await manager.insert(
    Task,
    readings.map((reading) => ({ ...taskValues(reading), planId, categoryId: categoryIds.get(pathKey(reading.categoryPath)) ?? null })),
  );
  const taskIds = identifiers.map((identifier) => identifier['id'] as number);
  const responsibilities = readings.flatMap((reading, index) =>
    reading.responsibilities.map(({ phrase, role, mode, unit, group, rule }, at) => ({
      planId,
      taskId: taskIds[index]!,
      position: at + 1,
      phrase,
      role,
      mode,
      unitId: unit === null ? null : unitIds.get(unit)!,
      printedUnit: unit,
      groupId: group === null ? null : groupIds.get(group)!,
      rule,
      updatedAt: () => 'now()',
    })),
  );
  if (responsibilities.length > 0) await manager.insert(Responsibility, responsibilities);
  const targets = readings.flatMap((reading, index) =>
    reading.targets.map((target, at) => ({ ...target, planId, taskId: taskIds[index]!, position: at + 1, updatedAt: () => 'now()' })),
  );
  if (targets.length > 0) await manager.insert(Target, targets as never);
  await insertTopics(manager, planId, readings, taskIds);
}

async function insertCategories(manager: EntityManager, planId: number, readings: readonly TaskReading[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { categoryPath } of readings) {
    for (let depth = 1; depth <= categoryPath.length; depth += 1) {
      const path = categoryPath.slice(0, depth);
      if (ids.has(pathKey(path))) continue;
      const { identifiers } = await manager.insert(Category, {
        planId,
        parentId: ids.get(pathKey(path.slice(0, -1))) ?? null,
        position: ids.size + 1,
        title: path.at(-1)!,
        path,
        updatedAt: () => 'now()',
      });
      ids.set(pathKey(path), identifiers[0]!['id'] as number);
    }
  }
  return ids;
}

function taskValues({ number, printedNumber, text, responsibleText, leadOfficial, openEnded, deadline, source }: TaskReading) {
  return {
    number,
    printedNumber,
    text,
    responsibleText,
    leadOfficial,
    openEnded,
    deadline,
    status: 'NOT_COLLECTED' as const,
    sourcePage: source.page,
    sourceRow: source.row,
    sourceLine: source.line,
    sourceLineEnd: source.lineEnd,
    sourceText: source.text,
    version: 1,
    updatedAt: () => 'now()',
  };
}

async function insertTopics(
  manager: EntityManager,
  planId: number,
  readings: readonly TaskReading[],
  taskIds: readonly number[],
): Promise<void> {
  const topics = new Map((await manager.find(Topic)).map((topic) => [topic.code, topic.id]));
  const rules = readSeedTopics();
  const proposals = readings.flatMap((reading, index) =>
    proposeTopics(reading.text, reading.categoryPath, rules).flatMap(({ code, reason }) => {
      const topicId = topics.get(code);
      return topicId === undefined ? [] : [{ planId, taskId: taskIds[index]!, topicId, reason, confirmed: false }];
    }),
  );
  if (proposals.length > 0) await manager.insert(TaskTopic, proposals);
}

function pathKey(path: readonly string[]): string {
  return path.join('\n');
}
