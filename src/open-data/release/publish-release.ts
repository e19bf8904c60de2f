import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import type { Database } from '../../platform/database';
import { globalId } from '../../platform/graphql';
import { Release, ReleaseChange, ReleaseFile } from './release';
import { storeChanges } from './release-changes';
import { coverageNow, changeSinceRelease, noteCoverage } from './release-currency';
import { readerOf, storeDerived, storeDictionary, storePackage, storeRows, type DraftFile } from './release-files';
import { releaseHash } from './release-hash';

const releaseLock = 7_206_003;

interface ReleaseOptions {
  actor: string;
  /** Look no further where no change has been recorded since the last release. */
  onlyAfterChange?: boolean;
}

interface ReleaseOutcome {
  /** Of the latest release. */
  number: number;
  isNew: boolean;
}

interface Previous extends Pick<Release, 'number' | 'sha256'> {
  files: ReleaseFile[];
}

/**
 * Takes a snapshot of all that is public, unless it is the same as the latest release. The rows are read as the public's role,
 * so that what the public may not see cannot be in a release; only what is committed is read.
 */
export async function publishRelease(
  manager: EntityManager,
  publicSnapshot: Database['publicSnapshot'],
  { actor, onlyAfterChange = false }: ReleaseOptions,
): Promise<ReleaseOutcome> {
  await manager.query('select pg_advisory_xact_lock($1)', [releaseLock]);
  const previous = await latest(manager);
  if (previous && onlyAfterChange && (await changeSinceRelease(readerOf(manager))) === 'NONE')
    return { number: previous.number, isNew: false };
  const mark = await coverageNow(manager);
  const rows = await publicSnapshot((snapshot) => storeRows(manager, snapshot));
  const dictionary = await storeDictionary(manager);
  await noteCoverage(manager, mark);
  if (previous && has(previous.files, [...rows, ...dictionary])) return { number: previous.number, isNew: false };
  return { number: await insertRelease(manager, previous, rows, dictionary, actor), isNew: true };
}

async function insertRelease(
  manager: EntityManager,
  previous: Previous | null,
  rows: readonly DraftFile[],
  dictionary: readonly DraftFile[],
  actor: string,
): Promise<number> {
  const number = (previous?.number ?? 0) + 1;
  const createdAt = new Date();
  const [{ isDemonstration }] = await manager.query<[{ isDemonstration: boolean }]>(
    'select exists (select from demonstration) as "isDemonstration"',
  );
  const hasSameColumns = previous !== null && has(previous.files, dictionary);
  const derived = await storeDerived(manager, rows, hasSameColumns ? previous.files : []);
  // Releases from before there was a dictionary list their rows in another order, and cannot be compared.
  const comparable = previous?.files.some(({ name }) => name === 'dictionary.json') ? previous : null;
  const { files: changed, counts } = await storeChanges(manager, comparable, { number, files: rows });
  const described = [...rows, ...derived, ...changed, ...dictionary];
  const files = [...described, await storePackage(manager, { number, createdAt, isDemonstration, files: described })];
  const previousSha256 = previous?.sha256 ?? null;
  const sha256 = releaseHash(number, previousSha256, files);
  const { identifiers } = await manager.insert(Release, { number, previousSha256, sha256, createdAt });
  const releaseId = identifiers[0]!['id'] as number;
  await manager.insert(
    ReleaseFile,
    files.map((file, index) => ({ ...file, releaseId, position: index + 1 })),
  );
  if (counts.length > 0)
    await manager.insert(
      ReleaseChange,
      counts.map((count) => ({ ...count, releaseId })),
    );
  const payload = {
    before: previousSha256,
    after: sha256,
    number,
    files: files.map(({ name, rowCount, sha256: hash }) => ({ name, rowCount, sha256: hash })),
  };
  await appendAuditEvent(manager, { actor, action: 'release.publish', subject: globalId('Release', releaseId), payload });
  return number;
}

async function latest(manager: EntityManager): Promise<Previous | null> {
  const release = await manager.createQueryBuilder(Release, 'r').orderBy('r.number', 'DESC').limit(1).getOne();
  return release && { ...release, files: await manager.findBy(ReleaseFile, { releaseId: release.id }) };
}

function has(files: readonly DraftFile[], wanted: readonly DraftFile[]): boolean {
  return wanted.every(({ name, sha256 }) => files.some((file) => file.name === name && file.sha256 === sha256));
}
