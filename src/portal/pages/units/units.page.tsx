import type { VNode } from 'preact';
import { halfIn } from '../../bilingual';
import { EmptyResult, waysOutOf, type WayOut } from '../../components/empty-result';
import { FilterForm, SelectField, SetFilters, TextField, type SetFilter } from '../../components/filter-form';
import { IgnoredFilters } from '../../components/ignored-filters';
import { pageAsked, Pager } from '../../components/pager';
import { QueryDrawer } from '../../components/query-drawer';
import { SectionHead } from '../../components/section-head';
import { lineTitle } from '../../components/line-title';
import { Trail } from '../../components/trail';
import { UnitTable } from '../../components/unit-table';
import type { Page } from '../../page';
import { useView } from '../../view';
import { readUnitFilters, setUnitFilters, unitFilterBy, type UnitFilters } from './unit-filters';
import {
  unitChoicesDocument,
  unitCountDocument,
  unitsDocument,
  type UnitChoicesAnswer,
  type UnitsAnswer,
  type UnitsVariables,
} from './units.document';

const pageSize = 50;

/** The list of units. */
export const unitsPage: Page = {
  path: '/units',
  section: 'units',
  async load({ view, ask }) {
    const filters = await readUnitFilters(view, ask);
    const variables: UnitsVariables = { filterBy: unitFilterBy(filters), ...pageAsked(view, pageSize) };
    const [{ units }, choices] = await Promise.all([
      ask(unitsDocument, variables),
      ask(unitChoicesDocument, { region: filters.region ?? '' }),
    ]);
    const line = choices.functionLines.find(({ code }) => code === filters.line);
    const names = { region: choices.region?.name ?? null, line: line ? lineTitle(view, line) : null };
    const set = setUnitFilters(view, filters, names);
    const countWithout = async (name: string) => (await ask(unitCountDocument, { filterBy: unitFilterBy(filters, name) })).units.totalCount;
    const waysOut = units.totalCount === 0 ? await waysOutOf(set, countWithout) : [];
    return {
      head: { title: view.m.units.title, description: view.m.units.description, canonical: '/units' },
      release: choices.release,
      body: <UnitsView {...{ units, choices, filters, set, waysOut, variables }} />,
    };
  },
};

interface UnitsViewProps {
  units: UnitsAnswer['units'];
  choices: UnitChoicesAnswer;
  filters: UnitFilters;
  set: readonly SetFilter[];
  waysOut: readonly WayOut[];
  variables: UnitsVariables;
}

function UnitsView(props: UnitsViewProps): VNode {
  const { units, choices, filters, set, waysOut, variables } = props;
  const { m, lang } = useView();
  const { group } = filters;
  return (
    <>
      <Trail steps={[{ label: m.units.title, href: null }]} />
      <h1>{m.units.title}</h1>
      <p class="lede measure">{m.units.lead(choices.all.totalCount)}</p>
      <section aria-labelledby="list">
        <SectionHead id="list" title={m.units.all} note={m.units.found(units.totalCount, choices.all.totalCount)} />
        <UnitFilterForm {...props} />
        <SetFilters set={set} />
        <IgnoredFilters names={filters.ignored} />
        {group && (
          <p class="small soft">
            {group.roster === 'COMPLETE' ? m.units.groupComplete : m.units.groupKnown} {m.tasks.rule(halfIn(lang, group.rule))}
          </p>
        )}
        {units.nodes.length === 0 ? (
          <EmptyResult set={set} waysOut={waysOut} counted={m.units.counted} />
        ) : (
          <UnitTable units={units.nodes} />
        )}
        <Pager info={units.pageInfo} />
        <QueryDrawer document={unitsDocument} variables={variables} csv="/data/units.csv" />
      </section>
    </>
  );
}

function UnitFilterForm({ choices, filters, set }: UnitsViewProps): VNode {
  const view = useView();
  const { filter } = view.m.units;
  const { all, summary } = view.m.site.filter;
  const regions = choices.regions.rows.flatMap(({ keys: [key] }) =>
    key?.key ? [{ value: key.key, label: key.label, isChinese: true }] : [],
  );
  if (filters.region !== null && !regions.some(({ value }) => value === filters.region)) {
    regions.unshift({ value: filters.region, label: choices.region?.name ?? filters.region, isChinese: true });
  }
  const kinds = Object.entries(view.m.terms.unitKind).map(([value, label]) => ({ value, label }));
  const lines = choices.functionLines.map((line) => ({ value: line.code, label: lineTitle(view, line) }));
  return (
    <FilterForm summary={summary} set={set}>
      <TextField name="text" label={filter.text} hint={filter.textHint} value={filters.text} />
      <SelectField name="region" label={filter.region} none={all} value={filters.region} choices={regions} />
      <SelectField name="kind" label={filter.kind} none={all} value={filters.kind} choices={kinds} />
      <SelectField name="line" label={filter.line} none={all} value={filters.line} choices={lines} />
      {filters.group && <input type="hidden" name="group" value={filters.group.id} />}
    </FilterForm>
  );
}
