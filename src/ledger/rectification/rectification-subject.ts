import type { EntityManager } from 'typeorm';
import { badUserInput, CommandRefusal, notFound, readKey, tryReadGlobalId } from '../../platform/graphql';
import { Obligation, Plan, Task } from '../../plans';

interface About {
  planId: number | null;
  taskId: number | null;
  obligationId: number | null;
}

/** What a finding is about: an obligation with its task and plan, a task with its plan, a plan, or nothing here. */
export async function rectificationSubject(manager: EntityManager, id: string | null, unitId: number): Promise<About> {
  if (id === null) return { planId: null, taskId: null, obligationId: null };
  switch (tryReadGlobalId(id)?.typeName) {
    case 'Plan':
      return { planId: (await found(manager.findOneBy(Plan, { id: readKey(id, 'Plan') }))).id, taskId: null, obligationId: null };
    case 'Task': {
      const task = await found(manager.findOneBy(Task, { id: readKey(id, 'Task') }));
      return { planId: task.planId, taskId: task.id, obligationId: null };
    }
    case 'Obligation': {
      const obligation = await found(manager.findOneBy(Obligation, { id: readKey(id, 'Obligation') }));
      if (obligation.unitId !== unitId)
        throw new CommandRefusal('OBLIGATION_OF_OTHER_UNIT', '该任务责任不属于这个单位。 The obligation is another unit’s.', ['subjectId']);
      return { planId: obligation.planId, taskId: obligation.taskId, obligationId: obligation.id };
    }
    default:
      throw badUserInput('Give the id of an obligation, a task or a plan. / 须给出任务责任、任务或要点的标识。', { field: 'subjectId' });
  }
}

async function found<T>(looked: Promise<T | null>): Promise<T> {
  const record = await looked;
  if (!record) throw notFound('There is no such obligation, task or plan. / 没有这项任务责任、任务或要点。');
  return record;
}
