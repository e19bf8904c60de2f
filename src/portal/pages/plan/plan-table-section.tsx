import type { VNode } from 'preact';
import { csvHref } from '../../components/csv-link';
import { EmptyResult } from '../../components/empty-result';
import { IgnoredFilters } from '../../components/ignored-filters';
import { CheckField, FilterForm, SelectField, SetFilters, TextField } from '../../components/filter-form';
import { Pager } from '../../components/pager';
import { QueryDrawer } from '../../components/query-drawer';
import { SectionHead } from '../../components/section-head';
import { TaskTable } from '../../components/task-table/task-table';
import { useView, type View } from '../../view';
import type { PlanViewProps } from './plan.page';
import { planTasksDocument } from './plan-tasks.document';

/** The table of tasks with its filters, its files and the question behind it. */
export function PlanTableSection(props: PlanViewProps): VNode {
  const { plan, outline, tasks, filters, set, waysOut, variables } = props;
  const view = useView();
  const { m } = view;
  const total = plan.tasks.totalCount;
  const csv = set.length > 0 ? csvHref(view, `/plans/${plan.slug}/tasks.csv`) : `/plans/${plan.slug}.csv?bom=1`;
  return (
    <section aria-labelledby="tasks">
      <SectionHead
        id="tasks"
        title={m.plans.table}
        note={tasks.totalCount === total ? m.plans.shownAll(total) : m.plans.shownSome(tasks.totalCount, total)}
      >
        <a href={csv}>{set.length > 0 ? m.plans.csvOf(tasks.totalCount) : m.site.download.csv}</a>
        <a href={`/plans/${plan.slug}.xlsx`}>{m.site.download.xlsx}</a>
        <button class="link" type="button" hidden data-needs-script data-action="print">
          {m.site.download.print}
        </button>
        <a href={view.href('/compare', { left: plan.id })}>{m.plans.compare}</a>
      </SectionHead>
      <TaskFilterForm {...props} />
      <KindChips {...props} />
      <SetFilters set={set.filter(({ name }) => name !== 'kind')} />
      <IgnoredFilters names={filters.ignored} />
      {tasks.nodes.length === 0 ? (
        <EmptyResult set={set} waysOut={waysOut} counted={m.terms.tasksLong} />
      ) : (
        <>
          <TableNotes {...props} />
          <TaskTable
            tasks={tasks.nodes}
            caption={`${plan.title} ${m.plans.table}`}
            areas={plan.categories.filter(({ parent }) => parent === null).map(({ title }) => title)}
            categorySizes={sizesOf(outline)}
            hasStatus={plan.ledgerSince !== null && new Set(outline.map(({ status }) => status)).size > 1}
          />
        </>
      )}
      <Pager info={tasks.pageInfo} />
      <QueryDrawer document={planTasksDocument} variables={variables} csv={csv} />
    </section>
  );
}

function sizesOf(outline: PlanViewProps['outline']): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { category } of outline) if (category) sizes.set(category.id, (sizes.get(category.id) ?? 0) + 1);
  return sizes;
}

function TaskFilterForm({ plan, outline, filters, set }: PlanViewProps): VNode {
  const view = useView();
  const { tableFilter } = view.m.plans;
  const { filter } = view.m.site;
  const units = plan.byUnit.rows.flatMap(({ keys: [key], taskCount }) =>
    key?.key ? [{ value: key.key, label: `${key.label}（${taskCount}）`, isChinese: true }] : [],
  );
  return (
    <FilterForm summary={tableFilter.summary} set={set}>
      <TextField name="text" label={tableFilter.text} hint={tableFilter.textHint} value={filters.text} />
      {units.length > 0 && (
        <SelectField name="unit" label={tableFilter.unit} none={tableFilter.unitAll} value={filters.unit?.id ?? null} choices={units} />
      )}
      <SelectField name="kind" label={tableFilter.kind} none={filter.all} value={filters.kind} choices={kindsOf(view, outline)} />
      <SelectField name="by" label={tableFilter.by} none={filter.any} value={filters.by} choices={daysOf(view, outline, filters.by)} />
      <CheckField name="target" label={tableFilter.target} isSet={filters.target} />
    </FilterForm>
  );
}

type Outline = PlanViewProps['outline'];

function kindsOf({ m }: View, outline: Outline): { value: string; label: string; count: number }[] {
  const kinds = new Map<string, number>();
  for (const { deadline } of outline) kinds.set(deadline.kind, (kinds.get(deadline.kind) ?? 0) + 1);
  return Object.entries(m.terms.deadlineKind).flatMap(([value, label]) => {
    const count = kinds.get(value);
    return count ? [{ value, label, count }] : [];
  });
}

/** The days that occur; beside them the one that is asked for. */
function daysOf({ m }: View, outline: Outline, asked: string | null): { value: string; label: string }[] {
  const days = new Set(outline.flatMap(({ deadline }) => deadline.dueOn ?? []));
  if (asked !== null) days.add(asked);
  return [...days].sort().map((value) => ({ value, label: m.site.date(value) }));
}

/** The kinds of deadline that occur, each one press away. */
function KindChips({ outline, filters }: PlanViewProps): VNode | null {
  const view = useView();
  const { m } = view;
  const kinds = kindsOf(view, outline);
  if (kinds.length < 2) return null;
  return (
    <div class="chips" role="group" aria-label={m.plans.tableFilter.kind}>
      <span class="soft small">
        {m.plans.tableFilter.kind}
        {m.site.colon}
      </span>
      {kinds.map(({ value, label, count }) => {
        const isSet = filters.kind === value;
        return (
          <a
            key={value}
            class="tag"
            href={view.here({ kind: isSet ? null : value, after: null, before: null }, '#tasks')}
            aria-current={isSet ? 'true' : undefined}
            aria-label={isSet ? m.site.filter.remove(label) : undefined}
          >
            {label} {count}
            {isSet && <span aria-hidden="true">✕</span>}
          </a>
        );
      })}
    </div>
  );
}

/** What one must know to read the table, and which columns the original does not have. */
function TableNotes({ plan, tasks }: PlanViewProps): VNode {
  const { plans, site } = useView().m;
  const hasUnits = tasks.nodes.some(({ responsibleText }) => responsibleText !== null);
  const hasGroups = tasks.nodes.some(({ responsibilities }) => responsibilities.some(({ group }) => group !== null));
  const hasDeadlines = tasks.nodes.some(({ deadline }) => deadline.text !== null);
  const [dashed, meaning] = plan.issuedOn === null ? plans.collectiveNoteUndated : plans.collectiveNote;
  return (
    <p class="table-note small soft">
      {plans.asPrinted}
      {hasGroups && (
        <>
          {site.sentenceGap}
          <span class="collective">{dashed}</span>
          {meaning}
        </>
      )}
      {!hasUnits && <> {plans.noUnitColumn}</>}
      {!hasDeadlines && <> {plans.noDeadlineColumn}</>}
    </p>
  );
}
