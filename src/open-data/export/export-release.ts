import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reader } from '../../platform/database';
import { turtleOf } from '../catalogue';
import { catalogueOf, checksums, findRelease, releaseFiles, type Release } from '../release';
import { readStoredFile } from '../storage';
import { licenceText, readme } from './texts';

interface Exported {
  number: number;
  fileCount: number;
}

/** Writes a release into a folder: its files, what describes them, and SHA256SUMS over all of it. Null where there is no such release. */
export async function exportRelease(
  reader: Reader,
  folder: string,
  publicBaseUrl: string,
  number: number | null,
): Promise<Exported | null> {
  const release = await findRelease(reader, number);
  if (!release) return null;
  await mkdir(folder, { recursive: true });
  const files = await releaseFiles(reader, release);
  for (const file of files) await writeFile(join(folder, file.name), readStoredFile(reader, file));
  const written = [...files.map(({ name }) => name), ...(await writeDescriptions(reader, folder, release, publicBaseUrl))];
  const hashes = await Promise.all(written.map(async (name) => ({ name, sha256: await hashOf(join(folder, name)) })));
  await writeFile(join(folder, 'SHA256SUMS'), checksums(hashes));
  return { number: release.number, fileCount: written.length + 1 };
}

async function writeDescriptions(reader: Reader, folder: string, release: Release, publicBaseUrl: string): Promise<string[]> {
  const catalogue = await catalogueOf(reader, release, publicBaseUrl);
  const texts = {
    'catalog.jsonld': `${JSON.stringify(catalogue, null, 2)}\n`,
    'catalog.ttl': await turtleOf(catalogue),
    'README.md': readme(release, publicBaseUrl),
    'LICENCE.txt': licenceText,
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  return Object.keys(texts);
}

/** Of what stands on the disk, so that a write that went wrong is not vouched for. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
