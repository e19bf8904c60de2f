import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedFailure, exitCode, firstLineOf } from '../../lifecycle';
import type { Account } from './account';
import { orExternal, type Binaries } from './binaries';
import { superuserRole } from './connection-file';

const majorVersion = '18';

/**
 * Written into postgresql.conf once, where an operator may change them. Compiling queries costs short ones more than it
 * gains; 1.1 fits solid-state disks.
 */
const settings: Readonly<Record<string, string>> = {
  jit: 'off',
  random_page_cost: '1.1',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * With another character type than UTF-8, Chinese disappears from trigrams and text functions; ICU sorts names by pinyin
 * the same everywhere.
 */
const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN'];

export interface ClusterOptions {
  /** False only where the data may be lost with the machine: tests. */
  durable: boolean;
}

/** Creates the cluster where there is none. Made aside and renamed, so that one broken off is begun anew. */
export async function ensureCluster(
  cluster: string,
  binaries: Binaries,
  account: Account | null,
  password: string,
  { durable }: ClusterOptions,
): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return checkVersion(cluster);
  const aside = `${cluster}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  const passwordFile = join(aside, 'password');
  // initdb wants its folder empty, so the password lies beside it until it is done.
  const data = join(aside, 'data');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [aside, data, passwordFile]) chownSync(path, account.ids.uid, account.ids.gid);
  const extra = Object.entries(durable ? settings : { ...settings, ...withoutSync }).map(([name, value]) => `--set=${name}=${value}`);
  await runInitdb(
    binaries,
    [
      `--pgdata=${data}`,
      `--username=${superuserRole}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      ...locale,
      ...extra,
      ...(durable ? [] : ['--no-sync']),
    ],
    account,
  );
  renameSync(data, cluster);
  rmSync(aside, { recursive: true, force: true });
}

const withoutSync = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

function checkVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === majorVersion) return;
  throw new ExpectedFailure(
    `数据目录由 PostgreSQL ${version} 建立，需要 ${majorVersion} (the data directory was made by PostgreSQL ${version}): ${cluster}`,
    exitCode.configuration,
  );
}

async function runInitdb(binaries: Binaries, args: string[], account: Account | null): Promise<void> {
  const child = spawn(binaries.initdb, args, {
    ...account?.ids,
    cwd: '/',
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status === 0) return;
  throw new ExpectedFailure(`无法初始化内置 PostgreSQL cannot initialise it: ${firstLineOf(said)}；${orExternal}`, exitCode.failed);
}
