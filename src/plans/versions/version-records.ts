import type { EntityManager } from 'typeorm';
import type { ContentChange } from './content-changes';
import type { TaskConflict } from './merge-plan';
import { VersionDiff, VersionReading } from './version-diff';

/** Keeps what a version's document said, or, of a version that waits, the document as it is to be applied. */
export async function saveReading(
  manager: EntityManager,
  versionId: number,
  reading: object,
  conflicts: readonly TaskConflict[],
): Promise<void> {
  await manager.upsert(VersionReading, { versionId, reading: reading as never, conflicts: conflicts as never }, ['versionId']);
}

/** Figures of a diff. */
export function countChanges(changes: readonly ContentChange[]) {
  const count = (wanted: ContentChange['kind']) => changes.filter(({ kind }) => kind === wanted).length;
  return { addedCount: count('TASK_ADDED'), removedCount: count('TASK_REMOVED'), changedCount: count('TASK_CHANGED') };
}

/** Keeps what a version changed, in place of what it was thought to change. */
export async function saveDiff(
  manager: EntityManager,
  versionId: number,
  changes: readonly ContentChange[],
  published: boolean,
): Promise<void> {
  await manager.delete(VersionDiff, { versionId });
  await manager.insert(VersionDiff, { versionId, ...countChanges(changes), published });
  await manager.query(
    `insert into version_change (version_id, plan_id, position, kind, task_id, text, fields, published)
     select v.id, v.plan_id, c.at, c.kind, (select id from task where id = c.task), c.text, c.fields, $6
     from unnest($2::text[], $3::int[], $4::text[], $5::jsonb[]) with ordinality as c(kind, task, text, fields, at), plan_version v
     where v.id = $1`,
    [
      versionId,
      changes.map(({ kind }) => kind),
      changes.map(({ taskId }) => taskId),
      changes.map(({ text }) => text),
      changes.map(({ fields }) => JSON.stringify(fields)),
      published,
    ],
  );
}
