import type { SetFilter } from '../../components/filter-form';
import { isDay } from '../../../platform/calendar';
import { searchText } from '../../search-text';
import type { View } from '../../view';
import type { PlanTasksVariables } from './plan-tasks.document';

export type TaskFilter = NonNullable<PlanTasksVariables['filterBy']>;
export type DeadlineKind = NonNullable<NonNullable<TaskFilter['deadlineKinds']>[number]>;

/** What the address of a plan asks for of its tasks; null where it does not. */
export interface TaskFilters {
  text: string | null;
  unit: { id: string; name: string } | null;
  kind: DeadlineKind | null;
  /** Dated on this day or before. */
  by: string | null;
  target: boolean;
  /** Parts of the address that say nothing that is understood. */
  ignored: string[];
}

/** `units` are those that bear tasks of the plan: no others can be asked for. */
export function readTaskFilters(view: View, units: ReadonlyMap<string, string>): TaskFilters {
  const [unit, kind, by, target] = [view.asked('unit'), view.asked('kind'), view.asked('by'), view.asked('target')];
  const name = unit === null ? undefined : units.get(unit);
  const isKind = kind !== null && Object.hasOwn(view.m.terms.deadlineKind, kind);
  const isDated = by !== null && isDay(by);
  return {
    text: searchText(view.asked('text')),
    unit: unit !== null && name !== undefined ? { id: unit, name } : null,
    kind: isKind ? (kind as DeadlineKind) : null,
    by: isDated ? by : null,
    target: target === '1',
    ignored: [
      unit !== null && name === undefined ? 'unit' : '',
      kind !== null && !isKind ? 'kind' : '',
      by !== null && !isDated ? 'by' : '',
      target !== null && target !== '1' ? 'target' : '',
    ].filter(Boolean),
  };
}

/** As the API takes them, one of them left out where its name is given. */
export function taskFilterBy({ text, unit, kind, by, target }: TaskFilters, without?: string): TaskFilter {
  return {
    ...(text !== null && without !== 'text' && { text }),
    ...(unit !== null && without !== 'unit' && { unitIds: [unit.id] }),
    ...(kind !== null && without !== 'kind' && { deadlineKinds: [kind] }),
    ...(by !== null && without !== 'by' && { dueTo: by }),
    ...(target && without !== 'target' && { hasTarget: true }),
  };
}

export function setTaskFilters({ m }: View, { text, unit, kind, by, target }: TaskFilters): SetFilter[] {
  return [
    ...(text === null ? [] : [{ name: 'text', label: text }]),
    ...(unit === null ? [] : [{ name: 'unit', label: unit.name }]),
    ...(kind === null ? [] : [{ name: 'kind', label: m.terms.deadlineKind[kind] }]),
    ...(by === null ? [] : [{ name: 'by', label: m.plans.tableFilter.byDay(m.site.date(by)) }]),
    ...(target ? [{ name: 'target', label: m.plans.tableFilter.target }] : []),
  ];
}
