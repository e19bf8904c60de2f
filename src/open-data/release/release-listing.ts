import type { Reader } from '../../platform/database';
import { licence } from '../catalogue';
import { bareMediaTypeOf } from './media-type';
import type { Release, ReleaseFile } from './release';

const listedReleases = 1_000;

/** A release as JSON: the same as in the API, for those who have only an address. */
export function describeRelease(release: Release, files: readonly ReleaseFile[], publicBaseUrl: string): object {
  const { number, createdAt, sha256, previousSha256 } = release;
  const url = `${publicBaseUrl}/data/releases/${number}`;
  return {
    number,
    createdAt: createdAt.toISOString(),
    sha256,
    previousSha256,
    licence: licence.spdx,
    url,
    files: files.map((file) => ({
      name: file.name,
      mediaType: bareMediaTypeOf(file.name),
      rowCount: file.rowCount,
      byteSize: file.byteSize,
      sha256: file.sha256,
      url: `${url}/${file.name}`,
    })),
  };
}

/** The releases, the latest first, without their files; older ones are found by number. */
export async function listRecentReleases(reader: Reader, publicBaseUrl: string): Promise<object> {
  const rows = await reader.rows<Pick<Release, 'number' | 'createdAt' | 'sha256' | 'previousSha256'>>(
    `select number, created_at as "createdAt", sha256, previous_sha256 as "previousSha256" from release order by number desc limit $1`,
    [listedReleases],
  );
  const releases = rows.map(({ number, createdAt, sha256, previousSha256 }) => ({
    number,
    createdAt: createdAt.toISOString(),
    sha256,
    previousSha256,
    url: `${publicBaseUrl}/data/releases/${number}`,
  }));
  return { licence: licence.spdx, latest: releases[0]?.number ?? null, releases };
}
