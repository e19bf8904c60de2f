import type { KeptContent, KeptTask } from '../content/load-content';
import type { PlanFacts } from '../content/plan-content';
import type { ResponsibilityContent, TargetContent } from '../content/task-content';
import { deadlineChanges } from '../edit/deadline-correction';
import { sameValue } from './same-reading';
import type { ChangedField, VersionChangeKind } from './version-diff';

/** What came to be other in one task, or in the plan itself. */
export interface ContentChange {
  kind: VersionChangeKind;
  /** The task; null for the plan itself. */
  taskId: number | null;
  text: string;
  fields: ChangedField[];
}

/** How a plan differs after a change from before, task by task in the new order; what went stands last. Numbers that only moved are no change. */
export function contentChanges(before: KeptContent, after: KeptContent): ContentChange[] {
  const earlier = new Map(before.tasks.map((task) => [task.id, task]));
  const remaining = new Set(after.tasks.map(({ id }) => id));
  const ofPlan = changedFields(factsOf(before), factsOf(after));
  return [
    ...(ofPlan.length > 0 ? [{ kind: 'PLAN_CHANGED' as const, taskId: null, text: after.plan.title ?? '', fields: ofPlan }] : []),
    ...after.tasks.flatMap((task) => changeOf(earlier.get(task.id), task)),
    ...before.tasks
      .filter(({ id }) => !remaining.has(id))
      .map(({ id, text }) => ({ kind: 'TASK_REMOVED' as const, taskId: id, text, fields: [] })),
  ];
}

function changeOf(before: KeptTask | undefined, after: KeptTask): ContentChange[] {
  const { id: taskId, text } = after;
  if (!before) return [{ kind: 'TASK_ADDED', taskId, text, fields: [] }];
  const fields = [...changedFields(wordsOf(before), wordsOf(after)), ...deadlineChanges(before.deadline, after.deadline)];
  return fields.length > 0 ? [{ kind: 'TASK_CHANGED', taskId, text, fields }] : [];
}

function changedFields<T extends Record<string, unknown>>(before: T, after: T): ChangedField[] {
  return Object.keys(after)
    .filter((field) => !sameValue(before[field], after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** Under the names of the API; where the entries of an annex stand in the file is no change of them. */
function factsOf({ plan: { issuer, ...plan }, annexes }: KeptContent): Record<string, unknown> & Omit<PlanFacts, 'issuer'> {
  return {
    ...plan,
    issuerText: issuer,
    annexes: annexes.map((annex) => ({ ...annex, entries: annex.entries.map(({ line: _line, ...entry }) => entry) })),
  };
}

function wordsOf({
  text,
  printedNumber,
  categoryPath,
  responsibleText,
  leadOfficial,
  openEnded,
  responsibilities,
  deadline,
  targets,
}: KeptTask) {
  return {
    text,
    printedNumber,
    category: categoryPath,
    responsibleText,
    leadOfficial,
    openEnded,
    responsibilities: responsibilities.map(bodyOf),
    'deadline.text': deadline.text,
    targets: targets.map(({ rule: _rule, ...target }: TargetContent) => target),
  };
}

function bodyOf({ role, mode, phrase, group, body }: ResponsibilityContent): object {
  return { role, mode, phrase, unit: body?.name ?? null, group };
}
