import type { KeptContent, KeptTask } from '../content/load-content';
import type { PlanContent, PlanFacts } from '../content/plan-content';
import type { TaskContent } from '../content/task-content';
import { mergeTask, type FieldConflict } from './merge-task';
import { pairTasks } from './pair-tasks';
import { sameValue } from './same-reading';

/** A task as a document gave it, with the record that it became; null where a person took that record out. */
export type ReadTask = TaskContent & { id: number | null };

/** What a document of a plan said, before anyone corrected it. */
export interface VersionContent extends PlanContent {
  tasks: ReadTask[];
}

/** A task as it shall be: of the record with that key, or a new one. */
export type MergedTask = TaskContent & { id: number | null };

export interface TaskConflict extends FieldConflict {
  /** Key of the task; null where it is of the plan itself, or of a task that a person took out. */
  taskId: number | null;
  /** Place of the task in the document, from 0; null where it is of the plan itself. */
  place: number | null;
}

export interface MergedPlan {
  plan: PlanFacts;
  annexes: PlanContent['annexes'];
  /** In their new order. */
  tasks: MergedTask[];
  /** For every task of the document: its place in `tasks`; null where a person took it out before, and it stays out. */
  places: (number | null)[];
  conflicts: TaskConflict[];
}

/**
 * A plan under a new document: `before` is what the document before it said, `kept` what the plan says now, corrections and
 * all. Tasks keep their keys; what people corrected, added and took out stays so.
 */
export function mergePlan(before: VersionContent, kept: KeptContent, document: PlanContent): MergedPlan {
  const partners = pairTasks(before.tasks, document.tasks);
  const keptById = new Map(kept.tasks.map((task) => [task.id, task]));
  const conflicts: TaskConflict[] = [];
  const places: (number | null)[] = [];
  const tasks: MergedTask[] = [];
  const added = addedByPeople(before, kept);
  for (const [at, task] of document.tasks.entries()) {
    const partner = before.tasks[partners[at]!];
    const record = partner ? keptById.get(partner.id ?? 0) : takeSame(added, task);
    if (partner && !record) {
      places.push(null);
      if (partner.text !== task.text) conflicts.push({ taskId: null, place: at, field: 'tasks', kept: null, document: task.text });
      continue;
    }
    places.push(tasks.length);
    if (!record) tasks.push({ ...task, id: null });
    else {
      const merged = mergeTask(partner ?? record, record, task);
      tasks.push(merged.task);
      conflicts.push(...merged.conflicts.map((conflict) => ({ ...conflict, taskId: record.id, place: at })));
    }
  }
  const { plan, conflicts: ofPlan } = mergeFacts(before.plan, kept.plan, document.plan);
  const annexes = document.annexes.length > 0 ? document.annexes : kept.annexes;
  const whole = withAdded(tasks, added, kept.tasks);
  const placesInWhole = places.map((at) => (at === null ? null : whole.indexOf(tasks[at]!)));
  return { plan, annexes, tasks: whole, places: placesInWhole, conflicts: [...ofPlan, ...conflicts] };
}

/** Tasks that no document gave. */
function addedByPeople(before: VersionContent, kept: KeptContent): Set<KeptTask> {
  const read = new Set(before.tasks.map(({ id }) => id));
  return new Set(kept.tasks.filter(({ id }) => !read.has(id)));
}

/** What a person added because an earlier reading missed it is the task that a later document gives in the same words. */
function takeSame(added: Set<KeptTask>, { text }: TaskContent): KeptTask | undefined {
  const found = [...added].find((task) => task.text === text);
  if (found) added.delete(found);
  return found;
}

/** What people added stands behind the task behind which it stood. */
function withAdded(tasks: readonly MergedTask[], added: ReadonlySet<KeptTask>, order: readonly KeptTask[]): MergedTask[] {
  const whole = [...tasks];
  for (const [at, task] of order.entries()) {
    if (!added.has(task)) continue;
    const earlier = new Set(order.slice(0, at).map(({ id }) => id));
    whole.splice(whole.findLastIndex(({ id }) => id !== null && earlier.has(id)) + 1, 0, task);
  }
  return whole;
}

/** Another format of a document may print less of it: what the new one does not say of the plan itself stays. */
function mergeFacts(before: PlanFacts, kept: PlanFacts, document: PlanFacts): { plan: PlanFacts; conflicts: TaskConflict[] } {
  const plan = { ...kept };
  const conflicts: TaskConflict[] = [];
  const merge = <F extends keyof PlanFacts>(field: F) => {
    const says = document[field];
    const isSilent = says === null || says === 'OTHER' || (Array.isArray(says) && says.length === 0);
    if (isSilent || sameValue(before[field], says) || sameValue(kept[field], says)) return;
    if (sameValue(before[field], kept[field])) plan[field] = says;
    else conflicts.push({ taskId: null, place: null, field, kept: kept[field], document: says });
  };
  for (const field of Object.keys(kept) as (keyof PlanFacts)[]) merge(field);
  return { plan, conflicts };
}
