import type { VNode } from 'preact';
import { halfIn } from '../../bilingual';
import { csvHref, CsvLink } from '../../components/csv-link';
import { EmptyResult, waysOutOf, type WayOut } from '../../components/empty-result';
import { FilterForm, SelectField, SetFilters, TextField, type SetFilter } from '../../components/filter-form';
import { IgnoredFilters } from '../../components/ignored-filters';
import { Pager } from '../../components/pager';
import { QueryDrawer } from '../../components/query-drawer';
import { SectionHead } from '../../components/section-head';
import { lineTitle } from '../../components/line-title';
import { Trail } from '../../components/trail';
import { UnitTable } from '../../components/unit-table';
import type { Page } from '../../page';
import { useView, type View } from '../../view';
import { loadUnits, type UnitList } from './load-units';
import { readUnitFilters, setUnitFilters, unitFilterBy, type UnitFilters } from './unit-filters';
import { unitsCsv } from './units-csv';
import { busiestUnitsDocument, unitChoicesDocument, unitCountDocument, unitsDocument, type UnitChoicesAnswer } from './units.document';

/** The list of units. */
export const unitsPage: Page = {
  path: '/units',
  section: 'units',
  tables: [unitsCsv],
  async load({ view, ask }) {
    const filters = await readUnitFilters(view, ask);
    const [list, choices] = await Promise.all([loadUnits(view, ask, filters), ask(unitChoicesDocument, { region: filters.region ?? '' })]);
    const line = choices.functionLines.find(({ code }) => code === filters.line);
    const names = { region: choices.region?.name ?? null, line: line ? lineTitle(view, line) : null };
    const set = setUnitFilters(view, filters, names);
    const countWithout = async (name: string) => (await ask(unitCountDocument, { filterBy: unitFilterBy(filters, name) })).units.totalCount;
    const waysOut = list.kind === 'FOUND' && list.units.totalCount === 0 ? await waysOutOf(set, countWithout) : [];
    return {
      head: { title: view.m.units.title, description: view.m.units.description, canonical: '/units' },
      release: choices.release,
      body: <UnitsView {...{ list, choices, filters, set, waysOut }} />,
    };
  },
};

interface UnitsViewProps {
  list: UnitList;
  choices: UnitChoicesAnswer;
  filters: UnitFilters;
  set: readonly SetFilter[];
  waysOut: readonly WayOut[];
}

function UnitsView(props: UnitsViewProps): VNode {
  const { list, choices, filters, set } = props;
  const view = useView();
  const { m, lang } = view;
  const { group } = filters;
  const all = choices.all.totalCount;
  return (
    <>
      <Trail steps={[{ label: m.units.title, href: null }]} />
      <h1>{m.units.title}</h1>
      <p class="lede measure">{m.units.lead(all)}</p>
      <section aria-labelledby="list">
        <SectionHead id="list" {...headOf(view, list, all)}>
          <CsvLink path={unitsCsv.path} />
          {list.kind === 'BUSIEST' && <a href={view.href('/units', { all: 1 })}>{m.units.seeAll(all)}</a>}
        </SectionHead>
        <UnitFilterForm {...props} />
        <SetFilters set={set} />
        <IgnoredFilters names={filters.ignored} />
        {group && (
          <p class="small soft">
            {group.roster === 'COMPLETE' ? m.units.groupComplete : m.units.groupKnown} {m.tasks.rule(halfIn(lang, group.rule))}
          </p>
        )}
        <ListedUnits {...props} />
      </section>
    </>
  );
}

function headOf({ m: { units } }: View, list: UnitList, all: number): { title: string; note: string } {
  if (list.kind === 'BUSIEST') return { title: units.busiest, note: units.busiestNote(list.units.length) };
  const { nodes, totalCount } = list.units;
  const isPaged = nodes.length < totalCount;
  return { title: units.all, note: isPaged ? units.paged(nodes.length, totalCount, all) : units.found(totalCount, all) };
}

function ListedUnits({ list, set, waysOut }: UnitsViewProps): VNode {
  const view = useView();
  const csv = csvHref(view, unitsCsv.path);
  if (list.kind === 'BUSIEST') {
    return (
      <>
        <UnitTable units={list.units} />
        <QueryDrawer document={busiestUnitsDocument} variables={list.variables} csv={csv} />
      </>
    );
  }
  const { nodes, pageInfo } = list.units;
  return (
    <>
      {nodes.length === 0 ? <EmptyResult set={set} waysOut={waysOut} counted={view.m.units.counted} /> : <UnitTable units={nodes} />}
      <Pager info={pageInfo} />
      <QueryDrawer document={unitsDocument} variables={list.variables} csv={csv} />
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
