import type { EntityManager } from 'typeorm';

/**
 * PUBLISHED: the plan has just become public. CHANGED: tasks, responsibilities or members of a plan, public or not, are other
 * than before. WITHDRAWN: it has just been taken away from the public. SET_ASIDE: versions that waited to be public wait no longer.
 */
type PlanMoment = 'PUBLISHED' | 'CHANGED' | 'WITHDRAWN' | 'SET_ASIDE';

/** The reason, where the moment has one: of an override that publishes without review, of a withdrawal. */
type PlanStep = (manager: EntityManager, planId: number, reason: string | null) => Promise<void>;

const steps: Record<PlanMoment, PlanStep[]> = { PUBLISHED: [], CHANGED: [], WITHDRAWN: [], SET_ASIDE: [] };

/** Folders to the right have their say in what happens to a plan, in its own transaction, before its audit event. */
export function whenPlanIs(moment: PlanMoment, step: PlanStep): void {
  steps[moment].push(step);
}

export async function runPlanSteps(
  manager: EntityManager,
  moment: PlanMoment,
  planId: number,
  reason: string | null = null,
): Promise<void> {
  for (const step of steps[moment]) await step(manager, planId, reason);
}
