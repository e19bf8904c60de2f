import type { TaskContent } from '../content/task-content';
import { sameBodies, sameDeadline, sameTargets, sameValue, untouchedBodies } from './same-reading';

/** A correction that holds against what a new document says. */
export interface FieldConflict {
  field: string;
  /** What a person made it say; it stays. */
  kept: unknown;
  /** What the new document says. */
  document: unknown;
}

interface Sameness<F extends keyof TaskContent> {
  /** Whether two documents say the same. */
  read: (left: TaskContent[F], right: TaskContent[F]) => boolean;
  /** Whether nobody has changed what the document said. */
  untouched: (document: TaskContent[F], kept: TaskContent[F]) => boolean;
}

const plain = { read: sameValue, untouched: sameValue };

const fields: { [F in Exclude<keyof TaskContent, 'number' | 'source'>]: Sameness<F> } = {
  text: plain,
  printedNumber: plain,
  categoryPath: plain,
  responsibleText: plain,
  leadOfficial: plain,
  openEnded: plain,
  responsibilities: { read: sameBodies, untouched: untouchedBodies },
  deadline: { read: sameDeadline, untouched: sameDeadline },
  targets: { read: sameTargets, untouched: sameTargets },
};

/**
 * One task under a new document: what the document says otherwise than the one before is taken, what a person corrected stays.
 * Where both are so, the correction stays and the conflict is told. Where it stands in its file is as the new file has it.
 */
export function mergeTask<T extends TaskContent>(
  before: TaskContent,
  kept: T,
  document: TaskContent,
): { task: T; conflicts: FieldConflict[] } {
  const task = { ...kept, source: document.source };
  const conflicts: FieldConflict[] = [];
  const merge = <F extends keyof typeof fields>(field: F) => {
    const { read, untouched } = fields[field];
    if (read(before[field], document[field]) || read(kept[field], document[field])) return;
    if (untouched(before[field], kept[field])) task[field] = document[field] as T[F];
    else conflicts.push({ field, kept: kept[field], document: document[field] });
  };
  for (const field of Object.keys(fields) as (keyof typeof fields)[]) merge(field);
  // The printed words are the document's, whoever read them.
  task.deadline = { ...task.deadline, text: document.deadline.text };
  return { task, conflicts };
}
