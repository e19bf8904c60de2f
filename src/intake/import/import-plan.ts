import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { globalId } from '../../platform/graphql';
import {
  addVersion,
  expandObligations,
  lockMemberships,
  Plan,
  PlanVersion,
  publishPlan,
  saveUnitMatches,
  UnitMatch,
  type AddedVersion,
} from '../../plans';
import { Region } from '../../regions';
import { refreshMembers } from '../../units';
import type { ParseResult, Problem, TaskReading } from '../reading';
import { findPlan, type FoundPlan } from './find-plan';
import { ImportRefusal } from './import-refusal';
import { contentOf, insertPlan, keepSource } from './insert-plan';
import { refuseRemoved } from './refuse-removed';
import { resolveBodies } from './resolve-bodies';
import { alreadyHere, conflictProblems } from './version-problems';

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
  /** Whether a new plan was made. */
  created: boolean;
  /** The version that the document is; `isNew` where it was read in now, with what it changes. */
  version: Pick<AddedVersion, 'versionId' | 'number' | 'changes'> & { isNew: boolean };
  /** What was read of each task. */
  tasks: readonly TaskReading[];
  /** Whether this version of the plan is public now. */
  published: boolean;
  createdUnits: string[];
  problems: Problem[];
}

/** Imports go one after another: each looks for what is there already, and numbers what it makes. */
const importLock = 7_206_004;

const noTasks =
  '文件中没有读到任务：请确认上传的是工作要点、分工表等布置任务的文件，且任务列在表格或编号条目中。 No task was found in this document: check that it is one that sets tasks, in a table or in numbered items.';

const noRegion = (code: string) =>
  `没有代码为 ${code} 的区域：请给出六位或九位行政区划代码，或功能区标识（查询 regions）。 There is no region ${code}: give its code of six or nine digits, or the stable id of a zone (query \`regions\`).`;

/** Whoever has the command line of the service answers for it. */
const byOperator = '由运维人员导入时直接公开。 Made public on import by the operator of the service.';

/**
 * Writes one plan with all that hangs on it, or, where the plan is here, a new version of it. Runs inside the caller's
 * transaction: all of it or nothing.
 */
export async function importPlan(manager: EntityManager, request: ImportRequest): Promise<ImportOutcome> {
  const { parsed } = request;
  if (parsed.tasks.length === 0) throw new ImportRefusal(noTasks, 3, 'NO_TASKS');
  const region = await manager.findOneBy(Region, { stableId: request.regionCode });
  if (!region) throw new ImportRefusal(noRegion(request.regionCode), 1, 'NO_REGION');
  await manager.query('select pg_advisory_xact_lock($1)', [importLock]);
  await lockMemberships(manager);
  await refuseRemoved(manager, parsed.source.sha256);
  const found = await findPlan(manager, region, parsed);
  if (!found) return importNew(manager, region, request);
  if (found.version && found.version.state !== 'DISCARDED') return again(manager, request, found.plan, found.version, found.problems);
  return importVersion(manager, request, found);
}

async function importNew(manager: EntityManager, region: Region, request: ImportRequest): Promise<ImportOutcome> {
  const { parsed, publish, actor } = request;
  const bodies = await resolveBodies(manager, region, parsed);
  const plan = await insertPlan(manager, region, request, bodies);
  await refreshMembers(manager, region.id);
  await expandObligations(manager, region.id);
  const version = await manager.findOneByOrFail(PlanVersion, { planId: plan.id, number: 1 });
  await appendAuditEvent(manager, {
    actor,
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
  if (publish) await publishPlan(manager, plan.id, actor, request.override ?? byOperator);
  return {
    planId: globalId('Plan', plan.id),
    slug: plan.slug,
    created: true,
    version: { versionId: version.id, number: 1, changes: [], isNew: true },
    published: publish,
    tasks: parsed.tasks,
    createdUnits: bodies.names.created,
    problems: [...parsed.problems, ...bodies.names.problems],
  };
}

/** Another document of a plan: the plan says from now on what it says, or it waits beside the public one. */
async function importVersion(manager: EntityManager, request: ImportRequest, found: FoundPlan): Promise<ImportOutcome> {
  const { parsed, publish, actor } = request;
  const plan = await manager.findOneOrFail(Plan, { where: { id: found.plan.id }, lock: { mode: 'for_no_key_update' } });
  const region = await manager.findOneByOrFail(Region, { id: plan.regionId });
  const decided = new Map((await manager.findBy(UnitMatch, { planId: plan.id })).map(({ name, unitId }) => [name, unitId]));
  const bodies = await resolveBodies(manager, region, parsed, decided);
  await saveUnitMatches(manager, plan.id, bodies.names.found);
  const version = await addVersion(manager, plan, {
    content: contentOf(parsed),
    listed: [...bodies.listed],
    sourceDocumentId: found.version?.sourceDocumentId ?? (await keepSource(manager, request)),
    isExported: parsed.isPlanTable ?? false,
    actor,
  });
  const { number, state, changes, conflicts } = version;
  await appendAuditEvent(manager, {
    actor,
    action: 'plan.import-version',
    subject: globalId('Plan', plan.id),
    payload: {
      file: parsed.source.file,
      sha256: parsed.source.sha256,
      before: { version: plan.version, state: plan.state },
      after: { versionNumber: number, versionState: state, changeCount: changes.length, conflictCount: conflicts.length },
      createdUnits: bodies.names.created,
    },
  });
  if (publish) await publishPlan(manager, plan.id, actor, request.override ?? byOperator);
  return {
    planId: globalId('Plan', plan.id),
    slug: plan.slug,
    created: false,
    version: { ...version, isNew: true },
    published: publish,
    tasks: parsed.tasks,
    createdUnits: bodies.names.created,
    problems: [...found.problems, ...parsed.problems, ...bodies.names.problems, ...conflictProblems(conflicts, parsed.tasks)],
  };
}

/** The very file came before: nothing is read in again; what is not public yet is published where that is asked for. */
async function again(
  manager: EntityManager,
  { publish, override, actor, parsed }: ImportRequest,
  plan: Plan,
  version: PlanVersion,
  problems: Problem[],
): Promise<ImportOutcome> {
  const isWaiting = version.state === 'PENDING' || (version.state === 'CURRENT' && (plan.state === 'DRAFT' || plan.state === 'IN_REVIEW'));
  if (publish && isWaiting) await publishPlan(manager, plan.id, actor, override ?? byOperator);
  return {
    planId: globalId('Plan', plan.id),
    slug: plan.slug,
    created: false,
    version: { versionId: version.id, number: version.number, changes: [], isNew: false },
    published: (publish && isWaiting) || (plan.state === 'PUBLISHED' && version.state === 'CURRENT'),
    tasks: parsed.tasks,
    createdUnits: [],
    problems: [...problems, alreadyHere(plan, version)],
  };
}
