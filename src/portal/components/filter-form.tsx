import type { ComponentChildren, VNode } from 'preact';
import { useView } from '../view';
import { HiddenLanguage } from './search-form';

/** A condition that is set: the part of the address that holds it, and how it reads. */
export interface SetFilter {
  name: string;
  label: string;
}

interface FilterFormProps {
  /** What the folded form is called on a phone. */
  summary: string;
  set: readonly SetFilter[];
  children: ComponentChildren;
}

/** The filters of a table. Sent by GET, so that what is shown is in the address. Folded where there is little room. */
export function FilterForm({ summary, set, children }: FilterFormProps): VNode {
  const view = useView();
  const { filter } = view.m.site;
  return (
    <details class="filter">
      <summary>
        {set.length > 0 ? `${filter.applied}${filter.colon}${set.map(({ label }) => label).join(view.m.site.listComma)}` : summary}
      </summary>
      <form class="filter-form" action={view.path}>
        {children}
        <HiddenLanguage />
        <button class="primary">{filter.apply}</button>
      </form>
    </details>
  );
}

/** The conditions that are set, each with a way to take it off. */
export function SetFilters({ set }: { set: readonly SetFilter[] }): VNode | null {
  const view = useView();
  const { filter } = view.m.site;
  if (set.length === 0) return null;
  return (
    <ul class="set-filters" aria-label={filter.applied}>
      {set.map(({ name, label }) => (
        <li key={name}>
          <a class="tag" href={view.here({ [name]: null, after: null, before: null })} aria-label={filter.remove(label)}>
            {label} <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      {set.length > 1 && (
        <li>
          <a class="tag-clear" href={view.href(view.path)}>
            {filter.clear}
          </a>
        </li>
      )}
    </ul>
  );
}

interface FieldProps {
  name: string;
  label: string;
  value: string | null;
}

export function TextField({ name, label, value, hint }: FieldProps & { hint: string }): VNode {
  return (
    <p class="field">
      <label for={`filter-${name}`}>{label}</label>
      <input id={`filter-${name}`} name={name} value={value ?? ''} placeholder={hint} maxLength={200} autocomplete="off" />
    </p>
  );
}

export interface Choice {
  value: string;
  label: string;
  /** The label is of the data. */
  isChinese?: boolean;
}

export function SelectField({ name, label, value, none, choices }: FieldProps & { none: string; choices: readonly Choice[] }): VNode {
  return (
    <p class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{none}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value} lang={choice.isChinese ? 'zh-Hans' : undefined}>
            {choice.label}
          </option>
        ))}
      </select>
    </p>
  );
}

export function CheckField({ name, label, isSet }: { name: string; label: string; isSet: boolean }): VNode {
  return (
    <p class="check-field">
      <label>
        <input type="checkbox" name={name} value="1" checked={isSet} />
        {label}
      </label>
    </p>
  );
}
