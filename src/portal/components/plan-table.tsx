import type { VNode } from 'preact';
import { useView } from '../view';
import { deadlineMarks, markOf } from './deadline-mark';
import { SmallStrip, StripKey } from './plan-strip';
import type { PlanRow } from './plan-table.document';
import { Words } from './words';

/** Plans with the strips of their deadlines, and what the marks mean. */
export function PlanTable({ plans, caption }: { plans: readonly PlanRow[]; caption: string }): VNode {
  const { m, href } = useBound();
  const seen = new Set(plans.flatMap(({ tasks }) => tasks.nodes.map(({ deadline }) => markOf(deadline))));
  return (
    <>
      <table class="plan-table">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.plans.document}</th>
            <th scope="col">{m.plans.strip}</th>
            <th scope="col" class="numeric">
              {m.plans.taskCount}
            </th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.id}>
              <th scope="row">
                <span class="plan-origin">
                  <a href={href(`/regions/${plan.region.stableId}`)} lang="zh-Hans">
                    {plan.region.name}
                  </a>
                  {plan.documentNumber === null ? <span>{m.plans.noNumber}</span> : <span lang="zh-Hans">{plan.documentNumber}</span>}
                </span>
                <a class="plan-title" href={href(`/plans/${plan.slug}`)} lang="zh-Hans">
                  <Words text={plan.title} />
                </a>
              </th>
              <td class="plan-strip">
                <SmallStrip tasks={plan.tasks.nodes} />
              </td>
              <td class="numeric">
                {plan.tasks.totalCount}
                <span class="narrow-word">{m.plans.taskWord(plan.tasks.totalCount)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <StripKey marks={deadlineMarks.filter((mark) => seen.has(mark))} />
    </>
  );
}

function useBound() {
  const view = useView();
  return { m: view.m, href: view.href.bind(view) };
}
