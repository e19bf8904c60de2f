import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../src/app/migrations';
import { publicTables } from '../../src/app/public-tables';
import { prepareDatabase } from '../../src/platform/database';
import { joinEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/database/embedded';
import { testServerVariable, type TestServer } from './test-server';

export interface RunningTestServer {
  embedded: EmbeddedPostgres;
  dataDir: string;
}

/** One PostgreSQL for the whole run, with one migrated database that every test file copies. */
export default async function globalSetup(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
  // Under root PostgreSQL runs as another account, which must pass through.
  chmodSync(dataDir, 0o711);
  const embedded = await joinEmbeddedPostgres({ dataDir, durable: false });
  const running: RunningTestServer = { embedded, dataDir };
  Object.assign(globalThis, { runningTestServer: running });
  const role = await prepareDatabase(embedded.ownerUrl, null, { entities: [], migrations, publicTables }, () => {});
  const server: TestServer = { ownerUrl: embedded.ownerUrl, superuserUrl: embedded.superuserUrl, publicRole: role };
  process.env[testServerVariable] = JSON.stringify(server);
}
