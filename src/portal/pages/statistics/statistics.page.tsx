import type { VNode } from 'preact';
import { dayOf } from '../../../platform/calendar';
import { FilterForm, SelectField, SetFilters } from '../../components/filter-form';
import { IgnoredFilters } from '../../components/ignored-filters';
import { topicChoices } from '../../components/topic-choices';
import { Trail } from '../../components/trail';
import type { Page } from '../../page';
import { useView, type View } from '../../view';
import { dutiesByStatusCsv } from './duties-csv';
import { KindsSection, MonthsSection, RankSection } from './chart-sections';
import {
  loadKinds,
  loadMonths,
  loadOverview,
  loadProgress,
  loadRank,
  type KindFigures,
  type MonthFigures,
  type Overview,
  type RankFigures,
} from './load-statistics';
import { ProgressSection } from './progress-section';
import { kindsChart, monthsChart, topicsChart, unitsChart } from './statistics-charts';
import { kindsTable, monthsTable, topicsTable, unitsTable } from './statistics-tables';
import type { ProgressStatisticsAnswer } from './statistics.document';

export interface StatisticsProps {
  overview: Overview;
  kinds: KindFigures;
  months: MonthFigures | null;
  units: RankFigures;
  topics: RankFigures;
  progress: ProgressStatisticsAnswer;
}

/** Figures in charts: how deadlines are written, when they fall, on whom, in which field, and what was reported. */
export const statisticsPage: Page = {
  path: '/statistics',
  section: 'statistics',
  tables: [kindsTable, monthsTable, unitsTable, topicsTable, dutiesByStatusCsv],
  charts: [kindsChart, monthsChart, unitsChart, topicsChart],
  async load(request) {
    const { view } = request;
    const overview = await loadOverview(request);
    const [kinds, months, units, topics, progress] = await Promise.all([
      loadKinds(request, overview),
      loadMonths(request, overview),
      loadRank(request, overview, 'UNIT'),
      loadRank(request, overview, 'TOPIC'),
      loadProgress(request, overview),
    ]);
    return {
      head: { title: view.m.statistics.title, description: view.m.statistics.description, canonical: canonicalOf(view) },
      release: overview.choices.release,
      body: <StatisticsView {...{ overview, kinds, months, units, topics, progress }} />,
    };
  },
};

function canonicalOf({ query }: View): string {
  const kept = new URLSearchParams(['region', 'year', 'topic'].flatMap((name) => (query.has(name) ? [[name, query.get(name)!]] : [])));
  return kept.size > 0 ? `/statistics?${kept.toString()}` : '/statistics';
}

function StatisticsView(props: StatisticsProps): VNode {
  const view = useView();
  const { statistics, site } = view.m;
  const { choices, set, filters } = props.overview;
  const tasks = choices.whole.rows[0]?.taskCount ?? 0;
  return (
    <>
      <Trail steps={[{ label: statistics.title, href: null }]} />
      <h1>{statistics.title}</h1>
      <p class="lede measure">
        {statistics.lead(choices.plans.totalCount, tasks, filters.topic !== null, site.date(dayOf(new Date(choices.whole.asOf))))}
      </p>
      <Filters {...props.overview} />
      <SetFilters set={set} />
      <IgnoredFilters names={filters.ignored} />
      {tasks === 0 ? (
        <p class="soft">{statistics.nothing}</p>
      ) : (
        <>
          <KindsSection {...props} />
          <MonthsSection {...props} />
          <div class="chart-pair">
            <RankSection figures={props.units} by="UNIT" />
            <div>
              <RankSection figures={props.topics} by="TOPIC" />
            </div>
          </div>
          <ProgressSection {...props} />
        </>
      )}
    </>
  );
}

function Filters({ choices, filters, set }: Overview): VNode {
  const view = useView();
  const { statistics, site, plans } = view.m;
  const regions = choices.regions.rows.flatMap(({ keys: [key] }) =>
    key?.key ? [{ value: key.key, label: key.label, isChinese: true }] : [],
  );
  const isOffered = filters.region === null || regions.some(({ value }) => value === filters.region);
  const asked = isOffered ? [] : [{ value: filters.region!, label: choices.region?.name ?? filters.region!, isChinese: true }];
  return (
    <FilterForm summary={statistics.filter.summary} set={set}>
      <SelectField
        name="region"
        label={statistics.filter.region}
        none={site.filter.all}
        value={filters.region}
        choices={[...asked, ...regions]}
      />
      <SelectField
        name="year"
        label={plans.filter.year}
        none={site.filter.all}
        value={filters.year?.toString() ?? null}
        choices={choices.years.rows
          .flatMap(({ keys: [key] }) => (key?.key ? [{ value: key.key, label: site.year(Number(key.key)) }] : []))
          .sort((one, other) => other.value.localeCompare(one.value))}
      />
      <SelectField
        name="topic"
        label={plans.filter.topic}
        none={site.filter.all}
        value={filters.topic}
        choices={topicChoices(view, choices.topics)}
      />
    </FilterForm>
  );
}
