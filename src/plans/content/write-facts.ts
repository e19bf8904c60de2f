import type { EntityManager } from 'typeorm';
import { normaliseDocumentNumber } from '../document-number';
import { Annex, PlanBasis } from '../plan';
import type { AnnexContent, PlanFacts } from './plan-content';

/** Puts the documents on which a plan bases itself in place of those there. */
export async function writeBasis(manager: EntityManager, planId: number, basis: PlanFacts['basis']): Promise<void> {
  await manager.delete(PlanBasis, { planId });
  const rows = basis.map(({ title, documentNumber }, index) => ({
    planId,
    position: index + 1,
    title,
    documentNumber: documentNumber && normaliseDocumentNumber(documentNumber),
  }));
  if (rows.length > 0) await manager.insert(PlanBasis, rows);
}

/** Puts the annexes of a plan in place of those there. */
export async function writeAnnexes(manager: EntityManager, planId: number, annexes: readonly AnnexContent[]): Promise<void> {
  await manager.delete(Annex, { planId });
  const rows = annexes.map(({ number, title, kind, entries }, index) => ({
    planId,
    position: index + 1,
    number,
    title,
    kind,
    entries: entries as never,
  }));
  if (rows.length > 0) await manager.insert(Annex, rows);
}
