import type { Stat } from '../../components/stat-band';
import type { View } from '../../view';
import type { HomeAnswer } from './home.document';

/** The five figures of the home page. What is not collected is said in words, not as zero. */
export function homeStats({ m }: View, { plans, years, kinds, timely, ledger }: HomeAnswer): Stat[] {
  const { home, terms, site } = m;
  const counts = new Map(kinds.rows.map(({ keys: [key], taskCount }) => [key?.key, taskCount]));
  const total = kinds.rows.reduce((sum, { taskCount }) => sum + taskCount, 0);
  const known = years.rows.flatMap(({ keys: [key] }) => (key?.key ? [Number(key.key)] : []));
  const [row] = ledger.rows;
  const progress: Stat =
    row?.completionRate == null
      ? { figure: terms.status.NOT_COLLECTED, isWords: true, noun: home.progress, scope: home.notCollectedScope }
      : { figure: `${Math.round(row.completionRate * 100)}%`, noun: home.completed, scope: home.completedScope(row.completedCount ?? 0) };
  return [
    { figure: plans.totalCount, noun: home.plans, scope: known.length > 0 ? home.span(Math.min(...known), Math.max(...known)) : '' },
    { figure: total, noun: home.tasks, scope: home.verbatim },
    { figure: counts.get('BY_DATE') ?? 0, noun: home.dated, scope: home.datedScope(total - (counts.get('NONE') ?? 0)) },
    {
      figure: counts.get('TIMELY') ?? 0,
      noun: home.timely,
      scope: timely.rows.map(({ keys: [key], taskCount }) => home.timelyPart(key?.label ?? '', taskCount)).join(site.comma),
    },
    progress,
  ];
}
