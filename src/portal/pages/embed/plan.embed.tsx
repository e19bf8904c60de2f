import type { VNode } from 'preact';
import { countMarks } from '../../components/deadline-mark';
import { LedgerNotice } from '../../components/ledger-notice';
import { areasOf, PlanStrip, StripKey } from '../../components/plan-strip';
import { Words } from '../../components/words';
import { useView } from '../../view';
import { loadPlan, type FoundPlan } from '../plan/load-plan';
import { planPage } from '../plan/plan.page';
import type { PlanOutline } from '../plan/plan.document';
import type { Embed } from './embed';

interface PlanSummaryProps {
  plan: FoundPlan;
  outline: readonly PlanOutline[];
}

/** A plan at a glance: its strip, and its areas of work in figures. */
export const planEmbed: Embed = {
  path: planPage.path,
  async load({ params, ask }) {
    const { plan, outline, answer } = await loadPlan(ask, params['slug']!);
    return { title: plan.title, path: `/plans/${plan.slug}`, release: answer.release, body: <PlanSummary {...{ plan, outline }} /> };
  },
};

function PlanSummary({ plan, outline }: PlanSummaryProps): VNode {
  const view = useView();
  const { m } = view;
  const marks = countMarks(outline.map(({ deadline }) => deadline));
  return (
    <article>
      {plan.issuerText !== null && (
        <p class="issuer" lang="zh-Hans">
          {plan.issuerText}
        </p>
      )}
      <h1 lang="zh-Hans">
        <Words text={plan.title} />
      </h1>
      <p>
        {m.terms.tasksLong(plan.tasks.totalCount)}
        {m.site.colon}
        {m.site.sentence(marks.map(([mark, count]) => m.plans.kindCounts[mark](count)))}
      </p>
      <PlanStrip tasks={outline} />
      <StripKey marks={marks.map(([mark]) => mark)} />
      <AreaTable {...{ plan, outline }} />
      <LedgerNotice ledgerSince={plan.ledgerSince} states={[...new Set(outline.map(({ status }) => status))]} />
    </article>
  );
}

function AreaTable({ plan, outline }: PlanSummaryProps): VNode {
  const { embeds } = useView().m;
  const isCollected = plan.ledgerSince !== null;
  return (
    <table class="records">
      <caption class="hidden">{embeds.areas}</caption>
      <thead>
        <tr>
          <th scope="col">{embeds.columns.area}</th>
          <th scope="col">{embeds.columns.tasks}</th>
          <th scope="col">{embeds.columns.dated}</th>
          {isCollected && <th scope="col">{embeds.columns.completed}</th>}
          {isCollected && <th scope="col">{embeds.columns.overdue}</th>}
        </tr>
      </thead>
      <tbody>
        {areasOf(outline).map(({ title, tasks }, index) => (
          <tr key={index}>
            <th scope="row">{title === null ? embeds.noArea : <span lang="zh-Hans">{title}</span>}</th>
            <td>{tasks.length}</td>
            <td>{tasks.filter(({ deadline }) => deadline.dueOn !== null).length}</td>
            {isCollected && <td>{tasks.filter(({ status }) => status === 'COMPLETED').length}</td>}
            {isCollected && <td>{tasks.filter(({ status }) => status === 'OVERDUE').length}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
