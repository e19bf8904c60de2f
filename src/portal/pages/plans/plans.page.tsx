import type { VNode } from 'preact';
import { CsvLink, csvHref } from '../../components/csv-link';
import { EmptyResult, waysOutOf, type WayOut } from '../../components/empty-result';
import { IgnoredFilters } from '../../components/ignored-filters';
import { FilterForm, SelectField, SetFilters, TextField, type SetFilter } from '../../components/filter-form';
import { pageAsked, Pager } from '../../components/pager';
import { PlanTable } from '../../components/plan-table';
import { QueryDrawer } from '../../components/query-drawer';
import { SectionHead } from '../../components/section-head';
import { topicChoices, titleOfTopic } from '../../components/topic-choices';
import { Trail } from '../../components/trail';
import type { Page } from '../../page';
import { useView, type View } from '../../view';
import {
  planCountDocument,
  planChoicesDocument,
  plansDocument,
  type PlanChoicesAnswer,
  type PlansAnswer,
  type PlansVariables,
} from './plans.document';
import { plansCsv } from './plans-csv';
import { planFilterBy, readPlanFilters, setPlanFilters, type PlanFilters } from './plan-filters';

const pageSize = 20;

/** The list of plans. */
export const plansPage: Page = {
  path: '/plans',
  section: 'plans',
  tables: [plansCsv],
  async load({ view, ask }) {
    const filters = readPlanFilters(view);
    const variables: PlansVariables = { filterBy: planFilterBy(filters), ...pageAsked(view, pageSize) };
    const [{ plans }, choices] = await Promise.all([
      ask(plansDocument, variables),
      ask(planChoicesDocument, { region: filters.region ?? '' }),
    ]);
    const topicName = titleOfTopic(view, choices.topics, filters.topic);
    const set = setPlanFilters(view, filters, choices.region?.name ?? null, topicName);
    const countWithout = async (name: string) => (await ask(planCountDocument, { filterBy: planFilterBy(filters, name) })).plans.totalCount;
    const waysOut = plans.totalCount === 0 ? await waysOutOf(set, countWithout) : [];
    return {
      head: { title: view.m.plans.title, description: view.m.plans.description, canonical: canonicalOf(view) },
      release: choices.release,
      body: <PlansView {...{ plans, choices, filters, set, waysOut, variables }} />,
    };
  },
};

function canonicalOf({ query }: View): string {
  const kept = new URLSearchParams(
    ['region', 'year', 'kind', 'topic'].flatMap((name) => (query.has(name) ? [[name, query.get(name)!]] : [])),
  );
  return kept.size > 0 ? `/plans?${kept.toString()}` : '/plans';
}

interface PlansViewProps {
  plans: PlansAnswer['plans'];
  choices: PlanChoicesAnswer;
  filters: PlanFilters;
  set: readonly SetFilter[];
  waysOut: readonly WayOut[];
  variables: PlansVariables;
}

function PlansView({ plans, choices, filters, set, waysOut, variables }: PlansViewProps): VNode {
  const view = useView();
  const { m } = view;
  return (
    <>
      <Trail steps={[{ label: m.plans.title, href: null }]} />
      <h1>{m.plans.title}</h1>
      <p class="lede measure">{m.plans.lead(choices.all.totalCount)}</p>
      <section aria-labelledby="list">
        <SectionHead id="list" title={m.plans.all} note={m.plans.found(plans.totalCount, choices.all.totalCount)}>
          <CsvLink path={plansCsv.path} />
          <a href={view.href('/compare')}>{m.compare.title}</a>
        </SectionHead>
        <FilterForm summary={m.site.filter.summary} set={set}>
          <TextField name="text" label={m.plans.filter.text} hint={m.plans.filter.textHint} value={filters.text} />
          <SelectField
            name="region"
            label={m.plans.filter.region}
            none={m.site.filter.all}
            value={filters.region}
            choices={regionChoices(choices, filters)}
          />
          <SelectField
            name="year"
            label={m.plans.filter.year}
            none={m.site.filter.all}
            value={filters.year?.toString() ?? null}
            choices={yearChoices(view, choices)}
          />
          <SelectField name="kind" label={m.plans.filter.kind} none={m.site.filter.all} value={filters.kind} choices={kindChoices(view)} />
          <SelectField
            name="topic"
            label={m.plans.filter.topic}
            none={m.site.filter.all}
            value={filters.topic}
            choices={topicChoices(view, choices.topics)}
          />
        </FilterForm>
        <SetFilters set={set} />
        <IgnoredFilters names={filters.ignored} />
        {plans.nodes.length === 0 ? (
          <EmptyResult set={set} waysOut={waysOut} counted={m.plans.counted} />
        ) : (
          <PlanTable plans={plans.nodes} caption={m.plans.title} />
        )}
        <Pager info={plans.pageInfo} />
        <QueryDrawer document={plansDocument} variables={variables} csv={csvHref(view, plansCsv.path)} />
      </section>
    </>
  );
}

/** The regions that have plans; beside them the one that is asked for, which may stand above all of them. */
function regionChoices({ regions, region }: PlanChoicesAnswer, { region: asked }: PlanFilters) {
  const choices = regions.rows.flatMap(({ keys: [key] }) => (key?.key ? [{ value: key.key, label: key.label, isChinese: true }] : []));
  if (asked === null || choices.some(({ value }) => value === asked)) return choices;
  return [{ value: asked, label: region?.name ?? asked, isChinese: true }, ...choices];
}

function yearChoices({ m }: View, { years }: PlanChoicesAnswer) {
  return years.rows
    .flatMap(({ keys: [key] }) => (key?.key ? [{ value: key.key, label: m.site.year(Number(key.key)) }] : []))
    .sort((left, right) => right.value.localeCompare(left.value));
}

function kindChoices({ m }: View) {
  return Object.entries(m.terms.planKind).map(([value, label]) => ({ value, label }));
}
