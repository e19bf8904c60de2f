import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { readStoredFile, StoredFile } from '../storage';
import { Release, ReleaseFile } from './release';
import { readerOf } from './release-files';
import { releaseHash } from './release-hash';

/** Walks the chain of releases and reads every file; one line per release that does not follow and per file that is not what it was. */
export async function verifyReleases({ manager }: DataSource): Promise<string[]> {
  return [...(await brokenLinks(manager)), ...(await brokenFiles(manager))];
}

async function brokenLinks(manager: EntityManager): Promise<string[]> {
  const violations: string[] = [];
  let before: Pick<Release, 'number' | 'sha256'> = { number: 0, sha256: '' };
  for (const release of await manager.find(Release, { order: { number: 'ASC' } })) {
    const { number, previousSha256, sha256 } = release;
    const follows = number === before.number + 1 && (previousSha256 ?? '') === before.sha256;
    if (!follows) violations.push(`release ${number}: does not follow the release before it`);
    const files = await manager.findBy(ReleaseFile, { releaseId: release.id });
    if (sha256 !== releaseHash(number, previousSha256, files)) violations.push(`release ${number}: altered`);
    else if (!(await isDatedAsItSays(manager, release, files)))
      violations.push(`release ${number}: dated other than in its datapackage.json`);
    before = release;
  }
  return violations;
}

/** Its hash covers its files; its time stands in one of them. Bytes that cannot be read are named with the file. */
async function isDatedAsItSays(manager: EntityManager, { createdAt }: Release, files: readonly ReleaseFile[]): Promise<boolean> {
  const described = files.find(({ name }) => name === 'datapackage.json');
  if (!described) return true;
  try {
    const pieces: Uint8Array[] = [];
    for await (const block of readStoredFile(readerOf(manager), described)) pieces.push(block);
    return (JSON.parse(Buffer.concat(pieces).toString()) as { created: string }).created === createdAt.toISOString();
  } catch {
    return true;
  }
}

async function brokenFiles(manager: EntityManager): Promise<string[]> {
  const violations: string[] = [];
  for (const file of await manager.find(StoredFile)) {
    const hash = createHash('sha256');
    let byteSize = 0;
    try {
      for await (const block of readStoredFile(readerOf(manager), file)) {
        hash.update(block);
        byteSize += block.length;
      }
    } catch (error) {
      violations.push(`stored file ${file.sha256}: ${(error as Error).message}`);
      continue;
    }
    if (byteSize !== file.byteSize || hash.digest('hex') !== file.sha256) violations.push(`stored file ${file.sha256}: altered`);
  }
  return violations;
}
