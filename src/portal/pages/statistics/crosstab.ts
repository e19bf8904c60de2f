import type { View } from '../../view';
import type { FigureRow } from './statistics.document';

/** Counts by group and value, such as plan and month. */
export interface Crosstab {
  groups: CrosstabGroup[];
  /** Values that occur, in the order asked for. */
  values: string[];
}

export interface CrosstabGroup {
  /** Of the group, as the API gives it. */
  key: string;
  title: string;
  /** Where the group has a page of its own. */
  href: string | undefined;
  total: number;
  /** One for each of `values`. */
  counts: number[];
}

/** What tasks are grouped by: the plans themselves while they can be shown side by side, else the levels. */
export type Grouping = 'PLAN' | 'LEVEL';

const mostPlans = 8;

export function groupingOf(planCount: number): Grouping {
  return planCount <= mostPlans ? 'PLAN' : 'LEVEL';
}

/** Rows by group and value as a table; of `order` the values that occur nowhere are left out unless `keepsAll`. */
export function crosstab(view: View, rows: readonly FigureRow[], order: readonly string[], keepsAll = false): Crosstab {
  const counts = new Map<string, Map<string, number>>();
  const firstRows = new Map<string, FigureRow>();
  for (const row of rows) {
    const [group, value] = row.keys;
    if (!group?.key || !value?.key || !order.includes(value.key)) continue;
    if (!firstRows.has(group.key)) firstRows.set(group.key, row);
    const own = counts.get(group.key) ?? new Map<string, number>();
    counts.set(group.key, own.set(value.key, row.taskCount));
  }
  const values = order.filter((value) => keepsAll || [...counts.values()].some((own) => own.has(value)));
  const groups = [...counts].map(([key, own]) => {
    const ofGroup = values.map((value) => own.get(value) ?? 0);
    return { key, ...nameOf(view, firstRows.get(key)!), counts: ofGroup, total: ofGroup.reduce((sum, count) => sum + count, 0) };
  });
  return { groups, values };
}

function nameOf(view: View, { keys: [group] }: FigureRow): { title: string; href: string | undefined } {
  const plan = group!.node;
  if (plan?.slug !== undefined) {
    const region = plan.region?.name ?? '';
    const title = plan.year == null ? region : view.m.statistics.planOf(region, plan.year);
    return { title, href: view.href(`/plans/${plan.slug}`) };
  }
  const level = group!.key as keyof View['m']['terms']['level'];
  return { title: view.m.terms.level[level] ?? group!.label, href: undefined };
}
