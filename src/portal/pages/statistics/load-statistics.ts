import { fullName } from '../../components/full-name';
import type { PageRequest } from '../../page';
import { crosstab, groupingOf, type Crosstab, type Grouping } from './crosstab';
import { readStatisticFilters, setStatisticFilters, statisticFilterBy, type StatisticFilters } from './statistic-filters';
import type { SetFilter } from '../../components/filter-form';
import {
  kindStatisticsDocument,
  monthStatisticsDocument,
  progressStatisticsDocument,
  rankStatisticsDocument,
  statisticsChoicesDocument,
  type KindStatisticsVariables,
  type MonthStatisticsVariables,
  type ProgressStatisticsAnswer,
  type RankStatisticsVariables,
  type StatisticsChoicesAnswer,
} from './statistics.document';

type Request = Pick<PageRequest, 'view' | 'ask'>;

/** In the order in which they are shown. */
const kinds = ['BY_DATE', 'TIMELY', 'ONGOING', 'AS_APPROPRIATE', 'RECURRING', 'RELATIVE', 'NONE'];

/** Names in a ranking; its file has more. */
const mostRanked = 12;
const mostInFile = 1000;

export interface Overview {
  filters: StatisticFilters;
  set: SetFilter[];
  choices: StatisticsChoicesAnswer;
  grouping: Grouping;
  /** The year whose months are shown; null where no task has a date. */
  dueYear: number | null;
}

export async function loadOverview({ view, ask }: Request): Promise<Overview> {
  const filters = readStatisticFilters(view);
  const { withinRegion, years } = statisticFilterBy(filters);
  const choices = await ask(statisticsChoicesDocument, {
    filterBy: statisticFilterBy(filters),
    planFilter: { ...(withinRegion != null && { withinRegion }), ...(years && { years }) },
    region: filters.region ?? '',
  });
  return {
    filters,
    set: setStatisticFilters(view, filters, choices),
    choices,
    grouping: groupingOf(choices.plans.totalCount),
    dueYear: busiestYear(choices),
  };
}

/** The year in which most tasks fall due. */
function busiestYear({ dueMonths }: StatisticsChoicesAnswer): number | null {
  const counts = new Map<number, number>();
  for (const {
    taskCount,
    keys: [key],
  } of dueMonths.rows) {
    if (key?.key) counts.set(Number(key.key.slice(0, 4)), (counts.get(Number(key.key.slice(0, 4))) ?? 0) + taskCount);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

export interface KindFigures extends Crosstab {
  variables: KindStatisticsVariables;
}

export async function loadKinds({ view, ask }: Request, { filters, grouping }: Overview): Promise<KindFigures> {
  const variables: KindStatisticsVariables = { filterBy: statisticFilterBy(filters), groupBy: [grouping, 'DEADLINE_KIND'] };
  const { taskStatistics } = await ask(kindStatisticsDocument, variables);
  return { ...crosstab(view, taskStatistics.rows, kinds), variables };
}

export interface MonthFigures extends Crosstab {
  variables: MonthStatisticsVariables;
  year: number;
}

/** Null where no task has a date. */
export async function loadMonths({ view, ask }: Request, { filters, grouping, dueYear }: Overview): Promise<MonthFigures | null> {
  if (dueYear === null) return null;
  const filterBy = { ...statisticFilterBy(filters), dueFrom: `${dueYear}-01-01`, dueTo: `${dueYear}-12-31` };
  const variables: MonthStatisticsVariables = { filterBy, groupBy: [grouping, 'DUE_MONTH'] };
  const { taskStatistics } = await ask(monthStatisticsDocument, variables);
  const months = Array.from({ length: 12 }, (_, index) => `${dueYear}-${String(index + 1).padStart(2, '0')}`);
  return { ...crosstab(view, taskStatistics.rows, months, true), variables, year: dueYear };
}

export interface RankFigures {
  rows: { key: string; label: string; value: number }[];
  totalRows: number;
  variables: RankStatisticsVariables;
}

export type Ranked = 'UNIT' | 'TOPIC';

export async function loadRank({ view, ask }: Request, { filters, choices }: Overview, by: Ranked, isFile = false): Promise<RankFigures> {
  const variables: RankStatisticsVariables = {
    filterBy: statisticFilterBy(filters),
    groupBy: [by],
    first: isFile ? mostInFile : mostRanked + 1,
  };
  const { taskStatistics } = await ask(rankStatisticsDocument, variables);
  const english = new Map(choices.topics.map(({ code, titleEn }) => [code, titleEn]));
  const rows = taskStatistics.rows.flatMap(({ taskCount, keys: [key] }) => {
    if (!key?.key) return [];
    const region = key.node?.region;
    const name = by === 'UNIT' && region ? fullName({ name: key.label, region }) : key.label;
    return [{ key: key.key, label: by === 'TOPIC' && view.lang === 'en' ? (english.get(key.key) ?? name) : name, value: taskCount }];
  });
  return { rows: isFile ? rows : rows.slice(0, mostRanked), totalRows: taskStatistics.totalRows, variables };
}

export function loadProgress({ ask }: Request, { filters }: Overview): Promise<ProgressStatisticsAnswer> {
  return ask(progressStatisticsDocument, { filterBy: statisticFilterBy(filters) });
}
