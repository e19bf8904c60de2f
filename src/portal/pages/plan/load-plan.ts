import { gone } from '../../../platform/graphql';
import type { Ask } from '../../ask';
import { PageMissing } from '../../page';
import type { View } from '../../view';
import { planPageDocument, planRestDocument, withdrawnPlanDocument, type PlanOutline, type PlanPageAnswer } from './plan.document';
import { planTasksDocument, type PlanTasksAnswer, type PlanTasksVariables } from './plan-tasks.document';

/** Pages of a list that one page of the portal holds: 100 rows each. A longer table goes on on a next page. */
const mostPages = 5;

export type FoundPlan = NonNullable<PlanPageAnswer['plan']>;
export type TaskPage = NonNullable<PlanTasksAnswer['plan']>['tasks'];

/** The plan with an outline of all its tasks. Throws `PageMissing`. */
export async function loadPlan(ask: Ask, slug: string): Promise<{ plan: FoundPlan; outline: PlanOutline[]; answer: PlanPageAnswer }> {
  const answer = await ask(planPageDocument, { slug });
  const { plan } = answer;
  if (!plan) throw await missingOrGone(ask, slug);
  const outline = [...plan.tasks.nodes];
  let { pageInfo } = plan.tasks;
  for (let page = 1; page < mostPages && pageInfo.hasNextPage; page += 1) {
    const rest = await ask(planRestDocument, { id: plan.id, after: pageInfo.endCursor });
    if (!rest.plan) break;
    outline.push(...rest.plan.tasks.nodes);
    pageInfo = rest.plan.tasks.pageInfo;
  }
  return { plan, outline, answer };
}

async function missingOrGone(ask: Ask, slug: string): Promise<Error> {
  const [withdrawn] = (await ask(withdrawnPlanDocument, { slug })).withdrawnPlans.nodes;
  if (!withdrawn) return new PageMissing();
  const { title, documentNumber, reason, withdrawnAt, sourceSha256 } = withdrawn;
  const name = [title, documentNumber].filter(Boolean).join(' ') || null;
  return gone(`The plan was withdrawn: ${reason} / 这份要点已撤回：${reason}`, {
    name,
    removedAt: withdrawnAt,
    reason,
    sha256: sourceSha256,
  });
}

/** The rows of the table, as many as one page holds. */
export async function loadTasks(ask: Ask, variables: PlanTasksVariables): Promise<TaskPage> {
  const first = await loadTaskPage(ask, variables);
  const nodes = [...first.nodes];
  let { pageInfo } = first;
  for (let page = 1; page < mostPages && pageInfo.hasNextPage; page += 1) {
    const next = await loadTaskPage(ask, { ...variables, after: pageInfo.endCursor });
    nodes.push(...next.nodes);
    pageInfo = { ...next.pageInfo, hasPreviousPage: first.pageInfo.hasPreviousPage, startCursor: first.pageInfo.startCursor };
  }
  return { ...first, nodes, pageInfo };
}

/** One page of the rows. Throws `PageMissing`. */
export async function loadTaskPage(ask: Ask, variables: PlanTasksVariables): Promise<TaskPage> {
  const { plan } = await ask(planTasksDocument, variables);
  if (!plan) throw new PageMissing();
  return plan.tasks;
}

/** The names of the units that bear its tasks, by their ids. */
export function unitsOf({ byUnit }: FoundPlan): Map<string, string> {
  return new Map(byUnit.rows.flatMap(({ keys: [key] }): [string, string][] => (key?.key ? [[key.key, key.label]] : [])));
}

/** The variables of the table for what the address asks. */
export function tableVariables(view: View, plan: FoundPlan, filterBy: PlanTasksVariables['filterBy']): PlanTasksVariables {
  return { plan: plan.id, filterBy, asOf: plan.issuedOn, first: 100, after: view.asked('after') };
}
