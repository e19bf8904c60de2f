import type { PlansVariables } from './plans.document';
import type { SetFilter } from '../../components/filter-form';
import { searchText } from '../../search-text';
import type { View } from '../../view';

export type PlanFilter = NonNullable<PlansVariables['filterBy']>;
type PlanKind = NonNullable<NonNullable<PlanFilter['kinds']>[number]>;

/** What the address of the list of plans asks for; null where it does not. */
export interface PlanFilters {
  text: string | null;
  region: string | null;
  year: number | null;
  kind: PlanKind | null;
  /** Code of a topic. */
  topic: string | null;
  /** Parts of the address that say nothing that is understood. */
  ignored: string[];
}

export function readPlanFilters(view: View): PlanFilters {
  const [year, kind, region] = [view.asked('year'), view.asked('kind'), view.asked('region')];
  const isYear = year !== null && /^(19|20)\d\d$/.test(year);
  const isKind = kind !== null && Object.hasOwn(view.m.terms.planKind, kind);
  const topic = view.asked('topic');
  const isTopic = topic !== null && /^[A-Z_]{1,60}$/.test(topic);
  const isRegion = region !== null && /^[\w=-]{1,64}$/.test(region);
  return {
    text: searchText(view.asked('text')),
    region: isRegion ? region : null,
    year: isYear ? Number(year) : null,
    kind: isKind ? (kind as PlanKind) : null,
    topic: isTopic ? topic : null,
    ignored: [
      year && !isYear ? 'year' : '',
      kind && !isKind ? 'kind' : '',
      region && !isRegion ? 'region' : '',
      topic && !isTopic ? 'topic' : '',
    ].filter(Boolean),
  };
}

/** As the API takes them, one of them left out where its name is given. */
export function planFilterBy({ text, region, year, kind, topic }: PlanFilters, without?: string): PlanFilter {
  return {
    ...(text !== null && without !== 'text' && { text }),
    ...(region !== null && without !== 'region' && { withinRegion: region }),
    ...(year !== null && without !== 'year' && { years: [year] }),
    ...(kind !== null && without !== 'kind' && { kinds: [kind] }),
    ...(topic !== null && without !== 'topic' && { topicCodes: [topic] }),
  };
}

export function setPlanFilters(
  { m }: View,
  { text, region, year, kind, topic }: PlanFilters,
  regionName: string | null,
  topicName: string | null,
): SetFilter[] {
  return [
    ...(text === null ? [] : [{ name: 'text', label: text }]),
    ...(region === null ? [] : [{ name: 'region', label: m.plans.within(regionName ?? region) }]),
    ...(year === null ? [] : [{ name: 'year', label: m.site.year(year) }]),
    ...(kind === null ? [] : [{ name: 'kind', label: m.terms.planKind[kind] }]),
    ...(topic === null ? [] : [{ name: 'topic', label: topicName ?? topic }]),
  ];
}
