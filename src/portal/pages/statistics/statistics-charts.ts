import { widthOf, type Chart, type ChartStyle, type Drawing } from '../../charts/chart';
import { rankedBars } from '../../charts/ranked-bars';
import { smallMultiples } from '../../charts/small-multiples';
import { unitSquares } from '../../charts/unit-squares';
import { PageMissing } from '../../page';
import type { View } from '../../view';
import { kindFinding, monthFinding, rankFinding } from './findings';
import {
  loadKinds,
  loadMonths,
  loadOverview,
  loadRank,
  type KindFigures,
  type MonthFigures,
  type RankFigures,
  type Ranked,
} from './load-statistics';

/** Half of the page, where two charts stand side by side. */
const halfWidth = 536;

export function kindsDrawing({ m }: View, { groups, values }: KindFigures, style: ChartStyle): Drawing {
  const multiples = groups.map(({ title, total, counts }) => ({ title, note: m.terms.tasksLong(total), values: counts }));
  return smallMultiples({ groups: multiples, labels: values.map((kind) => m.terms.deadlineKind[kind as 'TIMELY']) }, style);
}

export function monthsDrawing({ m }: View, { groups }: MonthFigures, style: ChartStyle): Drawing {
  const columns = Array.from({ length: 12 }, (_, index) => (style.isNarrow ? String(index + 1) : m.units.monthLabel(index + 1)));
  return unitSquares({ groups: groups.map(({ title, counts }) => ({ title, values: counts })), columns }, style);
}

export function rankDrawing({ rows }: RankFigures, style: ChartStyle): Drawing {
  return rankedBars(rows, style, style.isNarrow || style.isLarge ? widthOf(style) : halfWidth);
}

export const kindsChart: Chart = {
  path: '/statistics/kinds.svg',
  async load(request, style) {
    const { view } = request;
    const figures = await loadKinds(request, await loadOverview(request));
    if (figures.groups.length === 0) throw new PageMissing();
    return { drawing: kindsDrawing(view, figures, style), title: view.m.statistics.kinds, description: kindFinding(view, figures) };
  },
};

export const monthsChart: Chart = {
  path: '/statistics/months.svg',
  async load(request, style) {
    const { view } = request;
    const figures = await loadMonths(request, await loadOverview(request));
    if (!figures || figures.groups.length === 0) throw new PageMissing();
    const { months } = view.m.statistics;
    return { drawing: monthsDrawing(view, figures, style), title: months(figures.year), description: monthFinding(view, figures) };
  },
};

export const unitsChart = rankChart('UNIT');
export const topicsChart = rankChart('TOPIC');

function rankChart(by: Ranked): Chart {
  return {
    path: by === 'UNIT' ? '/statistics/units.svg' : '/statistics/topics.svg',
    async load(request, style) {
      const { view } = request;
      const figures = await loadRank(request, await loadOverview(request), by);
      if (figures.rows.length === 0) throw new PageMissing();
      const title = by === 'UNIT' ? view.m.statistics.units : view.m.statistics.topics;
      return { drawing: rankDrawing(figures, style), title, description: rankFinding(view, figures, by) };
    },
  };
}
