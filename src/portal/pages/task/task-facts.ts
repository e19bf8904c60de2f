import type { View } from '../../view';
import type { TaskPageAnswer } from './task.document';

export type FoundTask = NonNullable<TaskPageAnswer['task']>;

/** How many units bear the task, as far as is known. */
export function unitCount({ m }: View, task: FoundTask): string {
  if (task.responsibilities.length === 0) return m.tasks.noUnits;
  const { totalCount } = task.obligations;
  return totalCount === 0 ? m.tasks.unresolved : m.tasks.units(totalCount, isLowerBound(task));
}

/** More may bear it than are known: the list is open, or the members of a collective are not all known. */
function isLowerBound({ openEnded, responsibilities }: FoundTask): boolean {
  return openEnded || responsibilities.some(({ group }) => group?.roster === 'KNOWN');
}

/** Whether the units bear it each for itself, or together. Null where there are none. */
export function modeOf({ responsibilities }: FoundTask): 'EACH' | 'JOINT' | 'BOTH' | null {
  const modes = new Set(responsibilities.map(({ mode }) => mode));
  if (modes.size === 0) return null;
  return modes.size > 1 ? 'BOTH' : [...modes][0]!;
}

/** How many units are how far, in words; null where all are alike, or where there are more than one page of them tells. */
export function stateCounts({ m: { tasks, terms, site } }: View, { obligations }: FoundTask): string | null {
  const counts = new Map<FoundTask['status'], number>();
  for (const { status } of obligations.nodes) counts.set(status, (counts.get(status) ?? 0) + 1);
  if (counts.size < 2 || obligations.totalCount > obligations.nodes.length) return null;
  return [...counts].map(([status, count]) => tasks.statusCount(terms.status[status], count)).join(site.listComma);
}

/** Where in the original it stands; null where nothing tells. */
export function placeOf({ m }: View, { sourcePage, sourceRow, sourceLine, sourceLineEnd }: FoundTask): string | null {
  const { source } = m.tasks;
  const parts = [
    sourcePage === null ? null : source.page(sourcePage),
    sourceRow === null ? null : source.row(sourceRow),
    sourceLine === null ? null : source.lines(sourceLine, sourceLineEnd ?? sourceLine),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(m.site.comma);
}

/** What was read in the text itself: the deadline, where it stands there, and promises. */
export function wordsRead({ deadline, targets, text }: FoundTask): string[] {
  return [...targets.map(({ phrase }) => phrase), deadline.text ?? ''].filter((word) => word !== '' && text.includes(word));
}
