import type { View } from '../../view';
import type { KindFigures, MonthFigures, RankFigures, Ranked } from './load-statistics';

/** What the chart of the sorts of deadline shows, in one sentence: who dates the most, and who the least. */
export function kindFinding({ m }: View, { groups, values }: KindFigures): string {
  const { statistics } = m;
  const dated = values.indexOf('BY_DATE');
  const shares = groups
    .map(({ title, counts, total }) => ({ title, share: dated < 0 || total === 0 ? 0 : (counts[dated] ?? 0) / total }))
    .sort((one, other) => other.share - one.share);
  const [most, least] = [shares[0], shares.at(-1)];
  if (!most || !least) return statistics.nothing;
  if (most === least || most.share === least.share) return statistics.kindsAlike(shares.length, percent(most.share));
  return statistics.kindsDiffer(most.title, percent(most.share), least.title, percent(least.share));
}

/** Which month is the fullest. */
export function monthFinding({ m }: View, { groups, year }: MonthFigures): string {
  const { statistics, units } = m;
  const sums = Array.from({ length: 12 }, (_, index) => groups.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
  const total = sums.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...sums);
  return statistics.fullestMonth(year, units.monthLabel(sums.indexOf(most) + 1), most, total, percent(total === 0 ? 0 : most / total));
}

/** Who comes first, and by how much. */
export function rankFinding({ m }: View, { rows: [first, second] }: RankFigures, by: Ranked): string {
  const { statistics } = m;
  if (!first) return statistics.nothing;
  const words = by === 'UNIT' ? statistics.mostUnit : statistics.mostTopic;
  return words(first.label, first.value, second && second.value === first.value ? second.label : null);
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
