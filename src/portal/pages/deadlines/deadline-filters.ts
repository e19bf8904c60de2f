import type { SetFilter } from '../../components/filter-form';
import { fullName } from '../../components/full-name';
import { planName } from '../../components/plan-name';
import { PageMissing } from '../../page';
import type { View } from '../../view';
import type { DeadlineChoicesAnswer, DeadlinesVariables } from './deadlines.document';

/** What the address of the calendar asks for; null where it does not. */
export interface DeadlineFilters {
  year: number | null;
  /** `2023-08`; in the year that is asked for. */
  month: string | null;
  region: string | null;
  unit: string | null;
  /** Name of the plan in addresses. */
  plan: string | null;
  /** Parts of the address that say nothing that is understood. */
  ignored: string[];
}

export function readDeadlineFilters(view: View): DeadlineFilters {
  const asked = (name: string, form: RegExp) => {
    const value = view.asked(name);
    return { value: value !== null && form.test(value) ? value : null, ignored: value !== null && !form.test(value) ? [name] : [] };
  };
  const year = asked('year', /^(19|20)\d\d$/);
  const month = asked('month', /^(19|20)\d\d-(0[1-9]|1[0-2])$/);
  const region = asked('region', /^[\w=-]{1,64}$/);
  const unit = asked('unit', /^[\w=-]{1,100}$/);
  const plan = asked('plan', /^[a-z0-9-]{1,200}$/);
  const ofMonth = month.value === null ? null : Number(month.value.slice(0, 4));
  return {
    year: ofMonth ?? (year.value === null ? null : Number(year.value)),
    month: month.value,
    region: region.value,
    unit: unit.value,
    plan: plan.value,
    ignored: [year, month, region, unit, plan].flatMap(({ ignored }) => ignored),
  };
}

/** As the API takes them, one of them left out where its name is given. Throws `PageMissing` for a plan that is not there. */
export function deadlineFilterBy(
  { region, unit, plan }: DeadlineFilters,
  choices: DeadlineChoicesAnswer,
  without?: string,
): NonNullable<DeadlinesVariables['filterBy']> {
  if (plan !== null && !choices.plan) throw new PageMissing();
  return {
    ...(region !== null && without !== 'region' && { withinRegion: region }),
    ...(unit !== null && without !== 'unit' && { unitIds: [unit] }),
    ...(plan !== null && without !== 'plan' && { planIds: [choices.plan!.id] }),
  };
}

export function setDeadlineFilters({ m }: View, filters: DeadlineFilters, choices: DeadlineChoicesAnswer): SetFilter[] {
  const { region, unit, plan, month } = filters;
  const named = choices.units[0];
  const unitName = named?.name !== undefined && named.region ? fullName({ name: named.name, region: named.region }) : unit;
  return [
    ...(month === null ? [] : [{ name: 'month', label: m.deadlines.monthOf(Number(month.slice(0, 4)), Number(month.slice(5))) }]),
    ...(region === null ? [] : [{ name: 'region', label: m.plans.within(choices.region?.name ?? region) }]),
    ...(unit === null ? [] : [{ name: 'unit', label: unitName! }]),
    ...(plan === null || !choices.plan ? [] : [{ name: 'plan', label: planName(choices.plan) }]),
  ];
}
