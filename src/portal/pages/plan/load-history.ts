import type { Ask } from '../../ask';
import type { FoundPlan } from './load-plan';
import { planHistoryDocument, type PlanHistoryAnswer } from './plan-history.document';

export type PlanHistory = NonNullable<PlanHistoryAnswer['plan']>;

/** Versions and corrections of a plan. Null where it was read once and nothing was corrected, as most are. */
export async function loadHistory(ask: Ask, { id, versions, corrections }: FoundPlan): Promise<PlanHistory | null> {
  if (versions.totalCount < 2 && corrections.totalCount === 0) return null;
  return (await ask(planHistoryDocument, { plan: id })).plan;
}
