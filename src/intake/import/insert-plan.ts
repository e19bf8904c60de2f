import type { EntityManager } from 'typeorm';
import {
  insertTasks,
  keepFirstReading,
  listMembers,
  normaliseDocumentNumber,
  Plan,
  saveUnitMatches,
  SourceDocument,
  writeAnnexes,
  writeBasis,
  type PlanContent,
} from '../../plans';
import type { Region } from '../../regions';
import type { ParseResult } from '../reading';
import type { ResolvedBodies } from './resolve-bodies';
import { freeSlug } from './slug';

/** Writes a plan as a draft with all that hangs on it. */
export async function insertPlan(
  manager: EntityManager,
  region: Region,
  document: { parsed: ParseResult; content: Buffer; actor: string },
  bodies: ResolvedBodies,
): Promise<{ id: number; slug: string }> {
  const { parsed } = document;
  const sourceDocumentId = await keepSource(manager, document);
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
  await writeBasis(manager, id, parsed.plan.basis);
  await writeAnnexes(manager, id, parsed.annexes);
  await saveUnitMatches(manager, id, bodies.names.found);
  for (const [groupId, members] of bodies.listed) await listMembers(manager, id, groupId, members);
  const taskKeys = await insertTasks(manager, id, parsed.tasks, bodies);
  await keepFirstReading(manager, id, contentOf(parsed), taskKeys, document.actor);
  return { id, slug };
}

/** Keeps a document file. */
export async function keepSource(
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

/** What a document says, as versions keep it. */
export function contentOf({ plan, tasks, annexes }: ParseResult): PlanContent {
  const numbered = <T extends { documentNumber: string | null }>(named: T): T => ({
    ...named,
    documentNumber: named.documentNumber && normaliseDocumentNumber(named.documentNumber),
  });
  return { plan: { ...numbered(plan), basis: plan.basis.map(numbered) }, tasks, annexes };
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
