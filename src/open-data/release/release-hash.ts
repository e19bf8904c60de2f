import { createHash } from 'node:crypto';
import { canonicalJson } from '../../audit';
import type { ReleaseFile } from './release';

/** What binds a release to its files and to the release before it. */
export function releaseHash(number: number, previousSha256: string | null, files: readonly Pick<ReleaseFile, 'name' | 'sha256'>[]): string {
  const listed = files.map(({ name, sha256 }) => [name, sha256]).sort();
  return createHash('sha256')
    .update(canonicalJson({ number, previousSha256, files: listed }))
    .digest('hex');
}
