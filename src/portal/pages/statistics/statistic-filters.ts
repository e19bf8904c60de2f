import type { SetFilter } from '../../components/filter-form';
import { titleOfTopic } from '../../components/topic-choices';
import type { View } from '../../view';
import type { KindStatisticsVariables, ProgressStatisticsVariables, StatisticsChoicesAnswer } from './statistics.document';

/** What the address of the figures asks for; null where it does not. */
export interface StatisticFilters {
  region: string | null;
  year: number | null;
  topic: string | null;
  /** Parts of the address that say nothing that is understood. */
  ignored: string[];
}

export function readStatisticFilters(view: View): StatisticFilters {
  const [region, year, topic] = [view.asked('region'), view.asked('year'), view.asked('topic')];
  const isRegion = region !== null && /^[\w=-]{1,64}$/.test(region);
  const isYear = year !== null && /^(19|20)\d\d$/.test(year);
  const isTopic = topic !== null && /^[A-Z_]{1,60}$/.test(topic);
  return {
    region: isRegion ? region : null,
    year: isYear ? Number(year) : null,
    topic: isTopic ? topic : null,
    ignored: [region && !isRegion ? 'region' : '', year && !isYear ? 'year' : '', topic && !isTopic ? 'topic' : ''].filter(Boolean),
  };
}

/** As the API takes them for tasks; for the ledger they are the same. */
export function statisticFilterBy({
  region,
  year,
  topic,
}: StatisticFilters): NonNullable<KindStatisticsVariables['filterBy']> & NonNullable<ProgressStatisticsVariables['filterBy']> {
  return {
    ...(region !== null && { withinRegion: region }),
    ...(year !== null && { years: [year] }),
    ...(topic !== null && { topicCodes: [topic] }),
  };
}

export function setStatisticFilters(view: View, filters: StatisticFilters, choices: StatisticsChoicesAnswer): SetFilter[] {
  const { region, year, topic } = filters;
  const { m } = view;
  return [
    ...(region === null ? [] : [{ name: 'region', label: m.plans.within(choices.region?.name ?? region) }]),
    ...(year === null ? [] : [{ name: 'year', label: m.site.year(year) }]),
    ...(topic === null ? [] : [{ name: 'topic', label: titleOfTopic(view, choices.topics, topic) ?? topic }]),
  ];
}
