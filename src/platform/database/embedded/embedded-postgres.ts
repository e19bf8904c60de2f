import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedFailure, acquireProcessLock, exitCode, readLockHolder, type ProcessLock } from '../../lifecycle';
import { accountFor } from './account';
import { findBinaries } from './binaries';
import { ensureCluster } from './cluster';
import {
  freePort,
  newPassword,
  ownerUrlOf,
  readConnection,
  superuserRole,
  urlOf,
  writeConnection,
  type Connection,
} from './connection-file';
import { chooseHome, makeDataDir } from './home';
import { PresenceSession, ensureOwner } from './presence-session';
import { runningPostmaster, startPostmaster, stopPostmaster } from './postmaster';

export interface EmbeddedPostgres {
  /** For the owner of the data: not a superuser, as it would be on a server of somebody else. */
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  /** Where the cluster lies. */
  readonly cluster: string;
  /** Starts the server again if it went away; does nothing while it runs. */
  ensureRunning(): Promise<void>;
  /** Stops the server unless another process uses it. */
  release(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  /** False only for tests: nothing is synced to disk. */
  durable?: boolean;
  /** Takes a line for the person who starts the program. */
  say?: (line: string) => void;
}

const startLockTimeoutMs = 60_000;
const startTimeoutMs = 120_000;
const startAttempts = 20;
const retryAfterMs = 500;

/** The embedded server of a data directory: the running one is joined, else it is started, after creating it if need be. */
export async function joinEmbeddedPostgres({ dataDir, durable = true, say = () => {} }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  makeDataDir(dataDir);
  return underStartLock(dataDir, async () => {
    const server = await openServer(dataDir, durable, say);
    await server.start({ mayChangePort: true });
    const presence = new PresenceSession(() => server.superuserUrl());
    try {
      await presence.open();
      await ensureOwner(presence, server.connection.password);
    } catch (error) {
      await presence.close();
      throw error;
    }
    return handleOf(dataDir, server, presence);
  });
}

function handleOf(dataDir: string, server: Server, presence: PresenceSession): EmbeddedPostgres {
  return {
    ownerUrl: ownerUrlOf(server.connection),
    superuserUrl: server.superuserUrl(),
    cluster: server.cluster,
    async ensureRunning() {
      if (presence.isOpen) return;
      await underStartLock(dataDir, async () => {
        await server.start({ mayChangePort: false });
        await presence.open();
      });
    },
    release: () =>
      underStartLock(dataDir, async () => {
        const isShared = isServedByAnother(dataDir) || (await presence.hasCompany());
        await presence.close();
        if (!isShared) await stopPostmaster(server.cluster);
      }),
  };
}

/** A service keeps its server even while all of its connections are down. */
function isServedByAnother(dataDir: string): boolean {
  const holder = readLockHolder(serveLockFile(dataDir));
  return holder !== null && holder.pid !== process.pid;
}

function serveLockFile(dataDir: string): string {
  return join(dataDir, 'serve.lock');
}

/** Two services on one data directory would fight over its server. */
export async function lockForService(dataDir: string): Promise<ProcessLock> {
  makeDataDir(dataDir);
  const lock = await acquireProcessLock(serveLockFile(dataDir));
  if ('release' in lock) return lock;
  throw new ExpectedFailure(
    `数据目录正被进程 ${lock.pid} 使用 (the data directory is in use by process ${lock.pid}): ${dataDir}`,
    exitCode.failed,
  );
}

/** Stops the server of a service that was killed. False where the service lives, or the folder was never a service's. */
export async function stopAbandonedServer(dataDir: string): Promise<boolean> {
  if (!existsSync(serveLockFile(dataDir)) || readLockHolder(serveLockFile(dataDir))) return false;
  const connection = readConnection(dataDir);
  if (connection) await stopPostmaster(clusterIn(connection.home));
  return true;
}

function clusterIn(home: string): string {
  return join(home, 'postgresql');
}

/** A cluster whose data directory was deleted, password and all: nobody can log in to it, and nobody said to delete it. */
async function setAside(cluster: string, say: (line: string) => void): Promise<void> {
  if (!existsSync(cluster)) return;
  await stopPostmaster(cluster);
  const aside = `${cluster}-${new Date().toISOString().replace(/\D/g, '')}`;
  renameSync(cluster, aside);
  say(`旧数据已移至 ${aside}：其密码已随数据目录删除 (older data was moved there: its password is gone with the data directory)`);
}

interface Server {
  connection: Connection;
  cluster: string;
  superuserUrl(): string;
  start(options: { mayChangePort: boolean }): Promise<void>;
}

async function openServer(dataDir: string, durable: boolean, say: (line: string) => void): Promise<Server> {
  const kept = readConnection(dataDir);
  const account = accountFor(clusterIn(kept?.home ?? dataDir), dataDir);
  const home = kept?.home ?? chooseHome(dataDir, account, say);
  const connection = kept ?? { port: await freePort(), password: newPassword(), home };
  if (!kept) {
    await setAside(clusterIn(home), say);
    writeConnection(dataDir, connection);
  }
  const cluster = clusterIn(home);
  return {
    connection,
    cluster,
    superuserUrl: () => urlOf(connection, superuserRole, 'postgres'),
    async start({ mayChangePort }) {
      if (await adoptRunning(cluster, connection, dataDir)) return;
      const binaries = findBinaries(account, home, say);
      await ensureCluster(cluster, binaries, account, connection.password, { durable });
      const logFile = join(dataDir, 'postgresql.log');
      for (let attempt = 1; attempt <= startAttempts; attempt += 1) {
        const outcome = await startPostmaster({ cluster, binaries, account, port: connection.port, logFile }, startTimeoutMs);
        if (outcome === 'ready') return;
        if (outcome === 'port-taken' && mayChangePort) {
          connection.port = await freePort();
          writeConnection(dataDir, connection);
        } else {
          // Right after a crash, the old server's processes may still hold its memory.
          await sleep(retryAfterMs);
        }
      }
      throw new ExpectedFailure(`内置 PostgreSQL 无法启动，详见日志 cannot start, see ${logFile}`, exitCode.failed);
    },
  };
}

/** True once the server that runs already takes connections; false where none runs, or it went away meanwhile. */
async function adoptRunning(cluster: string, connection: Connection, dataDir: string): Promise<boolean> {
  for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline; await sleep(20)) {
    const running = runningPostmaster(cluster);
    if (!running) return false;
    if (!running.isReady) continue;
    if (running.port !== connection.port) {
      connection.port = running.port;
      writeConnection(dataDir, connection);
    }
    return true;
  }
  throw new ExpectedFailure(`内置 PostgreSQL 长时间未就绪 is not getting ready: ${cluster}`, exitCode.failed);
}

async function underStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = await waitForStartLock(join(dataDir, 'start.lock'));
  try {
    return await work();
  } finally {
    lock.release();
  }
}

async function waitForStartLock(file: string): Promise<ProcessLock> {
  for (const deadline = Date.now() + startLockTimeoutMs; ; await sleep(30)) {
    const lock = await acquireProcessLock(file);
    if ('release' in lock) return lock;
    if (Date.now() > deadline) {
      throw new ExpectedFailure(`数据目录正被进程 ${lock.pid} 占用 (another process is starting or stopping it): ${file}`, exitCode.failed);
    }
  }
}
