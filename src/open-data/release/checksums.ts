import type { ReleaseFile } from './release';

/** SHA256SUMS, as `sha256sum -c` reads it. */
export function checksums(files: readonly Pick<ReleaseFile, 'name' | 'sha256'>[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}
