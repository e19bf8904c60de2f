import { randomUUID } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, startMarkOf } from './process-identity';

/** Who holds a lock. The start mark tells a process from a later one that was given the same number. */
export interface LockHolder {
  pid: number;
  startMark: string | null;
  host: string;
  token: string;
}

export interface ProcessLock {
  release(): void;
}

/** A holder on another machine (or in another container) cannot be looked up: it is alive while it keeps touching the file. */
const heartbeatIntervalMs = 5_000;
const heartbeatLostAfterMs = 20_000;
/** Two processes that both remove a dead holder's file see each other when they look again after this time. */
const settleMs = 25;

/** Takes the lock, or says who has it. A lock whose holder died is taken over. */
export async function acquireProcessLock(file: string): Promise<ProcessLock | LockHolder> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const holder = readLockHolder(file);
    if (holder) return holder;
    removeDeadLock(file);
    const token = claim(file);
    if (!token) continue;
    await sleep(settleMs);
    if (read(file)?.token === token) return hold(file, token);
  }
  return readLockHolder(file) ?? { pid: 0, startMark: null, host: hostname(), token: '' };
}

/** The live holder of the lock, or null where the lock is free or its holder is dead. */
export function readLockHolder(file: string): LockHolder | null {
  const holder = read(file);
  return holder && isHolderAlive(file, holder) ? holder : null;
}

function read(file: string): LockHolder | null {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Partial<LockHolder>;
    return typeof holder.pid === 'number' && typeof holder.token === 'string' ? (holder as LockHolder) : null;
  } catch {
    return null;
  }
}

function isHolderAlive(file: string, holder: LockHolder): boolean {
  if (holder.host !== hostname()) return Date.now() - modifiedAtMs(file) < heartbeatLostAfterMs;
  return isAlive(holder.pid) && startMarkOf(holder.pid) === holder.startMark;
}

function modifiedAtMs(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The file appears whole or not at all: it is written aside and linked, and linking fails where one is there already. */
function claim(file: string): string | null {
  const token = randomUUID();
  const aside = `${file}.${token}`;
  const holder: LockHolder = { pid: process.pid, startMark: startMarkOf(process.pid), host: hostname(), token };
  writeFileSync(aside, `${JSON.stringify(holder)}\n`);
  // Whoever cannot read a lock would take it for a dead one.
  chmodSync(aside, 0o644);
  try {
    linkSync(aside, file);
    return token;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Moving aside succeeds for one process only; what was moved by mistake (a new holder came between) is put back. */
function removeDeadLock(file: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readLockHolder(aside)) linkSync(aside, file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function hold(file: string, token: string): ProcessLock {
  const heartbeat = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(file, now, now);
    } catch {
      // The folder is gone; the next start will say so.
    }
  }, heartbeatIntervalMs);
  heartbeat.unref();
  return {
    release() {
      clearInterval(heartbeat);
      if (read(file)?.token === token) rmSync(file, { force: true });
    },
  };
}
