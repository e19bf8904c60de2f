import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../src/app/migrations';
import { hiddenColumns, publicTables } from '../../src/app/public-tables';
import { prepareDatabase } from '../../src/platform/database';
import { joinEmbeddedPostgres, lockForService, stopAbandonedServer, type EmbeddedPostgres } from '../../src/platform/database/embedded';
import type { ProcessLock } from '../../src/platform/lifecycle';
import { testServerVariable, type TestServer } from './test-server';

const folderPrefix = 'gongkai-test-';

export interface RunningTestServer {
  embedded: EmbeddedPostgres;
  dataDir: string;
  lock: ProcessLock;
}

/** One PostgreSQL for the whole run, with one migrated database that every test file copies. */
export default async function globalSetup(): Promise<void> {
  await removeAbandonedServers();
  const dataDir = mkdtempSync(join(tmpdir(), folderPrefix));
  // Under root PostgreSQL runs as another account, which must pass through.
  chmodSync(dataDir, 0o711);
  const lock = await lockForService(dataDir);
  const embedded = await joinEmbeddedPostgres({ dataDir, durable: false });
  const running: RunningTestServer = { embedded, dataDir, lock };
  try {
    const role = await prepareDatabase(embedded.ownerUrl, null, { entities: [], migrations, publicTables, hiddenColumns });
    const server: TestServer = { ownerUrl: embedded.ownerUrl, superuserUrl: embedded.superuserUrl, publicRole: role };
    process.env[testServerVariable] = JSON.stringify(server);
    Object.assign(globalThis, { runningTestServer: running });
  } catch (error) {
    await stopTestServer(running);
    throw error;
  }
}

export async function stopTestServer({ embedded, dataDir, lock }: RunningTestServer): Promise<void> {
  await embedded.release();
  lock.release();
  rmSync(dataDir, { recursive: true, force: true });
}

/** A run that was killed leaves its server behind; the next run clears it away. */
async function removeAbandonedServers(): Promise<void> {
  for (const folder of readdirSync(tmpdir()).filter((name) => name.startsWith(folderPrefix))) {
    const dataDir = join(tmpdir(), folder);
    if (await stopAbandonedServer(dataDir)) rmSync(dataDir, { recursive: true, force: true });
  }
}
