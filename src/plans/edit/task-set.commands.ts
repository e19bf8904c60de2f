import { IsNull, type EntityManager } from 'typeorm';
import { CommandRefusal, globalId, readKey } from '../../platform/graphql';
import { arrangeCategories } from '../content/categories';
import { proposeTopicsOf } from '../content/propose-topics';
import type { TargetContent } from '../content/task-content';
import { noDeadline } from '../deadline';
import type { Plan } from '../plan';
import { Target } from '../target';
import { Task } from '../task';
import { changePlan } from './change-plan';
import { correctDeadline } from './deadline-correction';
import { correctLine, linesOf, writeLines, type BodyLine } from './responsibility-list';
import { correctTarget } from './target-correction';
import { assertVersion, findCategory, planOfTask, taskAtVersion, writeTargets } from './task-fields';
import type { AddTaskInput, RemoveTaskInput, SplitTaskInput } from './task-set.inputs';
import { optionalText, requiredText } from './verbatim';

/** Adds a task to a plan that is not public. CONFLICT where the plan is not at the version that was read. Gives the task's key. */
export async function addTask(manager: EntityManager, input: AddTaskInput, actor: string): Promise<{ taskKey: number }> {
  let taskKey = 0;
  const act = { planId: readKey(input.planId, 'Plan'), actor, reason: input.reason, action: 'task.add', subject: input.planId };
  await changePlan(manager, act, async (plan) => {
    assertVersion(plan.version, input.version);
    assertNotPublic(plan);
    const lines: BodyLine[] = [];
    for (const one of input.responsibilities) lines.push(await correctLine(manager, plan.regionId, one, null));
    const text = requiredText(input.text, 'text');
    taskKey = await insertTask(manager, plan.id, input.number ?? null, {
      text,
      printedNumber: optionalText(input.printedNumber ?? null),
      responsibleText: optionalText(input.responsibleText ?? null),
      leadOfficial: optionalText(input.leadOfficial ?? null),
      openEnded: input.openEnded,
      categoryId: (await findCategory(manager, plan.id, input)) ?? null,
      deadline: correctDeadline({ ...noDeadline, text: optionalText(input.deadline?.text ?? null) }, withoutText(input.deadline)),
      sourceText: text,
    });
    await completeTask(
      manager,
      { id: taskKey, planId: plan.id },
      lines,
      input.targets.map((one) => correctTarget(one)),
    );
    return [{ taskId: taskKey, field: 'text', before: null, after: text }];
  });
  return { taskKey };
}

function withoutText(deadline: AddTaskInput['deadline']) {
  const { text: _text, ...correction } = deadline ?? {};
  return correction;
}

/** Takes a task out of a plan that is not public. CONFLICT where it is not at the version that was read. Gives the plan's key. */
export async function removeTask(manager: EntityManager, input: RemoveTaskInput, actor: string): Promise<{ planKey: number }> {
  const taskKey = readKey(input.taskId, 'Task');
  const planId = await planOfTask(manager, taskKey);
  await changePlan(manager, { planId, actor, reason: input.reason, action: 'task.remove', subject: input.taskId }, async (plan) => {
    assertNotPublic(plan);
    const { number, text } = await taskAtVersion(manager, taskKey, input.version);
    await manager.delete(Task, taskKey);
    await closeGaps(manager, planId);
    await arrangeCategories(manager, planId);
    return [{ taskId: null, field: 'tasks', before: { number, text }, after: null }];
  });
  return { planKey: planId };
}

/** Splits a task of a plan that is not public. CONFLICT where it is not at the version that was read. Gives the keys of the parts. */
export async function splitTask(manager: EntityManager, input: SplitTaskInput, actor: string): Promise<{ taskKeys: number[] }> {
  const taskKey = readKey(input.taskId, 'Task');
  const planId = await planOfTask(manager, taskKey);
  const taskKeys = [taskKey];
  await changePlan(manager, { planId, actor, reason: input.reason, action: 'task.split', subject: input.taskId }, async (plan) => {
    assertNotPublic(plan);
    const task = await taskAtVersion(manager, taskKey, input.version);
    const [own, ...further] = input.texts.map((text) => requiredText(text, 'texts'));
    const lines = await linesOf(manager, taskKey);
    const rows = await manager.find(Target, { where: { taskId: taskKey }, order: { position: 'ASC' } });
    const partOf = (target: TargetContent) => further.findIndex((text) => text.includes(target.phrase) && !own!.includes(target.phrase));
    await manager.update(Task, taskKey, { text: own! });
    await writeTargets(
      manager,
      task,
      rows,
      rows.filter((target) => partOf(target) === -1),
    );
    for (const [index, text] of further.entries()) {
      const { printedNumber, responsibleText, leadOfficial, openEnded, categoryId, deadline } = task;
      const values = { text, printedNumber, responsibleText, leadOfficial, openEnded, categoryId, deadline, ...placeInSource(task) };
      const part = await insertTask(manager, planId, task.number + index + 1, values);
      taskKeys.push(part);
      const copies = lines.map((line) => ({ ...line, id: null }));
      await completeTask(
        manager,
        { id: part, planId },
        copies,
        rows.filter((target) => partOf(target) === index),
      );
    }
    await proposeTopicsOf(manager, taskKeys);
    return [
      { taskId: taskKey, field: 'text', before: task.text, after: own },
      ...further.map((text, index) => ({ taskId: taskKeys[index + 1]!, field: 'text', before: null, after: text })),
    ];
  });
  return { taskKeys };
}

function placeInSource({ sourcePage, sourceRow, sourceLine, sourceLineEnd, sourceText }: Task) {
  return { sourcePage, sourceRow, sourceLine, sourceLineEnd, sourceText };
}

/** Makes room at a number, or goes to the end, and writes the row. */
async function insertTask(
  manager: EntityManager,
  planId: number,
  wanted: number | null,
  values: Partial<Task> & Pick<Task, 'deadline'>,
): Promise<number> {
  const count = await manager.countBy(Task, { planId, endedOn: IsNull() });
  const number = Math.min(wanted ?? count + 1, count + 1);
  await manager.query('update task set number = number + 1 where plan_id = $1 and number >= $2', [planId, number]);
  const { identifiers } = await manager.insert(Task, {
    ...values,
    planId,
    number,
    version: 1,
    updatedAt: () => 'now()',
  });
  return identifiers[0]!['id'] as number;
}

async function completeTask(
  manager: EntityManager,
  task: { id: number; planId: number },
  lines: readonly BodyLine[],
  targets: readonly TargetContent[],
): Promise<void> {
  await writeLines(manager, task, [], lines);
  await writeTargets(manager, task, [], targets);
  await arrangeCategories(manager, task.planId);
  await proposeTopicsOf(manager, [task.id]);
}

async function closeGaps(manager: EntityManager, planId: number): Promise<void> {
  await manager.query(
    `update task t set number = o.number from (select id, row_number() over (order by number) as number from task where plan_id = $1) o
     where o.id = t.id and o.number <> t.number`,
    [planId],
  );
}

function assertNotPublic({ id, state }: Plan): void {
  if (state !== 'PUBLISHED') return;
  throw new CommandRefusal(
    'PLAN_IS_PUBLIC',
    `要点 ${globalId('Plan', id)} 已经公开，任务只能随文件的新版本增减：请导入新文件。 The plan is public: it gains or loses tasks by a new version of its document only; import that.`,
    null,
  );
}
