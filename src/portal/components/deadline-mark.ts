import type { DeadlineParts } from './deadline.document';

export type DeadlineMark = DeadlineParts['kind'] | 'THEN_ONGOING';

/** In the order in which a legend names them. */
export const deadlineMarks: readonly DeadlineMark[] = [
  'BY_DATE',
  'THEN_ONGOING',
  'TIMELY',
  'ONGOING',
  'AS_APPROPRIATE',
  'RECURRING',
  'RELATIVE',
  'NONE',
];

/** A date that goes on afterwards looks different from one that ends. */
export function markOf({ kind, thenOngoing }: Pick<DeadlineParts, 'kind' | 'thenOngoing'>): DeadlineMark {
  return kind === 'BY_DATE' && thenOngoing ? 'THEN_ONGOING' : kind;
}

/** How many tasks bear each mark; those that none bears are left out. */
export function countMarks(deadlines: readonly Pick<DeadlineParts, 'kind' | 'thenOngoing'>[]): [DeadlineMark, number][] {
  const marks = deadlines.map(markOf);
  return deadlineMarks
    .map((mark): [DeadlineMark, number] => [mark, marks.filter((each) => each === mark).length])
    .filter(([, count]) => count > 0);
}
