import type { EntityManager } from 'typeorm';
import { loadContent, type KeptContent } from '../content/load-content';
import type { PlanContent } from '../content/plan-content';
import { writeAnnexes, writeBasis } from '../content/write-facts';
import { normaliseDocumentNumber } from '../document-number';
import { translated } from '../edit/change-plan';
import { ListedMember, listMembers } from '../listed-member';
import { Plan } from '../plan';
import { contentChanges, type ContentChange } from './content-changes';
import { mergePlan, type MergedPlan, type MergedTask, type TaskConflict, type VersionContent } from './merge-plan';
import { namedBodies } from './named-bodies';
import { sameValue } from './same-reading';
import { VersionReading } from './version-diff';
import { writeMergedTasks } from './write-merged-tasks';

/** A document that is to become a version of a plan, with what it must be held against. */
export interface VersionDocument {
  content: PlanContent;
  /** Key of a collective and keys of the units that an annex lists for it. */
  listed: [groupId: number, unitIds: number[]][];
  /** What stood before it, where that is not the document of the version in force: a table that was exported holds the corrections. */
  before?: VersionContent;
}

export interface AppliedVersion {
  changes: ContentChange[];
  conflicts: TaskConflict[];
  /** What the document said, with the tasks that it became. */
  reading: VersionContent;
}

/** Makes a plan say what a document says, corrections kept. Nothing that follows from it is done here. */
export async function applyVersion(manager: EntityManager, plan: Plan, document: VersionDocument): Promise<AppliedVersion> {
  const kept = await contentOf(manager, plan.id);
  const before = document.before ?? (await readingInForce(manager, plan.id)) ?? kept;
  const merged = mergePlan(before, kept, document.content);
  await reviveEnded(manager, plan.id, merged.tasks);
  await writeFacts(manager, plan, kept, merged);
  await writeListed(manager, plan.id, document.listed);
  const tasks = {
    planId: plan.id,
    tasks: merged.tasks,
    before: new Map(kept.tasks.map((task) => [task.id, task])),
    isEnding: plan.publishedAt !== null || plan.ledgerSince !== null,
  };
  const bodies = await namedBodies(manager, plan, merged.tasks);
  const keys = await translated(() => writeMergedTasks(manager, tasks, bodies));
  return {
    changes: contentChanges(kept, await contentOf(manager, plan.id)),
    conflicts: merged.conflicts,
    reading: withKeys(document.content, merged.places, keys),
  };
}

/** What was read, with the record that each task became. */
export function withKeys(content: PlanContent, places: readonly (number | null)[], keys: readonly number[]): VersionContent {
  const { plan, annexes, tasks } = content;
  const keyOf = (place: number | null | undefined) => (place == null ? null : keys[place]!);
  return { plan, annexes, tasks: tasks.map((task, at) => ({ ...task, id: keyOf(places[at]) })) };
}

export async function contentOf(manager: EntityManager, planId: number): Promise<KeptContent> {
  return (await loadContent((sql, params) => manager.query(sql, [...params]), planId))!;
}

async function readingInForce(manager: EntityManager, planId: number): Promise<VersionContent | null> {
  const row = await manager
    .createQueryBuilder(VersionReading, 'r')
    .where(`r.version_id = (select id from plan_version where plan_id = :planId and state = 'CURRENT')`, { planId })
    .getOne();
  return (row?.reading as VersionContent | undefined) ?? null;
}

/** What an earlier version took out and this one has again is the same task. */
async function reviveEnded(manager: EntityManager, planId: number, tasks: readonly MergedTask[]): Promise<void> {
  const ended = await manager.query<{ id: number; text: string }[]>(
    'select id, text from task where plan_id = $1 and ended_on is not null order by id desc',
    [planId],
  );
  for (const { id, text } of ended) {
    const back = tasks.find((task) => task.id === null && task.text === text);
    if (back) back.id = id;
  }
}

async function writeFacts(manager: EntityManager, plan: Plan, kept: KeptContent, { plan: facts, annexes }: MergedPlan): Promise<void> {
  const { issuer, basis, documentNumber, title, ...rest } = facts;
  const [{ issuingUnitId }] = await manager.query<[{ issuingUnitId: number | null }]>(
    'select (select unit_id from unit_match where plan_id = $1 and name = $2) as "issuingUnitId"',
    [plan.id, issuer],
  );
  await manager.update(Plan, plan.id, {
    ...rest,
    title: title ?? plan.title,
    documentNumber: documentNumber && normaliseDocumentNumber(documentNumber),
    issuerText: issuer,
    ...(issuer !== kept.plan.issuer && { issuingUnitId }),
  });
  if (!sameValue(basis, kept.plan.basis)) await writeBasis(manager, plan.id, basis);
  if (!sameValue(annexes, kept.annexes)) await writeAnnexes(manager, plan.id, annexes);
}

/** Lists of an annex stay where the new document has none. */
async function writeListed(manager: EntityManager, planId: number, listed: VersionDocument['listed']): Promise<void> {
  if (listed.length === 0) return;
  await manager.delete(ListedMember, { planId });
  for (const [groupId, members] of listed) await listMembers(manager, planId, groupId, members);
}
