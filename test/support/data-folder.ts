import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinEmbeddedPostgres } from '../../src/platform/database/embedded';

/** A data directory that PostgreSQL's account can pass through when the tests run as root. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-data-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** Joining and leaving stops a server that a killed process left behind. */
export async function removeDataFolder(folder: string): Promise<void> {
  if (existsSync(join(folder, 'postgresql', 'postmaster.pid'))) await (await joinEmbeddedPostgres({ dataDir: folder })).release();
  rmSync(folder, { recursive: true, force: true });
}
