import type { Reader } from '../../platform/database';
import { coverageOf, dcatCatalogue } from '../catalogue';
import type { Release } from './release';
import { releaseFiles } from './release.loaders';

/** The catalogue of a release, as JSON-LD. */
export async function catalogueOf(reader: Reader, release: Release, publicBaseUrl: string): Promise<object> {
  const [files, coverage] = await Promise.all([releaseFiles(reader, release), coverageOf(reader)]);
  const { number, createdAt, isDemonstration } = release;
  return dcatCatalogue({ publicBaseUrl, release: { number, createdAt, isDemonstration, files }, coverage });
}
