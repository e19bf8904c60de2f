import type { VNode } from 'preact';
import { today } from '../../../platform/calendar';
import { CsvLink, csvHref } from '../../components/csv-link';
import { EmptyResult } from '../../components/empty-result';
import { FilterForm, SelectField, SetFilters, type Choice } from '../../components/filter-form';
import { fullName } from '../../components/full-name';
import { IgnoredFilters } from '../../components/ignored-filters';
import { Notice } from '../../components/notice';
import { Pager } from '../../components/pager';
import { planName } from '../../components/plan-name';
import { QueryDrawer } from '../../components/query-drawer';
import { SectionHead } from '../../components/section-head';
import { Trail } from '../../components/trail';
import type { Page } from '../../page';
import { useView, type View } from '../../view';
import { deadlinesDocument } from './deadlines.document';
import { deadlinesTable } from './deadlines-table';
import { loadDeadlines, type LoadedDeadlines } from './load-deadlines';
import { OccurrenceList } from './occurrence-list';
import { YearCalendar } from './year-calendar';

/** What falls due in a year: as a calendar, and day by day. */
export const deadlinesPage: Page = {
  path: '/deadlines',
  section: 'deadlines',
  tables: [deadlinesTable],
  async load({ view, ask }) {
    const loaded = await loadDeadlines(view, ask);
    const { deadlines } = view.m;
    return {
      head: {
        title: loaded.filters.year === null ? deadlines.title : deadlines.titleOf(loaded.year),
        description: deadlines.description,
        canonical: canonicalOf(view),
      },
      release: loaded.choices.release,
      body: <DeadlinesView {...loaded} />,
    };
  },
};

function canonicalOf({ query }: View): string {
  const kept = new URLSearchParams(
    ['year', 'region', 'unit', 'plan'].flatMap((name) => (query.has(name) ? [[name, query.get(name)!]] : [])),
  );
  return kept.size > 0 ? `/deadlines?${kept.toString()}` : '/deadlines';
}

function DeadlinesView(loaded: LoadedDeadlines): VNode {
  const view = useView();
  const { year, years, months, filters, set } = loaded;
  const { deadlines, site } = view.m;
  const now = Number(today().slice(0, 4));
  const ofYear = months.reduce((sum, count) => sum + count, 0);
  return (
    <>
      <Trail steps={[{ label: deadlines.title, href: null }]} />
      <h1>{deadlines.titleOf(year)}</h1>
      <p class="lede measure">{findingOf(view, loaded, ofYear)}</p>
      {!years.includes(now) && filters.year === null && (
        <Notice title={deadlines.noneIn(now)}>{years.length > 0 ? deadlines.insteadOf(year) : deadlines.noneAtAll}</Notice>
      )}
      <nav class="chips" aria-label={deadlines.years}>
        {years.map((each) => (
          <a
            key={each}
            class="tag"
            href={view.here({ year: each, month: null, after: null, before: null })}
            aria-current={each === year ? 'page' : undefined}
          >
            {site.year(each)}
          </a>
        ))}
      </nav>
      <section aria-labelledby="calendar">
        <SectionHead id="calendar" title={deadlines.calendar} note={deadlines.calendarNote}>
          <a href={icsHref(filters)}>{deadlines.ics}</a>
          <a href="/feeds/changes.atom">Atom</a>
        </SectionHead>
        <Filters {...loaded} />
        <SetFilters set={set} />
        <IgnoredFilters names={filters.ignored} />
        {ofYear > 0 && <YearCalendar {...loaded} />}
      </section>
      <ListSection {...loaded} />
    </>
  );
}

function ListSection({ year, filters, set, waysOut, listed, total, pageInfo, variables }: LoadedDeadlines): VNode {
  const view = useView();
  const { deadlines } = view.m;
  const title = filters.month === null ? deadlines.list(year) : deadlines.listOf(deadlines.monthOf(year, Number(filters.month.slice(5))));
  return (
    <section aria-labelledby="list">
      <SectionHead id="list" title={title} note={deadlines.counted(total)}>
        {!pageInfo && listed.length > 0 && <CsvLink path={deadlinesTable.path} />}
      </SectionHead>
      {listed.length > 0 && <OccurrenceList occurrences={listed} caption={title} />}
      {listed.length === 0 && set.length > 0 && <EmptyResult set={set} waysOut={waysOut} counted={deadlines.counted} />}
      {listed.length === 0 && set.length === 0 && <p class="soft">{deadlines.noneInYear(year)}</p>}
      {pageInfo && <Pager info={pageInfo} />}
      <QueryDrawer
        document={deadlinesDocument}
        variables={variables}
        csv={pageInfo ? '/data/tasks.csv' : csvHref(view, deadlinesTable.path)}
      />
    </section>
  );
}

/** What the year looks like, in one sentence: how many, and on which day most of them. */
function findingOf({ m }: View, { year, days }: LoadedDeadlines, ofYear: number): string {
  const { deadlines, site } = m;
  if (ofYear === 0) return deadlines.noneInYear(year);
  const [day, count] = [...(days ?? [])].sort(([, one], [, other]) => other - one)[0] ?? [];
  if (day === undefined || count === undefined || days!.size === 1) return deadlines.finding(year, ofYear, days?.size ?? null);
  return deadlines.findingWithDay(year, ofYear, days!.size, site.monthDay(day), count);
}

function icsHref({ region, unit, plan }: LoadedDeadlines['filters']): string {
  const given = Object.entries({ region, unit, plan }).filter((entry): entry is [string, string] => entry[1] !== null);
  return given.length > 0 ? `/calendar.ics?${new URLSearchParams(given).toString()}` : '/calendar.ics';
}

function Filters({ choices, filters, set, year }: LoadedDeadlines): VNode {
  const view = useView();
  const { deadlines, site } = view.m;
  return (
    <FilterForm summary={deadlines.filter.summary} set={set}>
      <input type="hidden" name="year" value={year} />
      {filters.month !== null && <input type="hidden" name="month" value={filters.month} />}
      <SelectField
        name="region"
        label={deadlines.filter.region}
        none={site.filter.all}
        value={filters.region}
        choices={withAsked(
          choices.regions.rows.flatMap(({ keys: [key] }) => (key?.key ? [{ value: key.key, label: key.label, isChinese: true }] : [])),
          filters.region,
          choices.region?.name,
        )}
      />
      <SelectField
        name="unit"
        label={deadlines.filter.unit}
        none={site.filter.all}
        value={filters.unit}
        choices={withAsked(unitChoices(choices), filters.unit, choices.units[0]?.name)}
      />
      <SelectField
        name="plan"
        label={deadlines.filter.plan}
        none={site.filter.all}
        value={filters.plan}
        choices={withAsked(
          choices.plans.nodes.map((plan) => ({ value: plan.slug, label: planName(plan), isChinese: true })),
          filters.plan,
          choices.plan ? planName(choices.plan) : undefined,
        )}
      />
    </FilterForm>
  );
}

function unitChoices({ byUnit }: LoadedDeadlines['choices']): Choice[] {
  return byUnit.rows.flatMap(({ keys: [key] }) => {
    if (!key?.key) return [];
    const region = key.node?.region;
    return [{ value: key.key, label: region ? fullName({ name: key.label, region }) : key.label, isChinese: true }];
  });
}

/** What is asked for is offered, also where it is not among the many. */
function withAsked(choices: Choice[], asked: string | null, name: string | undefined): Choice[] {
  if (asked === null || choices.some(({ value }) => value === asked)) return choices;
  return [{ value: asked, label: name ?? asked, isChinese: true }, ...choices];
}
