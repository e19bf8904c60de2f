import type { EntityManager } from 'typeorm';
import { issueSummary } from '../../ledger';
import { followFigures } from '../generate/generate';
import { evaluate } from './evaluations';
import { findFaults } from './findings';
import { planner } from './people';
import { obligationsOf, openLedgers, type DemoObligation, type DemoPlan } from './plans';
import { reportOn } from './reports';

export interface Filled {
  reports: number;
  findings: number;
  evaluations: number;
}

/** Reports, reviews, findings and evaluations for the public plans, by the commands of the offices; the same in every database. */
export async function fillDemonstration(manager: EntityManager): Promise<Filled> {
  const filled: Filled = { reports: 0, findings: 0, evaluations: 0 };
  const plans = await openLedgers(manager);
  await followFigures(manager, false);
  for (const plan of plans) {
    const obligations = await obligationsOf(manager, plan);
    const silent: DemoObligation[] = [];
    for (const obligation of obligations) if ((await reportOn(manager, plan, obligation)) === 'SILENT') silent.push(obligation);
    filled.reports += obligations.length - silent.length;
    filled.findings += await findFaults(manager, plan, silent);
    filled.evaluations += await evaluate(manager, plan, obligations);
  }
  await manager.query('select refresh_published_figures($1)', [plans.map(({ id }) => id)]);
  await followFigures(manager, true);
  await summarize(manager, plans);
  await manager.query('update demonstration set filled_at = now()');
  return filled;
}

/** One of each region and year. */
async function summarize(manager: EntityManager, plans: readonly DemoPlan[]): Promise<void> {
  const scopes = new Map(plans.map(({ regionCode, year }) => [`${regionCode} ${year}`, { regionCode, period: String(year) }]));
  for (const scope of scopes.values()) await issueSummary(manager, { idempotencyKey: 'demo', ...scope }, planner.subject);
}
