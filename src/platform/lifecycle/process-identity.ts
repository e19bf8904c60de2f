import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that has ended and that nobody has collected yet is dead too: it holds nothing any more. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statFieldsOf(pid)?.[0] !== 'Z';
}

/** When the process started, in whatever notation the system has; null where it cannot be told. */
export function startMarkOf(pid: number): string | null {
  if (process.platform === 'linux') return statFieldsOf(pid)?.[19] ?? null;
  return process.platform === 'win32' ? null : startMarkFromPs(pid);
}

/** The fields of Linux's proc(5) stat from the third on; the second may hold spaces and brackets, so they are counted from its end. */
function statFieldsOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function startMarkFromPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
