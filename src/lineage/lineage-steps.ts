import type { EntityManager } from 'typeorm';
import { whenPlanIs } from '../plans';
import { plansBelow, proposeBases } from './propose-bases';
import { alignNewBases, realignPlan } from './store-alignment';

/** Two plans published at once would each miss the other: one writer of the lineage at a time, until its transaction ends. */
const lineageLock = 7_206_060;

export async function lockLineage(manager: EntityManager): Promise<void> {
  await manager.query('select pg_advisory_xact_lock($1)', [lineageLock]);
}

/** A plan has appeared, changed or gone: it finds its place between those above and below it, whichever came first. */
async function placePlan(manager: EntityManager, planId: number): Promise<void> {
  await lockLineage(manager);
  const below = await plansBelow(manager, planId);
  await proposeBases(manager, below);
  await alignNewBases(manager, below);
  await realignPlan(manager, planId);
}

for (const moment of ['PUBLISHED', 'CHANGED', 'WITHDRAWN'] as const) whenPlanIs(moment, placePlan);
