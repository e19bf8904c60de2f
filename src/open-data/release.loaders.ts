import type { Reader } from '../platform/database';
import { hydrate, loadMany, loadOne, registerNode, type RequestContext } from '../platform/graphql';
import { Release, ReleaseFile } from './release';

const releaseColumns = 'id, number, created_at as "createdAt", previous_sha256 as "previousSha256", sha256';

const releaseByKey = loadOne<number, Release>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${releaseColumns} from release where id = any($1)`, [keys])).map((row) => hydrate(Release, row)),
  (release) => release.id,
);

export const filesOfRelease = loadMany<number, ReleaseFile>(
  async (reader, keys) =>
    (
      await reader.rows<object>(
        `select f.release_id as "releaseId", r.number as "releaseNumber", f.position, f.name, f.row_count as "rowCount", f.byte_size as "byteSize", f.sha256
         from release_file f join release r on r.id = f.release_id where f.release_id = any($1) order by f.release_id, f.position`,
        [keys],
      )
    ).map((row) => hydrate(ReleaseFile, row)),
  (file) => file.releaseId,
);

/** A release by number, or the latest. */
export async function findRelease(context: RequestContext, number: number | null): Promise<Release | null> {
  const [row] = await context.reader.rows<object>(
    `select ${releaseColumns} from release where $1::int is null or number = $1 order by number desc limit 1`,
    [number],
  );
  return row ? hydrate(Release, row) : null;
}

/** The bytes of one file of a release; null where there is none. */
export async function readReleaseFile(reader: Reader, number: number, name: string): Promise<{ content: Buffer; sha256: string } | null> {
  const [row] = await reader.rows<{ content: Buffer; sha256: string }>(
    'select f.content, f.sha256 from release_file f join release r on r.id = f.release_id where r.number = $1 and f.name = $2',
    [number, name],
  );
  return row ?? null;
}

registerNode('Release', (context, key) => releaseByKey(context).load(key));
