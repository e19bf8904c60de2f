import { QuestionFailed, type Ask } from '../../ask';
import type { SetFilter } from '../../components/filter-form';
import { searchText } from '../../search-text';
import type { View } from '../../view';
import { unitCollectiveDocument, type UnitCollectiveAnswer, type UnitsVariables } from './units.document';

export type UnitFilter = NonNullable<UnitsVariables['filterBy']>;
type UnitKind = NonNullable<NonNullable<UnitFilter['kinds']>[number]>;
export type Collective = NonNullable<UnitCollectiveAnswer['unitGroup']>;

/** What the address of the list of units asks for; null where it does not. */
export interface UnitFilters {
  text: string | null;
  region: string | null;
  kind: UnitKind | null;
  line: string | null;
  group: Collective | null;
  /** Parts of the address that say nothing that is understood. */
  ignored: string[];
}

export async function readUnitFilters(view: View, ask: Ask): Promise<UnitFilters> {
  const [kind, region, line, group] = [view.asked('kind'), view.asked('region'), view.asked('line'), view.asked('group')];
  const isKind = kind !== null && Object.hasOwn(view.m.terms.unitKind, kind);
  const isRegion = region !== null && /^[\w=-]{1,64}$/.test(region);
  const isLine = line !== null && /^[A-Z_]{1,64}$/.test(line);
  const collective = group === null ? null : await findCollective(ask, group);
  return {
    text: searchText(view.asked('text')),
    region: isRegion ? region : null,
    kind: isKind ? (kind as UnitKind) : null,
    line: isLine ? line : null,
    group: collective,
    ignored: [
      kind !== null && !isKind ? 'kind' : '',
      region !== null && !isRegion ? 'region' : '',
      line !== null && !isLine ? 'line' : '',
      group !== null && collective === null ? 'group' : '',
    ].filter(Boolean),
  };
}

async function findCollective(ask: Ask, id: string): Promise<Collective | null> {
  try {
    return (await ask(unitCollectiveDocument, { id })).unitGroup;
  } catch (error) {
    if (error instanceof QuestionFailed && error.code === 'BAD_USER_INPUT') return null;
    throw error;
  }
}

/** As the API takes them, one of them left out where its name is given. */
export function unitFilterBy({ text, region, kind, line, group }: UnitFilters, without?: string): UnitFilter {
  return {
    ...(text !== null && without !== 'text' && { text }),
    ...(region !== null && without !== 'region' && { withinRegion: region }),
    ...(kind !== null && without !== 'kind' && { kinds: [kind] }),
    ...(line !== null && without !== 'line' && { functionLines: [line] }),
    ...(group !== null && without !== 'group' && { unitGroupIds: [group.id] }),
  };
}

export function setUnitFilters({ m }: View, filters: UnitFilters, names: { region: string | null; line: string | null }): SetFilter[] {
  const { text, region, kind, line, group } = filters;
  return [
    ...(group === null ? [] : [{ name: 'group', label: m.units.groupOf(group.region.name, group.expression) }]),
    ...(text === null ? [] : [{ name: 'text', label: text }]),
    ...(region === null ? [] : [{ name: 'region', label: m.plans.within(names.region ?? region) }]),
    ...(kind === null ? [] : [{ name: 'kind', label: m.terms.unitKind[kind] }]),
    ...(line === null ? [] : [{ name: 'line', label: names.line ?? line }]),
  ];
}
