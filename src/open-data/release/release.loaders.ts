import type { Reader } from '../../platform/database';
import { raw } from '../../platform/database';
import {
  hydrate,
  loadMany,
  loadOne,
  paginate,
  registerNode,
  type ConnectionArgs,
  type Page,
  type RequestContext,
} from '../../platform/graphql';
import { Release, ReleaseChange, ReleaseFile } from './release';

const releaseColumns =
  'r.id, r.number, r.created_at as "createdAt", r.previous_sha256 as "previousSha256", r.sha256, r.is_demonstration as "isDemonstration"';
const fileColumns = `f.release_id as "releaseId", r.number as "releaseNumber", f.position, f.name, f.row_count as "rowCount", f.byte_size as "byteSize", f.sha256`;

const toRelease = (row: object): Release => hydrate(Release, row);

const releaseByKey = loadOne<number, Release>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${releaseColumns} from release r where r.id = any($1)`, [keys])).map(toRelease),
  (release) => release.id,
);

export const filesOfRelease = loadMany<number, ReleaseFile>(
  async (reader, keys) =>
    (
      await reader.rows<object>(
        `select ${fileColumns} from release_file f join release r on r.id = f.release_id where f.release_id = any($1) order by f.release_id, f.position`,
        [keys],
      )
    ).map((row) => hydrate(ReleaseFile, row)),
  (file) => file.releaseId,
);

export const changesOfRelease = loadMany<number, ReleaseChange>(
  async (reader, keys) =>
    (
      await reader.rows<object>(
        `select c.release_id as "releaseId", c.dataset, c.added, c.changed, c.removed from release_change c
         left join release_file f on f.release_id = c.release_id and f.name = c.dataset || '.jsonl'
         where c.release_id = any($1) order by c.release_id, f.position`,
        [keys],
      )
    ).map((row) => hydrate(ReleaseChange, row)),
  (change) => change.releaseId,
);

/** A release by number, or the latest. */
export async function findRelease(reader: Reader, number: number | null): Promise<Release | null> {
  const [row] = await reader.rows<object>(
    `select ${releaseColumns} from release r where $1::int is null or r.number = $1 order by r.number desc limit 1`,
    [number],
  );
  return row ? toRelease(row) : null;
}

/** Whether this is a database for demonstrations, as its latest release says. */
export async function isDemonstration(reader: Reader): Promise<boolean> {
  return (await findRelease(reader, null))?.isDemonstration ?? false;
}

/** All releases, the latest first. */
export function listReleases(context: RequestContext, args: ConnectionArgs): Promise<Page<Release>> {
  return paginate(context, args, {
    list: 'releases',
    columns: releaseColumns,
    from: raw('release r'),
    where: [],
    order: [{ expression: 'r.number', type: 'integer', direction: 'DESC' }],
    toNode: toRelease,
  });
}

export async function releaseFiles(reader: Reader, { id }: Release): Promise<ReleaseFile[]> {
  const rows = await reader.rows<object>(
    `select ${fileColumns} from release_file f join release r on r.id = f.release_id where f.release_id = $1 order by f.position`,
    [id],
  );
  return rows.map((row) => hydrate(ReleaseFile, row));
}

/** A file of a release, or of the latest one; null where there is none. */
export async function findReleaseFile(
  reader: Reader,
  number: number | null,
  name: string,
): Promise<(ReleaseFile & { createdAt: Date }) | null> {
  const [row] = await reader.rows<ReleaseFile & { createdAt: Date }>(
    `select ${fileColumns}, r.created_at as "createdAt" from release_file f join release r on r.id = f.release_id
     where r.number = coalesce($1, (select max(number) from release)) and f.name = $2`,
    [number, name],
  );
  return row ?? null;
}

registerNode('Release', (context, key) => releaseByKey(context).load(key));
