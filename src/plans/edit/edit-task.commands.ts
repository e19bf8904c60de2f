import type { EntityManager } from 'typeorm';
import { readKey } from '../../platform/graphql';
import { arrangeCategories } from '../content/categories';
import { proposeTopicsOf } from '../content/propose-topics';
import { Task } from '../task';
import { changePlan, type FieldChange } from './change-plan';
import { correctDeadline, deadlineChanges } from './deadline-correction';
import type { EditTaskInput } from './edit-task.inputs';
import { changeTargets, findCategory, pathOf, planOfTask, taskAtVersion } from './task-fields';
import { optionalText, requiredText } from './verbatim';

/** Corrects the reading of a task. CONFLICT where it is not at the version that was read. Gives the task's key. */
export async function editTask(manager: EntityManager, input: EditTaskInput, actor: string): Promise<{ taskKey: number }> {
  const taskKey = readKey(input.taskId, 'Task');
  const planId = await planOfTask(manager, taskKey);
  const act = { planId, actor, reason: input.reason, action: 'task.edit', subject: input.taskId };
  await changePlan(manager, act, async () => {
    const task = await taskAtVersion(manager, taskKey, input.version);
    return [...(await changeColumns(manager, task, input)), ...(await changeTargets(manager, task, input))];
  });
  return { taskKey };
}

/** The columns of the task itself: its words, its place, its deadline. */
async function changeColumns(manager: EntityManager, task: Task, input: EditTaskInput): Promise<FieldChange[]> {
  const after = { ...wordsOf(task), ...correctedWords(input) };
  const changes: Omit<FieldChange, 'taskId'>[] = (Object.keys(after) as (keyof typeof after)[])
    .filter((field) => after[field] !== task[field])
    .map((field) => ({ field, before: task[field], after: after[field] }));

  const deadline = input.deadline === undefined ? task.deadline : correctDeadline(task.deadline, input.deadline ?? { kind: 'NONE' });
  const ofDeadline = deadlineChanges(task.deadline, deadline);
  const categoryId = await findCategory(manager, task.planId, input);
  const isMoved = categoryId !== undefined && categoryId !== task.categoryId;
  if (isMoved)
    changes.push({ field: 'category', before: await pathOf(manager, task.categoryId), after: await pathOf(manager, categoryId) });

  changes.push(...ofDeadline);
  if (changes.length === 0) return [];
  await manager.update(Task, task.id, {
    ...after,
    ...(ofDeadline.length > 0 && { deadline }),
    ...(isMoved && { categoryId }),
  });
  if (isMoved) await arrangeCategories(manager, task.planId);
  if (isMoved || after.text !== task.text) await proposeTopicsOf(manager, [task.id]);
  return changes.map((change) => ({ ...change, taskId: task.id }));
}

function wordsOf({ text, printedNumber, responsibleText, leadOfficial, openEnded }: Task) {
  return { text, printedNumber, responsibleText, leadOfficial, openEnded };
}

/** The words that the caller gives; those left out are not among them. */
function correctedWords(input: EditTaskInput): Partial<ReturnType<typeof wordsOf>> {
  const { text, printedNumber, responsibleText, leadOfficial, openEnded } = input;
  return {
    ...(text !== undefined && { text: requiredText(text, 'text') }),
    ...(printedNumber !== undefined && { printedNumber: optionalText(printedNumber) }),
    ...(responsibleText !== undefined && { responsibleText: optionalText(responsibleText) }),
    ...(leadOfficial !== undefined && { leadOfficial: optionalText(leadOfficial) }),
    ...(openEnded !== undefined && { openEnded: openEnded ?? false }),
  };
}
