import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { globalId } from '../../platform/graphql';
import {
  Annex,
  expandObligations,
  insertTasks,
  listMembers,
  lockMemberships,
  normaliseDocumentNumber,
  Plan,
  PlanBasis,
  publishPlan,
  SourceDocument,
} from '../../plans';
import { Region } from '../../regions';
import { ensureGroups, refreshMembers } from '../../units';
import type { ParseResult, Problem, TaskReading } from '../reading';
import { membersInAnnex } from '../resolve/annex-members';
import { resolveAndCreateUnits } from '../resolve/unit-roster';
import { freeSlug } from './slug';

export interface ImportRequest {
  parsed: ParseResult;
  content: Buffer;
  /** Code of the issuing region, or a zone's stable id. */
  regionCode: string;
  publish: boolean;
  /** Why it is made public at once, without its stages of review; shown to the public. */
  override?: string;
  actor: string;
}

export interface ImportOutcome {
  /** Global id of the plan, whether made now or there before. */
  planId: string;
  slug: string;
  /** False where this very file, or this document number, was imported before: then nothing was read in again. */
  created: boolean;
  /** What was read of each task. */
  tasks: readonly TaskReading[];
  /** Whether the plan is public now. */
  published: boolean;
  createdUnits: string[];
  problems: Problem[];
}

/** Imports go one after another: each looks for what is there already, and numbers what it makes. */
const importLock = 7_206_004;

/** Whoever has the command line of the service answers for it. */
const byOperator = '由运维人员导入时直接公开。 Made public on import by the operator of the service.';

/** A document that cannot become a plan, with the reason for the person who brought it. */
export class ImportRefusal extends Error {
  constructor(
    message: string,
    /** 3: readable, but no plan; 1: the request cannot be met. */
    readonly exitCode: 1 | 3,
  ) {
    super(message);
  }
}

/** Writes one plan with all that hangs on it. Runs inside the caller's transaction: all of it or nothing. */
export async function importPlan(manager: EntityManager, request: ImportRequest): Promise<ImportOutcome> {
  const { parsed } = request;
  if (parsed.tasks.length === 0) throw new ImportRefusal('文件中没有读到任务。 No task was found in this document.', 3);
  const region = await manager.findOneBy(Region, { stableId: request.regionCode });
  if (!region) throw new ImportRefusal(`没有代码为 ${request.regionCode} 的区域。 There is no region ${request.regionCode}.`, 1);
  await manager.query('select pg_advisory_xact_lock($1)', [importLock]);
  await lockMemberships(manager);
  const existing = await findExisting(manager, parsed);
  if (existing) return again(manager, request, existing);

  const { plan, unitIds, createdUnits, problems } = await insertPlan(manager, request, region);
  const groupIds = await ensureGroups(
    manager,
    region.id,
    parsed.tasks.flatMap((task) => task.responsibilities.flatMap(({ group }) => group ?? [])),
  );
  for (const [expression, groupId] of groupIds) {
    const members = membersInAnnex(expression, parsed.annexes).map((name) => unitIds.get(name)!);
    if (members.length > 0) await listMembers(manager, plan.id, groupId, members);
  }
  await insertTasks(manager, plan.id, parsed.tasks, { unitIds, groupIds });
  await refreshMembers(manager, region.id);
  await expandObligations(manager, region.id);
  await appendAuditEvent(manager, {
    actor: request.actor,
    action: 'plan.import',
    subject: globalId('Plan', plan.id),
    payload: {
      file: parsed.source.file,
      sha256: parsed.source.sha256,
      region: region.stableId,
      taskCount: parsed.tasks.length,
      createdUnits,
    },
  });
  if (request.publish) await publishPlan(manager, plan.id, request.actor, request.override ?? byOperator);
  return {
    planId: globalId('Plan', plan.id),
    slug: plan.slug,
    created: true,
    published: request.publish,
    tasks: parsed.tasks,
    createdUnits,
    problems: [...parsed.problems, ...problems],
  };
}

interface Existing {
  plan: Plan;
  problems: Problem[];
}

/** What came before stays as it is; a draft is published where that is asked for. */
async function again(manager: EntityManager, request: ImportRequest, { plan, problems }: Existing): Promise<ImportOutcome> {
  const isToBePublished = request.publish && plan.state === 'DRAFT';
  if (isToBePublished) await publishPlan(manager, plan.id, request.actor, request.override ?? byOperator);
  const published = isToBePublished || plan.state === 'PUBLISHED';
  return {
    planId: globalId('Plan', plan.id),
    slug: plan.slug,
    created: false,
    published,
    tasks: request.parsed.tasks,
    createdUnits: [],
    problems,
  };
}

async function findExisting(manager: EntityManager, parsed: ParseResult): Promise<Existing | null> {
  const bySha = await manager
    .createQueryBuilder(Plan, 'p')
    .innerJoin(SourceDocument, 'd', 'd.id = p.sourceDocumentId')
    .where('d.sha256 = :sha256', { sha256: parsed.source.sha256 })
    .getOne();
  if (bySha) return { plan: bySha, problems: [] };
  if (!parsed.plan.documentNumber) return null;
  const documentNumber = normaliseDocumentNumber(parsed.plan.documentNumber);
  const byNumber = await manager
    .createQueryBuilder(Plan, 'p')
    .where(`p.document_number = :documentNumber and p.state <> 'WITHDRAWN'`, { documentNumber })
    .getOne();
  if (!byNumber) return null;
  const message = `${documentNumber} 已经收录，内容未改动。 ${documentNumber} is already here as ${byNumber.slug}; nothing was changed.`;
  return { plan: byNumber, problems: [{ severity: 'WARNING', code: 'PLAN_EXISTS', message, at: null }] };
}

async function insertPlan(manager: EntityManager, { parsed, content }: ImportRequest, region: Region) {
  const { plan: reading, source } = parsed;
  const documentNumber = reading.documentNumber && normaliseDocumentNumber(reading.documentNumber);
  const issuer = reading.issuer ? [reading.issuer] : [];
  const printedNames = [
    ...issuer,
    ...parsed.tasks.flatMap((task) =>
      task.responsibilities.flatMap(({ unit, group }) => unit ?? membersInAnnex(group ?? '', parsed.annexes)),
    ),
  ];
  const units = await resolveAndCreateUnits(manager, region, printedNames, {
    text: documentNumber ?? reading.title ?? source.file,
    date: reading.issuedOn,
  });

  const now = () => 'now()';
  const document = await manager.insert(SourceDocument, {
    fileName: source.file,
    mediaType: source.mediaType,
    encoding: source.encoding,
    byteSize: content.length,
    sha256: source.sha256,
    content,
    published: false,
    createdAt: now,
    updatedAt: now,
  });
  const values = {
    slug: await freeSlug(manager, region, reading),
    title: reading.title ?? source.file,
    documentNumber,
    kind: reading.kind,
    regionId: region.id,
    issuingUnitId: reading.issuer ? units.idOf.get(reading.issuer)! : null,
    issuerText: reading.issuer,
    year: reading.year,
    issuedOn: reading.issuedOn,
    remarks: reading.remarks,
    disclosure: reading.disclosure,
    state: 'DRAFT' as const,
    sourceDocumentId: document.identifiers[0]!['id'] as number,
    version: 1,
  };
  const inserted = await manager.insert(Plan, { ...values, createdAt: now, updatedAt: now });
  const id = inserted.identifiers[0]!['id'] as number;
  await insertBasisAndAnnexes(manager, id, parsed);
  return {
    plan: { id, slug: values.slug },
    unitIds: units.idOf,
    createdUnits: units.created.map(({ name }) => name),
    problems: [...units.created.map(proposedUnit), ...units.ambiguous.map(ambiguousUnit)],
  };
}

async function insertBasisAndAnnexes(manager: EntityManager, planId: number, parsed: ParseResult): Promise<void> {
  const basis = parsed.plan.basis.map(({ title, documentNumber }, index) => ({
    planId,
    position: index + 1,
    title,
    documentNumber: documentNumber && normaliseDocumentNumber(documentNumber),
  }));
  if (basis.length > 0) await manager.insert(PlanBasis, basis);
  const annexes = parsed.annexes.map(({ number, title, kind, entries }, index) => ({
    planId,
    position: index + 1,
    number,
    title,
    kind,
    entries: entries as never,
  }));
  if (annexes.length > 0) await manager.insert(Annex, annexes);
}

function proposedUnit({ name }: { name: string }): Problem {
  return { severity: 'INFO', code: 'UNIT_CREATED', message: `新建单位“${name}”，请核对。 New unit “${name}”; please check it.`, at: null };
}

function ambiguousUnit({ name, candidates }: { name: string; candidates: { name: string }[] }): Problem {
  return {
    severity: 'WARNING',
    code: 'UNIT_AMBIGUOUS',
    message: `“${name}”在下级有${candidates.length}个同名单位，暂作本级单位。 “${name}” is the name of ${candidates.length} units below; taken for a body of the region itself.`,
    at: null,
  };
}
