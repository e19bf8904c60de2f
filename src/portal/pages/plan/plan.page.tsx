import type { VNode } from 'preact';
import { waysOutOf, type WayOut } from '../../components/empty-result';
import { LedgerNotice } from '../../components/ledger-notice';
import { PlanStrip, StripKey } from '../../components/plan-strip';
import { EmbedDrawer } from '../../components/embed-drawer';
import { ProblemSection } from '../../components/problem-section';
import { regionSteps } from '../../components/region-trail';
import { Trail } from '../../components/trail';
import { countMarks } from '../../components/deadline-mark';
import type { Page } from '../../page';
import { useView } from '../../view';
import { HistorySections } from './history-sections';
import { loadHistory, type PlanHistory } from './load-history';
import { loadPlan, loadTasks, tableVariables, unitsOf } from './load-plan';
import { planHead } from './plan-head';
import { PlanHeader } from './plan-header';
import { planTaskCountDocument, type PlanTasksVariables } from './plan-tasks.document';
import { planTasksCsv } from './plan-tasks-csv';
import { PlanTableSection } from './plan-table-section';
import { readTaskFilters, setTaskFilters, taskFilterBy, type TaskFilters } from './task-filters';
import type { SetFilter } from '../../components/filter-form';

type Loaded = Awaited<ReturnType<typeof loadPlan>>;

export interface PlanViewProps {
  plan: Loaded['plan'];
  outline: Loaded['outline'];
  tasks: Awaited<ReturnType<typeof loadTasks>>;
  filters: TaskFilters;
  set: readonly SetFilter[];
  waysOut: readonly WayOut[];
  variables: PlanTasksVariables;
  /** Null where nothing ever changed. */
  history: PlanHistory | null;
}

/** One plan: what it is, its deadlines at a glance, and its table of tasks. */
export const planPage: Page = {
  path: '/plans/:slug(^[a-z0-9-]{1,200}$)',
  section: 'plans',
  tables: [planTasksCsv],
  async load({ params, view, ask }) {
    const { plan, outline, answer } = await loadPlan(ask, params['slug']!);
    const filters = readTaskFilters(view, unitsOf(plan));
    const variables = tableVariables(view, plan, taskFilterBy(filters));
    const [tasks, history] = await Promise.all([loadTasks(ask, variables), loadHistory(ask, plan)]);
    const set = setTaskFilters(view, filters);
    const countWithout = async (name: string) =>
      (await ask(planTaskCountDocument, { plan: plan.id, filterBy: taskFilterBy(filters, name) })).plan?.tasks.totalCount ?? 0;
    const waysOut = tasks.totalCount === 0 ? await waysOutOf(set, countWithout) : [];
    return {
      head: planHead(view, plan, answer.release?.licence ?? null),
      release: answer.release,
      body: <PlanView {...{ plan, outline, tasks, filters, set, waysOut, variables, history }} />,
    };
  },
};

function PlanView(props: PlanViewProps): VNode {
  const { plan, outline, history } = props;
  const view = useView();
  const { site, plans } = view.m;
  const here = plan.year === null ? plan.title : plans.yearPlan(plan.year);
  return (
    <article>
      <Trail steps={[...regionSteps(view, plan.region), { label: here, href: null }]} />
      <PlanHeader {...props} />
      <PlanStrip tasks={outline} />
      <StripKey marks={countMarks(outline.map(({ deadline }) => deadline)).map(([mark]) => mark)} />
      <LedgerNotice ledgerSince={plan.ledgerSince} states={[...new Set(outline.map(({ status }) => status))]} />
      <PlanTableSection {...props} />
      {history && <HistorySections plan={plan.id} history={history} />}
      <EmbedDrawer path={`/plans/${plan.slug}`} title={plan.title} />
      <ProblemSection about={plan.id} answers={plan.problemAnswers} />
      <p class="source-line small soft">
        {plans.sourceLine}
        {site.colon}
        <span lang="zh-Hans">{plan.sourceDocument.fileName}</span> · SHA-256 <code>{plan.sourceDocument.sha256}</code> ·{' '}
        <a href={view.href('/report', { about: plan.sourceDocument.id })}>{view.m.reports.reportFile}</a>
      </p>
    </article>
  );
}
