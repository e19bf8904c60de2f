import { forOffices, raw, type Reader } from '../../platform/database';
import { hydrate, loadOne, paginateBelow, registerNode, type ConnectionArgs, type Page, type RequestContext } from '../../platform/graphql';
import { PlanVersion } from './plan-version';
import { VersionChange, VersionDiff, VersionReading } from './version-diff';

const columns = (
  reader: Pick<Reader, 'audience'>,
): string => `v.id, v.plan_id as "planId", v.number, v.source_document_id as "sourceDocumentId", v.state, ${forOffices(reader, 'v.imported_by')} as "importedBy", v.published,
  v.published_at as "publishedAt", v.created_at as "createdAt", v.updated_at as "updatedAt"`;

const toVersion = (row: object): PlanVersion => hydrate(PlanVersion, row);

export const planVersionByKey = loadOne<number, PlanVersion>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${columns(reader)} from plan_version v where v.id = any($1)`, [keys])).map(toVersion),
  (version) => version.id,
);

registerNode('PlanVersion', (context, key) => planVersionByKey(context).load(key));

/** What a version changed; null for the first, and where the reader may not see what was there before. */
export const diffOfVersion = loadOne<number, VersionDiff>(
  async (reader, keys) =>
    (
      await reader.rows<object>(
        `select version_id as "versionId", added_count as "addedCount", removed_count as "removedCount", changed_count as "changedCount", published
         from version_diff where version_id = any($1)`,
        [keys],
      )
    ).map((row) => hydrate(VersionDiff, row)),
  (diff) => diff.versionId,
);

/** What was read from a version's document. Internal. */
export const readingOfVersion = loadOne<number, VersionReading>(
  async (reader, keys) =>
    (await reader.rows<object>('select version_id as "versionId", conflicts from version_reading where version_id = any($1)', [keys])).map(
      (row) => hydrate(VersionReading, row),
    ),
  (reading) => reading.versionId,
);

/** The newest first. */
export function listVersionsOfPlan(context: RequestContext, planKey: number, args: ConnectionArgs): Page<PlanVersion> {
  return paginateBelow(
    context,
    args,
    { column: 'v.plan_id', key: planKey, field: 'Plan.versions' },
    {
      list: 'versions',
      columns: columns(context.reader),
      from: raw('plan_version v'),
      where: [],
      order: [{ expression: 'v.number', type: 'integer', direction: 'DESC' }],
      toNode: toVersion,
    },
  );
}

/** In the order of the document. */
export function listChanges(context: RequestContext, versionKey: number, args: ConnectionArgs): Page<VersionChange> {
  return paginateBelow(
    context,
    args,
    { column: 'c.version_id', key: versionKey, field: 'VersionDiff.changes' },
    {
      list: 'version changes',
      columns: 'c.version_id as "versionId", c.position, c.kind, c.task_id as "taskId", c.text, c.fields, c.published',
      from: raw('version_change c'),
      where: [],
      order: [{ expression: 'c.position', type: 'integer', direction: 'ASC' }],
      toNode: (row) => hydrate(VersionChange, row),
    },
  );
}
