import type { EntityManager } from 'typeorm';
import { Annex, insertTasks, listMembers, normaliseDocumentNumber, Plan, PlanBasis, saveUnitMatches, SourceDocument } from '../../plans';
import type { Region } from '../../regions';
import type { ParseResult } from '../reading';
import type { ResolvedBodies } from './resolve-bodies';
import { freeSlug } from './slug';

/** Writes a plan as a draft with all that hangs on it. */
export async function insertPlan(
  manager: EntityManager,
  region: Region,
  document: { parsed: ParseResult; content: Buffer },
  bodies: ResolvedBodies,
): Promise<{ id: number; slug: string }> {
  const { parsed } = document;
  const sourceDocumentId = await insertSource(manager, document);
  const slug = await freeSlug(manager, region, parsed.plan);
  const now = () => 'now()';
  const { identifiers } = await manager.insert(Plan, {
    ...factsOf(parsed),
    slug,
    regionId: region.id,
    issuingUnitId: parsed.plan.issuer === null ? null : bodies.unitIds.get(parsed.plan.issuer)!,
    state: 'DRAFT',
    sourceDocumentId,
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  const id = identifiers[0]!['id'] as number;
  await insertBasisAndAnnexes(manager, id, parsed);
  await saveUnitMatches(manager, id, bodies.names.found);
  for (const [groupId, members] of bodies.listed) await listMembers(manager, id, groupId, members);
  await insertTasks(manager, id, parsed.tasks, bodies);
  return { id, slug };
}

async function insertSource(
  manager: EntityManager,
  { parsed: { source }, content }: { parsed: ParseResult; content: Buffer },
): Promise<number> {
  const { identifiers } = await manager.insert(SourceDocument, {
    fileName: source.file,
    mediaType: source.mediaType,
    encoding: source.encoding,
    byteSize: content.length,
    sha256: source.sha256,
    content,
    published: false,
    createdAt: () => 'now()',
    updatedAt: () => 'now()',
  });
  return identifiers[0]!['id'] as number;
}

function factsOf({ plan, source }: ParseResult) {
  return {
    title: plan.title ?? source.file,
    documentNumber: plan.documentNumber && normaliseDocumentNumber(plan.documentNumber),
    kind: plan.kind,
    issuerText: plan.issuer,
    year: plan.year,
    issuedOn: plan.issuedOn,
    remarks: plan.remarks,
    disclosure: plan.disclosure,
  };
}

async function insertBasisAndAnnexes(manager: EntityManager, planId: number, { plan, annexes }: ParseResult): Promise<void> {
  const basis = plan.basis.map(({ title, documentNumber }, index) => ({
    planId,
    position: index + 1,
    title,
    documentNumber: documentNumber && normaliseDocumentNumber(documentNumber),
  }));
  if (basis.length > 0) await manager.insert(PlanBasis, basis);
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
