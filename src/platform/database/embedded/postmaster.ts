import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../lifecycle';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { giveToOwner } from './home';

const pollMs = 10;
const fastStopMs = 8_000;
const immediateStopMs = 3_000;
const logKeptBytes = 10_000_000;

/** What postmaster.pid says of a server that runs. */
export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

export type StartOutcome = 'ready' | 'port-taken' | 'failed';

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

/** The running server of this cluster. A file left by a server that is gone is removed: its number may be another program's by now. */
export function runningPostmaster(cluster: string): Postmaster | null {
  const found = readPidFile(cluster);
  if (!found) return null;
  if (isAlive(found.pid) && isServerOf(cluster, found.pid)) return found;
  rmSync(pidFile(cluster), { force: true });
  return null;
}

function readPidFile(cluster: string): Postmaster | null {
  if (!existsSync(pidFile(cluster))) return null;
  const lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
  return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/** PostgreSQL works in its data directory. A dead process that nobody has collected has none any more. */
function isServerOf(cluster: string, pid: number): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}

export interface StartOptions {
  cluster: string;
  binaries: Binaries;
  account: Account | null;
  port: number;
  logFile: string;
}

/**
 * Starts the server in a session of its own, so that Ctrl-C at the terminal reaches the service alone, and waits until it
 * takes connections (or for `timeoutMs`, since recovery after a crash can be long).
 */
export async function startPostmaster(options: StartOptions, timeoutMs: number): Promise<StartOutcome> {
  const { cluster, binaries, account, port, logFile } = options;
  const isLogLong = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > logKeptBytes;
  const log = openSync(logFile, isLogLong ? 'w' : 'a', 0o600);
  giveToOwner(logFile);
  const logStart = statSync(logFile).size;
  const child = spawn(
    binaries.postgres,
    ['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    {
      ...account?.ids,
      cwd: '/',
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  child.unref();
  let hasEnded = false;
  child.once('exit', () => (hasEnded = true));
  child.once('error', () => (hasEnded = true));
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline && !hasEnded; await sleep(pollMs)) {
    const server = readPidFile(cluster);
    if (server?.pid === child.pid && server?.isReady) return 'ready';
  }
  const said = readFileSync(logFile).subarray(logStart).toString();
  return /could not (bind|create any TCP\/IP sockets)/.test(said) ? 'port-taken' : 'failed';
}

/** Ends sessions and writes everything out; if that takes too long, stops at once and lets the next start recover. */
export async function stopPostmaster(cluster: string): Promise<void> {
  for (const [signal, timeoutMs] of [
    ['SIGINT', fastStopMs],
    ['SIGQUIT', immediateStopMs],
  ] as const) {
    const server = runningPostmaster(cluster);
    if (!server) return;
    process.kill(server.pid, signal);
    if (await hasGone(cluster, server.pid, timeoutMs)) return;
  }
}

/** The file goes a moment before the process does. */
async function hasGone(cluster: string, pid: number, timeoutMs: number): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(pollMs)) {
    if (!isAlive(pid)) return true;
  }
  return readPidFile(cluster)?.pid !== pid;
}
