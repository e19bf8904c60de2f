import type { EntityManager } from 'typeorm';
import { CommandRefusal, readKey } from '../../platform/graphql';
import { Unit } from '../../units';
import { normaliseDocumentNumber } from '../document-number';
import { Plan, PlanBasis } from '../plan';
import { changePlan, type FieldChange } from './change-plan';
import type { EditPlanInput } from './edit-plan.inputs';
import { findUnit } from './responsibility-list';
import { assertVersion } from './task-fields';
import { optionalText, requiredText } from './verbatim';

/** Corrects what was read of a plan itself. CONFLICT where it is not at the version that was read. Gives the plan's key. */
export async function editPlan(manager: EntityManager, input: EditPlanInput, actor: string): Promise<{ planKey: number }> {
  const planKey = readKey(input.planId, 'Plan');
  await changePlan(manager, { planId: planKey, actor, reason: input.reason, action: 'plan.edit' }, async (plan) => {
    assertVersion(plan.version, input.version);
    await assertNumberIsFree(manager, plan, input.documentNumber);
    return [
      ...(await changeColumns(manager, plan, input)),
      ...(await changeIssuer(manager, plan, input.issuingUnitId)),
      ...(await changeBasis(manager, plan, input.basis)),
    ];
  });
  return { planKey };
}

async function changeColumns(manager: EntityManager, plan: Plan, input: EditPlanInput): Promise<FieldChange[]> {
  const { title, documentNumber, kind, issuerText, year, issuedOn, remarks, disclosure } = input;
  const after: Partial<Plan> = {
    ...(title !== undefined && { title: requiredText(title, 'title') }),
    ...(documentNumber !== undefined && { documentNumber: numberOf(documentNumber) }),
    ...(kind != null && { kind }),
    ...(issuerText !== undefined && { issuerText: optionalText(issuerText) }),
    ...(year !== undefined && { year }),
    ...(issuedOn !== undefined && { issuedOn }),
    ...(remarks !== undefined && { remarks: (remarks ?? []).map((remark) => requiredText(remark, 'remarks')) }),
    ...(disclosure !== undefined && { disclosure: optionalText(disclosure) }),
  };
  const changed = (Object.keys(after) as (keyof Plan)[]).filter((field) => JSON.stringify(after[field]) !== JSON.stringify(plan[field]));
  if (changed.length > 0) await manager.update(Plan, plan.id, after);
  return changed.map((field) => ({ taskId: null, field, before: plan[field], after: after[field] }));
}

function numberOf(printed: string | null): string | null {
  const plain = optionalText(printed);
  return plain === null ? null : normaliseDocumentNumber(plain);
}

async function assertNumberIsFree(manager: EntityManager, plan: Plan, printed: string | null | undefined): Promise<void> {
  const documentNumber = numberOf(printed ?? null);
  if (documentNumber === null || plan.state === 'WITHDRAWN') return;
  // Two plans may be given one number at the same time: the first holds it, the other waits and sees it.
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`document number ${documentNumber}`]);
  const other = await manager
    .createQueryBuilder(Plan, 'p')
    .where(`p.document_number = :documentNumber and p.id <> :id and p.state <> 'WITHDRAWN'`, { documentNumber, id: plan.id })
    .getOne();
  if (!other) return;
  throw new CommandRefusal('NUMBER_TAKEN', `${documentNumber} 已是另一份要点的文号。 ${documentNumber} is the number of another plan.`, [
    'documentNumber',
  ]);
}

async function changeIssuer(manager: EntityManager, plan: Plan, unitId: string | null | undefined): Promise<FieldChange[]> {
  if (unitId === undefined) return [];
  const before = plan.issuingUnitId === null ? null : await manager.findOneByOrFail(Unit, { id: plan.issuingUnitId });
  const after = unitId === null ? null : await findUnit(manager, unitId);
  if (before?.id === after?.id) return [];
  await manager.update(Plan, plan.id, { issuingUnitId: after?.id ?? null });
  return [{ taskId: null, field: 'issuingUnit', before: before?.name ?? null, after: after?.name ?? null }];
}

async function changeBasis(manager: EntityManager, plan: Plan, given: EditPlanInput['basis']): Promise<FieldChange[]> {
  if (given === undefined) return [];
  const rows = await manager.find(PlanBasis, { where: { planId: plan.id }, order: { position: 'ASC' } });
  const before = rows.map(({ title, documentNumber }) => ({ title, documentNumber }));
  const after = (given ?? []).map(({ title, documentNumber }) => ({
    title: optionalText(title ?? null),
    documentNumber: numberOf(documentNumber ?? null),
  }));
  if (after.some(({ title, documentNumber }) => title === null && documentNumber === null)) {
    throw new CommandRefusal('EMPTY_TEXT', '依据文件须有标题或文号。 A basis document needs a title or a number.', ['basis']);
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  await manager.delete(PlanBasis, { planId: plan.id });
  if (after.length > 0)
    await manager.insert(
      PlanBasis,
      after.map((one, index) => ({ ...one, planId: plan.id, position: index + 1 })),
    );
  return [{ taskId: null, field: 'basis', before, after }];
}
