import type { EntityManager } from 'typeorm';

/** Brings in line what hangs on the members of these collectives; says how many plans have other bearers than before. */
type MemberStep = (manager: EntityManager, groupIds: readonly number[]) => Promise<number>;

const steps: MemberStep[] = [];

/** Folders to the right have their say when members of collectives change, in the same transaction, before its audit event. */
export function whenMembersChange(step: MemberStep): void {
  steps.push(step);
}

export async function runMemberSteps(manager: EntityManager, groupIds: readonly number[]): Promise<number> {
  let changedPlans = 0;
  for (const step of steps) changedPlans += await step(manager, groupIds);
  return changedPlans;
}
