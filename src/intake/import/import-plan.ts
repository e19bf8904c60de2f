import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { globalId } from '../../platform/graphql';
import { expandObligations, lockMemberships, normaliseDocumentNumber, Plan, publishPlan, SourceDocument } from '../../plans';
import { Region } from '../../regions';
import { refreshMembers } from '../../units';
import type { ParseResult, Problem, TaskReading } from '../reading';
import { ImportRefusal } from './import-refusal';
import { insertPlan } from './insert-plan';
import { resolveBodies } from './resolve-bodies';

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

  const bodies = await resolveBodies(manager, region, parsed);
  const plan = await insertPlan(manager, region, request, bodies);
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
      createdUnits: bodies.names.created,
    },
  });
  if (request.publish) await publishPlan(manager, plan.id, request.actor, request.override ?? byOperator);
  return {
    planId: globalId('Plan', plan.id),
    slug: plan.slug,
    created: true,
    published: request.publish,
    tasks: parsed.tasks,
    createdUnits: bodies.names.created,
    problems: [...parsed.problems, ...bodies.names.problems],
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
