import { cpSync, lchownSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { EmbeddedPostgres } from '../../src/platform/database/embedded';
import { accountFor, type Account } from '../../src/platform/database/embedded/account';
import { findBinaries } from '../../src/platform/database/embedded/binaries';
import { startPostmaster, stopPostmaster } from '../../src/platform/database/embedded/postmaster';
import { freePort } from './free-port';

/** A second PostgreSQL server that follows a first one by streaming replication. */
export interface Replica {
  /** The address for the same login as on the primary. */
  addressOf(primaryUrl: string): string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Copies a running server while it is in backup mode, as pg_basebackup would, which the embedded programs lack. */
export async function makeReplica(primary: EmbeddedPostgres, dataDir: string): Promise<Replica> {
  const cluster = join(dataDir, 'replica');
  const account = accountFor(primary.cluster, dataDir);
  await copyInBackupMode(primary, cluster);
  const { hostname, port, username, password } = new URL(primary.superuserUrl);
  const follow = `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`;
  writeFileSync(join(cluster, 'postgresql.auto.conf'), follow);
  writeFileSync(join(cluster, 'standby.signal'), '');
  if (account) give(cluster, account);
  const options = {
    cluster,
    account,
    binaries: findBinaries(account, dataDir, () => {}),
    port: await freePort(),
    logFile: join(dataDir, 'replica.log'),
  };
  return {
    addressOf: (primaryUrl) => Object.assign(new URL(primaryUrl), { port: String(options.port) }).href,
    start: async () => {
      const outcome = await startPostmaster(options, 30_000);
      if (outcome !== 'ready') throw new Error(`the replica did not start: ${outcome}`);
    },
    stop: () => stopPostmaster(cluster),
  };
}

async function copyInBackupMode({ superuserUrl, cluster }: EmbeddedPostgres, to: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`select pg_backup_start('replica', true)`);
    cpSync(cluster, to, { recursive: true, filter: (path) => !/postmaster\.(pid|opts)$|pg_internal\.init$/u.test(path) });
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    writeFileSync(join(to, 'backup_label'), rows[0]!.labelfile);
  } finally {
    await client.end();
  }
  for (const slot of readdirSync(join(to, 'pg_replslot'))) rmSync(join(to, 'pg_replslot', slot), { recursive: true });
}

/** Copies belong to who copied; PostgreSQL runs as another account where that is root. */
function give(path: string, { ids }: Account): void {
  lchownSync(path, ids.uid, ids.gid);
  for (const name of readdirSync(path, { recursive: true }) as string[]) lchownSync(join(path, name), ids.uid, ids.gid);
}
