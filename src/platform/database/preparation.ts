import { Client } from 'pg';
import { ExpectedFailure, exitCode } from '../lifecycle';
import { ownApplicationName } from './application-name';
import { explainConnectionError } from './connection-errors';
import { tellChangesOf } from './data-changes';
import { ownerDataSource, type DatabaseSchema } from './owner-data-source';
import { connectTimeoutMs } from './pool';
import { ensureOwnRole, grantPublicRead, useGivenRole, type PublicRole } from './public-role';
import type { QueryRows } from './secrets';

const oldestVersion = 15;
/** Any number will do, as long as all processes use the same: "gongkai" in ASCII. */
const lockKey = '29113321772053865';

/**
 * Brings the database to the state that this version needs: migrations, the public role and its rights. Several processes
 * may start at once; they take turns.
 */
export async function prepareDatabase(
  ownerUrl: string,
  publicUrl: string | null,
  schema: DatabaseSchema,
  say: (line: string) => void = () => {},
): Promise<PublicRole> {
  return withSession(ownerUrl, async (rows) => {
    const database = await checkServer(rows);
    await takeTurn(rows, say);
    await runMigrations(ownerUrl, schema);
    const role = publicUrl ? await useGivenRole(rows, publicUrl) : await ensureOwnRole(rows, ownerUrl, database);
    await grantPublicRead(rows, role.name, schema.publicTables, schema.hiddenColumns);
    await tellChangesOf(rows, schema.publicTables);
    return role;
  }).catch((error: unknown) => {
    throw explainConnectionError(error, 'DATABASE_URL', ownerUrl);
  });
}

/** One connection without limits on its time. Closing it gives back the lock, whatever happened. */
async function withSession<T>(url: string, work: (rows: QueryRows) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: ownApplicationName('prepare'),
    keepAlive: true,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(async <R>(sql: string, params: readonly unknown[]) => (await client.query(sql, [...params])).rows as R[]);
  } finally {
    await client.end();
  }
}

async function checkServer(rows: QueryRows): Promise<string> {
  const [server] = await rows<{ version: number; encoding: string; database: string }>(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding, current_database() as database`,
    [],
  );
  if (!server || server.version < oldestVersion) {
    throw new ExpectedFailure(
      `需要 PostgreSQL ${oldestVersion} 或更新，现为 ${server?.version} (PostgreSQL ${oldestVersion} or newer is needed)`,
      exitCode.configuration,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new ExpectedFailure(
      `数据库编码应为 UTF8，现为 ${server.encoding} (the database's encoding must be UTF8)`,
      exitCode.configuration,
    );
  }
  return server.database;
}

async function takeTurn(rows: QueryRows, say: (line: string) => void): Promise<void> {
  const [attempt] = await rows<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lockKey]);
  if (attempt?.taken) return;
  say('等待另一进程完成数据库迁移 (waiting for another process to finish its migrations)');
  await rows('select pg_advisory_lock($1)', [lockKey]);
}

async function runMigrations(ownerUrl: string, { migrations }: DatabaseSchema): Promise<void> {
  const dataSource = ownerDataSource(ownerUrl, { entities: [], migrations }, { statementTimeoutMs: null, purpose: 'migrate', poolSize: 2 });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}
