import type { EntityManager } from 'typeorm';
import { badUserInput, CommandRefusal, readKey } from '../../platform/graphql';
import type { Plan } from '../plan';
import { decideName, noteChosenUnit } from '../unit-match/decide-name';
import { changePlan, type FieldChange } from './change-plan';
import { changeLines, correctLine, findUnit, linesOf, type BodyLine } from './responsibility-list';
import type { AssignResponsibilityInput } from './responsibility.inputs';
import { planOfTask, taskAtVersion } from './task-fields';

/** Corrects who bears a task. CONFLICT where it is not at the version that was read. Gives the task's key. */
export async function assignResponsibility(
  manager: EntityManager,
  input: AssignResponsibilityInput,
  actor: string,
): Promise<{ taskKey: number }> {
  const taskKey = readKey(input.taskId, 'Task');
  const planId = await planOfTask(manager, taskKey);
  const act = { planId, actor, reason: input.reason, action: 'task.assign', subject: input.taskId };
  await changePlan(manager, act, async (plan) => {
    const task = await taskAtVersion(manager, taskKey, input.version);
    const before = await linesOf(manager, taskKey);
    const at = placeOf(before, input.responsibilityId);
    if (input.everywhere) return everywhere(manager, plan, before[at ?? -1], input, actor);
    const changes = await changeLines(manager, task, before, await correctedList(manager, plan, before, at, input));
    const name = before[at ?? -1]?.printedUnit;
    if (name != null) await noteChosenUnit(manager, planId, name, actor);
    return changes;
  });
  return { taskKey };
}

function placeOf(lines: readonly BodyLine[], id: string | null | undefined): number | null {
  if (id == null) return null;
  const key = readKey(id, 'Responsibility');
  const at = lines.findIndex((line) => line.id === key);
  if (at === -1) {
    throw new CommandRefusal('NO_RESPONSIBILITY', '该任务没有这项责任。 The task has no such responsibility.', ['responsibilityId']);
  }
  return at;
}

async function correctedList(
  manager: EntityManager,
  plan: Plan,
  before: readonly BodyLine[],
  at: number | null,
  input: AssignResponsibilityInput,
): Promise<BodyLine[]> {
  if (input.remove) {
    if (at === null) throw badUserInput('`remove` needs `responsibilityId`. / 删除须给出 responsibilityId。');
    return before.toSpliced(at, 1);
  }
  const line = await correctLine(manager, plan.regionId, input, at === null ? null : before[at]!);
  const others = at === null ? [...before] : before.toSpliced(at, 1);
  return others.toSpliced(input.position == null ? (at ?? others.length) : input.position - 1, 0, line);
}

/** Another unit for one printed name, in every task of the plan that prints it. */
async function everywhere(
  manager: EntityManager,
  plan: Plan,
  line: BodyLine | undefined,
  { unitId }: AssignResponsibilityInput,
  actor: string,
): Promise<FieldChange[]> {
  if (!line?.printedUnit || unitId == null) {
    throw badUserInput(
      '`everywhere` needs `unitId` and the `responsibilityId` of a named unit. / everywhere 须同时给出 unitId 和具名单位的 responsibilityId。',
    );
  }
  return decideName(manager, plan, { name: line.printedUnit, unitId: (await findUnit(manager, unitId)).id, actor });
}
