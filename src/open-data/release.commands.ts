import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendAuditEvent, canonicalJson } from '../audit';
import { globalId } from '../platform/graphql';
import { datasets, toJsonLine } from './datasets';
import { Release, ReleaseFile } from './release';

const releaseLock = 7_206_003;

/** Takes a snapshot of all that is public, unless nothing has changed since the last one. Returns the number of the latest. */
export async function publishRelease(manager: EntityManager, actor: string): Promise<number> {
  await manager.query('select pg_advisory_xact_lock($1)', [releaseLock]);
  const files: Omit<ReleaseFile, 'releaseId' | 'releaseNumber'>[] = [];
  for (const [index, { name, sql }] of datasets.entries()) {
    const rows = await manager.query<Record<string, unknown>[]>(sql);
    const content = Buffer.from(rows.map(toJsonLine).join(''), 'utf8');
    files.push({
      position: index + 1,
      name: `${name}.jsonl`,
      rowCount: rows.length,
      byteSize: content.length,
      sha256: sha256(content),
      content,
    });
  }
  const last = await manager.createQueryBuilder(Release, 'r').orderBy('r.number', 'DESC').getOne();
  if (last && (await hasSameFiles(manager, last, files))) return last.number;
  const number = (last?.number ?? 0) + 1;
  const previousSha256 = last?.sha256 ?? null;
  const { identifiers } = await manager.insert(Release, {
    number,
    previousSha256,
    sha256: releaseHash(number, previousSha256, files),
    createdAt: () => 'now()',
  });
  const releaseId = identifiers[0]!['id'] as number;
  await manager.insert(
    ReleaseFile,
    files.map((file) => ({ ...file, releaseId })),
  );
  const payload = { number, files: files.map(({ name, rowCount, sha256: hash }) => ({ name, rowCount, sha256: hash })) };
  await appendAuditEvent(manager, { actor, action: 'release.publish', subject: globalId('Release', releaseId), payload });
  return number;
}

async function hasSameFiles(
  manager: EntityManager,
  release: Release,
  files: readonly Pick<ReleaseFile, 'name' | 'sha256'>[],
): Promise<boolean> {
  const before = await manager.findBy(ReleaseFile, { releaseId: release.id });
  return releaseHash(0, null, before) === releaseHash(0, null, files);
}

/** What binds a release to its files and to the release before it. */
function releaseHash(number: number, previousSha256: string | null, files: readonly Pick<ReleaseFile, 'name' | 'sha256'>[]): string {
  const listed = files.map(({ name, sha256: hash }) => [name, hash]).sort();
  return sha256(canonicalJson({ number, previousSha256, files: listed }));
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
