import type { EntityManager } from 'typeorm';
import { closeRectification, openRectification, recordMeasures } from '../../ledger';
import { addDays, today } from '../../platform/calendar';
import { globalId } from '../../platform/graphql';
import { administrator, mark, reporterOf, reviewers } from './people';
import type { DemoObligation, DemoPlan } from './plans';

const mostPerPlan = 9;
const disclosures = ['FROM_OPENING', 'FROM_CLOSING', 'INTERNAL'] as const;

/** Some of those who said nothing are asked why; of three, one has to act, one waits for its recheck, one is closed. */
export async function findFaults(manager: EntityManager, plan: DemoPlan, silent: readonly DemoObligation[]): Promise<number> {
  if (silent.length === 0) return findFaultOfPlan(manager, plan);
  const step = Math.max(1, Math.floor(silent.length / mostPerPlan));
  const chosen = silent.filter((_obligation, at) => at % step === 0).slice(0, mostPerPlan);
  for (const [at, { id, unitId }] of chosen.entries()) {
    const rectificationId = await open(manager, unitId, globalId('Obligation', id), at, `${mark}未按台账要求报送进展。`);
    if (at % 3 === 0) continue;
    await recordMeasures(manager, reporterOf(unitId), {
      idempotencyKey: 'demo',
      rectificationId,
      measures: `${mark}已补报并明确专人负责。`,
    });
    if (at % 3 === 2)
      await closeRectification(manager, reviewers[0]!, {
        idempotencyKey: 'demo',
        rectificationId,
        passed: true,
        result: `${mark}经复核，情况属实。`,
      });
  }
  return chosen.length;
}

/** A plan that names no units has nobody who could be silent: what is found there is found of the plan. */
async function findFaultOfPlan(manager: EntityManager, { id, issuerUnitId }: DemoPlan): Promise<number> {
  if (issuerUnitId === null) return 0;
  await open(manager, issuerUnitId, globalId('Plan', id), 0, `${mark}未明确各项任务的责任单位。`);
  return 1;
}

async function open(manager: EntityManager, unitId: number, subjectId: string, at: number, finding: string): Promise<string> {
  const { rectificationId } = await openRectification(manager, administrator, {
    idempotencyKey: 'demo',
    unitId: globalId('Unit', unitId),
    source: 'INSPECTION',
    finding,
    demandedMeasures: `${mark}限期整改并报送佐证材料。`,
    dueOn: addDays(today(), 30),
    subjectId,
    public: disclosures[at % disclosures.length]!,
  });
  return globalId('Rectification', rectificationId);
}
