import type { ComparedRow, ComparedTask } from './compare.document';

/** What stands in one row of the page: a pair, a task alone, or one that is several on the other side. */
export interface ComparedGroup {
  relation: ComparedRow['relation'];
  left: ComparedTask[];
  right: ComparedTask[];
  /** The row that the group is, where it is a single one. */
  only: ComparedRow | null;
  rows: ComparedRow[];
}

/** Rows of a task that is split or merged, put together. */
export function groupRows(rows: readonly ComparedRow[]): ComparedGroup[] {
  const groups: ComparedGroup[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && belongsTo(row, last)) {
      last.rows.push(row);
      last.only = null;
      addTo(last, row);
    } else {
      const group: ComparedGroup = { relation: row.relation, left: [], right: [], only: row, rows: [row] };
      addTo(group, row);
      groups.push(group);
    }
  }
  return groups;
}

function belongsTo(row: ComparedRow, { relation, left, right }: ComparedGroup): boolean {
  if (row.relation !== relation) return false;
  if (relation === 'SPLIT') return left[0]?.id === row.left?.id;
  return relation === 'MERGED' && right[0]?.id === row.right?.id;
}

function addTo(group: ComparedGroup, { left, right }: ComparedRow): void {
  if (left && !group.left.some(({ id }) => id === left.id)) group.left.push(left);
  if (right && !group.right.some(({ id }) => id === right.id)) group.right.push(right);
}

/** Nothing to see: the same words by the same day. */
export function isUnchanged({ only }: ComparedGroup): boolean {
  return only?.relation === 'SAME' && only.deadlineDiff === null;
}
