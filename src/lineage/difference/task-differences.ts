import { hydrate, type RequestContext } from '../../platform/graphql';
import { responsibilitiesOfTask, targetsOfTask, taskByKey, type Responsibility, type Target, type Task } from '../../plans';
import { functionLineByCode, unitByKey, unitGroupByKey } from '../../units';
import { diffDeadlines } from './deadline-diff';
import { DeadlineDiff, TargetDiff, TextSegment, UnitDiff } from './difference';
import { diffTargets } from './target-diff';
import { diffTexts } from './text-diff';
import { diffBearers, type Bearer } from './unit-diff';

/** Two tasks that are compared, by their keys. */
export interface TaskPair {
  before: number;
  after: number;
}

async function bothTasks(context: RequestContext, { before, after }: TaskPair): Promise<[Task, Task]> {
  const [first, second] = await Promise.all([taskByKey(context).load(before), taskByKey(context).load(after)]);
  return [first!, second!];
}

interface LoadedBearer extends Bearer {
  responsibility: Responsibility;
}

async function bearersOf(context: RequestContext, task: number): Promise<LoadedBearer[]> {
  const responsibilities = await responsibilitiesOfTask(context).load(task);
  return Promise.all(
    responsibilities.map(async (responsibility) => ({
      responsibility,
      unit: responsibility.unitId === null ? null : await unitByKey(context).load(responsibility.unitId),
      group: responsibility.groupId === null ? null : await unitGroupByKey(context).load(responsibility.groupId),
    })),
  );
}

/** Texts, with the names of the bodies that bear the tasks kept whole. */
export async function textDiffOf(context: RequestContext, pair: TaskPair): Promise<TextSegment[]> {
  const [before, after] = await bothTasks(context, pair);
  const bearers = await Promise.all([pair.before, pair.after].map((task) => responsibilitiesOfTask(context).load(task)));
  const names = bearers.flat().flatMap(({ printedUnit, phrase }) => (printedUnit === null ? [phrase] : [printedUnit, phrase]));
  return diffTexts(before.text, after.text, [...new Set(names)]).map((segment) => hydrate(TextSegment, segment));
}

export async function deadlineDiffOf(context: RequestContext, pair: TaskPair): Promise<DeadlineDiff | null> {
  const [{ deadline: before }, { deadline: after }] = await bothTasks(context, pair);
  const shift = diffDeadlines(before, after);
  return shift && hydrate(DeadlineDiff, { before, after, ...shift });
}

export async function unitDiffOf(context: RequestContext, pair: TaskPair): Promise<UnitDiff[]> {
  const [before, after] = await Promise.all([bearersOf(context, pair.before), bearersOf(context, pair.after)]);
  return Promise.all(
    diffBearers(before, after).map(async (change) => {
      const code = change.before?.unit?.functionLineCode ?? change.after?.unit?.functionLineCode ?? null;
      return hydrate(UnitDiff, {
        kind: change.kind,
        functionLine: code === null ? null : await functionLineByCode(context).load(code),
        before: change.before?.responsibility ?? null,
        after: change.after?.responsibility ?? null,
      });
    }),
  );
}

export async function targetDiffOf(context: RequestContext, pair: TaskPair): Promise<TargetDiff[]> {
  const [before, after] = await Promise.all([targetsOfTask(context).load(pair.before), targetsOfTask(context).load(pair.after)]);
  return diffTargets<Target>(before, after).map((change) => hydrate(TargetDiff, change));
}
